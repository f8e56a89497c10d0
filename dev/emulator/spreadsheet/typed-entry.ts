// What Sheets makes of text as typed: setValue(s), appendRow and a user's typing all pass here.
// Source of the pitfalls: apps-script-platform.md section 9 (`00123`, `1-2`, `33/33`, `TRUE`, `+91-044-...`).
import type { CellImageData, Scalar } from './cell';
import { parseFormula } from './formula-syntax';
import { localeConventions } from './locale-conventions';
import type { LocaleConventions } from './locale-conventions';
import { plainTextPattern } from './number-format';
import { calendarFromSerial, serialFromCalendar } from './serial-date';

export interface Entry {
  value: Scalar;
  formula?: string;
  /** An error literal typed as such, `#N/A`. */
  error?: string;
  image?: CellImageData;
  textMark?: true;
  /** The pattern Sheets gives a cell that has none of its own. */
  pattern?: string;
}

export interface EntryContext {
  locale: string;
  /** Today as a serial number: `1-2` is a day of this year. */
  todaySerial: number;
  /** The cell's own pattern. */
  pattern?: string | undefined;
}

const errorLiteral = /^#(?:N\/A|REF!|DIV\/0!|NAME\?|VALUE!|NUM!|NULL!|ERROR!)$/i;
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const secondsPerDay = 86_400;

const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

interface NumberPatterns {
  whole: RegExp;
  grouped: RegExp;
  groups: RegExp;
}

const numberPatterns = new Map<LocaleConventions, NumberPatterns>();

function patternsFor(conventions: LocaleConventions): NumberPatterns {
  let found = numberPatterns.get(conventions);
  if (!found) {
    const { decimalMark, groupMark } = conventions;
    const group = /\s/.test(groupMark) ? String.raw`[\s\u00A0\u202F]` : escape(groupMark);
    const digits = `(?:\\d{1,3}(?:${group}\\d{3})+|\\d+)?(?:${escape(decimalMark)}\\d*)?`;
    found = {
      whole: new RegExp(`^([-+])?([$€£])?(${digits})(?:e([-+]?\\d+))?(%)?$`, 'i'),
      grouped: new RegExp(`\\d${group}\\d{3}`),
      groups: new RegExp(group, 'g'),
    };
    numberPatterns.set(conventions, found);
  }
  return found;
}

function numberEntry(text: string, conventions: LocaleConventions): Entry | null {
  const { whole, grouped, groups } = patternsFor(conventions);
  const match = whole.exec(text);
  const [, sign, currency, digits = '', exponent, percent] = match ?? [];
  if (!match || !/\d/.test(digits)) return null;
  const isGrouped = grouped.test(digits);
  const plain = digits.replaceAll(groups, '').replace(conventions.decimalMark, '.');
  const size = Number(`${plain}e${exponent ?? '0'}`) * (percent ? 0.01 : 1);
  const value = sign === '-' ? -size : size;
  if (!Number.isFinite(value)) return null;
  const decimals = plain.includes('.');
  if (percent) return { value: Number(value.toPrecision(15)), pattern: decimals ? '0.00%' : '0%' };
  if (exponent !== undefined) return { value, pattern: '0.00E+00' };
  if (currency) return { value, pattern: `${currency}#,##0${decimals ? '.00' : ''}` };
  if (isGrouped) return { value, pattern: decimals ? '#,##0.00' : '#,##0' };
  return { value };
}

/** Fraction of a day, and whether the text names one. */
function timeOfDay(text: string): { fraction: number; pattern: string } | null {
  const match = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,3})?)?\s*([ap])?\.?m?\.?$/i.exec(text);
  if (!match) return null;
  const [, hourText = '', minutes = '', seconds = '0', half] = match;
  let hours = Number(hourText);
  if (half) {
    if (hours > 12 || hours === 0) return null;
    hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const fraction = (hours * 3600 + Number(minutes) * 60 + Number(seconds)) / secondsPerDay;
  if (hours >= 24) return { fraction, pattern: '[h]:mm:ss' };
  return { fraction, pattern: half ? 'h:mm AM/PM' : 'h:mm:ss' };
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function day(text: string, context: EntryContext, { dateOrder, datePattern }: LocaleConventions): Entry | null {
  const thisYear = calendarFromSerial(context.todaySerial).year;
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) {
    const value = serialFromCalendar(Number(iso[1]), Number(iso[3]), Number(iso[4]));
    return value === null ? null : { value, pattern: 'yyyy-MM-dd' };
  }
  const short = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (short) {
    const [, first = '', mark = '', second = '', yearText] = short;
    // 1.2 is a number where the decimal mark is a point, and a day where dates are written with points.
    if (mark === '.' && (dateOrder !== 'dmy' || yearText === undefined)) return null;
    const [month, dayOfMonth] = dateOrder === 'dmy' ? [second, first] : [first, second];
    const year = yearText === undefined ? thisYear : fullYear(yearText);
    const value = serialFromCalendar(year, Number(month), Number(dayOfMonth));
    return value === null ? null : { value, pattern: yearText === undefined ? 'd-MMM' : datePattern };
  }
  const named =
    /^([a-z]{3,9})\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?$/i.exec(text) ??
    /^(\d{1,2})[-\s]([a-z]{3,9})\.?(?:[-,\s]\s*(\d{4}))?$/i.exec(text);
  if (named) {
    const [, first = '', second = '', yearText] = named;
    const [name, dayOfMonth] = /^\d/.test(first) ? [second, first] : [first, second];
    const month = monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
    if (month === 0 || !isMonthName(name)) return null;
    const value = serialFromCalendar(Number(yearText ?? thisYear), month, Number(dayOfMonth));
    return value === null ? null : { value, pattern: yearText === undefined ? 'd-MMM' : 'MMM d, yyyy' };
  }
  return null;
}

const longMonthNames = new Set(
  Array.from({ length: 12 }, (_, month) =>
    new Date(Date.UTC(2000, month)).toLocaleString('en-US', { month: 'long', timeZone: 'UTC' }).toLowerCase(),
  ),
);

function isMonthName(name: string): boolean {
  const lower = name.toLowerCase();
  return monthNames.includes(lower) || lower === 'sept' || longMonthNames.has(lower);
}

function dateEntry(text: string, context: EntryContext, conventions: LocaleConventions): Entry | null {
  const whole = day(text, context, conventions);
  if (whole) return whole;
  const time = timeOfDay(text);
  if (time) return { value: time.fraction, pattern: time.pattern };
  const both = /^(\S.*?)\s+(\d{1,2}:.*)$/.exec(text);
  const date = both?.[1] === undefined ? null : day(both[1], context, conventions);
  const hour = both?.[2] === undefined ? null : timeOfDay(both[2]);
  if (!date || !hour || typeof date.value !== 'number' || hour.fraction >= 1) return null;
  return { value: date.value + hour.fraction, pattern: `${date.pattern} h:mm:ss` };
}

/** `33/33`, which is no day, becomes a fraction (platform notes, section 9). */
function fractionEntry(text: string): Entry | null {
  const [, over, under] = /^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? [];
  return over && under && Number(under) > 0 ? { value: Number(over) / Number(under), pattern: '# ??/??' } : null;
}

/** Live: `22 34` may come back as 2234, by locale; the emulator takes the dangerous answer everywhere. */
function spacedNumber(text: string): Entry | null {
  return /^\d+(?: \d+)+$/.test(text) ? { value: Number(text.replaceAll(' ', '')) } : null;
}

/** `+91-044-4567` and `-A1` are evaluated: a sign before anything that parses makes a formula. */
function signedFormula(text: string, conventions: LocaleConventions): Entry | null {
  if (!/^[+-]./s.test(text)) return null;
  try {
    parseFormula(`=${text}`, conventions);
    return { value: null, formula: `=${text}` };
  } catch {
    return null;
  }
}

/** @param text what was typed or written; '' clears the cell */
export function parseEntry(text: string, context: EntryContext): Entry {
  if (text === '') return { value: null };
  // Whether `=` under '@' stays text is unverified: the emulator takes the dangerous answer.
  if (text.startsWith('=') && text.length > 1) return { value: null, formula: text };
  if (text.startsWith("'")) return { value: text.slice(1), textMark: true };
  if (context.pattern === plainTextPattern) return { value: text };
  const trimmed = text.trim();
  const upper = trimmed.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE' };
  if (errorLiteral.test(trimmed)) return { value: null, error: upper };
  // Nothing but a number, a day, a time or a signed formula has a digit or begins with a sign.
  if (!/\d/.test(trimmed) && !/^[-+]/.test(trimmed)) return { value: text };
  const conventions = localeConventions(context.locale);
  return (
    numberEntry(trimmed, conventions) ??
    dateEntry(trimmed, context, conventions) ??
    fractionEntry(trimmed) ??
    spacedNumber(trimmed) ??
    signedFormula(trimmed, conventions) ?? { value: text }
  );
}
