import { CONTENT_MIN_FOLLOWERS } from './content-page';
import type { Filter } from './filter';
import { PLATFORM_NAMES, PLATFORMS, supports, type Platform } from './platform';

/** Platforms whose posts influData has. */
export const CONTENT_PLATFORMS: readonly Platform[] = PLATFORM_NAMES.filter((name) => supports(name, 'content'));

/** What a platform has (contract, getContent parameters). */
const TYPES: readonly (readonly [type: string, ...platforms: Platform[]])[] = [
  ['post', 'instagram'],
  ['reel', 'instagram'],
  ['story', 'instagram'],
  ['video', 'tiktok', 'youtube'],
  ['short', 'youtube'],
];

/** Types of content that any of the platforms has. */
export const contentTypesOf = (platforms: readonly string[]): string[] =>
  TYPES.filter(([, ...having]) => having.some((platform) => platforms.includes(platform))).map(([type]) => type);

/** `TikTok and YouTube`: the platforms that have the type. */
export const whereIsType = (type: string): string =>
  TYPES.flatMap(([name, ...having]) => (name === type ? having.map((platform) => PLATFORMS[platform].label) : [])).join(
    ' and ',
  );

/**
 * Every filter of getContent (contract, filter parameters), in the order in which they are sent. A date without a time is
 * a day of UTC: `uploadedFrom` its start, `uploadedTo` its end.
 */
export const CONTENT_FILTERS: readonly Filter[] = [
  { name: 'platform', type: 'list', choices: CONTENT_PLATFORMS, fallback: 'instagram,tiktok' },
  { name: 'username', type: 'list', longest: 1_000 },
  { name: 'keywords', type: 'list' },
  { name: 'tags', type: 'list' },
  { name: 'followerMin', type: 'number', max: 'followerMax', fallback: CONTENT_MIN_FOLLOWERS, also: 'min_followers' },
  { name: 'followerMax', type: 'number' },
  { name: 'viewsMin', type: 'number', max: 'viewsMax' },
  { name: 'viewsMax', type: 'number' },
  { name: 'uploadedFrom', type: 'date', max: 'uploadedTo', also: 'created_at_gte' },
  { name: 'uploadedTo', type: 'date', also: 'created_at_lte' },
  { name: 'contentTypes', type: 'list', choices: TYPES.map(([type]) => type) },
  { name: 'country', type: 'text' },
  { name: 'city', type: 'text', feature: 'demographics' },
  { name: 'gender', type: 'text', feature: 'demographics', choices: ['m', 'w'] },
  { name: 'language', type: 'text' },
  { name: 'sorting', type: 'text', choices: ['uploaded', 'reach', 'viral'] },
];
