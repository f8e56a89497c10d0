// From the arguments of UrlFetchApp.fetch to what the host sends. reference/url-fetch/url-fetch-app, "Advanced parameters".
import { ScriptBlob, encodeText, unsigned } from './blob';
import { exception } from './host';

export interface FetchRequest {
  url: string;
  method: string;
  headers: [name: string, value: string][];
  body?: string | Uint8Array;
  muteHttpExceptions: boolean;
  followRedirects: boolean;
  timeoutSeconds?: number;
}

const METHODS = new Set(['get', 'delete', 'patch', 'post', 'put', 'head', 'options']);
/** Live: setting these throws. */
const FORBIDDEN_HEADERS = new Set(['host', 'content-length']);
const FORM = 'application/x-www-form-urlencoded';
const BOUNDARY = '----AppsScriptBoundary';

const invalid = (what: string): Error => exception(`Attribute provided with invalid value: ${what}`);

function headersOf(headers: unknown): [string, string][] {
  if (headers === undefined || headers === null) return [];
  if (typeof headers !== 'object') throw invalid('headers');
  return Object.entries(headers).map(([name, value]) => {
    if (FORBIDDEN_HEADERS.has(name.toLowerCase())) throw invalid(`Header:${name}`);
    if (value === null || value === undefined) throw invalid('Header:null');
    return [name, String(value)];
  });
}

// Java's form encoding: a space is a plus.
function formEncode(value: string): string {
  return encodeURIComponent(value)
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function joined(chunks: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function multipart(fields: [string, unknown][]): Uint8Array {
  const chunks = fields.flatMap(([name, value]) => {
    const raw = ScriptBlob.raw(value);
    const blob = value as ScriptBlob;
    const disposition = `form-data; name="${name}"${raw ? `; filename="${blob.getName() ?? ''}"` : ''}`;
    const type = raw ? `\r\nContent-Type: ${blob.getContentType() ?? 'application/octet-stream'}` : '';
    const head = encodeText(`--${BOUNDARY}\r\nContent-Disposition: ${disposition}${type}\r\n\r\n`);
    return [head, raw ?? encodeText(String(value)), encodeText('\r\n')];
  });
  return joined([...chunks, encodeText(`--${BOUNDARY}--\r\n`)]);
}

/** The body and the type it has unless `contentType` says another. */
function bodyOf(payload: unknown): { body: string | Uint8Array; type: string } {
  const raw = ScriptBlob.raw(payload);
  if (raw) return { body: raw, type: (payload as ScriptBlob).getContentType() ?? FORM };
  if (Array.isArray(payload)) return { body: unsigned(payload as number[]), type: FORM };
  if (typeof payload !== 'object') return { body: String(payload), type: FORM };
  const fields = Object.entries(payload as object);
  if (fields.some(([, value]) => ScriptBlob.raw(value))) {
    return { body: multipart(fields), type: `multipart/form-data; boundary=${BOUNDARY}` };
  }
  // An object is form-encoded, never turned into JSON.
  return {
    body: fields.map(([name, value]) => `${formEncode(name)}=${formEncode(String(value))}`).join('&'),
    type: FORM,
  };
}

// Characters that no URL may hold are escaped; a "%" is left as it is.
const escaped = (url: string): string => url.replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, (char) => encodeURIComponent(char));

export function fetchRequest(url: unknown, params: unknown): FetchRequest {
  const options = (params ?? {}) as Record<string, unknown>;
  const wanted = String(options['method'] ?? 'get').toLowerCase();
  if (!METHODS.has(wanted)) throw invalid('method');
  const { payload } = options;
  const hasPayload = payload !== undefined && payload !== null;
  const sent = hasPayload ? bodyOf(payload) : undefined;
  // A type comes from `contentType` alone; one among the headers is not used.
  const headers = headersOf(options['headers']).filter(([name]) => name.toLowerCase() !== 'content-type');
  const type = options['contentType'] ?? sent?.type;
  if (type !== undefined && (sent || options['contentType'] !== undefined))
    headers.push(['Content-Type', String(type)]);
  const timeout = options['timeoutSeconds'];
  if (timeout !== undefined && !(Number(timeout) > 0)) throw invalid('timeoutSeconds');
  return {
    url: options['escaping'] === false ? String(url) : escaped(String(url)),
    // A GET takes no payload; with one it leaves as a POST (folklore).
    method: wanted === 'get' && sent ? 'POST' : wanted.toUpperCase(),
    headers,
    ...(sent && { body: sent.body }),
    muteHttpExceptions: options['muteHttpExceptions'] === true,
    followRedirects: options['followRedirects'] !== false,
    ...(timeout !== undefined && { timeoutSeconds: Number(timeout) }),
  };
}
