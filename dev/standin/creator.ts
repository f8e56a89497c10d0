import { draw, drawFrom, drawInteger, drawNormal, drawText, drawUnit, HEX } from './draw';
import { handleOf } from './handle';
import type { Platform } from './platform';
import { placeAt } from './places';
import { CATEGORY_KEYS, TONGUES } from './vocabulary';

/** What is true of a creator; every answer of every endpoint and every shape tells these same facts. */
export interface Creator {
  index: number;
  /** influData's internal id: 24 hex digits, the last six are the index, as a Mongo counter would be. */
  creatorId: string;
  platform: Platform;
  /** The handle as the platform writes it; look-ups ignore its case. */
  username: string;
  displayName: string;
  country?: string;
  city?: string;
  /** Two letters. */
  language?: string;
  gender?: 'm' | 'w';
  /** Estimated, in years. */
  age?: number;
  categories: readonly string[];
  verified: boolean;
  isBusiness: boolean;
  isPrivate: boolean;
  followers: number;
  following: number;
  posts: number;
  /** Percent. */
  engagementMean?: number;
  /** Percent a month. */
  growthRate?: number;
  /** 1 to 10 (the vendor's FAQ). */
  profileScore: number;
  avgLikes: number;
  avgComments: number;
  viewsPost: number;
  medianViewCountPosts: number;
  /** Instagram only, else 0. */
  reelPlays: number;
  /** TikTok and YouTube, else 0. */
  totalViews: number;
  /** Twitch only, else 0. */
  averageViewers: number;
  audience: 'ready' | 'pending' | 'none';
  lastRefreshMs: number;
  lastAudienceMs?: number;
  /** Points of growth that the timeline has at lastRefreshMs. */
  timelineLength: number;
  /** How a fact that is not known is written in an answer. */
  blankStyle: 'absent' | 'null' | 'empty';
  /** Replace what would be made up. */
  bio?: string;
  userId?: string;
  website?: string;
}

/** Of 24 neighbours so many are on each platform; the order is shuffled a little so that lists look mixed. */
const PLATFORM_PATTERN: readonly Platform[] = (
  'instagram tiktok youtube instagram twitch tiktok instagram youtube facebook instagram tiktok youtube ' +
  'instagram tiktok snapchat instagram youtube tiktok instagram facebook youtube tiktok instagram twitch'
).split(' ') as Platform[];

export function platformAt(index: number): Platform {
  return PLATFORM_PATTERN[index % PLATFORM_PATTERN.length] as Platform;
}

/** Follower counts are about log-normal: the mean of the natural logarithm by platform. */
const FOLLOWERS_LN: Record<Platform, number> = {
  instagram: 10.4,
  tiktok: 10.8,
  youtube: 10.6,
  twitch: 9.4,
  facebook: 10.1,
  snapchat: 9.9,
};

/** One field number for each independent draw. */
const F = {
  handle: 1,
  gender: 2,
  given: 3,
  family: 4,
  place: 5,
  city: 6,
  age: 7,
  category: 8,
  verified: 9,
  business: 10,
  private: 11,
  followers: 12,
  following: 13,
  posts: 14,
  engagement: 15,
  growth: 16,
  score: 17,
  likes: 18,
  views: 19,
  audience: 20,
  refresh: 21,
  timeline: 22,
  blank: 23,
  id: 24,
  name: 25,
  language: 26,
  comments: 27,
} as const;

const DAY_MS = 86_400_000;

export interface CreatorIdentity {
  index: number;
  platform: Platform;
  /** Given for those who were looked up by name before they existed here. */
  username?: string;
}

/**
 * Makes the facts of one creator from the seed alone. `anchorMs` is the instant at which the database was "loaded":
 * refresh dates lie before it.
 */
export function makeCreator(seed: number, anchorMs: number, identity: CreatorIdentity): Creator {
  const { index, platform } = identity;
  const unit = (field: number): number => drawUnit(seed, index, field);
  const home = placeAt(unit(F.place));
  const tongue = TONGUES[home.language] ?? (TONGUES.en as (typeof TONGUES)[string]);
  const woman = unit(F.gender) < 0.56;
  const [given, givenLatin] = drawFrom(woman ? tongue.women : tongue.men, seed, index, F.given);
  const [family, familyLatin] = drawFrom(tongue.family, seed, index, F.family);
  const isPrivate = platform === 'instagram' && unit(F.private) < 0.03;
  const isBusiness = unit(F.business) < 0.14;

  const followers = Math.max(
    120,
    Math.round(Math.exp(FOLLOWERS_LN[platform] + 1.55 * drawNormal(seed, index, F.followers))),
  );
  const engagement = Math.max(0.05, (9.5 - Math.log10(followers)) * (0.35 + unit(F.engagement) * 1.1) * 0.6);
  const avgLikes = Math.round((followers * engagement) / 100);
  const viewsPost = Math.round(followers * (platform === 'tiktok' ? 0.5 : 0.18) * (0.4 + unit(F.views) * 1.6));
  const refreshAge = unit(F.refresh);
  const refreshDays =
    refreshAge < 0.4 ? refreshAge * 17 : refreshAge < 0.8 ? 7 + (refreshAge - 0.4) * 95 : 45 + (refreshAge - 0.8) * 780;
  const lastRefreshMs = anchorMs - Math.round((refreshDays * DAY_MS) / 1000) * 1000;
  const audienceDraw = unit(F.audience);
  const audience =
    isPrivate || followers < 1000 || audienceDraw < 0.06 ? 'none' : audienceDraw < 0.12 ? 'pending' : 'ready';
  const blanks = draw(seed, index, F.blank);
  const known = (bit: number, oneIn: number): boolean => ((blanks >>> bit) & 31) >= 32 / oneIn;

  const creator: Creator = {
    index,
    creatorId: creatorIdOf(seed, index),
    platform,
    username: identity.username ?? handleOf(platform, index, draw(seed, index, F.handle), givenLatin, familyLatin),
    displayName: displayNameOf(unit(F.name), given, family, home.language),
    categories: categoriesOf(seed, index),
    verified: unit(F.verified) < 0.02 + followers / 4_000_000,
    isBusiness,
    isPrivate,
    followers,
    following: drawInteger(seed, index, F.following, 0, platform === 'youtube' ? 60 : 2400),
    posts: drawInteger(seed, index, F.posts, 3, 3200),
    profileScore: round(
      Math.min(9.99, Math.max(1, 5.5 + 1.4 * drawNormal(seed, index, F.score) + Math.log10(followers) / 5)),
      2,
    ),
    avgLikes,
    avgComments: Math.round(avgLikes * (0.005 + unit(F.comments) * 0.04)),
    viewsPost,
    medianViewCountPosts: Math.round(viewsPost * 0.72),
    reelPlays: platform === 'instagram' ? Math.round(viewsPost * 1.7) : 0,
    totalViews:
      platform === 'tiktok' || platform === 'youtube' ? viewsPost * drawInteger(seed, index, F.views, 20, 900) : 0,
    averageViewers: platform === 'twitch' ? Math.max(1, Math.round(followers * 0.012 * (0.3 + unit(F.likes)))) : 0,
    audience,
    lastRefreshMs,
    timelineLength: isPrivate
      ? drawInteger(seed, index, F.timeline, 0, 12)
      : drawInteger(seed, index, F.timeline, 150, 200),
    blankStyle: drawFrom(['absent', 'null', 'empty'] as const, seed, index, F.blank),
  };
  // Assigned one by one, not spread: a first search makes thousands of creators, and spreads were most of its time.
  if (known(0, 16)) creator.country = home.country;
  if (known(0, 16) && known(3, 6)) creator.city = drawFrom(home.cities, seed, index, F.city);
  if (known(6, 32)) creator.language = unit(F.language) < 0.9 ? home.language : 'en';
  if (known(9, 10) && !isBusiness) creator.gender = woman ? 'w' : 'm';
  if (known(12, 5) && !isBusiness) creator.age = Math.max(13, Math.round(29 + 7 * drawNormal(seed, index, F.age)));
  if (known(15, 32)) creator.engagementMean = round(engagement, 2);
  if (known(18, 16)) creator.growthRate = round(1.1 + 2.2 * drawNormal(seed, index, F.growth), 2);
  if (audience === 'ready')
    creator.lastAudienceMs = lastRefreshMs - drawInteger(seed, index, F.audience, 0, 40) * DAY_MS;
  return creator;
}

export function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}

let machine = { seed: Number.NaN, text: '' };

/** The middle of an id is the same for a whole database; kept because every creator needs it. */
function machineOf(seed: number): string {
  if (machine.seed !== seed) machine = { seed, text: drawText(HEX, 10, seed, 0, F.id) };
  return machine.text;
}

function creatorIdOf(seed: number, index: number): string {
  const born = Math.floor(1_500_000_000 + draw(seed, index, F.id) / 20);
  return born.toString(16).padStart(8, '0') + machineOf(seed) + index.toString(16).padStart(6, '0');
}

/** The index that a creatorId claims, or -1; the caller compares the whole id. */
export function indexInCreatorId(creatorId: string): number {
  return /^[0-9a-f]{24}$/.test(creatorId) ? Number.parseInt(creatorId.slice(18), 16) : -1;
}

function displayNameOf(unit: number, given: string, family: string, language: string): string {
  if (unit < 0.05) return '';
  if (unit < 0.15) return given;
  if (unit < 0.25) return `${given} | ${family} ✨`;
  if (unit < 0.3) return `${given} ${family}`.toUpperCase();
  return language === 'ja' || language === 'ko' || language === 'zh' ? `${family}${given}` : `${given} ${family}`;
}

function categoriesOf(seed: number, index: number): readonly string[] {
  const count = 1 + (draw(seed, index, F.category) % 3);
  const keys = new Set<string>();
  for (let i = 0; i < count; i += 1) keys.add(drawFrom(CATEGORY_KEYS, seed, index, F.category + 1000 + i));
  return [...keys];
}
