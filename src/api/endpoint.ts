import type { HttpRequest } from '../core/ports';

/** The one place that names the API's host. The manifest's urlFetchWhitelist names it too. */
export const API_BASE = 'https://app.infludata.com/api/externalAPI';

export type EndpointName =
  | 'createTrialKey'
  | 'verifyTrialKey'
  | 'getUserData'
  | 'checkDataStatus'
  | 'bulkAddToEnrich'
  | 'discovery'
  | 'getContent'
  | 'getClientInfo'
  | 'getCitiesForCountry';

interface Endpoint {
  method: 'get' | 'post';
  auth: boolean;
}

/** All nine (contract). Costs are in `spend/price`, platforms in `schema/platform`. */
export const ENDPOINTS: Record<EndpointName, Endpoint> = {
  createTrialKey: { method: 'post', auth: false },
  verifyTrialKey: { method: 'post', auth: false },
  getUserData: { method: 'get', auth: true },
  checkDataStatus: { method: 'get', auth: true },
  bulkAddToEnrich: { method: 'post', auth: true },
  discovery: { method: 'get', auth: true },
  getContent: { method: 'get', auth: true },
  getClientInfo: { method: 'get', auth: true },
  getCitiesForCountry: { method: 'get', auth: true },
};

export interface Call {
  endpoint: EndpointName;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: Record<string, unknown>;
}

export function httpRequest(
  { endpoint, query = {}, headers = {}, body }: Call,
  key: string,
  timeoutSeconds: number,
): HttpRequest {
  const { method, auth } = ENDPOINTS[endpoint];
  const search = Object.entries(query)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return {
    method,
    url: `${API_BASE}/${endpoint}${search === '' ? '' : `?${search}`}`,
    headers: { ...(auth ? { Authorization: `Bearer ${key}` } : {}), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    timeoutSeconds,
  };
}
