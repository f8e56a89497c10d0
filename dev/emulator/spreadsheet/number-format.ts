// How a number shows, by its pattern, and whether a pattern makes a date of it.
import FormulaParser from 'fast-formula-parser';
import type { Scalar } from './cell';

export const plainTextPattern = '@';
/** Sheets' name for "no format of its own". */
export const automaticPattern = 'General';

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

function automatic(value: number): string {
  const rounded = Number(value.toPrecision(significantDigits));
  const isWhole = Number.isInteger(value) && Math.abs(value) < 1e15;
  return String(isWhole ? value : rounded)
    .replace('e', 'E')
    .replace(/E([+-])(\d)$/, 'E$10$2');
}

/** What the cell shows. */
export function displayText(value: Scalar, pattern: string | undefined): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (!pattern || pattern === automaticPattern || pattern === plainTextPattern) return automatic(value);
  try {
    return FormulaParser.SSF.format(pattern, value);
  } catch {
    // A pattern the formatter does not know (Sheets has a few of its own) must not take the whole read down.
    return automatic(value);
  }
}
