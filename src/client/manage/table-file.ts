import type { DownloadCalls } from '../../sidebar/download-calls';

type CrossingCell = DownloadCalls['sheetRows']['gets']['rows'][number][number];

/** A sheet as text in a file. The time zone is the spreadsheet's: a file shows what its cells show. */
export type TableFormat = 'csv' | 'ndjson';

/**
 * What a spreadsheet program takes for a formula when it opens the file (OWASP, CSV Injection): such a text gets an
 * apostrophe, also where blanks or what cannot be seen stand before it. Numbers stay numbers, negative ones too.
 */
const RUNS = /^[\t\r\n]|^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;
/**
 * Where programs divide fields by semicolons or tabs, as Excel does in German, they do not see our quotes: a line of a text
 * can then begin a cell. Names of accounts and lists with dashes begin lines too, and stay as they are.
 */
const RUNS_INSIDE = /([;\t\r\n]\s*)(?=[=\uff1d]|[+\-@\uff0b\uff0d\uff20][^;\t\r\n]*(?:\w\(|\|))/g;
/** Of this and other programs' separators. */
const NEEDS_QUOTES = /[",;\t\r\n\v\f\u0085\u2028\u2029]|^\s|\s$/;

const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text);

function csvCell(cell: CrossingCell, dateOf: DateText): string {
  if (typeof cell === 'object') return dateOf(cell.at);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return String(cell);
  const inside = cell.replace(RUNS_INSIDE, "$1'");
  return quoted(RUNS.test(cell) ? "'" + inside : inside);
}

type DateText = (atMs: number) => string;

/** `2026-11-23`, or `2026-11-23T09:05:00` where the cell has a time: as a clock shows it where the spreadsheet is. */
export function dateTextIn(timeZone: string): DateText {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return (atMs) => {
    const part = Object.fromEntries(clock.formatToParts(new Date(atMs)).map(({ type, value }) => [type, value]));
    const time = [part['hour'], part['minute'], part['second']].join(':');
    const day = [String(part['year']).padStart(4, '0'), part['month'], part['day']].join('-');
    return time === '00:00:00' ? day : day + 'T' + time;
  };
}

/** Names of properties: a blank one is called after its column, and one that stands twice gets a number. */
export function propertyNames(headers: readonly CrossingCell[], dateOf: DateText): string[] {
  const taken = new Set<string>();
  return headers.map((header, at) => {
    const text = (typeof header === 'object' ? dateOf(header.at) : String(header)).trim() || 'Column ' + String(at + 1);
    let name = text;
    for (let number = 2; taken.has(name); number++) name = text + ' ' + String(number);
    taken.add(name);
    return name;
  });
}

interface TableRows {
  rows: readonly (readonly CrossingCell[])[];
  /** 0: none. */
  headerRow: number;
  timeZone: string;
}

/** So that Excel reads UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

export function tableFile(format: TableFormat, { rows, headerRow, timeZone }: TableRows): string {
  const dateOf = dateTextIn(timeZone);
  if (format === 'csv')
    return (
      BYTE_ORDER_MARK + rows.map((cells) => cells.map((cell) => csvCell(cell, dateOf)).join(',') + '\r\n').join('')
    );
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const names = propertyNames(rows[headerRow - 1] ?? Array<string>(width).fill(''), dateOf);
  const valueOf = (cell: CrossingCell | undefined): string | number | boolean | null =>
    typeof cell === 'object' ? dateOf(cell.at) : cell === undefined || cell === '' ? null : cell;
  return rows
    .slice(headerRow)
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => lineOf(Object.fromEntries(names.map((name, at) => [name, valueOf(cells[at])]))) + '\n')
    .join('');
}

/** JSON may have these as they are, and some readers end a line there. */
const lineOf = (row: object): string =>
  JSON.stringify(row).replace(
    /[\u0085\u2028\u2029]/g,
    (end) => '\\u' + end.charCodeAt(0).toString(16).padStart(4, '0'),
  );

/** Without what no file system takes. */
export const fileName = (sheet: string, format: TableFormat): string =>
  (sheet
    .replace(/[\s\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .trim()
    .slice(0, 80) || 'sheet') +
  '.' +
  format;
