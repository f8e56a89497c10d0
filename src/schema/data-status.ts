import * as z from 'zod/mini';
import { lazy } from '../core/lazy';
import { unreadable } from './wire';

/** checkDataStatus: what influData has of a creator (contract; for creators not in the database: notes, item 7). */
const wire = lazy(() =>
  z.looseObject({
    isInDatabase: z.boolean(),
    isBeingProcessed: z.optional(z.boolean()),
    creatorId: z.optional(z.nullable(z.string())),
    username: z.optional(z.nullable(z.string())),
    followers: z.optional(z.nullable(z.number())),
    isPrivate: z.optional(z.nullable(z.boolean())),
    hasAudienceData: z.optional(z.nullable(z.boolean())),
    isAddedToWeeklyRefresh: z.optional(z.nullable(z.boolean())),
  }),
);

export type DataStatus = z.infer<ReturnType<typeof wire>>;

export type StatusWord = 'ready' | 'no audience data' | 'queued' | 'private';

export function parseDataStatus(body: unknown): DataStatus {
  const result = z.safeParse(wire(), body);
  if (!result.success) throw unreadable();
  return result.data;
}

export function statusWord(status: DataStatus): StatusWord {
  if (!status.isInDatabase) return 'queued';
  if (status.isPrivate) return 'private';
  return status.hasAudienceData ? 'ready' : 'no audience data';
}
