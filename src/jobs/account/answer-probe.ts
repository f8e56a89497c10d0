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
    'users[]._id': 'text',
    'users[].username': 'text',
    'users[].displayName': 'text',
    'users[].followers': 'number',
    'users[].platform': 'text',
    'users[].country': 'text',
    'users[].engagementMean': 'number',
    ...(hasScore ? { 'users[].score': 'number' as const } : {}),
    count: 'number',
    dataSuccess: 'boolean',
  },
  optional: ['users[].displayName', 'users[].country', 'users[].engagementMean'],
  holds: 'creators',
});

const STATUS_FIELDS = {
  isInDatabase: 'boolean',
  creatorId: 'text',
  username: 'text',
  platform: 'text',
  followers: 'number',
  lastRefreshDate: 'text',
  lastAudienceDataRefresh: 'text',
  hasAudienceData: 'boolean',
  timelineDatapoints: 'number',
  isAddedToRefresh: 'boolean',
  isAddedToWeeklyRefresh: 'boolean',
} as const;

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
export const PROBES: readonly Probe[] = [
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
    fields: STATUS_FIELDS,
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
      'processed[].identifier': 'text',
      'processed[].type': 'text',
      'processed[].isNewUser': 'boolean',
      'processed[].creatorId': 'text',
      'processed[].addedToInstant': 'boolean',
      'processed[].addedToWeekly': 'boolean',
      failed: 'list',
      'summary.total': 'number',
      'summary.existingInDatabase': 'number',
      'summary.newlyAdded': 'number',
      'summary.addedToInstant': 'number',
      'summary.addedToWeekly': 'number',
      'summary.failed': 'number',
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
      'items[].contentId': 'text',
      'items[].platform': 'text',
      'items[].contentType': 'text',
      'items[].uploaded': 'text',
      'items[].reach': 'number',
      'items[].likes': 'number',
      'items[].comments': 'number',
      'items[].engagementRate': 'number',
      'items[].viralFactor': 'number',
      'items[].username': 'text',
      'items[].followers': 'number',
      'items[].captions': 'text',
      'items[].hashtags': 'list',
      'items[].mentions': 'list',
      'items[].imageUrl': 'text',
      'items[].videoUrl': 'text',
      next_cursor: 'text',
      'watermark.created_at_max': 'text',
      'watermark.last_id': 'text',
      tokensDeducted: 'number',
      tokensRemaining: 'number',
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
];
