import { gzipSync } from 'node:zlib';
import type { Fault } from './faults';
import type { Reply } from './wire';

/** An answer before it is put into bytes. */
export interface Draft {
  status: number;
  text: string;
  headers: Record<string, string>;
}

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

const ERROR_CODES: Record<number, string> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  410: 'GONE',
  429: 'RATE_LIMIT_EXCEEDED',
};

const DEFAULT_MESSAGES: Record<number, string> = {
  400: 'Bad request',
  401: 'Unauthorized: invalid, missing or expired API key',
  403: 'Forbidden',
  404: 'Not found',
  429: 'Rate limit exceeded',
  500: 'Internal server error',
  502: 'Bad gateway',
  503: 'Service unavailable',
  504: 'Gateway timeout',
};

export function jsonDraft(status: number, body: unknown): Draft {
  return { status, text: JSON.stringify(body), headers: JSON_HEADERS };
}

/** `{"error": text, ...extra}` of the contract, or the earlier edition's object with the extra fields under `details`. */
export function errorDraft(
  status: number,
  message: string,
  extra: Record<string, unknown>,
  style: 'text' | 'earlier',
): Draft {
  if (style === 'text') return jsonDraft(status, { error: message, ...extra });
  return jsonDraft(status, { error: { code: ERROR_CODES[status] ?? 'SERVER_ERROR', message, details: extra } });
}

/** The answer that a fault with a status gives. */
export function faultDraft(fault: Fault, status: number, style: 'text' | 'earlier'): Draft {
  const extra = fault.resetDate === undefined ? {} : { resetDate: fault.resetDate };
  const message = fault.message ?? DEFAULT_MESSAGES[status] ?? `Status ${status}`;
  const draft = errorDraft(status, message, extra, fault.body === 'earlier' ? 'earlier' : style);
  return fault.retryAfterSeconds === undefined
    ? draft
    : { ...draft, headers: { ...draft.headers, 'retry-after': String(fault.retryAfterSeconds) } };
}

/** What a proxy on the way says. */
const HTML = (status: number): string =>
  `<!DOCTYPE html>\n<html><head><title>${status} Error</title></head>\n<body><center><h1>${status} Error</h1></center><hr><center>nginx</center></body></html>\n`;

export function spoil(draft: Draft, fault: Fault): Draft {
  const headers = { ...draft.headers, ...fault.headers };
  const { body } = fault;
  if (body === 'empty') return { ...draft, text: '', headers };
  if (body === 'html')
    return { ...draft, text: HTML(draft.status), headers: { ...headers, 'content-type': 'text/html' } };
  if (body === 'truncated')
    return { ...draft, text: draft.text.slice(0, Math.floor(draft.text.length * 0.6)), headers };
  if (typeof body === 'object') return { ...draft, text: body.text, headers };
  return { ...draft, headers };
}

/** "Responses are gzip-compressed when the client sends Accept-Encoding: gzip", in-process as well as over HTTP. */
export function toReply(draft: Draft, acceptEncoding: string | undefined, latencyMs: number): Reply {
  const bytes = new TextEncoder().encode(draft.text);
  if (!/\bgzip\b/.test(acceptEncoding ?? ''))
    return { status: draft.status, headers: { ...draft.headers }, body: bytes, latencyMs };
  return {
    status: draft.status,
    headers: { ...draft.headers, 'content-encoding': 'gzip', vary: 'Accept-Encoding' },
    // The quickest: answers are packed by the thousand, and nobody keeps them.
    body: new Uint8Array(gzipSync(bytes, { level: 1 })),
    latencyMs,
  };
}
