import type { Feature } from './platform';

/** One row of the contract's tables "Request budget & costs" and "Platform coverage". */
export interface Endpoint {
  method: 'GET' | 'POST';
  /** Whether a Bearer key is needed; only the sign-up goes without. */
  auth: boolean;
  /** The coverage that the platform parameter needs; absent where there is no platform. */
  feature?: Feature;
  cost: { requests: number; per: 'call' | 'piece'; withAudienceReport?: number };
}

const FREE = { requests: 0, per: 'call' } as const;

export const ENDPOINTS = {
  createTrialKey: { method: 'POST', auth: false, cost: FREE },
  verifyTrialKey: { method: 'POST', auth: false, cost: FREE },
  getUserData: {
    method: 'GET',
    auth: true,
    feature: 'profile',
    cost: { requests: 1, per: 'call', withAudienceReport: 20 },
  },
  checkDataStatus: { method: 'GET', auth: true, feature: 'status', cost: FREE },
  bulkAddToEnrich: { method: 'POST', auth: true, feature: 'status', cost: FREE },
  discovery: { method: 'GET', auth: true, feature: 'discovery', cost: { requests: 1, per: 'call' } },
  getContent: { method: 'GET', auth: true, feature: 'content', cost: { requests: 1, per: 'piece' } },
  getClientInfo: { method: 'GET', auth: true, cost: FREE },
  getCitiesForCountry: { method: 'GET', auth: true, cost: FREE },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof ENDPOINTS;

export const BASE_PATH = '/api/externalAPI/';

export function isEndpoint(name: string): name is EndpointName {
  return Object.hasOwn(ENDPOINTS, name);
}
