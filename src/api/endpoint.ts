import { badInput } from '../core/error';
import type { HttpRequest } from '../core/ports';
import { REPLY } from '../schema/said-text';

/** The one place that names the API's host. The manifest's urlFetchWhitelist names it too. */
export const API_BASE = 'https://app.infludata.com/api/externalAPI';

/** All nine (contract). Costs are in `api/price`, platforms in `schema/platform`. */
export const ENDPOINTS = {
  createTrialKey: { method: 'post', auth: false },
  verifyTrialKey: { method: 'post', auth: false },
  getUserData: { method: 'get', auth: true },
  checkDataStatus: { method: 'get', auth: true },
  bulkAddToEnrich: { method: 'post', auth: true },
  discovery: { method: 'get', auth: true },
  getContent: { method: 'get', auth: true },
  getClientInfo: { method: 'get', auth: true },
  getCitiesForCountry: { method: 'get', auth: true },
} as const satisfies Record<string, { method: 'get' | 'post'; auth: boolean }>;

export type EndpointName = keyof typeof ENDPOINTS;

export interface ApiCall {
  endpoint: EndpointName;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: Record<string, unknown>;
}

/** Google sends addresses of up to 2 KB (platform, quotas). */
const LONGEST_URL = 2_048;

/** Throws `badInput` for what cannot be sent. */
export function httpRequest(
  { endpoint, query = {}, headers = {}, body }: ApiCall,
  key: string,
  timeoutSeconds: number,
): HttpRequest {
  const { method, auth } = ENDPOINTS[endpoint];
  const search = Object.entries(query)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&');
  const url = `${API_BASE}/${endpoint}${search === '' ? '' : `?${search}`}`;
  if (url.length > LONGEST_URL) throw badInput(REPLY.requestTooLong);
  return {
    method,
    url,
    headers: { ...(auth ? { Authorization: `Bearer ${key}` } : {}), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    timeoutSeconds,
  };
}

function encoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw badInput(REPLY.halfCharacter);
  }
}
