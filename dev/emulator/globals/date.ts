// The context's Date: told the time by the host, and local in the script's zone instead of this machine's.
import { nowMs } from './host';
import { instantOfWall, zoneOffsetMs } from './zone';

const HostDate = Date;
const MINUTE_MS = 60_000;
const FIELDS = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;
const ISO_LOCAL = /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;
const ISO_DATE = /^[+-]?\d{4,6}(?:-\d\d(?:-\d\d)?)?$/;
const HAS_ZONE = /(?:Z|GMT|UTC|[ECMP][SD]T|[+-]\d\d:?\d\d)\s*(?:\(.*\))?$/i;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (value: number): string => String(value).padStart(2, '0');

function parseIn(zone: string, text: string): number {
  if (ISO_LOCAL.test(text)) return instantOfWall(zone, HostDate.parse(`${text}Z`));
  if (ISO_DATE.test(text) || HAS_ZONE.test(text) || text.includes('T')) return HostDate.parse(text);
  return instantOfWall(zone, HostDate.parse(`${text} UTC`));
}

/** Replaces the global Date. Dates stay instances of it, whoever makes them in this context. */
export function installDate(zone: string): void {
  const proto = HostDate.prototype as unknown as Record<string, (...args: unknown[]) => number>;
  const wall = (date: Date): Date => new HostDate(date.getTime() + zoneOffsetMs(zone, date.getTime()));
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(proto, name, { value, writable: true, configurable: true });
  };

  for (const field of [...FIELDS, 'Day']) {
    const utcGetter = proto[`getUTC${field}`]!;
    define(`get${field}`, function get(this: Date) {
      return utcGetter.call(wall(this));
    });
  }
  for (const field of FIELDS) {
    const utcSetter = proto[`setUTC${field}`]!;
    define(`set${field}`, function set(this: Date, ...values: unknown[]) {
      return this.setTime(instantOfWall(zone, utcSetter.call(wall(this), ...values)));
    });
  }
  define('getTimezoneOffset', function getTimezoneOffset(this: Date) {
    return Number.isNaN(this.getTime()) ? NaN : -zoneOffsetMs(zone, this.getTime()) / MINUTE_MS;
  });

  function dateText(this: Date): string {
    const at = wall(this);
    if (Number.isNaN(at.getTime())) return 'Invalid Date';
    const year = String(at.getUTCFullYear()).padStart(4, '0');
    return `${DAYS[at.getUTCDay()]} ${MONTHS[at.getUTCMonth()]} ${two(at.getUTCDate())} ${year}`;
  }
  function timeText(this: Date): string {
    const at = wall(this);
    if (Number.isNaN(at.getTime())) return 'Invalid Date';
    const minutes = -this.getTimezoneOffset();
    const ahead = Math.abs(minutes);
    const offset = `GMT${minutes < 0 ? '-' : '+'}${two(Math.trunc(ahead / 60))}${two(ahead % 60)}`;
    const names = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'long' }).formatToParts(this);
    const name = names.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
    return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} ${offset} (${name})`;
  }
  define('toDateString', dateText);
  define('toTimeString', timeText);
  define('toString', function toString(this: Date) {
    return Number.isNaN(this.getTime()) ? 'Invalid Date' : `${dateText.call(this)} ${timeText.call(this)}`;
  });
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const) {
    const original = HostDate.prototype[name] as (locale?: unknown, options?: object) => string;
    define(name, function localeText(this: Date, locale?: unknown, options?: object) {
      return original.call(this, locale ?? 'en-US', { timeZone: zone, ...options });
    });
  }

  function instantOf(args: unknown[]): number {
    if (args.length === 0) return nowMs();
    if (args.length > 1) return instantOfWall(zone, HostDate.UTC(...(args as [number, number])));
    const [value] = args;
    if (value instanceof HostDate) return value.getTime();
    const primitive: unknown =
      typeof value === 'object' && value !== null
        ? (value as { [Symbol.toPrimitive]?: unknown; valueOf(): unknown }).valueOf()
        : value;
    return typeof primitive === 'string' ? parseIn(zone, primitive) : Number(primitive);
  }
  function ScriptDate(this: unknown, ...args: unknown[]): unknown {
    if (!new.target) return new HostDate(nowMs()).toString();
    return Reflect.construct(HostDate, [instantOf(args)], new.target);
  }
  const statics = { now: () => nowMs(), parse: (text: unknown) => parseIn(zone, String(text)), UTC: HostDate.UTC };
  for (const [name, value] of Object.entries(statics)) {
    Object.defineProperty(ScriptDate, name, { value, writable: true, configurable: true });
  }
  Object.defineProperty(ScriptDate, 'name', { value: 'Date' });
  Object.defineProperty(ScriptDate, 'length', { value: 7 });
  Object.defineProperty(ScriptDate, 'prototype', { value: HostDate.prototype, writable: false });
  define('constructor', ScriptDate);
  Object.defineProperty(globalThis, 'Date', { value: ScriptDate, writable: true, configurable: true });
}
