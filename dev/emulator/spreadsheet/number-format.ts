// How a number shows, by its pattern, and whether a pattern makes a date of it.
import type { CellFormat, Scalar } from './cell';
import { dateFromSerial } from './serial-date';

export const plainTextPattern = '@';
/** Sheets' name for "no format of its own". */
export const automaticPattern = 'General';

/** With a pattern of a value that came; a format of its own stays. */
export function withPattern(format: CellFormat | undefined, pattern: string | undefined): CellFormat | undefined {
  const hasOwn = format?.numberFormat !== undefined && format.numberFormat !== automaticPattern;
  return pattern === undefined || hasOwn ? format : { ...format, numberFormat: pattern };
}

const significantDigits = 10;
const datePatterns = new Map<string, boolean>();

/** A value under such a pattern is read back as a Date. */
export function isDatePattern(pattern: string | undefined): boolean {
  if (!pattern || pattern === automaticPattern || pattern === plainTextPattern) return false;
  let isDate = datePatterns.get(pattern);
  if (isDate === undefined) {
    const bare = pattern.replaceAll(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|E[+-]0+/gi, '');
    isDate = /[dmyhs]/i.test(bare);
    datePatterns.set(pattern, isDate);
  }
  return isDate;
}

/** Exponents have two digits at least. */
const exponential = (text: string): string => text.replace(/e([+-])(\d)$/, 'e$10$2').replace('e', 'E');

function automatic(value: number): string {
  const rounded = Number(value.toPrecision(significantDigits));
  const isWhole = Number.isInteger(value) && Math.abs(value) < 1e15;
  return exponential(String(isWhole ? value : rounded));
}

/** In turn: quoted text, an escaped character, a currency `[$€-407]`, the digits; a comma behind them divides by a thousand. */
const numberPart = /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|[#0,]*[#0](?:\.[#0]*)?(E\+0+)?,*/gi;
const datePart = /"([^"]*)"|\\(.)|\[[hms]+\]|AM\/PM|y+|m+|d+|h+|s+/gi;

const condition = /^\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/;
const holds: Record<string, (value: number, bound: number) => boolean> = {
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
  '=': (value, bound) => value === bound,
  '<>': (value, bound) => value !== bound,
};

/**
 * Of the sections of a pattern the one that is meant: the first whose `[<1]` holds, else the last; without conditions those of
 * positive numbers, negative ones and zero. Source: Google Sheets API, date and number format patterns, "meta instructions".
 */
function sectionOf(value: number, pattern: string): { section: string; shown: number } {
  const sections = pattern.match(/(?:"[^"]*"|\\.|[^;"\\])+/g) ?? [pattern];
  const [first = pattern, second, third] = sections;
  if (sections.length === 1) return { section: first, shown: value };
  const conditions = sections.map((each) => condition.exec(each));
  if (conditions.every((each) => each === null)) {
    if (value < 0 && second !== undefined) return { section: second, shown: -value };
    return { section: (value === 0 ? third : undefined) ?? first, shown: value };
  }
  const at = conditions.findIndex((each) => each && holds[each[1] as string]?.(value, Number(each[2])));
  const section = (at < 0 ? sections.at(-1) : sections[at]) ?? first;
  return { section: section.replace(condition, ''), shown: value };
}

function numberText(given: number, sections: string): string {
  const { section: pattern, shown: value } = sectionOf(given, sections);
  const isPercent = pattern.replaceAll(/"[^"]*"|\\./g, '').includes('%');
  const size = Math.abs(value) * (isPercent ? 100 : 1);
  const text = pattern.replaceAll(
    numberPart,
    (digits: string, quoted?: string, escaped?: string, currency?: string) => {
      const literal = quoted ?? escaped ?? currency;
      if (literal !== undefined) return literal;
      const thousands = /,*$/.exec(digits)?.[0].length ?? 0;
      const [whole = '', decimals = ''] = digits.replace(/E.*/i, '').replace(/,*$/, '').split('.');
      if (/E/i.test(digits)) return exponential(size.toExponential(decimals.length));
      return (size / 1000 ** thousands).toLocaleString('en-US', {
        useGrouping: whole.includes(','),
        minimumIntegerDigits: Math.max(1, whole.replaceAll(/[^0]/g, '').length),
        minimumFractionDigits: decimals.replaceAll('#', '').length,
        maximumFractionDigits: decimals.length,
      });
    },
  );
  return value < 0 ? `-${text}` : text;
}

function dateText(serial: number, pattern: string): string {
  const seconds = Math.round(serial * 86_400);
  const date = dateFromSerial(seconds / 86_400);
  const hours = date.getUTCHours();
  const isHalved = /AM\/PM/i.test(pattern);
  const name = (part: string, style: Intl.DateTimeFormatOptions): string =>
    date.toLocaleString('en-US', { timeZone: 'UTC', ...style }).slice(0, part.length > 3 ? undefined : 3);
  return pattern.replaceAll(datePart, (part: string, quoted?: string, escaped?: string, at = 0) => {
    const padded = (value: number): string => String(value).padStart(part.length, '0');
    switch (part.toLowerCase()[0]) {
      case 'y':
        return part.length > 2 ? String(date.getUTCFullYear()) : padded(date.getUTCFullYear() % 100);
      case 'd':
        return part.length > 2 ? name(part, { weekday: 'long' }) : padded(date.getUTCDate());
      case 'h':
        return padded(isHalved ? hours % 12 || 12 : hours);
      case 's':
        return padded(date.getUTCSeconds());
      case 'a':
        return hours < 12 ? 'AM' : 'PM';
      case '[':
        return String(Math.floor(seconds / { h: 3600, m: 60, s: 1 }[part.toLowerCase()[1] as 'h']));
      case 'm':
        // After hours and before seconds: minutes.
        if (/h[^a-z]*$/i.test(pattern.slice(0, at)) || /^[^a-z]*s/i.test(pattern.slice(at + part.length)))
          return padded(date.getUTCMinutes());
        return part.length > 2 ? name(part, { month: 'long' }) : padded(date.getUTCMonth() + 1);
      default:
        return quoted ?? escaped ?? '';
    }
  });
}

/** What the cell shows. */
export function displayText(value: Scalar, pattern: string | undefined): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  // A fraction, `# ??/??`, shows as the number that it is.
  if (!pattern || pattern === automaticPattern || pattern === plainTextPattern || pattern.includes('?'))
    return automatic(value);
  return isDatePattern(pattern) ? dateText(value, pattern) : numberText(value, pattern);
}
