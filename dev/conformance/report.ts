import { holds } from './fact';
import type { Fact, Result } from './fact';

// The sheet of results, and the text of it. Every fact has its row from the beginning: what a stopped run did not reach is
// seen.
type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;

const REPORT = 'Conformance';
const HEADERS = ['fact', 'expected', 'found', 'ms', 'verdict', 'standing', 'source'];
const FOUND = 3;
/** A cell of the report; a whole value is of no use there. */
const LONGEST = 500;

/** As text, whatever it looks like. */
const shown = (value: unknown): string => `'${(JSON.stringify(value) ?? 'undefined').slice(0, LONGEST)}`;

export function beginReport(book: Book, facts: readonly Omit<Fact, 'check'>[]): void {
  const old = book.getSheetByName(REPORT);
  const sheet = book.insertSheet();
  if (old) book.deleteSheet(old);
  const rows = facts.map(({ name, expected, standing, source }) => [
    name,
    shown(expected),
    '',
    '',
    'not reached',
    standing,
    source,
  ]);
  sheet.setName(REPORT).setFrozenRows(1);
  sheet.getRange(1, 1, rows.length + 1, HEADERS.length).setValues([HEADERS, ...rows]);
}

export function fillReport(book: Book, results: readonly Result[], verdict?: string): void {
  const sheet = book.getSheetByName(REPORT);
  if (!sheet || results.length === 0) return;
  const names = sheet
    .getDataRange()
    .getValues()
    .map(([name]) => String(name));
  for (const { name, expected, found, ms } of results) {
    const said = verdict ?? (holds(expected, found) ? 'holds' : 'DIFFERS');
    sheet.getRange(names.indexOf(name) + 1, FOUND, 1, 3).setValues([[shown(found), ms, said]]);
  }
  SpreadsheetApp.flush();
}

const linesOf = (rows: readonly string[][]): string[] =>
  rows.map(([fact, expected, found, ms, verdict]) => [verdict, fact, expected, found, `${ms} ms`].join(' | '));

/** What differs comes first. Nothing in it says who ran it. */
export function reportText(book: Book, browser: string): string {
  const [, ...rows] = book.getSheetByName(REPORT)?.getDataRange().getDisplayValues() ?? [];
  const differing = rows.filter(([, , , , verdict]) => verdict === 'DIFFERS');
  return [
    `${rows.length} facts, ${differing.length} differ. ${new Date().toISOString()}, ${book.getSpreadsheetLocale()}, ${book.getSpreadsheetTimeZone()}, ${browser}`,
    ...linesOf(differing),
    '',
    ...linesOf(rows.filter(([, , , , verdict]) => verdict !== 'DIFFERS')),
  ].join('\n');
}
