import { DAY_MS } from '../core/time';
import type { TimelinePoint } from './profile';

const WEEK_DAYS = 7;
/** Two years: older points go with the cache. */
const MOST_WEEKS = 104;
const METRIC = 'followers';

const dayNumber = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The newest point's day number and value, then the change of each week before it. Null where there is no point. */
export type WeeklyChanges = (number | null)[];

/** The last point of each week, counted back from the newest, so that the newest is always among them. */
export function weeklyChanges(timeline: readonly TimelinePoint[]): WeeklyChanges | undefined {
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

export function weeklyPoints([lastDay, ...changes]: WeeklyChanges): TimelinePoint[] {
  const points: TimelinePoint[] = [];
  let value = 0;
  changes.forEach((change, week) => {
    if (change === null || lastDay === null || lastDay === undefined) return;
    value += change;
    points.push({ date: dateOf(lastDay - week * WEEK_DAYS), values: { [METRIC]: value } });
  });
  return points.reverse();
}
