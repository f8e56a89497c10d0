import type { Cell } from './cell';

/** Cells hold at most 50,000 characters (platform, limits). */
const LONGEST_CELL = 50_000;

/**
 * Text from strangers as text: a leading `= + - @ ' TAB CR` gets the apostrophe that Sheets does not show, so that
 * `=IMPORTXML(...)` in a bio does not run; so does anything that Sheets would read as a number, a date or a boolean.
 */
export function safeText(text: string): string {
  const fitted = text.length > LONGEST_CELL - 1 ? `${text.slice(0, LONGEST_CELL - 2)}…` : text;
  return /^[=+\-@'\t\r]/.test(fitted) || readsAsValue(fitted) ? `'${fitted}` : fitted;
}

/** Long ids, `00123`, `1-2`, `33/33`, `10%`, `TRUE`: what typing would turn into something else. */
const readsAsValue = (text: string): boolean =>
  text.trim() !== '' &&
  (/^\s*[($€£¥]?\s*[\d.,]/.test(text) || /^\s*(true|false)\s*$/i.test(text) || isMonthFirst(text));

const isMonthFirst = (text: string): boolean =>
  /^\s*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s.,/-]*\d/i.test(text);

/** A value for a cell that is written: texts are made safe, the rest stays typed. */
export const safeCell = (value: Cell): Cell => (typeof value === 'string' ? safeText(value) : value);
