import type { ApiKey } from './keys';
import { ApiError } from './api-error';
import { covers, isPlatform, type Feature, type Platform } from './platform';
import type { ShapeManner } from './profile-shape';

/** One request that passed authentication and the burst windows, on its way to a route. */
export interface Call {
  endpoint: string;
  query: Record<string, string>;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Parsed JSON of a POST. */
  body: unknown;
  atMs: number;
  shape: ShapeManner;
  /** The caller's address, for the limits of the sign-up. */
  ip: string;
}

export interface KeyedCall extends Call {
  key: ApiKey;
}

/** A route's success; failures are thrown as ApiError. */
export interface Answer {
  status: number;
  body: unknown;
  charge?: { requests: number; what: string };
}

export function platformOf(text: unknown, feature: Feature): Platform {
  if (typeof text !== 'string' || text === '') throw new ApiError(400, 'Parameter platform is required');
  if (!isPlatform(text)) throw new ApiError(400, `Invalid platform: ${text}`);
  if (!covers(feature, text)) throw new ApiError(400, `Not available for platform ${text}`);
  return text;
}

/** A number parameter: undefined where absent or empty. */
export function numberOf(query: Record<string, string>, name: string): number | undefined {
  const text = query[name]?.trim();
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new ApiError(400, `Parameter ${name} must be a number`);
  return value;
}

export function flagOf(query: Record<string, string>, name: string): boolean {
  const text = query[name] ?? 'false';
  if (text !== 'true' && text !== 'false') throw new ApiError(400, `Parameter ${name} must be true or false`);
  return text === 'true';
}

/** A comma-separated list, trimmed, without empty terms. */
export function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/**
 * Refuses a call that the balance cannot pay. A trial key answers 403; an organization key whose month is used up 429
 * with `resetDate`, and 403 while some, but too few, requests are left. Checked before any look-up, so that nobody
 * learns for free what a look-up costs.
 */
export function requireBalance(key: ApiKey, requests: number): void {
  if (key.balance >= requests) return;
  if (key.kind === 'organization' && key.balance <= 0) {
    throw new ApiError(429, 'Monthly request limit exceeded', { resetDate: new Date(key.resetMs).toISOString() });
  }
  const available = Math.max(0, key.balance);
  throw new ApiError(
    403,
    `Insufficient request balance: ${requests} needed, ${available} left`,
    {},
    { required: requests, available },
  );
}
