import type { CellValue } from '../core/page';
import { beginningOf } from '../core/text';

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

/** What a formula shows: Sheets refuses the whole of it for one text that no cell could hold. A character may count twice. */
export function fittedShown<T>(shown: T): T {
  if (Array.isArray(shown)) return shown.map(fittedShown) as T;
  return typeof shown === 'string' && shown.length > LONGEST_CELL ? (beginningOf(shown, LONGEST_CELL / 2) as T) : shown;
}

/** No date or amount of any locale is longer. */
const LONGEST_VALUE = 60;
/** Of the locales whose words are known; which of them Sheets takes for a value is written nowhere. */
const BOOLEAN =
  /^\s*(true|false|wahr|falsch|vrai|faux|verdadero|falso|verdadeiro|vero|waar|onwaar|prawda|fałsz|sann|sant|sand|falskt?|usann|tosi|epätosi|igaz|hamis|pravda|nepravda|adevărat|fals|doğru|yanlış|истина|ложь|істина|хибність)\s*$/i;

/**
 * Long ids, `00123`, `1-2`, `10%`, `TRUE`, and in other locales `März 2024`, `CHF 5`, `WAHR`: what typing would turn into
 * something else. Any digit makes it suspicious, but in an address, which would no longer be a link.
 */
const readsAsValue = (text: string): boolean =>
  /^\s*[($€£¥]?\s*[\d.,]/.test(text) ||
  (text.length <= LONGEST_VALUE && /\p{Nd}/u.test(text) && !/^https?:/.test(text)) ||
  BOOLEAN.test(text);

/** A value for a cell that is written: texts are made safe, the rest stays typed. */
export const safeCell = (value: CellValue): CellValue => (typeof value === 'string' ? safeText(value) : value);

/** A host of letters, then anything but what could end the text of a formula. */
const PLAIN_HTTPS = /^https:\/\/[\w.-]+(:\d+)?\/[^\s"'\\<>{}|^]*$/;
const LONGEST_URL = 2_000;

/** Formulas are made of a stranger's text only here: `=IMAGE` of an https address, or nothing. */
export const pictureFormula = (url: unknown): string =>
  typeof url === 'string' && url.length <= LONGEST_URL && PLAIN_HTTPS.test(url) ? `=IMAGE("${url}")` : '';

/** The address in `=IMAGE("https://...")`, where it is one that we would write ourselves. */
export function pictureAddress(formula: string): string | undefined {
  const url = /^=\s*IMAGE\s*\(\s*"([^"]*)"/i.exec(formula)?.[1];
  return url !== undefined && pictureFormula(url) !== '' ? url : undefined;
}

/** A text of ours that leads to an https address; blank where that is none. */
export const linkFormula = (url: unknown, label: string): string =>
  typeof url === 'string' && url.length <= LONGEST_URL && PLAIN_HTTPS.test(url)
    ? `=HYPERLINK("${url}";"${label.replace(/"/g, '""')}")`
    : '';
