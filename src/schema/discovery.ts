import * as z from 'zod/mini';
import { InfluError } from '../core/error';
import { lazy } from '../core/lazy';
import { beginningOf, entryOf, isBlank, isRecord } from '../core/text';
import { isWhole, readAs, unreadable } from './wire';
import { SEARCH_TEXT } from './said-text';

export const DISCOVERY_PAGE_SIZE = 20;

/** What is read of a creator, by its type; another type is none of it. */
const TYPES: Readonly<Record<string, 'string' | 'number'>> = {
  username: 'string',
  displayName: 'string',
  followers: 'number',
  platform: 'string',
  country: 'string',
  engagementMean: 'number',
  score: 'number',
};

export interface FoundCreator {
  _id: string;
  username?: string | null;
  displayName?: string | null;
  followers?: number | null;
  platform?: string | null;
  country?: string | null;
  engagementMean?: number | null;
  score?: number | null;
  [name: string]: unknown;
}

const wire = lazy(() =>
  z.looseObject({
    users: z.nullable(z.array(z.unknown())),
    count: z.optional(z.unknown()),
    dataSuccess: z.optional(z.unknown()),
    /** Ours, both: see `compactPage`. */
    cut: z.optional(z.array(z.string())),
    came: z.optional(z.number()),
  }),
);

/** One page of a search: at most 20 creators, and how many match in all. */
export interface DiscoveryPage {
  creators: FoundCreator[];
  /** How many match in all; where the answer did not say, those of this page. */
  count: number;
  isCounted: boolean;
  /** Entries on the page, with those that could not be read: fewer than 20 on the last page only. */
  came: number;
  /** The API's names of fields that were too long to keep. */
  cut: readonly string[];
}

/**
 * An entry that cannot be read is left out; the page stays usable, since it is paid for. Throws `unreadable`, also where
 * that is all of them, and `apiDown` where the answer says of itself that the search failed: that nobody matches would be
 * a wrong number.
 */
export function parseDiscovery(body: unknown): DiscoveryPage {
  const result = z.safeParse(wire(), body);
  if (!result.success) throw unreadable();
  const count = numberIn(result.data.count);
  const users = result.data.users ?? [];
  if (readAs('boolean', result.data.dataSuccess) === false || (users.length === 0 && !isBlank(result.data['error'])))
    throw new InfluError('apiDown', SEARCH_TEXT.failed);
  const creators: FoundCreator[] = [];
  for (const entry of users) {
    // Without an id nobody can tell whether a creator stands there already.
    const id = isRecord(entry) ? (isWhole(entry['_id']) ? String(entry['_id']) : entry['_id']) : undefined;
    if (isRecord(entry) && typeof id === 'string' && id !== '') creators.push({ ...readable(entry), _id: id });
  }
  const { cut = [], came = users.length } = result.data;
  if (creators.length === 0 && (came > 0 || (result.data.users === null && count !== 0))) throw unreadable();
  return { creators, count: Math.max(count ?? 0, creators.length), isCounted: count !== undefined, cut, came };
}

/** Without the fields that are of another type than they should be: the others are paid for as well. */
const readable = (entry: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entry).flatMap(([name, value]): [string, unknown][] => {
      const type = entryOf(TYPES, name);
      const read = type === 'number' && value !== null ? numberIn(value) : value;
      return type === undefined || read === null || typeof read === type ? [[name, read]] : [];
    }),
  );

/** A number, also one that is written as a text. */
const numberIn = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && number >= 0 ? number : undefined;
};

const LONGEST_KEPT = 60;

/**
 * A page as it is kept for weeks, as a body that `parseDiscovery` reads: numbers and short texts. `cut` names what was too
 * long, which is not the same as what was not there.
 */
export function compactPage({ creators, count, isCounted, came }: Omit<DiscoveryPage, 'cut'>): unknown {
  const cut = new Set<string>();
  const users = creators.map((creator) =>
    Object.fromEntries(
      Object.entries(creator).flatMap(([name, value]): [string, unknown][] => {
        if (value === null || value === undefined) return [];
        if (typeof value === 'number' || typeof value === 'boolean') return [[name, value]];
        if (typeof value === 'string' && value.length <= LONGEST_KEPT) return [[name, value]];
        if (typeof value === 'string' && name === 'displayName') return [[name, beginningOf(value, LONGEST_KEPT)]];
        cut.add(name);
        return [];
      }),
    ),
  );
  return { users, ...(isCounted ? { count } : {}), cut: [...cut], came };
}
