// What a thread answers by itself: pure computations that ECMAScript lacks. Bytes go in and out as they are.
import { gunzipSync, gzipSync } from 'node:zlib';

type Local = (bytes: readonly Uint8Array[], ...words: string[]) => Uint8Array | string;

const LOCAL: Record<string, Local> = {
  gzip: ([data]) => gzipSync(data!),
  gunzip: ([data]) => gunzipSync(data!),
  encodeText: (_, text, charset) => Buffer.from(text!, charset as BufferEncoding),
  decodeText: ([data], charset) => new TextDecoder(charset, { ignoreBOM: true }).decode(data),
};

// A script fetches them before it asks for anything else.
let answered: Uint8Array = new Uint8Array();

/** `text` is JSON of [method, ...words]. The answer is JSON too; of bytes it tells how many `fillBytes` will give. */
export function answerLocally(text: string, bytes: readonly Uint8Array[]): string {
  const [method, ...words] = JSON.parse(text) as [string, ...string[]];
  try {
    const value = LOCAL[method]!(bytes, ...words);
    if (typeof value === 'string') return JSON.stringify({ value });
    answered = value;
    return JSON.stringify({ bytes: value.length });
  } catch (error) {
    return JSON.stringify({ error: { name: 'Exception', message: (error as Error).message } });
  }
}

/** Writes what `answerLocally` has just found into an array that the script's own realm has made. */
export function fillBytes(target: Uint8Array): string {
  target.set(answered);
  return '';
}
