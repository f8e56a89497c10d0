import * as z from 'zod/mini';
import { lazy } from '../core/lazy';
import { isRecord } from '../core/text';

/** How long a code is valid by the contract, used where the answer does not say. */
const CODE_MINUTES = 15;

const filled = lazy(() => z.string().check(z.refine((text) => text.trim() !== '')));
const verified = lazy(() => z.looseObject({ apiKey: filled(), clientId: filled() }));

/** What verifyTrialKey issues, only once. Only key and client id are required, so that nothing else can lose them. */
export interface TrialKey {
  apiKey: string;
  clientId: string;
  /** ISO 8601. */
  expiresAt?: string;
  requestsIncluded?: number;
}

/** createTrialKey: a code is on its way. Undefined where the answer does not say so. */
export function parseTrialRequested(body: unknown): { codeExpiresInMinutes: number } | undefined {
  if (!isRecord(body) || body['success'] !== true) return undefined;
  const minutes = body['codeExpiresInMinutes'];
  return { codeExpiresInMinutes: typeof minutes === 'number' ? minutes : CODE_MINUTES };
}

/** verifyTrialKey. Undefined where no key can be read. */
export function parseTrialKey(body: unknown): TrialKey | undefined {
  const result = z.safeParse(verified(), body);
  if (!result.success) return undefined;
  const { apiKey, clientId, expiresAt, requestsIncluded } = result.data;
  return {
    apiKey,
    clientId,
    ...(typeof expiresAt === 'string' ? { expiresAt } : {}),
    ...(typeof requestsIncluded === 'number' ? { requestsIncluded } : {}),
  };
}
