import * as z from 'zod/mini';
import { lazy } from '../core/lazy';
import { isRecord } from '../core/text';
import { unreadable } from './wire';

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
    /** Ours: see `compactPage`. */
    cut: z.optional(z.array(z.string())),
  }),
);

export type FoundCreator = z.infer<ReturnType<typeof found>>;

/** One page of a search: at most 20 creators, and how many match in all. */
export interface DiscoveryPage {
  creators: FoundCreator[];
  count: number;
  /** The API's names of fields that were too long to keep. */
  cut: readonly string[];
}

/** An entry that cannot be read is left out; the page stays usable, since it is paid for. */
export function parseDiscovery(body: unknown): DiscoveryPage {
  const result = z.safeParse(wire(), body);
  if (!result.success) throw unreadable('discovery');
  const creators: FoundCreator[] = [];
  for (const entry of result.data.users) {
    const parsed = z.safeParse(found(), entry);
    if (parsed.success) creators.push(parsed.data);
    else if (isRecord(entry) && typeof entry['_id'] === 'string') creators.push({ _id: entry['_id'] });
  }
  return { creators, count: result.data.count ?? creators.length, cut: result.data.cut ?? [] };
}

const LONGEST_KEPT = 60;

/**
 * A page as it is kept for weeks, as a body that `parseDiscovery` reads: numbers and short texts. `cut` names what was too
 * long, which is not the same as what was not there.
 */
export function compactPage({ creators, count }: Pick<DiscoveryPage, 'creators' | 'count'>): unknown {
  const cut = new Set<string>();
  const users = creators.map((creator) =>
    Object.fromEntries(
      Object.entries(creator).flatMap(([name, value]): [string, unknown][] => {
        if (value === null || value === undefined) return [];
        if (typeof value === 'number' || typeof value === 'boolean') return [[name, value]];
        if (typeof value === 'string' && value.length <= LONGEST_KEPT) return [[name, value]];
        if (typeof value === 'string' && name === 'displayName')
          return [
            [
              name,
              `${Array.from(value)
                .slice(0, LONGEST_KEPT - 1)
                .join('')}…`,
            ],
          ];
        cut.add(name);
        return [];
      }),
    ),
  );
  return { users, count, cut: [...cut] };
}
