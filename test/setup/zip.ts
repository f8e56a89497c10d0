import { gunzipSync, gzipSync } from 'node:zlib';
import { fromBase91, toBase91 } from '../../src/core/base91';
import type { Host } from '../../src/core/ports';

/** As Google's Utilities pack it. */
export const zip: Host['zip'] = {
  pack: (text) => toBase91([...gzipSync(text)]),
  unpack: (packed) => gunzipSync(Uint8Array.from(fromBase91(packed))).toString(),
};
