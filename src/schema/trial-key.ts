import { isRecord } from '../core/text';
import { readAs } from './wire';

/** How long a code is valid by the contract, used where the answer does not say. */
const CODE_MINUTES = 15;

/** What verifyTrialKey issues, only once. The key alone is required, so that nothing else can lose it. */
export interface TrialKey {
  apiKey: string;
  /** Blank where the answer has none: then the balance is not known. */
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
  if (!isRecord(body)) return undefined;
  const [apiKey = '', clientId = ''] = [body['apiKey'], body['clientId']].map((text) =>
    String(readAs('text', text) ?? '').trim(),
  );
  if (apiKey === '') return undefined;
  const { expiresAt, requestsIncluded } = body;
  return {
    apiKey,
    clientId,
    ...(typeof expiresAt === 'string' ? { expiresAt } : {}),
    ...(typeof requestsIncluded === 'number' ? { requestsIncluded } : {}),
  };
}
