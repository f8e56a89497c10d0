import { beginningOf } from '../core/text';
import { DAY_MS, MINUTE_MS } from '../core/time';
import { PROFILE_FIELDS } from '../schema/profile-field';
import { PLATFORMS, isPlatform } from '../schema/platform';
import { withNames, type Profile, type TimelinePoint } from '../schema/profile';
import type { Scalar } from '../schema/wire';

/**
 * A profile as it is kept for weeks, about 200 bytes packed: the catalogue's scalars by position, the bio's first 160
 * characters, and the followers at weekly points. Longer texts (signed picture links) and other measures are not kept.
 */
export interface CompactProfile {
  scalars: (Scalar | null)[];
  /** The newest point's day number and value, then the change of each week before it. Null where there is no point. */
  weeks?: (number | null)[];
  /** The key that it was made for, where it is filed under another. */
  of?: string;
}

const LONGEST_TEXT = 160;
/** Stands for a text that was too long to keep, which is not the same as one that was not there. */
const TOO_LONG = 0;
const WEEK_DAYS = 7;
/** Two years: older points go with the cache. */
const MOST_WEEKS = 104;
const METRIC = 'followers';
/** Made from other fields, or from the answer's time, when read. */
const DERIVED = new Set(['profileUrl', 'asOf']);
/** Kept by position. New fields come at the end of the catalogue, so what was kept before them stays readable. */
const KEPT_FIELDS = PROFILE_FIELDS.filter(({ name }) => !DERIVED.has(name));
/** Fields of which a beginning is worth having. */
const SHORTENED = new Set(['bio', 'displayName', 'categories']);

/** Ids of some platforms are long and do not pack. Two thousand of them would push out other answers. */
const LONGEST: Readonly<Record<string, number>> = { platformId: 20 };
/** An older, shorter record has not read these fields, which is not the same as their not being there. */
const KEPT_LATER = new Set(['platformId']);

/** What the answer's `key` says is not kept again. `whole` leaves long texts as they are. */
export function compactProfile(profile: Profile, key: string, whole = false): CompactProfile {
  const named = namedBy(key);
  const scalars = KEPT_FIELDS.map(({ name, type }) => {
    const value = profile.scalars[name];
    if (value === undefined || value === named[name]) return null;
    if (typeof value !== 'string') return value;
    if (type === 'date') return Math.round(Date.parse(value) / MINUTE_MS);
    if (whole || value.length <= (LONGEST[name] ?? LONGEST_TEXT)) return value;
    return SHORTENED.has(name) ? beginningOf(value, LONGEST_TEXT) : TOO_LONG;
  });
  while (scalars.length > 0 && scalars[scalars.length - 1] === null) scalars.pop();
  const weeks = weekly(profile.timeline);
  return { scalars, ...(weeks ? { weeks } : {}) };
}

export function expandProfile(
  { scalars, weeks, of }: CompactProfile,
  key: string,
): Pick<Profile, 'scalars' | 'timeline'> & { lost: ReadonlySet<string> } {
  const expanded: Record<string, Scalar> = { ...namedBy(of ?? key) };
  const lost = new Set<string>();
  KEPT_FIELDS.forEach(({ name, type }, index) => {
    const value = scalars[index];
    if (value === undefined && KEPT_LATER.has(name)) lost.add(name);
    if (value === undefined || value === null) return;
    if (type === 'text' && value === TOO_LONG) return void lost.add(name);
    expanded[name] = type === 'date' && typeof value === 'number' ? new Date(value * MINUTE_MS).toISOString() : value;
  });
  const { platform, username } = expanded;
  if (typeof platform === 'string' && typeof username === 'string' && isPlatform(platform))
    expanded['profileUrl'] = PLATFORMS[platform].profileUrl(username);
  return { scalars: withNames(expanded), timeline: weeks ? pointsOf(weeks) : [], lost };
}

/** `profile:instagram/adidas` names platform and username. */
function namedBy(key: string): Record<string, string> {
  const named = /^profile:([a-z]+)\/(?!uid:)(.+)$/.exec(key);
  return named?.[1] && named[2] ? { platform: named[1], username: named[2] } : {};
}

const dayNumber = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The last point of each week, counted back from the newest, so that the newest is always among them. */
function weekly(timeline: readonly TimelinePoint[]): (number | null)[] | undefined {
  const points = timeline.filter(({ values }) => values[METRIC] !== undefined);
  const newest = points[points.length - 1];
  if (!newest) return undefined;
  const lastDay = dayNumber(newest.date);
  const values: (number | null)[] = [];
  for (const point of points) {
    const week = Math.floor((lastDay - dayNumber(point.date)) / WEEK_DAYS);
    if (week < MOST_WEEKS) values[week] = point.values[METRIC] ?? null;
  }
  let later = 0;
  const changes = Array.from(values, (value) => {
    if (value === undefined || value === null) return null;
    const change = value - later;
    later = value;
    return change;
  });
  return [lastDay, ...changes];
}

function pointsOf([lastDay, ...changes]: (number | null)[]): TimelinePoint[] {
  const points: TimelinePoint[] = [];
  let value = 0;
  changes.forEach((change, week) => {
    if (change === null || lastDay === null || lastDay === undefined) return;
    value += change;
    points.push({ date: dateOf(lastDay - week * WEEK_DAYS), values: { [METRIC]: value } });
  });
  return points.reverse();
}
