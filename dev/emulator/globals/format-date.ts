// Utilities.formatDate: the letters of Java's SimpleDateFormat that Apps Script documents.
import { zoneOffsetMs } from './zone';

const MINUTE_MS = 60_000;
const PATTERN = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const nameOf = (wall: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(wall);

function offsetText(minutes: number, separator: string): string {
  const ahead = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.trunc(ahead / 60), 2)}${separator}${pad(ahead % 60, 2)}`;
}

function zoneName(instant: Date, zone: string, width: number): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone.replace(/^(?:GMT|Etc\/GMT|Z)$/, 'UTC'),
    timeZoneName: width >= 4 ? 'long' : 'short',
  }).formatToParts(instant);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

interface Moment {
  /** The wall clock of the zone, read by the UTC getters. */
  wall: Date;
  instant: Date;
  zone: string;
  offsetMinutes: number;
}

const number =
  (read: (wall: Date) => number) =>
  ({ wall }: Moment, width: number): string =>
    pad(read(wall), width);

const LETTERS: Record<string, (moment: Moment, width: number) => string> = {
  G: ({ wall }) => (wall.getUTCFullYear() > 0 ? 'AD' : 'BC'),
  y: ({ wall }, width) => (width === 2 ? pad(wall.getUTCFullYear() % 100, 2) : pad(wall.getUTCFullYear(), width)),
  M({ wall }, width) {
    if (width >= 4) return nameOf(wall, { month: 'long' });
    return width === 3 ? nameOf(wall, { month: 'short' }) : pad(wall.getUTCMonth() + 1, width);
  },
  d: number((wall) => wall.getUTCDate()),
  D: number((wall) => Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / 86_400_000) + 1),
  E: ({ wall }, width) => nameOf(wall, { weekday: width >= 4 ? 'long' : 'short' }),
  u: number((wall) => wall.getUTCDay() || 7),
  a: ({ wall }) => (wall.getUTCHours() < 12 ? 'AM' : 'PM'),
  H: number((wall) => wall.getUTCHours()),
  k: number((wall) => wall.getUTCHours() || 24),
  K: number((wall) => wall.getUTCHours() % 12),
  h: number((wall) => wall.getUTCHours() % 12 || 12),
  m: number((wall) => wall.getUTCMinutes()),
  s: number((wall) => wall.getUTCSeconds()),
  S: number((wall) => wall.getUTCMilliseconds()),
  z: ({ instant, zone }, width) => zoneName(instant, zone, width),
  Z: ({ offsetMinutes }) => offsetText(offsetMinutes, ''),
  X({ offsetMinutes }, width) {
    if (offsetMinutes === 0) return 'Z';
    return width === 1 ? offsetText(offsetMinutes, '').slice(0, 3) : offsetText(offsetMinutes, width === 2 ? '' : ':');
  },
};

/** `zone` is an IANA name, "GMT" or "GMT+2"; an unknown one counts as GMT, as in Java. */
export function formatDate(date: Date, zone: string, format: string): string {
  let offsetMs = 0;
  let knownZone = zone;
  try {
    offsetMs = zoneOffsetMs(zone, date.getTime());
  } catch {
    knownZone = 'GMT';
  }
  const moment: Moment = {
    wall: new Date(date.getTime() + offsetMs),
    instant: date,
    zone: knownZone,
    offsetMinutes: offsetMs / MINUTE_MS,
  };
  return format.replace(PATTERN, (run: string, quoted: string | undefined, letter: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replace(/''/g, "'");
    return letter ? (LETTERS[letter]?.(moment, run.length) ?? run) : run;
  });
}
