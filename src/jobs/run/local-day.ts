import type { Host } from '../../core/ports';
import { DAY_MS, MINUTE_MS } from '../../core/time';

/** Zones lie between UTC-12 and UTC+14, by quarters of an hour. */
const STEP_MS = 15 * MINUTE_MS;
const FIRST_STEP = -14 * 4;
const LAST_STEP = 12 * 4;

/**
 * Turns days without a time, which come as midnight in UTC, into the start of that day in the spreadsheet's time zone:
 * west of Greenwich they would show as the day before. Other instants stay as they are.
 */
export function localDays({ clock, timeZone }: Host): (date: Date) => Date {
  let zone: string | undefined;
  const known = new Map<number, Date>();
  return (date) => {
    const atMs = date.getTime();
    if (atMs % DAY_MS !== 0) return date;
    const local = known.get(atMs) ?? new Date(beginOf(atMs, (ms) => clock.day(ms, (zone ??= timeZone()))));
    known.set(atMs, local);
    return local;
  };
}

function beginOf(atMs: number, dayOf: (atMs: number) => string): number {
  const day = new Date(atMs).toISOString().slice(0, 10);
  let [low, high] = [FIRST_STEP, LAST_STEP];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (dayOf(atMs + middle * STEP_MS) < day) low = middle + 1;
    else high = middle;
  }
  return atMs + low * STEP_MS;
}
