// The script itself: a menu, a custom function, and what the page calls. See build.ts for how it becomes plain functions.
import { CELL_FACTS, described, FILLER_CHARACTERS, FILLER_PROPERTIES, VALUES } from './cell-facts';
import { CHART_FACTS } from './chart-facts';
import { repeated, resultOf } from './fact';
import type { Desk, Fact, Result } from './fact';
import { FETCH_FACTS } from './fetch-facts';
import { MANUAL_FACTS } from './manual-facts';
import { MARK_FACTS } from './mark-facts';
import { PAGE_FACTS } from './page-facts';
import { beginReport, fillReport, reportText } from './report';
import { SHEET_FACTS } from './sheet-facts';
import { STORE_FACTS } from './store-facts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;

const CELLS = 'Conformance cells';
const SCRATCH = 'Conformance scratch';
/** Rows fill two cells downwards. */
const ROWS_A_CELL = 3;
const FILLER = 'conformance/filler';

const SERVER_FACTS: readonly (readonly Fact[])[] = [MARK_FACTS, CHART_FACTS, FETCH_FACTS, SHEET_FACTS, STORE_FACTS];

/** Most risky first: what is only assumed, formulas and the page before the rest. */
const inOrder = (): Omit<Fact, 'check'>[] => {
  const all = [...CELL_FACTS, ...PAGE_FACTS, ...SERVER_FACTS.flat(), ...MANUAL_FACTS];
  const standings = ['assumed', 'recorded', 'documented'];
  return all.sort((one, other) => standings.indexOf(one.standing) - standings.indexOf(other.standing));
};

/** Each fact has its own sheet, which is gone afterwards. */
function looked(book: Book, fact: Fact): Result {
  let scratch: Sheet | undefined;
  try {
    return resultOf(fact, { book, sheet: () => (scratch ??= book.insertSheet(SCRATCH)) });
  } finally {
    if (scratch) book.deleteSheet(scratch);
  }
}

function fresh(book: Book, name: string): Sheet {
  const old = book.getSheetByName(name);
  const sheet = book.insertSheet();
  if (old) book.deleteSheet(old);
  return sheet.setName(name);
}

/** The formulas, each with the time of this run in it: Sheets remembers what a function returned for the same arguments. */
function placeCells(book: Book): void {
  const properties = PropertiesService.getDocumentProperties();
  const fillers: Record<string, string> = {};
  for (let number = 0; number < FILLER_PROPERTIES; number++)
    fillers[`${FILLER}${number}`] = repeated('x', FILLER_CHARACTERS);
  properties.setProperties(fillers);
  const sheet = fresh(book, CELLS);
  sheet.getRange('F1:F3').setValues([[new Date(2026, 10, 23)], [''], [0.1]]);
  CELL_FACTS.forEach((fact, index) => {
    const given = fact.formula ?? `"fact"; "${fact.name}"; ${Date.now()}`;
    sheet.getRange(1 + index * ROWS_A_CELL, 1).setFormula(`=CONFORMANCE(${given})`);
  });
  SpreadsheetApp.flush();
}

/** Undefined: not all of them are there yet. */
function cellResults(book: Book, isLast: boolean): Result[] | undefined {
  const sheet = book.getSheetByName(CELLS);
  if (!sheet) return [];
  const shown = sheet.getDataRange().getDisplayValues();
  if (!isLast && shown.some(([text]) => text === 'Loading...')) return undefined;
  const results = CELL_FACTS.map(({ name, source, standing, expected, look }, index): Result => {
    const fact = { name, source, standing, expected };
    const cell = sheet.getRange(1 + index * ROWS_A_CELL, 1);
    if (look) return resultOf({ ...fact, check: () => look(cell) }, { book, sheet: () => sheet });
    const text = String(cell.getValue());
    try {
      const { found, ms } = JSON.parse(text) as Pick<Result, 'found' | 'ms'>;
      return { ...fact, found, ms };
    } catch {
      return { ...fact, found: text, ms: '' };
    }
  });
  const properties = PropertiesService.getDocumentProperties();
  for (const key of properties.getKeys()) if (key.indexOf(FILLER) === 0) properties.deleteProperty(key);
  book.deleteSheet(sheet);
  return results;
}

export function onOpen(): void {
  SpreadsheetApp.getUi().createMenu('Conformance').addItem('Look at all facts', 'conformanceRun').addToUi();
}

export function conformanceRun(): void {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  beginReport(book, inOrder());
  // Table by table: a run that Google stops after six minutes keeps what it has found.
  for (const facts of SERVER_FACTS)
    fillReport(
      book,
      facts.map((fact) => looked(book, fact)),
    );
  placeCells(book);
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Page').setTitle('Conformance'));
}

/** @customfunction */
export function CONFORMANCE(kind: string, name?: string, given?: unknown): unknown {
  if (kind === 'value') return VALUES[name ?? '']?.();
  if (kind === 'given') return JSON.stringify(described(given));
  const book = SpreadsheetApp.getActiveSpreadsheet();
  if (kind === 'where') return book.getActiveRange()?.getA1Notation();
  const fact = CELL_FACTS.find((each) => each.name === name);
  if (!fact?.check) throw new Error('There is no such fact.');
  const desk: Omit<Desk, 'timed'> = {
    book,
    sheet() {
      throw new Error('A formula has no sheet of its own.');
    },
  };
  return JSON.stringify(resultOf({ ...fact, check: fact.check }, desk));
}

/** The page's facts come in, the report goes out; an empty text: formulas are still loading. */
export function conformanceFinish(fromPage: string, isLast: boolean, browser: string): string {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const ofCells = cellResults(book, isLast);
  if (!ofCells) return '';
  const byHand = MANUAL_FACTS.map(({ byHand: found, ...fact }): Result => ({ ...fact, found, ms: '' }));
  fillReport(book, [...(JSON.parse(fromPage) as Result[]), ...ofCells]);
  fillReport(book, byHand, 'by hand');
  return reportText(book, browser);
}

export const conformanceKind = (value: unknown): string => Object.prototype.toString.call(value);
export const conformanceEcho = (value: unknown): unknown => value;

export function conformanceMake(kind: string): unknown {
  const made: Record<string, unknown> = {
    date: new Date(0),
    'date inside': { rows: [[1, new Date(0)]] },
    map: new Map([[1, 2]]),
    text: 'text',
  };
  return made[kind];
}

export function conformanceFail(): void {
  throw new Error('on purpose');
}

export function conformanceNap(ms: number): [fromMs: number, toMs: number] {
  const fromMs = Date.now();
  Utilities.sleep(ms);
  return [fromMs, Date.now()];
}

export const conformanceHidden_ = (): string => 'not to be called';
