import { InfluError } from '../core/error';
import { isRecord } from '../core/text';
import type { FieldType } from './profile-field';
import { REPLY } from './said-text';

export type Scalar = string | number | boolean;

/** The value at a dotted path (`stats.avgLikes`, `items.0.name`), or undefined. Own properties only. */
export function valueAt(body: unknown, path: string): unknown {
  if (path === '') return body;
  let value = body;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (!Object.prototype.hasOwnProperty.call(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** Objects that an answer may be wrapped in (notes, item 1). */
export const WRAPPERS = ['', 'user', 'profile', 'data', 'data.user', 'data.profile', 'result', 'creator'] as const;

/** Those that it is in fact wrapped in, outermost first. */
export const homesIn = (body: unknown): Record<string, unknown>[] =>
  WRAPPERS.map((wrapper) => valueAt(body, wrapper)).filter(isRecord);

/** The first value found: all paths in the outermost wrapper first, then the next. */
export function firstAt(homes: readonly Record<string, unknown>[], paths: readonly string[]): unknown {
  for (const home of homes)
    for (const path of paths) {
      const value = path.includes('.') ? valueAt(home, path) : home[path];
      if (value !== undefined && value !== null && value !== '') return value;
    }
  return undefined;
}

/** The end of the year 9999. Later dates are written with a sign and more digits, which no cell accepts. */
const LAST_DATE_MS = 253402300800000;
/** Numbers before the year 2000 are none of our dates: 0 means never, and 20260610 is no count of seconds. */
const FIRST_NUMBER_MS = 946684800000;
/** With its year first, or its month in letters. Of `followers7` and `10.06.2026` V8 makes a July and an October. */
const TOLD_DATE = /^\d{4}[-/]\d{1,2}(?!\d)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b.*\b\d{4}\b/i;

const READERS: Record<FieldType, (value: unknown) => Scalar | undefined> = {
  text: (value) => {
    if (typeof value === 'string') return value;
    if (Array.isArray(value))
      return (
        value
          .map((entry) => labelOf(entry))
          .filter(Boolean)
          .join(', ') || undefined
      );
    if (isRecord(value)) return labelOf(value) || undefined;
    return isWhole(value) || typeof value === 'boolean' ? String(value) : undefined;
  },
  number: (value) => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
  },
  boolean: (value) => {
    if (typeof value === 'boolean') return value;
    if (value === 'true' || value === 1) return true;
    return value === 'false' || value === 0 ? false : undefined;
  },
  // Dates stay ISO text until they reach a cell; numbers are epoch seconds or milliseconds.
  date: (value) => {
    if (typeof value !== 'string') return dateText(typeof value === 'number' ? value : String(value));
    const known = dates.get(value);
    if (known !== undefined || dates.has(value)) return known;
    if (dates.size >= MOST_DATES) dates.clear();
    const text = dateText(value);
    dates.set(value, text);
    return text;
  },
};

/** The timelines of all creators have the same days. */
const dates = new Map<string, string | undefined>();
const MOST_DATES = 2_000;

function dateText(value: string | number): string | undefined {
  const ms = typeof value === 'number' || /^\d+$/.test(value) ? numberMs(Number(value)) : textMs(value);
  return Number.isFinite(ms) && Math.abs(ms) < LAST_DATE_MS ? new Date(ms).toISOString() : undefined;
}

function numberMs(value: number): number {
  const ms = value < 1e11 ? value * 1000 : value;
  return ms < FIRST_NUMBER_MS ? NaN : ms;
}

const textMs = (value: string): number => (TOLD_DATE.test(value) ? Date.parse(value) : NaN);

/** A number with all its digits: ids above 2^53 have lost some by the time that they are read. */
export const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;

/** A wire value as the type the catalogue promises; undefined where it does not fit: a blank cell, never an error. */
export const readAs = (type: FieldType, value: unknown): Scalar | undefined => READERS[type](value);

const LABEL_NAMES = (
  'name label title country city language age ageGroup ageRange group range bucket interval segment interest category ' +
  'gender code key id username handle brand domain'
).split(' ');

/** The name of an entry that may be a text or an object. */
export function labelOf(entry: unknown): string {
  if (typeof entry === 'string' || isWhole(entry)) return String(entry);
  if (!isRecord(entry)) return '';
  for (const name of LABEL_NAMES)
    if (typeof entry[name] === 'string' || isWhole(entry[name])) return String(entry[name]);
  return '';
}

/** A reply that came with status 200 but does not say what the contract promises. It may have been charged. */
export const unreadable = (): InfluError => new InfluError('unreadable', REPLY.unreadable);
