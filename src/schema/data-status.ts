import { badInput } from '../core/error';
import { isRecord, nearest } from '../core/text';
import { FORMULA } from './said-text';
import type { FieldType } from './profile-field';
import { readAs, unreadable } from './wire';

/** checkDataStatus: what influData has of a creator (contract; for creators not in the database: notes, item 7). */
export interface DataStatus {
  isInDatabase: boolean;
  isBeingProcessed?: boolean;
  followers?: number;
  isPrivate?: boolean;
  hasAudienceData?: boolean;
  isAddedToWeeklyRefresh?: boolean;
  [name: string]: unknown;
}

/** What we go by, whatever it is written as; the rest is shown as it came. */
const TYPES: Readonly<Record<string, FieldType>> = {
  isBeingProcessed: 'boolean',
  followers: 'number',
  isPrivate: 'boolean',
  hasAudienceData: 'boolean',
  isAddedToWeeklyRefresh: 'boolean',
};

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

export type StatusWord = 'ready' | 'no audience data' | 'queued' | 'private';

export function parseDataStatus(body: unknown): DataStatus {
  const isInDatabase = isRecord(body) ? readAs('boolean', body['isInDatabase']) : undefined;
  if (!isRecord(body) || typeof isInDatabase !== 'boolean') throw unreadable();
  const read = Object.entries(TYPES).map(([name, type]) => {
    const value = readAs(type, body[name]);
    return [name, typeof value === 'number' && value < 0 ? undefined : value];
  });
  return { ...body, ...Object.fromEntries(read), isInDatabase };
}

export function statusWord(status: DataStatus): StatusWord {
  if (!status.isInDatabase) return 'queued';
  if (status.isPrivate) return 'private';
  return status.hasAudienceData ? 'ready' : 'no audience data';
}
