import { LANGUAGE } from './language';
import { WORDS_DE } from './text/de/words';
import { WORDS as WORDS_EN } from './text/words';

const isGerman = LANGUAGE === 'de';
export const WORDS = isGerman ? WORDS_DE : WORDS_EN;
const FIGURES = isGerman ? 'de-DE' : 'en-US';
const DAYS = isGerman ? 'de-DE' : 'en-GB';

const whole = new Intl.NumberFormat(FIGURES, { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat(FIGURES, { notation: 'compact', maximumSignificantDigits: 3 });
const onePlace = new Intl.NumberFormat(FIGURES, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const tenth = new Intl.NumberFormat(FIGURES, { maximumFractionDigits: 1 });
const dayAndYear = new Intl.DateTimeFormat(DAYS, { day: 'numeric', month: 'short', year: 'numeric' });
const dayAlone = new Intl.DateTimeFormat(DAYS, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const hour = new Intl.DateTimeFormat(DAYS, { hour: '2-digit', minute: '2-digit' });

/** 1842 as `1,842`. */
export const number = (value: number): string => whole.format(value);
/** 125000 as `125K`. */
export const compact = (value: number): string => short.format(value);
/** Percent as given, so that a column of them lines up: 4.21 as `4.2%`, 2 as `2.0%`. */
export const percent = (value: number): string => onePlace.format(value) + (isGerman ? '\u00a0%' : '%');
/** With at most one decimal. */
export const decimal = (value: number): string => tenth.format(value);

/** `1 page`, `93 pages`: of the English tables. */
export const count = (value: number, noun: string): string => number(value) + ' ' + noun + (value === 1 ? '' : 's');
export const requests = (value: number): string => WORDS.requests(number(value), value === 1);
/** `free`, `1 request`, `92 requests`. */
export const price = (value: number): string => (value === 0 ? WORDS.free : requests(value));

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** An ISO instant as `23 Nov 2026`; empty when it is none. */
export const date = (iso: string): string => (Number.isNaN(Date.parse(iso)) ? '' : dayAndYear.format(new Date(iso)));
/** A day such as `2026-11-23` as `23 Nov`. */
export const day = (name: string): string =>
  Number.isNaN(Date.parse(name)) ? name : dayAlone.format(new Date(name + 'T00:00:00Z'));
/** An ISO instant as `23 Nov 2026, 14:05`. */
export const instantLabel = (iso: string): string =>
  Number.isNaN(Date.parse(iso)) ? '' : date(iso) + ', ' + hour.format(new Date(iso));

/** How old an ISO instant is: `just now`, `4 min ago`, `3 h ago`, then the date. */
export function ago(iso: string, nowMs = Date.now()): string {
  const ageMs = nowMs - Date.parse(iso);
  if (Number.isNaN(ageMs)) return '';
  if (ageMs < MINUTE_MS) return WORDS.justNow;
  if (ageMs < HOUR_MS) return WORDS.minutesAgo(Math.floor(ageMs / MINUTE_MS));
  if (ageMs < DAY_MS) return WORDS.hoursAgo(Math.floor(ageMs / HOUR_MS));
  return date(iso);
}

/** Whole minutes until an ISO instant, at least 0. */
export const minutesUntil = (iso: string, nowMs = Date.now()): number =>
  Math.max(0, Math.ceil((Date.parse(iso) - nowMs) / MINUTE_MS));

/** `city, gender and age`. */
export const list = (words: readonly string[], last = WORDS.and): string =>
  words.length < 2 ? words.join('') : words.slice(0, -1).join(', ') + ' ' + last + ' ' + words[words.length - 1];

/** A label within a sentence: German nouns keep their capitals. */
export const inSentence = (label: string): string => (isGerman ? label : label.toLowerCase());

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** 6 as `06:00`. */
export const hourText = (value: number): string => String(value).padStart(2, '0') + ':00';
