import * as z from 'zod/mini';
import { lazy } from '../core/lazy';
import { unreadable } from './wire';

export const BULK_LIMIT = { organization: 100, trial: 10 } as const;

const item = lazy(() =>
  z.looseObject({
    identifier: z.string(),
    type: z.optional(z.nullable(z.string())),
    isNewUser: z.optional(z.nullable(z.boolean())),
    addedToInstant: z.optional(z.nullable(z.boolean())),
    addedToWeekly: z.optional(z.nullable(z.boolean())),
    error: z.optional(z.nullable(z.string())),
  }),
);

const wire = lazy(() => z.looseObject({ processed: z.optional(z.array(item())), failed: z.optional(z.array(item())) }));

/** bulkAddToEnrich: who was queued and who was not, with the reason. */
export interface BulkResult {
  processed: z.infer<ReturnType<typeof item>>[];
  failed: { identifier: string; error: string }[];
}

export function parseBulkEnrich(body: unknown): BulkResult {
  const result = z.safeParse(wire(), body);
  if (!result.success) throw unreadable();
  return {
    processed: result.data.processed ?? [],
    failed: (result.data.failed ?? []).map(({ identifier, error }) => ({ identifier, error: error ?? 'not accepted' })),
  };
}
