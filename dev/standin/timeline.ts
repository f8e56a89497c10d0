import { round, type Creator } from './creator';
import { drawFrom, drawStream } from './draw';
import { BRANDS } from './vocabulary';

const DAY_MS = 86_400_000;
/** The newest steps are of a day, the older ones of a week. */
const DAILY_STEPS = 60;

export interface TimelinePoint {
  /** YYYY-MM-DD */
  date: string;
  followers: number;
  following: number;
  posts: number;
  /** Percent; absent on days without posts. */
  engagement?: number;
  /** Handles of brands named in the day's posts. */
  collaborations: string[];
}

/**
 * Growth of a creator, oldest first: `timelineLength` points up to the refresh at load, then one for each later refresh.
 * The last point tells the same followers as the profile.
 */
export function timelineOf(seed: number, loaded: Creator, now: Creator, refreshes: readonly number[]): TimelinePoint[] {
  const next = drawStream(seed, loaded.index, 601);
  const points: TimelinePoint[] = [];
  let { followers, posts, following } = loaded;
  const monthly = (loaded.growthRate ?? 0.5) / 100;
  for (let i = 0; i < loaded.timelineLength; i += 1) {
    points.push(pointOf(seed, loaded, instantOf(loaded, i), followers, following, posts, next));
    const days = i < DAILY_STEPS ? 1 : 7;
    const wobble = (next() - 0.5) * 0.004 * Math.sqrt(days);
    followers = Math.max(0, Math.round(followers * (1 - (monthly * days) / 30 + wobble)));
    posts = Math.max(0, posts - Math.floor(next() * days * 0.8));
    following = Math.max(0, following + Math.floor((next() - 0.5) * 6));
  }
  points.reverse();
  for (const atMs of refreshes) {
    const share = (atMs - loaded.lastRefreshMs) / Math.max(1, now.lastRefreshMs - loaded.lastRefreshMs);
    const then = Math.round(loaded.followers + (now.followers - loaded.followers) * share);
    points.push(pointOf(seed, loaded, atMs, then, now.following, now.posts, next));
  }
  return points;
}

/** What checkDataStatus tells about the timeline, without making its points. */
export function timelineSpan(
  loaded: Creator,
  refreshes: readonly number[],
): { points: number; first?: string; last?: string } {
  const points = loaded.timelineLength + refreshes.length;
  if (points === 0) return { points };
  const firstMs = loaded.timelineLength > 0 ? instantOf(loaded, loaded.timelineLength - 1) : (refreshes[0] as number);
  return { points, first: dateOf(firstMs), last: dateOf(refreshes.at(-1) ?? loaded.lastRefreshMs) };
}

/** Of the point that is `age` points older than the refresh at load. */
function instantOf(loaded: Creator, age: number): number {
  const days = age <= DAILY_STEPS ? age : DAILY_STEPS + (age - DAILY_STEPS) * 7;
  return loaded.lastRefreshMs - days * DAY_MS;
}

function pointOf(
  seed: number,
  creator: Creator,
  atMs: number,
  followers: number,
  following: number,
  posts: number,
  next: () => number,
): TimelinePoint {
  const posted = next() < 0.85;
  const collaborates = next() < 0.06;
  const day = Math.floor(atMs / DAY_MS);
  const collaborations = collaborates ? [`@${drawFrom(BRANDS, seed, creator.index, day)}`] : [];
  const date = dateOf(atMs);
  if (!posted || creator.engagementMean === undefined) return { date, followers, following, posts, collaborations };
  const engagement = round(creator.engagementMean * (0.8 + next() * 0.4), 3);
  return { date, followers, following, posts, engagement, collaborations };
}

const dates = new Map<number, string>();

/** Kept by day: writing dates took most of the time of a profile, and all profiles share the same few thousand days. */
function dateOf(atMs: number): string {
  const day = Math.floor(atMs / DAY_MS);
  let date = dates.get(day);
  if (date === undefined) dates.set(day, (date = new Date(atMs).toISOString().slice(0, 10)));
  return date;
}
