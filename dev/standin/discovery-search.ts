import type { Creator } from './creator';
import { discoveryTests } from './discovery-filters';
import { discoveryOrder, type Hit } from './discovery-sorting';
import { listOf } from './call';
import type { Platform } from './platform';
import { KEYWORD_FIELDS, termMatcher, type KeywordField } from './search-text';
import type { World } from './world';

/** Lists kept; the one used longest ago goes. */
const KEPT_SEARCHES = 40;

/** How much a hit in each field counts for relevance. */
const FIELD_WEIGHT: Record<KeywordField, number> = { bio: 40, hashtags: 25, content: 20, website: 15 };

export type DiscoverySearch = ReturnType<typeof createDiscoverySearch>;

/** Scans a platform's creators once for each query and keeps the ordered hits while pages are turned. */
export function createDiscoverySearch({ roster }: Pick<World, 'roster'>) {
  const searches = new Map<string, Hit[]>();

  /** Undefined where no term matches. The best possible hit, every term in every field, is 100. */
  function relevanceOf(
    creator: Creator,
    terms: readonly ((text: string) => boolean)[],
    fields: readonly KeywordField[],
  ): number | undefined {
    const text = roster.searchText(creator);
    const possible = fields.reduce((sum, field) => sum + FIELD_WEIGHT[field], 0);
    let best = 0;
    let sum = 0;
    for (const term of terms) {
      const reached =
        fields.reduce((total, field) => total + (term(text[field]) ? FIELD_WEIGHT[field] : 0), 0) / possible;
      best = Math.max(best, reached);
      sum += reached;
    }
    return best === 0 ? undefined : Math.round((best * 0.7 + (sum / terms.length) * 0.3) * 1000) / 10;
  }

  return (query: Record<string, string>, platform: Platform, fields: readonly KeywordField[], atMs: number): Hit[] => {
    const tests = discoveryTests(query, platform);
    const order = discoveryOrder(query.sorting, platform);
    const { skipCount: _, ...rest } = query;
    const arrived = roster.arrived(platform, atMs);
    const key = JSON.stringify([
      Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)),
      fields,
      roster.version(),
      arrived.length,
      Math.floor(atMs / 60_000) * Math.sign(roster.version()),
    ]);
    const known = searches.get(key);
    if (known) {
      searches.delete(key);
      searches.set(key, known);
      return known;
    }
    const terms = listOf(query.keywords).map(termMatcher);
    const hits: Hit[] = [];
    for (const each of [...roster.listed(platform), ...arrived]) {
      const creator = roster.current(each, atMs);
      if (!tests.every((test) => test(creator))) continue;
      const relevance = terms.length === 0 ? undefined : relevanceOf(creator, terms, fields);
      if (terms.length > 0 && relevance === undefined) continue;
      hits.push(relevance === undefined ? { creator } : { creator, relevance });
    }
    hits.sort(order);
    searches.set(key, hits);
    if (searches.size > KEPT_SEARCHES) searches.delete(searches.keys().next().value as string);
    return hits;
  };
}

export function keywordFieldsOf(text: string | undefined): readonly KeywordField[] | undefined {
  const names = listOf(text);
  if (names.length === 0) return KEYWORD_FIELDS;
  return names.every((name): name is KeywordField => (KEYWORD_FIELDS as readonly string[]).includes(name))
    ? names
    : undefined;
}
