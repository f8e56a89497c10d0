import { indexInCreatorId, makeCreator, type Creator } from './creator';
import { userIdOf, USER_ID_FORM } from './creator-text';
import { draw, textNumber } from './draw';
import { bareHandle, existsOnPlatform, HANDLE_FORM, indexInHandle, nameKey } from './handle';
import { loaded } from './loaded-creator';
import { NOTABLE, SPECIAL, type SpecialKind } from './notable';
import { PLATFORMS, type Platform } from './platform';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** "Retry within 24–48h": this stand-in needs the shorter time. */
const ENRICHMENT_MS = 24 * HOUR_MS;
/** An "instant data refresh" is queued; the contract does not say how long it takes. */
const REFRESH_MS = 10 * 60_000;
/** How long an audience analysis takes from when it was first asked for. */
const AUDIENCE_ANALYSIS_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
/** Creators who arrive by look-up have indexes from here on, taken from their handle, so that their facts repeat. */
const ARRIVAL_BASE = 0x80_0000;

export type Sought =
  | { by: 'username'; platform: Platform; username: string }
  | { by: 'userId'; platform: Platform; userId: string }
  | { by: '_id'; creatorId: string };

/** Where a creator stands when somebody asks. */
export type Finding =
  | { state: 'listed'; creator: Creator }
  | { state: 'unlisted'; username: string; platform: Platform }
  | { state: 'nonexistent' }
  | { state: 'malformed' };

export type Roster = ReturnType<typeof createRoster>;

/**
 * All creators: made from the seed when asked for, plus what happened since (arrivals, refreshes, analyses).
 * `listedCount` of them are in the database from the start.
 */
export function createRoster(seed: number, anchorMs: number, listedCount: number, now: () => number) {
  const load = loaded(seed, anchorMs);
  const outside = new Map<number, { creator: Creator; fromMs: number }>();
  const named = new Map<string, number>();
  const byUserId = new Map<Platform, Map<string, number>>();
  const refreshDue = new Map<number, number[]>();
  const weeklySince = new Map<number, number>();
  const analysisDue = new Map<number, number>();
  let version = 0;
  let addedCount = 0;

  for (const [index, { platform, username }] of NOTABLE) named.set(nameKey(platform, username), index);

  /** The facts at load; undefined where the index belongs to nobody. */
  function base(index: number): Creator | undefined {
    if (index >= 0 && index < listedCount) return load.creator(index);
    return outside.get(index)?.creator;
  }

  /** The facts as of an instant: refreshes that are through have moved the figures, analyses have ended. */
  function current(creator: Creator, atMs: number): Creator {
    const refreshes = refreshesOf(creator, atMs);
    const last = refreshes.at(-1);
    const analysed = analysisDue.get(creator.index);
    const ready = creator.audience === 'pending' && analysed !== undefined && analysed <= atMs;
    if (last === undefined && !ready) return creator;
    const moved =
      last === undefined
        ? creator
        : {
            ...creator,
            ...figuresAt(seed, creator, last),
            lastRefreshMs: last,
            timelineLength: creator.timelineLength + refreshes.length,
          };
    return ready ? { ...moved, audience: 'ready', lastAudienceMs: analysed } : moved;
  }

  /** Instants of the refreshes that are through, at most one a day. */
  function refreshesOf(creator: Creator, atMs: number): number[] {
    const due = (refreshDue.get(creator.index) ?? []).filter((each) => each <= atMs);
    const since = weeklySince.get(creator.index);
    if (since !== undefined) for (let each = since + WEEK_MS; each <= atMs; each += WEEK_MS) due.push(each);
    due.sort((a, b) => a - b);
    return due.filter(
      (each, i) => i + 1 === due.length || Math.floor((due[i + 1] as number) / DAY_MS) !== Math.floor(each / DAY_MS),
    );
  }

  function indexByUserId(platform: Platform, userId: string): number {
    let ids = byUserId.get(platform);
    if (!ids) {
      ids = new Map(listed(platform).map((creator) => [userIdOf(seed, creator), creator.index]));
      byUserId.set(platform, ids);
    }
    return (
      ids.get(userId) ??
      [...outside.values()].find(({ creator }) => creator.platform === platform && userIdOf(seed, creator) === userId)
        ?.creator.index ??
      -1
    );
  }

  const listed = (platform: Platform): readonly Creator[] => load.listed(platform, listedCount);

  function find(sought: Sought, atMs: number): Finding {
    const index = seek(sought);
    if (index === 'malformed') return { state: 'malformed' };
    const creator = base(index);
    const matches =
      creator !== undefined &&
      (sought.by === '_id'
        ? creator.creatorId === sought.creatorId
        : creator.platform === sought.platform &&
          (sought.by === 'userId' || creator.username.toLowerCase() === bareHandle(sought.username)));
    if (matches && creator) {
      const isIn = (outside.get(index)?.fromMs ?? 0) <= atMs;
      return isIn
        ? { state: 'listed', creator: current(creator, atMs) }
        : { state: 'unlisted', username: creator.username, platform: creator.platform };
    }
    if (sought.by === '_id') return { state: 'nonexistent' };
    const username = sought.by === 'username' ? bareHandle(sought.username) : `user${textNumber(sought.userId)}`;
    if (!existsOnPlatform(sought.platform, sought.by === 'username' ? username : sought.userId))
      return { state: 'nonexistent' };
    return { state: 'unlisted', username, platform: sought.platform };
  }

  function seek(sought: Sought): number | 'malformed' {
    if (sought.by === '_id')
      return /^[0-9a-f]{24}$/.test(sought.creatorId) ? indexInCreatorId(sought.creatorId) : 'malformed';
    if (sought.by === 'userId')
      return USER_ID_FORM[sought.platform].test(sought.userId)
        ? indexByUserId(sought.platform, sought.userId)
        : 'malformed';
    const username = bareHandle(sought.username);
    if (!HANDLE_FORM.test(username)) return 'malformed';
    return named.get(nameKey(sought.platform, username)) ?? indexInHandle(username);
  }

  /** Queues a creator who is not in the database; available ENRICHMENT_MS after the first time this was asked. */
  function enrich(platform: Platform, username: string, userId: string | undefined, atMs: number): Creator {
    const key = nameKey(platform, username);
    const known = base(named.get(key) ?? -1);
    if (known) return known;
    let index = ARRIVAL_BASE + (textNumber(key) % ARRIVAL_BASE);
    while (outside.has(index)) index = ARRIVAL_BASE + ((index + 1) % ARRIVAL_BASE);
    const fromMs = atMs + ENRICHMENT_MS;
    const creator = makeCreator(seed, fromMs, { index, platform, username });
    admit(userId === undefined ? creator : { ...creator, userId }, fromMs);
    return creator;
  }

  function admit(creator: Creator, fromMs: number): void {
    outside.set(creator.index, { creator, fromMs });
    named.set(nameKey(creator.platform, creator.username), creator.index);
    version += 1;
  }

  function queueRefresh(creator: Creator, atMs: number): void {
    const due = refreshDue.get(creator.index) ?? [];
    if (!due.some((each) => each > atMs)) refreshDue.set(creator.index, [...due, atMs + REFRESH_MS]);
    version += 1;
  }

  return {
    /** In the database from the start. */
    size: listedCount,
    /** Changes whenever an arrival or a refresh was queued. */
    version: (): number => version,
    at: (index: number): Creator => base(index) ?? fail(`no creator has index ${index}`),
    /** The creator under a handle, if in the database at that instant. */
    find: (platform: Platform, username: string, atMs = now()): Creator | undefined => {
      const finding = find({ by: 'username', platform, username }, atMs);
      return finding.state === 'listed' ? finding.creator : undefined;
    },
    seek: find,
    current,
    refreshesOf,
    listed,
    searchText: load.searchText,
    /** Those added or arrived, in the database at the instant. */
    arrived: (platform: Platform, atMs: number): Creator[] =>
      [...outside.values()]
        .filter(({ creator, fromMs }) => creator.platform === platform && fromMs <= atMs)
        .map(({ creator }) => creator),
    count: (platform: Platform): number => listed(platform).length,
    platforms: PLATFORMS,
    special: (kind: SpecialKind): Creator => {
      const { platform, username } = SPECIAL[kind];
      return base(named.get(nameKey(platform, username)) ?? -1) ?? fail(`no creator of kind ${kind}`);
    },
    /** The nth handle that the platform knows and the database does not. */
    unlisted: (n: number): string => `newcomer_${n}x`,
    /** The nth handle that the platform does not know. */
    nonexistent: (n: number): string => `nosuch_${n}x`,
    enrich,
    queueRefresh,
    setWeekly: (creator: Creator, atMs: number): void => {
      if (!weeklySince.has(creator.index)) weeklySince.set(creator.index, atMs);
    },
    isWeekly: (creator: Creator): boolean => weeklySince.has(creator.index),
    queueAnalysis: (creator: Creator, atMs: number): void => {
      if (!analysisDue.has(creator.index)) analysisDue.set(creator.index, atMs + AUDIENCE_ANALYSIS_MS);
    },
    /** A creator of a test's own, in the database at once or from `fromMs`; what is not given is made up. */
    add: (facts: Partial<Creator> & { platform: Platform }, fromMs = 0): Creator => {
      const index = listedCount + addedCount;
      addedCount += 1;
      const creator = { ...makeCreator(seed, anchorMs, { index, platform: facts.platform }), ...facts, index };
      admit(creator, fromMs);
      return creator;
    },
  };
}

/** Growth since load, in the creator's own rate, and a little noise of the day. */
function figuresAt(seed: number, creator: Creator, atMs: number): Pick<Creator, 'followers' | 'posts'> {
  const days = Math.max(0, (atMs - creator.lastRefreshMs) / DAY_MS);
  const noise = (draw(seed, creator.index, 500 + Math.floor(atMs / DAY_MS)) % 7) - 3;
  const grown = creator.followers * (1 + ((creator.growthRate ?? 0) / 100) * (days / 30));
  return {
    followers: Math.max(0, Math.round(grown) + (creator.followers > 1000 ? noise : 0)),
    posts: creator.posts + Math.floor(days / 3),
  };
}

function fail(message: string): never {
  throw new Error(message);
}
