import { local } from './host';

// Arguments of one call stand on the stack.
const BULK = 8192;

/** Apps Script's bytes are signed: -128 to 127. */
export function signed(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  // Built-ins that work in bulk: a loop of ours runs cold in each fresh context.
  for (let from = 0; from < bytes.length; from += BULK) {
    const part = new Int8Array(bytes.buffer, bytes.byteOffset + from, Math.min(BULK, bytes.length - from));
    Array.prototype.push.apply(numbers, part as unknown as number[]);
  }
  return numbers;
}

export function unsigned(bytes: ArrayLike<number>): Uint8Array {
  return new Uint8Array(new Int8Array(bytes).buffer);
}

/** `charset` by its Java name; undefined is UTF-8. */
export function encodeText(text: string, charset = 'UTF-8'): Uint8Array {
  const name = charset.toUpperCase().replace('_', '-');
  return local('encodeText', [text, name === 'UTF-8' ? 'utf8' : 'latin1'], []) as Uint8Array;
}

export function decodeText(bytes: Uint8Array, charset = 'UTF-8'): string {
  return local('decodeText', [charset.toLowerCase().replace('_', '-')], [bytes]) as string;
}

export class ScriptBlob {
  readonly #bytes: Uint8Array;
  readonly #contentType: string | null;
  readonly #name: string | null;
  constructor(bytes: Uint8Array, contentType: string | null = null, name: string | null = null) {
    this.#bytes = bytes;
    this.#contentType = contentType;
    this.#name = name;
  }
  /** The emulator's own door: the bytes as they are. */
  static raw(blob: unknown): Uint8Array | undefined {
    return blob instanceof ScriptBlob ? blob.#bytes : undefined;
  }
  getBytes(): GoogleAppsScript.Byte[] {
    return signed(this.#bytes);
  }
  getContentType(): string | null {
    return this.#contentType;
  }
  getDataAsString(charset?: string): string {
    return decodeText(this.#bytes, charset);
  }
  getName(): string | null {
    return this.#name;
  }
}

/** Text, an array of bytes, or a blob, as bytes. */
export function bytesOfData(data: unknown): Uint8Array {
  const raw = ScriptBlob.raw(data);
  if (raw) return raw;
  if (Array.isArray(data)) return unsigned(data as number[]);
  return encodeText(String(data));
}
