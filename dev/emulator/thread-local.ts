// What a thread answers by itself: pure computations that ECMAScript lacks.
import { createHash, createHmac } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from './wire';

const bytes = (buffer: Buffer): Uint8Array => new Uint8Array(buffer);

const LOCAL: Record<string, (...args: never[]) => unknown> = {
  digest: (algorithm: string, data: Uint8Array) => bytes(createHash(algorithm).update(data).digest()),
  hmac: (algorithm: string, data: Uint8Array, key: Uint8Array) =>
    bytes(createHmac(algorithm, key).update(data).digest()),
  gzip: (data: Uint8Array) => bytes(gzipSync(data)),
  gunzip: (data: Uint8Array) => bytes(gunzipSync(data)),
  toBase64: (data: Uint8Array) => Buffer.from(data).toString('base64'),
  fromBase64: (text: string) => bytes(Buffer.from(text, 'base64')),
  encodeText: (text: string, charset: BufferEncoding) => bytes(Buffer.from(text, charset)),
  decodeText: (data: Uint8Array, charset: string) => new TextDecoder(charset, { ignoreBOM: true }).decode(data),
};

/** `text` is [method, args] as wire.ts writes it; the answer `{ value }` or `{ error }` likewise. */
export function answerLocally(text: string): string {
  const [method, args] = decode(text) as [string, never[]];
  try {
    return encode({ value: LOCAL[method]!(...args) });
  } catch (error) {
    return encode({ error: { name: 'Exception', message: (error as Error).message } });
  }
}
