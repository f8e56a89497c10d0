import * as z from 'zod/mini';
import { InfluError } from '../core/error';
import { lazy } from '../core/lazy';
import { beginningOf, isRecord } from '../core/text';
import { unreadable } from './wire';
import { SEARCH_TEXT } from './said-text';

export const DISCOVERY_PAGE_SIZE = 20;

const found = lazy(() =>
  z.looseObject({
    _id: z.string(),
    username: z.optional(z.nullable(z.string())),
    displayName: z.optional(z.nullable(z.string())),
    followers: z.optional(z.nullable(z.number())),
    platform: z.optional(z.nullable(z.string())),
    country: z.optional(z.nullable(z.string())),
    engagementMean: z.optional(z.nullable(z.number())),
    score: z.optional(z.nullable(z.number())),
  }),
);

const wire = lazy(() =>
  z.looseObject({
    users: z.array(z.unknown()),
    count: z.optional(z.nullable(z.number())),
    dataSuccess: z.optional(z.nullable(z.boolean())),
    /** Ours, both: see `compactPage`. */
    cut: z.optional(z.array(z.string())),
    came: z.optional(z.number()),
  }),
);

export type FoundCreator = z.infer<ReturnType<typeof found>>;

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
 * An entry that cannot be read is left out; the page stays usable, since it is paid for. Throws `unreadable`, and `apiDown`
 * where the answer says of itself that the search failed: that nobody matches would be a wrong number.
 */
export function parseDiscovery(body: unknown): DiscoveryPage {
  const result = z.safeParse(wire(), body);
  if (!result.success) throw unreadable();
  if (result.data.dataSuccess === false) throw new InfluError('apiDown', SEARCH_TEXT.failed);
  const creators: FoundCreator[] = [];
  for (const entry of result.data.users) {
    const parsed = z.safeParse(found(), entry);
    const id = isRecord(entry) ? entry['_id'] : undefined;
    // Without an id nobody can tell whether a creator stands there already.
    if (typeof id === 'string' && id !== '') creators.push(parsed.success ? parsed.data : { _id: id });
  }
  const { users, count, cut = [], came = users.length } = result.data;
  const isCounted = typeof count === 'number';
  return { creators, count: Math.max(count ?? 0, creators.length), isCounted, cut, came };
}

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
