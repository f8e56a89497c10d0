import { DAY_MS } from '../core/time';
import { PROFILE_FIELDS } from '../schema/profile-field';
import type { Profile, TimelinePoint } from '../schema/profile';
import type { Scalar } from '../schema/wire';

/**
 * A profile as it is kept for weeks, about 200 bytes packed: the catalogue's scalars by position, the bio's first 160
 * characters, and the timeline at weekly points. Texts that are longer (signed picture links) are not kept.
 */
export type CompactProfile = [scalars: (Scalar | null)[], timeline: Record<string, WeeklySeries>];

/** Day number of the first point, then the first value and each week's change; null where a week has no point. */
type WeeklySeries = (number | null)[];

const LONGEST_TEXT = 160;
const WEEK_DAYS = 7;
/** Made from other fields when read. */
const DERIVED = new Set(['profileUrl', 'asOf']);
const KEPT_FIELDS = PROFILE_FIELDS.filter(({ name }) => !DERIVED.has(name));
/** Fields of which a beginning is worth having. */
const SHORTENED = new Set(['bio', 'displayName', 'categories']);

export function compactProfile(profile: Profile): CompactProfile {
  const scalars = KEPT_FIELDS.map(({ name }) => {
    const value = profile.scalars[name];
    if (typeof value !== 'string') return value ?? null;
    if (value.length <= LONGEST_TEXT) return value;
    return SHORTENED.has(name)
      ? `${Array.from(value)
          .slice(0, LONGEST_TEXT - 1)
          .join('')}…`
      : null;
  });
  while (scalars.length > 0 && scalars[scalars.length - 1] === null) scalars.pop();
  return [scalars, weekly(profile.timeline)];
}

export function expandProfile([scalars, series]: CompactProfile): Pick<Profile, 'scalars' | 'timeline'> {
  const expanded: Record<string, Scalar> = {};
  KEPT_FIELDS.forEach(({ name }, index) => {
    const value = scalars[index];
    if (value !== undefined && value !== null) expanded[name] = value;
  });
  return { scalars: expanded, timeline: pointsOf(series) };
}

const dayNumber = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The last point of each week, counted back from the newest point, so that the newest is always among them. */
function weekly(timeline: readonly TimelinePoint[]): Record<string, WeeklySeries> {
  const newest = timeline[timeline.length - 1];
  const oldest = timeline[0];
  if (!newest || !oldest) return {};
  const lastDay = dayNumber(newest.date);
  const weeks = Math.floor((lastDay - dayNumber(oldest.date)) / WEEK_DAYS);
  const byMetric = new Map<string, (number | null)[]>();
  for (const { date, values } of timeline) {
    const week = weeks - Math.floor((lastDay - dayNumber(date)) / WEEK_DAYS);
    for (const [metric, value] of Object.entries(values)) {
      const slots = byMetric.get(metric) ?? Array.from({ length: weeks + 1 }, () => null);
      slots[week] = value;
      byMetric.set(metric, slots);
    }
  }
  const firstDay = lastDay - weeks * WEEK_DAYS;
  return Object.fromEntries([...byMetric].map(([metric, slots]) => [metric, [firstDay, ...changes(slots)]]));
}

/** Changes pack better than values. Rounded to the four decimals that a percentage has at most. */
function changes(values: readonly (number | null)[]): (number | null)[] {
  let last = 0;
  return values.map((value) => {
    if (value === null) return null;
    const change = Math.round((value - last) * 1e4) / 1e4;
    last = Math.round((last + change) * 1e4) / 1e4;
    return change;
  });
}

function pointsOf(series: Record<string, WeeklySeries>): TimelinePoint[] {
  const byDay = new Map<number, Record<string, number>>();
  for (const [metric, [firstDay, ...steps]] of Object.entries(series)) {
    let value = 0;
    steps.forEach((change, week) => {
      if (change === null || firstDay === null || firstDay === undefined) return;
      value = Math.round((value + change) * 1e4) / 1e4;
      const day = firstDay + week * WEEK_DAYS;
      byDay.set(day, { ...byDay.get(day), [metric]: value });
    });
  }
  return [...byDay].sort(([left], [right]) => left - right).map(([day, values]) => ({ date: dateOf(day), values }));
}
