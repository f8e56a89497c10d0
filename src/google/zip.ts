import { fromBase91, toBase91 } from '../core/base91';
import type { Zip } from '../core/ports';

/** gzip by the platform, as printable ASCII: about a third of the text's size. */
export const zip: Zip = {
  pack: (text) => toBase91(Utilities.gzip(Utilities.newBlob(text, 'text/plain')).getBytes()),
  unpack: (packed) => Utilities.ungzip(Utilities.newBlob(fromBase91(packed), 'application/x-gzip')).getDataAsString(),
};
