// Time zones from Intl alone: how far a zone is from UTC at an instant.

// Captured before installDate replaces the global: everything here works on real instants.
const HostDate = Date;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const UTC_NAMES = new Set(['UTC', 'GMT', 'Etc/UTC', 'Etc/GMT', 'Z']);
const FIXED_OFFSET = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

function ianaOffsetMs(zone: string, atMs: number): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const wall = HostDate.UTC(
    parts['year']!,
    parts['month']! - 1,
    parts['day']!,
    parts['hour']!,
    parts['minute']!,
    parts['second']!,
  );
  return wall - Math.floor(atMs / 1000) * 1000;
}

// Offsets change at full quarters of an hour at most, so one answer serves a quarter.
const QUARTER_MS = HOUR_MS / 4;
const known = new Map<string, number>();

/** Wall clock minus UTC at an instant. `zone` is an IANA name, "GMT" or "GMT+05:30". Throws on an unknown zone. */
export function zoneOffsetMs(zone: string, atMs: number): number {
  if (UTC_NAMES.has(zone) || !Number.isFinite(atMs)) return 0;
  const fixed = FIXED_OFFSET.exec(zone);
  if (fixed) {
    const magnitude = Number(fixed[2]) * HOUR_MS + Number(fixed[3] ?? 0) * MINUTE_MS;
    return fixed[1] === '-' ? -magnitude : magnitude;
  }
  const key = `${zone} ${Math.floor(atMs / QUARTER_MS)}`;
  let offset = known.get(key);
  if (offset === undefined) {
    offset = ianaOffsetMs(zone, atMs);
    known.set(key, offset);
  }
  return offset;
}

/** The instant at which a zone's wall clock shows `wallMs` (as if it were UTC). In a gap: after it. */
export function instantOfWall(zone: string, wallMs: number): number {
  const guess = wallMs - zoneOffsetMs(zone, wallMs);
  return wallMs - zoneOffsetMs(zone, guess);
}
