import { ScriptBlob, bytesOfData, signed } from './blob';
import { enumeration } from './enumeration';
import { formatDate } from './format-date';
import { formatString } from './format-string';
import { call, exception, local } from './host';
import { parseCsv } from './parse-csv';
import { checkSignature } from './signature';

type Api = GoogleAppsScript.Utilities.Utilities;
type Blob = GoogleAppsScript.Base.Blob;
type Bytes = GoogleAppsScript.Byte[];

// Node's names. Where no charset is given, Apps Script works in US-ASCII: what is not becomes "?".
const DIGESTS: Record<string, string> = {
  MD2: 'md2',
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};
const MACS: Record<string, string> = {
  HMAC_MD5: 'md5',
  HMAC_SHA_1: 'sha1',
  HMAC_SHA_256: 'sha256',
  HMAC_SHA_384: 'sha384',
  HMAC_SHA_512: 'sha512',
};
const DEFAULT_CHARSET = 'US-ASCII';

const asciiOr = (charset: unknown): string => (charset === undefined ? DEFAULT_CHARSET : String(charset));
const webSafe = (text: string): string => text.replace(/\+/g, '-').replace(/\//g, '_');

function fromBase64(text: string): number[] {
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)) throw exception('Could not decode string.');
  return signed(local('fromBase64', [text], []) as Uint8Array);
}

// Version 4, from the context's seeded random numbers: unique within a run, the same in the next run.
function uuid(): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (mark) => {
    const digit = Math.floor(Math.random() * 16);
    return (mark === 'x' ? digit : (digit & 3) | 8).toString(16);
  });
}

const hmac = (algorithm: string, value: unknown, key: unknown, charset: unknown): Bytes =>
  signed(
    local(
      'hmac',
      [algorithm],
      [bytesOfData(value, asciiOr(charset)), bytesOfData(key, asciiOr(charset))],
    ) as Uint8Array,
  );

const encode = (data: unknown, charset: unknown): string =>
  local('toBase64', [], [bytesOfData(data, asciiOr(charset))]) as string;

export function createUtilities(): Pick<
  Api,
  | 'base64Decode'
  | 'base64DecodeWebSafe'
  | 'base64Encode'
  | 'base64EncodeWebSafe'
  | 'computeDigest'
  | 'computeHmacSha256Signature'
  | 'computeHmacSignature'
  | 'formatDate'
  | 'formatString'
  | 'getUuid'
  | 'gzip'
  | 'jsonParse'
  | 'jsonStringify'
  | 'newBlob'
  | 'parseCsv'
  | 'sleep'
  | 'ungzip'
> & { Charset: object; DigestAlgorithm: object; MacAlgorithm: object } {
  return {
    Charset: enumeration('US_ASCII', 'UTF_8'),
    DigestAlgorithm: enumeration('MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512'),
    MacAlgorithm: enumeration('HMAC_MD5', 'HMAC_SHA_1', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512'),
    sleep(...args: [milliseconds: number]) {
      checkSignature('Utilities.sleep', args, 1);
      call('Utilities', 'sleep', Number(args[0]));
    },
    formatDate(...args: [date: unknown, timeZone: string, format: string]) {
      checkSignature('Utilities.formatDate', args, 3);
      if (!(args[0] instanceof Date)) throw exception('Invalid argument: date. Should be of type: Date');
      return formatDate(args[0], String(args[1]), String(args[2]));
    },
    formatString: (template: string, ...values: unknown[]) => formatString(String(template), values),
    getUuid: uuid,
    base64Encode: (data: unknown, charset?: unknown) => encode(data, charset),
    base64EncodeWebSafe: (data: unknown, charset?: unknown) => webSafe(encode(data, charset)),
    base64Decode: (text: string) => fromBase64(String(text)),
    base64DecodeWebSafe: (text: string) => fromBase64(String(text).replace(/-/g, '+').replace(/_/g, '/')),
    computeDigest(algorithm: unknown, value: unknown, charset?: unknown) {
      const name = DIGESTS[String(algorithm)];
      if (!name) throw exception('Invalid argument: algorithm');
      return signed(local('digest', [name], [bytesOfData(value, asciiOr(charset))]) as Uint8Array);
    },
    computeHmacSha256Signature: (value: unknown, key: unknown, charset?: unknown) =>
      hmac('sha256', value, key, charset),
    computeHmacSignature(algorithm: unknown, value: unknown, key: unknown, charset?: unknown) {
      const name = MACS[String(algorithm)];
      if (!name) throw exception('Invalid argument: algorithm');
      return hmac(name, value, key, charset);
    },
    newBlob: (data: unknown, contentType?: string | null, name?: string) =>
      new ScriptBlob(bytesOfData(data, 'UTF-8'), contentType ?? null, name ?? null) as unknown as Blob,
    gzip: (blob: unknown, name?: string) =>
      new ScriptBlob(
        local('gzip', [], [bytesOfData(blob)]) as Uint8Array,
        'application/x-gzip',
        name ?? 'archive.gz',
      ) as unknown as Blob,
    ungzip(blob: unknown) {
      const bytes = bytesOfData(blob);
      try {
        return new ScriptBlob(local('gunzip', [], [bytes]) as Uint8Array) as unknown as Blob;
      } catch {
        throw exception('Could not decompress gzip.');
      }
    },
    parseCsv: (csv: string, delimiter?: unknown) =>
      parseCsv(
        String(csv),
        typeof delimiter === 'number' ? String.fromCharCode(delimiter) : (delimiter as string | undefined),
      ),
    jsonParse: (text: string) => JSON.parse(text) as unknown,
    jsonStringify: (value: unknown) => JSON.stringify(value),
  } as ReturnType<typeof createUtilities>;
}
