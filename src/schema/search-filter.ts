import { CATEGORIES } from './category';
import type { Filter } from './filter';
import { supports, type Platform } from './platform';

const AGES = [13, 80] as const;

/** Every filter of discovery (contract, discovery parameters; notes, item 6), in the order in which they are sent. */
export const SEARCH_FILTERS: readonly Filter[] = [
  { name: 'keywords', type: 'list' },
  { name: 'keywordFields', type: 'list', choices: ['bio', 'hashtags', 'content', 'website'] },
  { name: 'categories', type: 'list', choices: CATEGORIES.map(([key]) => key) },
  { name: 'country', type: 'text' },
  { name: 'city', type: 'text', feature: 'demographics' },
  { name: 'language', type: 'text' },
  { name: 'gender', type: 'text', feature: 'demographics', choices: ['m', 'w'] },
  { name: 'followerMin', type: 'number', max: 'followerMax' },
  { name: 'followerMax', type: 'number' },
  { name: 'engagementRate', type: 'number', isPercent: true },
  { name: 'growthRate', type: 'number', isPercent: true, bounds: [-100, Infinity] },
  { name: 'viewsMin', type: 'number', max: 'viewsMax' },
  { name: 'viewsMax', type: 'number' },
  { name: 'businessSearch', type: 'flag', feature: 'business' },
  { name: 'ageMin', type: 'number', feature: 'demographics', bounds: AGES, max: 'ageMax', earlier: true },
  { name: 'ageMax', type: 'number', feature: 'demographics', bounds: AGES, earlier: true },
  { name: 'reelPlaysMin', type: 'number', only: 'instagram', max: 'reelPlaysMax', earlier: true },
  { name: 'reelPlaysMax', type: 'number', only: 'instagram', earlier: true },
  { name: 'averageViewersMin', type: 'number', only: 'twitch', max: 'averageViewersMax', earlier: true },
  { name: 'averageViewersMax', type: 'number', only: 'twitch', earlier: true },
  { name: 'sorting', type: 'text' },
];

const SORT_FIELDS: readonly (readonly [field: string, only?: Platform])[] = [
  ['profileScore'],
  ['relevance'],
  ['followers'],
  ['engagementMean'],
  ['growthRate'],
  ['viewsPost'],
  ['username'],
  ['totalViews', 'tiktok'],
  ['averageViewers', 'twitch'],
];

export const sortFields = (platform: Platform): string[] =>
  SORT_FIELDS.flatMap(([field, only]) => (only === undefined || only === platform ? [field] : []));

/** `desc` and `followers` are sent as `descFollowers`. */
export const sorting = (direction: 'asc' | 'desc', field: string): string =>
  direction + field.slice(0, 1).toUpperCase() + field.slice(1);

const hasFilter = ({ feature, only }: Filter, platform: Platform): boolean =>
  (feature === undefined || supports(platform, feature)) && (only === undefined || only === platform);

/** What a platform has; the rest is neither offered nor sent. */
export const filtersOf = (platform: Platform): Filter[] =>
  SEARCH_FILTERS.filter((filter) => hasFilter(filter, platform));

/** What a filter of a platform can be; undefined: anything. */
export function choicesOf({ name, choices }: Filter, platform: Platform): readonly string[] | undefined {
  if (name === 'sorting')
    return sortFields(platform).flatMap((field) => [sorting('desc', field), sorting('asc', field)]);
  return name === 'keywordFields' && !supports(platform, 'website')
    ? choices?.filter((choice) => choice !== 'website')
    : choices;
}

export type { Filter };
