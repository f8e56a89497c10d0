// What UrlFetchApp refuses before anything leaves, and how it words what went wrong.
import { FETCH } from './limits';
import { ServiceError } from './service';
import type { FetchRequest } from './globals/fetch-request';
import type { TransportFailure } from './transport';

const PRIVATE_V4 = /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./;
const LOCAL_NAMES = /^(?:localhost|.*\.(?:localhost|local|internal))$/i;

const FAILURE_TEXTS: Record<TransportFailure['failed'], (url: string) => string> = {
  dns: (url) => `DNS error: ${url}`,
  address: (url) => `Address unavailable: ${url}`,
  timeout: (url) => `Timeout: ${url}`,
  // Nothing tells a connection lost after the charge from one that was never made.
  lost: (url) => `Address unavailable: ${url}`,
};

export function failureError(failed: TransportFailure['failed'], url: string): ServiceError {
  return new ServiceError(FAILURE_TEXTS[failed](url));
}

/** An entry is a case-sensitive prefix: https, a path, one leading `*.` in the host (manifest/allowlist-url). */
function matches(entry: string, url: string): boolean {
  const wildcard = /^https:\/\/\*\.([^/]+)(\/.*)$/.exec(entry);
  if (!wildcard) return entry.startsWith('https://') && entry.indexOf('/', 8) > 0 && url.startsWith(entry);
  const parts = /^https:\/\/([^/]+)(\/.*)$/.exec(url);
  return parts !== null && parts[1]!.endsWith(`.${wildcard[1]}`) && parts[2]!.startsWith(wildcard[2]!);
}

function checkHost(url: string): void {
  let host: string;
  try {
    const parsed = new URL(url);
    if (!/^https?:$/.test(parsed.protocol)) throw new TypeError('scheme');
    host = parsed.hostname;
  } catch {
    throw new ServiceError(`Invalid argument: ${url}`);
  }
  if (LOCAL_NAMES.test(host)) throw failureError('dns', url);
  if (PRIVATE_V4.test(host) || host.startsWith('[')) throw failureError('address', url);
}

/** Throws if the request may not be sent. */
export function checkRequest(request: FetchRequest, whitelist: string[] | undefined): void {
  const { url, headers, body } = request;
  if (url.length > FETCH.maxUrlCharacters) throw new ServiceError('Limit Exceeded: URLFetch URL Length.');
  if (whitelist && !whitelist.some((entry) => matches(entry, url))) {
    throw new ServiceError(`Request to ${url} failed because the URL has not been whitelisted in the script manifest.`);
  }
  checkHost(url);
  const headerBytes = headers.reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value),
    0,
  );
  if (headers.length > FETCH.maxHeaders || headerBytes > FETCH.maxHeaderBytes) {
    throw new ServiceError('Limit Exceeded: URLFetch Header Length.');
  }
  const bodyBytes = typeof body === 'string' ? Buffer.byteLength(body) : (body?.length ?? 0);
  if (bodyBytes > FETCH.maxBodyBytes) throw new ServiceError('Limit Exceeded: URLFetch POST Size.');
}

/** What `fetch` throws for a status of 400 and more unless exceptions are muted: scheme and host only, body cut. */
export function statusError(url: string, status: number, text: string): ServiceError {
  const { origin } = new URL(url);
  const shown = text.slice(0, FETCH.truncatedBodyCharacters);
  return new ServiceError(
    `Request failed for ${origin} returned code ${status}. Truncated server response: ${shown}${text.length > shown.length ? '...' : ''} (use muteHttpExceptions option to examine full response)`,
  );
}
