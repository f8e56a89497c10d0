import * as z from 'zod/mini';
import { badInput } from '../core/error';
import { lazy } from '../core/lazy';
import { nearest } from '../core/text';
import { FORMULA } from './said-text';
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

/** Every field that the contract names, and our own word for the whole. */
const FIELDS =
  'status isInDatabase isBeingProcessed creatorId username platform displayName followers following posts isPrivate lastRefreshDate lastAudienceDataRefresh hasAudienceData timelineDatapoints firstTimelineDate recentTimelineDate isAddedToRefresh isAddedToWeeklyRefresh'.split(
    ' ',
  );

const isSameName = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

export const isStatusField = (name: string): boolean => FIELDS.some((field) => isSameName(field, name));

/** Throws `badInput` for what is spelled almost like a field: it would stay blank. */
export function typedStatusField(name: string): string {
  const guess = isStatusField(name) || name.length < SHORTEST_GUESSED ? undefined : nearest(name, FIELDS, 0);
  if (guess === undefined) return name;
  throw badInput(FORMULA.noField(name, guess));
}

/** Shorter words are like too many others. */
const SHORTEST_GUESSED = 5;

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
