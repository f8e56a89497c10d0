import { categoryKey } from './category';
import { creatorKey, creatorOfHandle } from './creator';
import { readFilters, type FilterTable } from './filter';
import type { Platform } from './platform';
import { languageCode } from './place-name';
import { NO_SHEET, type Reading } from './reading';
import { searchTable, type Search } from './search';

/** What is known of a creator whose like are looked for; texts as influData gave them. */
export interface AlikeFacts {
  platform: Platform;
  country?: string | undefined;
  language?: string | undefined;
  /** Parted by commas. */
  categories?: string | undefined;
  followers?: number | undefined;
}

/** A filter that such a search goes without, and why. */
export interface AlikeGap {
  /** As in `SEARCH_FILTERS`; of a range its smaller end. */
  name: string;
  /** `lacking`: the platform has none; `unknown`: nothing is known of it; `unread`: what is known is no value of the filter. */
  why: 'lacking' | 'unknown' | 'unread';
}

/** Half to twice the followers, and the same country, language and categories, as far as there are such filters. */
export function alikeSearch(
  { platform, country, language, categories, followers = 0 }: AlikeFacts,
  reading: Reading = NO_SHEET,
  table: FilterTable = searchTable(platform),
): { search: Search; gaps: AlikeGap[] } {
  const keys = (categories ?? '').split(',').flatMap((each) => categoryKey(each) ?? []);
  const wanted: readonly (readonly [name: string, known: unknown, value: unknown])[] = [
    ['categories', categories, keys],
    ['country', country, country],
    ['language', language, language && languageCode(language)],
    ['followerMin', followers, followers > 1 ? Math.floor(followers / 2) : ''],
    ['followerMax', followers, followers > 1 ? followers * 2 : ''],
  ];
  // A name that influData's search may not know would find nobody, and cost a request.
  const sure = { ...reading, isSure: () => false };
  const { filters } = readFilters(table, Object.fromEntries(wanted.map(([name, , value]) => [name, value])), sure);
  const gaps = wanted.flatMap(([name, known]): AlikeGap[] => {
    if (filters[name] !== undefined || name === 'followerMax') return [];
    const isLacking = !table.filters.some((filter) => filter.name === name);
    return [{ name, why: isLacking ? 'lacking' : known ? 'unread' : 'unknown' }];
  });
  return { search: { platform, filters }, gaps };
}

/** Every name of a creator that a search found, as `creatorKey` has them. */
export const foundNames = (platform: Platform, id: string, username: string): string[] => [
  ...(id === '' ? [] : [creatorKey({ by: '_id', id })]),
  ...(username === '' ? [] : [creatorKey(creatorOfHandle(platform, username))]),
];
