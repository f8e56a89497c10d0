import { DISCOVERY_PAGE_SIZE } from '../schema/discovery';
import { searchKey, type Search } from '../schema/search';
import { PRICES } from './price';
import type { Question } from './question';

/** discovery, 1 request: one page of 20 creators; pages count from 1. */
export const searchQuestion = (search: Search, page: number): Question => ({
  key: `search:${searchKey(search)}#${page}`,
  kind: 'search',
  call: {
    endpoint: 'discovery',
    query: {
      platform: search.platform,
      ...search.filters,
      ...(page > 1 ? { skipCount: String((page - 1) * DISCOVERY_PAGE_SIZE) } : {}),
    },
  },
  requests: PRICES.search,
});

/** Pages that a search has: never a page beyond its count. */
export const pagesOf = (count: number): number => Math.ceil(count / DISCOVERY_PAGE_SIZE);
