import { lazy } from '../../core/lazy';
import { parseBulkEnrich } from '../../schema/bulk-enrich';
import { parseCities } from '../../schema/cities';
import { parseClientInfo } from '../../schema/client-info';
import { parseContent } from '../../schema/content';
import { parseDataStatus } from '../../schema/data-status';
import { parseDiscovery } from '../../schema/discovery';
import { parseProfile } from '../../schema/profile';
import type { AnswerType } from '../../schema/answer-shape';

/** One call of the probe, and what the contract promises of its answer. */
export interface Probe {
  name: string;
  endpoint: string;
  method: 'GET' | 'POST';
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  /** At most, in requests (contract, Request budget & costs). */
  price: number;
  /** Statuses that the contract has for it where nothing is wrong. */
  statuses: readonly number[];
  /** Throws where the add-on could not read the answer. */
  read: (body: unknown) => unknown;
  /** Fields that the contract shows, with `[]` for each entry of a list. */
  fields: Readonly<Record<string, AnswerType>>;
  /** Fields that only some creators or pieces have. */
  optional?: readonly string[];
  /** Fields that other public texts tell of: neither missing nor unknown. */
  also?: readonly string[];
  /** What is compared with the catalogue of fields and the sections of an audience. */
  holds?: 'profile' | 'audience' | 'piece' | 'creators';
}

/** Fields of the entries of a list or of an object, by their type. */
const under = (prefix: string, names: Partial<Record<AnswerType, string>>): Record<string, AnswerType> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([type, list]) => list.split(' ').map((name) => [prefix + name, type as AnswerType])),
  );

/** Public accounts that surely are in the database: the contract's own examples. */
const HANDLE = 'adidas';

const profile = (name: string, query: Record<string, string>, more: Partial<Probe> = {}): Probe => ({
  name,
  endpoint: 'getUserData',
  method: 'GET',
  query,
  price: 1,
  statuses: [200],
  read: parseProfile,
  fields: {},
  holds: 'profile',
  ...more,
});

const discovery = (name: string, query: Record<string, string>, hasScore: boolean): Probe => ({
  name,
  endpoint: 'discovery',
  method: 'GET',
  query,
  price: 1,
  statuses: [200],
  read: parseDiscovery,
  fields: {
    users: 'list',
    ...under('users[].', {
      text: '_id username displayName platform country',
      number: `followers engagementMean${hasScore ? ' score' : ''}`,
    }),
    count: 'number',
    dataSuccess: 'boolean',
  },
  optional: ['users[].displayName', 'users[].country', 'users[].engagementMean'],
  holds: 'creators',
});

export const clientInfoProbe = (clientId: string | undefined): Probe => ({
  name: clientId === undefined ? 'client info without client id' : 'client info',
  endpoint: 'getClientInfo',
  method: 'GET',
  ...(clientId === undefined ? {} : { query: { clientId } }),
  price: 0,
  statuses: clientId === undefined ? [200, 400] : [200],
  read: parseClientInfo,
  fields: { clientId: 'text', reportsLeft: 'number', reports: 'list', createdDate: 'text' },
});

/** Free ones first, then what tells most for its price. The sign-up is not asked: its caps are others' too. */
export const probes = lazy((): readonly Probe[] => [
  {
    name: 'cities of Germany',
    endpoint: 'getCitiesForCountry',
    method: 'GET',
    query: { country: 'Germany' },
    price: 0,
    statuses: [200],
    read: parseCities,
    fields: { '[]': 'text' },
  },
  {
    name: 'data status',
    endpoint: 'checkDataStatus',
    method: 'GET',
    query: { platform: 'instagram', username: HANDLE },
    price: 0,
    statuses: [200],
    read: parseDataStatus,
    fields: under('', {
      text: 'creatorId username platform lastRefreshDate lastAudienceDataRefresh',
      number: 'followers timelineDatapoints',
      boolean: 'isInDatabase hasAudienceData isAddedToRefresh isAddedToWeeklyRefresh',
    }),
    optional: ['lastAudienceDataRefresh'],
    also: ['displayName', 'following', 'posts', 'isPrivate', 'firstTimelineDate', 'recentTimelineDate'],
  },
  {
    name: 'queue for enrichment',
    endpoint: 'bulkAddToEnrich',
    method: 'POST',
    body: { platform: 'instagram', usernames: [HANDLE], userIds: [], addToWeeklyEnrichment: false },
    price: 0,
    statuses: [200],
    read: parseBulkEnrich,
    fields: {
      processed: 'list',
      ...under('processed[].', {
        text: 'identifier type creatorId',
        boolean: 'isNewUser addedToInstant addedToWeekly',
      }),
      failed: 'list',
      ...under('summary.', { number: 'total existingInDatabase newlyAdded addedToInstant addedToWeekly failed' }),
    },
  },
  profile('profile with scores', { platform: 'instagram', username: HANDLE, showDatalogAndScore: 'true' }),
  discovery('search with keywords', { platform: 'instagram', keywords: 'fitness', country: 'Germany' }, true),
  {
    name: 'one post',
    endpoint: 'getContent',
    method: 'GET',
    query: { platform: 'instagram', username: HANDLE, min_followers: '0', limit: '1' },
    price: 1,
    statuses: [200],
    read: parseContent,
    fields: {
      items: 'list',
      ...under('items[].', {
        text: 'contentId platform contentType uploaded username captions imageUrl videoUrl',
        number: 'reach likes comments engagementRate viralFactor followers',
        list: 'hashtags mentions',
      }),
      next_cursor: 'text',
      ...under('watermark.', { text: 'created_at_max last_id' }),
      ...under('', { number: 'tokensDeducted tokensRemaining' }),
    },
    optional: ['items[].videoUrl', 'next_cursor'],
    holds: 'piece',
  },
  profile(
    'audience report',
    { platform: 'instagram', username: HANDLE, includeAudienceReport: 'true', showDatalogAndScore: 'true' },
    { price: 20, statuses: [200, 202], holds: 'audience' },
  ),
  profile('profile on YouTube', { platform: 'youtube', username: '@MrBeast' }),
  discovery('search without keywords', { platform: 'tiktok', country: 'Germany', followerMin: '10000' }, false),
  profile('profile on TikTok', { platform: 'tiktok', username: 'khaby.lame', showDatalogAndScore: 'true' }),
]);
