import * as z from 'zod/mini';
import { lazy } from '../core/lazy';
import { unreadable } from './wire';

const created = lazy(() => z.looseObject({ success: z.boolean(), codeExpiresInMinutes: z.optional(z.number()) }));

const verified = lazy(() =>
  z.looseObject({
    apiKey: z.string(),
    clientId: z.string(),
    expiresAt: z.optional(z.nullable(z.string())),
    requestsIncluded: z.optional(z.nullable(z.number())),
  }),
);

export type TrialKey = z.infer<ReturnType<typeof verified>>;

export function parseTrialRequested(body: unknown): { codeExpiresInMinutes: number } {
  const result = z.safeParse(created(), body);
  if (!result.success || !result.data.success) throw unreadable('createTrialKey');
  return { codeExpiresInMinutes: result.data.codeExpiresInMinutes ?? 15 };
}

export function parseTrialKey(body: unknown): TrialKey {
  const result = z.safeParse(verified(), body);
  if (!result.success) throw unreadable('verifyTrialKey');
  return result.data;
}
