import type { Audience, Slice } from '../audience';
import type { Creator } from '../creator';
import type { Platform } from '../platform';
import type { TimelinePoint } from '../timeline';

export interface ProfileFacts {
  creator: Creator;
  bio: string;
  website: string;
  profilePicUrl: string;
  userId: string;
  timeline: TimelinePoint[];
  audience?: Audience | 'none';
  /** Sections of the report that no text announces, by name: counts, scores, lists. */
  further: Body;
  /** What the bare `score` says: 0 to 100, and not the profile score. */
  relevance: number;
  /** With showDatalogAndScore, where the platform has it. */
  scores?: { audience: number; content: number; growth: number; engagement: number };
  dataLog?: { date: string; event: string }[];
}

export type Body = Record<string, unknown>;

/** What earlier texts call a platform's own id. */
export const platformIdName = (platform: Platform): string =>
  ({ instagram: 'instagramId', tiktok: 'secTikTokId', youtube: 'channelId', twitch: 'twitchId' })[platform as string] ??
  'platformId';

export const iso = (ms: number): string => new Date(ms).toISOString();
export const isoOrNothing = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : iso(ms));

/** Writes facts that are not known the way this creator's record does: no key, null, or an empty text. */
export function withBlanks(creator: Creator, fields: Body): Body {
  const body: Body = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && value !== '') body[name] = value;
    else if (creator.blankStyle === 'null') body[name] = null;
    else if (creator.blankStyle === 'empty') body[name] = '';
  }
  return body;
}

export const asShares = (slices: readonly Slice[]): Body =>
  Object.fromEntries(slices.map(({ name, share }) => [name, share]));
export const percent = (share: number): number => Math.round(share * 10_000) / 100;
export const asPercents = (slices: readonly Slice[], label: string, value: string): Body[] =>
  slices.map(({ name, code, share }) => ({
    [label]: name,
    ...(code === undefined ? {} : { code }),
    [value]: percent(share),
  }));
export const asWeights = (slices: readonly Slice[]): Body[] =>
  slices.map(({ name, code, share }) => (code === undefined ? { name, weight: share } : { code, weight: share }));

/** Figures that private accounts do not show. */
export function figures(creator: Creator): Body {
  const {
    engagementMean,
    growthRate,
    medianViewCountPosts,
    avgLikes,
    avgComments,
    viewsPost,
    averageViewers,
    totalViews,
    reelPlays,
  } = creator;
  if (creator.isPrivate)
    return {
      engagementMean: undefined,
      growthRate,
      medianViewCountPosts: undefined,
      avgLikes: undefined,
      avgComments: undefined,
      avgViews: undefined,
    };
  return {
    engagementMean,
    growthRate,
    medianViewCountPosts,
    avgLikes,
    avgComments,
    avgViews: viewsPost,
    ...(averageViewers > 0 ? { averageViewers } : {}),
    ...(totalViews > 0 ? { totalViews } : {}),
    ...(reelPlays > 0 ? { reelPlays } : {}),
  };
}

/** What some shapes have at one level under the same names: who it is, and the figures that nobody lacks. */
export const listed = ({ creator, userId, relevance }: ProfileFacts): Body => ({
  _id: creator.creatorId,
  [platformIdName(creator.platform)]: userId,
  platform: creator.platform,
  username: creator.username,
  followers: creator.followers,
  following: creator.following,
  posts: creator.posts,
  verified: creator.verified,
  isPrivate: creator.isPrivate,
  categories: creator.categories,
  score: relevance,
  lastRefreshDate: iso(creator.lastRefreshMs),
});
