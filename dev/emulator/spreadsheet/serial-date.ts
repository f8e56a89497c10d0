// Sheets keeps a date as a serial number: days since 1899-12-30 on the spreadsheet's own wall clock, with no time zone.

const dayMs = 86_400_000;
/** Serial number of 1970-01-01. */
const epochSerial = 25_569;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, found);
  }
  return found;
}

/** Milliseconds by which the zone's wall clock is ahead of UTC at this instant. */
function offsetMs(instantMs: number, timeZone: string): number {
  if (timeZone === 'Etc/UTC' || timeZone === 'UTC') return 0;
  const parts = new Map(
    formatter(timeZone)
      .formatToParts(instantMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const wallMs = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wallMs - Math.floor(instantMs / 1000) * 1000;
}

export function serialFromInstant(instantMs: number, timeZone: string): number {
  return (instantMs + offsetMs(instantMs, timeZone)) / dayMs + epochSerial;
}

export function instantFromSerial(serial: number, timeZone: string): number {
  const wallMs = Math.round((serial - epochSerial) * dayMs);
  const guess = wallMs - offsetMs(wallMs, timeZone);
  return wallMs - offsetMs(guess, timeZone);
}

/** Serial number of a calendar day and time of day; null where there is no such day. */
export function serialFromCalendar(year: number, month: number, day: number, dayFraction = 0): number | null {
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const exists = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  return exists ? midnight.getTime() / dayMs + epochSerial + dayFraction : null;
}

/** Its UTC fields are the wall clock's. */
export const dateFromSerial = (serial: number): Date => new Date(Math.round((serial - epochSerial) * dayMs));

export function calendarFromSerial(serial: number): { year: number; month: number; day: number } {
  const date = dateFromSerial(Math.floor(serial));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
