// Sheets keeps a date as a serial number: days since 1899-12-30 on the spreadsheet's own wall clock, with no time zone.
import { instantOfWall, zoneOffsetMs } from '../globals/zone';

const dayMs = 86_400_000;
/** Serial number of 1970-01-01. */
const epochSerial = 25_569;

export const serialFromInstant = (instantMs: number, timeZone: string): number =>
  (instantMs + zoneOffsetMs(timeZone, instantMs)) / dayMs + epochSerial;

export const instantFromSerial = (serial: number, timeZone: string): number =>
  instantOfWall(timeZone, Math.round((serial - epochSerial) * dayMs));

/** Serial number of a calendar day; null where there is no such day. */
export function serialFromCalendar(year: number, month: number, day: number): number | null {
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const exists = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  return exists ? midnight.getTime() / dayMs + epochSerial : null;
}

/** Its UTC fields are the wall clock's. */
export const dateFromSerial = (serial: number): Date => new Date(Math.round((serial - epochSerial) * dayMs));

export function calendarFromSerial(serial: number): { year: number; month: number; day: number } {
  const date = dateFromSerial(Math.floor(serial));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
