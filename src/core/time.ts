export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The same without a call for each instant: zones differ from UTC by quarters of an hour, and so a day begins with one. */
export function byQuarter(dayOf: (atMs: number) => string): (atMs: number) => string {
  const known = new Map<number, string>();
  return (atMs) => {
    const quarter = Math.floor(atMs / (15 * MINUTE_MS));
    const day = known.get(quarter) ?? dayOf(atMs);
    known.set(quarter, day);
    return day;
  };
}

/** An ISO 8601 text as milliseconds, or undefined. */
export function instantMs(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) return undefined;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? undefined : ms;
}
