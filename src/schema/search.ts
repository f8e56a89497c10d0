import { hashText } from '../core/text';
import { isNamed, readFilters, type FilterTable } from './filter';
import { badFilter, type FilterProblem } from './filter-problem';
import { PLATFORMS, type Platform } from './platform';
import type { Reading } from './reading';
import { choicesOf, filtersOf, SEARCH_FILTERS } from './search-filter';

/** A search: one platform, and filters as discovery wants them, each a text. */
export interface Search {
  platform: Platform;
  filters: Record<string, string>;
}

/** The filters that a platform has. */
export const searchTable = (platform: Platform): FilterTable => ({
  filters: filtersOf(platform),
  choicesOf: (filter) => choicesOf(filter, platform),
  lacks: (given) =>
    SEARCH_FILTERS.some(isNamed(given))
      ? { name: given.trim(), code: 'lacking', figures: { platform: PLATFORMS[platform].label } }
      : undefined,
});

/** Reads filters for a platform; blanks are left out. Throws `badInput` with the first problem. */
export function parseSearch(platform: Platform, values: Readonly<Record<string, unknown>>, reading?: Reading): Search {
  const { search, problems } = readSearch(platform, values, reading);
  if (problems[0]) throw badFilter(problems[0]);
  return search;
}

/** The same with every problem. */
export function readSearch(
  platform: Platform,
  values: Readonly<Record<string, unknown>>,
  reading?: Reading,
): { search: Search; problems: FilterProblem[] } {
  const { filters, problems } = readFilters(searchTable(platform), values, reading);
  if (filters['city'] !== undefined && filters['country'] === undefined)
    problems.push({ name: 'city', code: 'cityAlone' });
  return { search: { platform, filters }, problems };
}

/** `country=Germany; followerMin=10000`: what INFLU_SEARCH reads. */
export const filterText = ({ filters }: Partial<Search> & Pick<Search, 'filters'>): string =>
  Object.entries(filters)
    .map(([name, value]) => `${name}=${value.replace(/,/g, ', ')}`)
    .join('; ');

const LONGEST_KEY = 120;

/** One text for one search, whatever the order in which lists were typed: what its pages are filed under. */
export function searchKey({ platform, filters }: Search): string {
  const text = Object.entries(filters)
    .map(([name, value]) => `${name}=${value.replace(/[&=%]/g, encodeURIComponent).split(',').sort().join(',')}`)
    .join('&');
  return `${platform}?${text.length > LONGEST_KEY ? hashText(text) + hashText(text, 1) : text}`;
}
