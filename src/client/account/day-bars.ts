import type { Account } from '../../sidebar/calls';
import { day, number } from '../format';

export interface DayBar {
  day: string;
  charged: number;
  unknown: number;
}

export const DAYS_SHOWN = 30;
const DAY_MS = 86_400_000;

/** One bar for each of the last 30 days, oldest first; a day without anything is 0. */
export function dayBars(days: Account['days'], today: string): DayBar[] {
  const known = new Map(days.map((each) => [each.day, each]));
  // The spreadsheet's time zone may be ahead of the browser's.
  const last = days.reduce((latest, each) => (each.day > latest ? each.day : latest), today);
  return Array.from({ length: DAYS_SHOWN }, (_, index) => {
    const name = new Date(Date.parse(last + 'T00:00:00Z') - (DAYS_SHOWN - 1 - index) * DAY_MS)
      .toISOString()
      .slice(0, 10);
    return { day: name, charged: known.get(name)?.charged ?? 0, unknown: known.get(name)?.unknown ?? 0 };
  });
}

export const sumOf = ({ charged, unknown }: DayBar): number => charged + unknown;

/** The chart in words. */
export function barsText(bars: readonly DayBar[]): string {
  const total = bars.reduce((sum, bar) => sum + sumOf(bar), 0);
  if (total === 0) return 'Nothing was spent in the last 30 days.';
  const highest = bars.reduce((most, bar) => (sumOf(bar) > sumOf(most) ? bar : most));
  return (
    'Requests a day in the last 30 days: ' +
    number(total) +
    ' in all, most on ' +
    day(highest.day) +
    ' with ' +
    number(sumOf(highest)) +
    '.'
  );
}
