import type { TimelinePoint } from './profile';
import { weeklyChanges, weeklyPoints } from './weekly-timeline';

/** How much the followers changed in a calendar month. */
export interface MonthGrowth {
  /** `2026-05` */
  month: string;
  percent: number;
}

const MONTHS = 12;
/** The last point of a month stands so close to its end, or the month's change would be that of other weeks. */
const NEAR_END_DAYS = 10;

const daysIn = (month: string): number => new Date(Date.UTC(+month.slice(0, 4), +month.slice(5, 7), 0)).getUTCDate();
const before = (month: string): string =>
  new Date(Date.UTC(+month.slice(0, 4), +month.slice(5, 7) - 2, 1)).toISOString().slice(0, 7);

/**
 * The last twelve months, oldest first, each from the end of the month before; the newest as far as it goes. Months without
 * points, and those that begin with nobody, are left out. By weekly points, which are kept for long: so a figure is the
 * same when it is read again.
 */
export function monthlyGrowth(timeline: readonly TimelinePoint[]): MonthGrowth[] {
  const ends = new Map<string, { day: number; followers: number }>();
  for (const { date, values } of weeklyPoints(weeklyChanges(timeline) ?? []))
    ends.set(date.slice(0, 7), { day: +date.slice(8, 10), followers: values['followers'] ?? 0 });
  return [...ends].slice(-MONTHS).flatMap(([month, { followers }]) => {
    const start = ends.get(before(month));
    if (!start || start.followers <= 0 || start.day <= daysIn(before(month)) - NEAR_END_DAYS) return [];
    return [{ month, percent: Math.round((followers / start.followers - 1) * 10_000) / 100 }];
  });
}
