import { round, type Creator } from './creator';
import { drawFrom, drawStream } from './draw';
import { BRANDS } from './vocabulary';

const DAY_MS = 86_400_000;
/** The newest points are daily, the older ones weekly. */
const DAILY_POINTS = 60;

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
  let followers = loaded.followers;
  let posts = loaded.posts;
  let following = loaded.following;
  let atMs = loaded.lastRefreshMs;
  for (let i = 0; i < loaded.timelineLength; i += 1) {
    points.push(point(seed, loaded, atMs, { followers, following, posts }, next));
    const days = i < DAILY_POINTS ? 1 : 7;
    const monthly = (loaded.growthRate ?? 0.5) / 100;
    const wobble = (next() - 0.5) * 0.004 * Math.sqrt(days);
    followers = Math.max(0, Math.round(followers * (1 - (monthly * days) / 30 + wobble)));
    posts = Math.max(0, posts - Math.floor(next() * days * 0.8));
    following = Math.max(0, following + Math.floor((next() - 0.5) * 6));
    atMs -= days * DAY_MS;
  }
  points.reverse();
  for (const each of refreshes) {
    const share = (each - loaded.lastRefreshMs) / Math.max(1, now.lastRefreshMs - loaded.lastRefreshMs);
    const then = {
      followers: Math.round(loaded.followers + (now.followers - loaded.followers) * share),
      following: now.following,
      posts: now.posts,
    };
    points.push(point(seed, loaded, each, then, next));
  }
  return points;
}

function point(
  seed: number,
  creator: Creator,
  atMs: number,
  figures: Pick<TimelinePoint, 'followers' | 'following' | 'posts'>,
  next: () => number,
): TimelinePoint {
  const posted = next() < 0.85;
  const collaborates = next() < 0.06;
  return {
    date: new Date(atMs).toISOString().slice(0, 10),
    ...figures,
    ...(posted && creator.engagementMean !== undefined
      ? { engagement: round(creator.engagementMean * (0.8 + next() * 0.4), 3) }
      : {}),
    collaborations: collaborates ? [`@${drawFrom(BRANDS, seed, creator.index, Math.floor(atMs / DAY_MS))}`] : [],
  };
}
