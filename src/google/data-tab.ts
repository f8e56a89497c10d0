import { englishOf } from '../core/said';
import type { DataTab, DataTabAnswer } from '../core/ports';
import { answerIn, rowBlocks, cellsOf, instant, isOf, keysIn, keysOf } from '../gate/data-tab-row';
import { keepRows, keptRows, type DataTabRow } from './data-tab-copy';
import { newSheet } from './new-sheet';
import { sheetNamed } from './sheet-named';
import { DATA_TAB, DATA_TAB_HEADERS as HEADERS } from '../schema/data-tab';
import { GOOGLE } from '../schema/said-text';

const SPARE_ROWS = 2_000;
/** With four columns 1 % of the 10 million cells of a spreadsheet (platform, limits). */
const MOST_ROWS = 25_000;

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** The tab's rows in order, and the row of each key's newest answer. */
interface Index {
  sheet: Sheet;
  /** The position of each column, in the order of the headers; 0 if it is missing. */
  columns: readonly number[];
  rows: DataTabRow[];
  newest: Map<string, { row: number; atMs: number }>;
}

/** Read once per execution, because each look would be three calls. */
let index: Index | undefined;

const AS_MADE: readonly number[] = HEADERS.map((_, at) => at + 1);

/** Found by their headers, because people insert and delete columns; without headers, in their original places. */
function columnsIn(sheet: Sheet): readonly number[] {
  const [names = []] = sheet.getRange('1:1').getValues();
  const columns = HEADERS.map((header) => names.indexOf(header) + 1);
  return columns[0] === 0 ? AS_MADE : columns;
}

/** `isSure` reads the tab itself: people may have sorted or moved it since it was read. */
function openIndex(isSure = false): Index | undefined {
  if (index && !isSure) return index;
  const sheet = tabSheet();
  if (!sheet) return undefined;
  const count = Math.max(0, sheet.getLastRow() - 1);
  const kept = isSure || count === 0 ? undefined : keptRows(count);
  const columns = kept || count === 0 ? AS_MADE : columnsIn(sheet);
  const cells = kept || count === 0 ? [] : cellsAt(sheet, 2, count, columns.slice(0, 2));
  index = { sheet, columns, rows: [], newest: new Map() };
  for (const row of kept ?? cells.map(([key, at]): DataTabRow => [String(key), instant(at)])) put(index, row);
  if (cells.length > 0) keepRows(index.rows);
  return index;
}

/** People sort, so the last row is not always the newest. */
function put({ rows, newest }: Index, [keys, atMs]: DataTabRow): void {
  rows.push([keys, atMs]);
  for (const key of keysIn(keys))
    if (atMs >= (newest.get(key)?.atMs ?? 0)) newest.set(key, { row: rows.length + 1, atMs });
}

function tabSheet(): Sheet | undefined {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  return book ? sheetNamed(book, DATA_TAB) : undefined;
}

export const dataTab: DataTab = {
  exists: () => index !== undefined || tabSheet() !== undefined,
  find: (keys) => findRows(keys, false),
  filed(keys) {
    const known = openIndex();
    return new Map(
      keys.flatMap((key): [string, string][] => {
        const at = known?.newest.get(key);
        const [names = ''] = (at && known?.rows[at.row - 2]) ?? [];
        const [first] = keysIn(names);
        return first ? [[key, first]] : [];
      }),
    );
  },
  times(keys) {
    const known = openIndex()?.newest;
    return new Map(
      keys.flatMap((key): [string, number][] => {
        const found = known?.get(key);
        return found ? [[key, found.atMs]] : [];
      }),
    );
  },
  since: (sinceMs) =>
    (openIndex()?.rows ?? []).flatMap(([keys, atMs]) =>
      atMs >= sinceMs ? [{ key: keysIn(keys)[0] ?? '', atMs }] : [],
    ),
  remove(keys) {
    if (keys) return removeRows(new Set(keys));
    const sheet = tabSheet();
    if (sheet) SpreadsheetApp.getActiveSpreadsheet().deleteSheet(sheet);
    index = undefined;
  },
  add(answers) {
    const wasOpen = index !== undefined;
    let known = openIndex() ?? newIndex();
    // A step that died after this and was repeated must not fill the tab.
    const added = answers.filter(({ key, atMs }) => known.newest.get(key)?.atMs !== atMs);
    if (added.length === 0) return;
    const { sheet } = known;
    // Another execution may have added rows since the index was read, unless that was just now, under the lock.
    let last = wasOpen ? Math.max(1, sheet.getLastRow()) : known.rows.length + 1;
    if (last - 1 + added.length > MOST_ROWS) {
      last = pruned(sheet, last, added.length);
      known = openIndex(true) ?? known;
    }
    writeRows(known, last + 1, added.map(cellsOf));
    // Otherwise the next execution that looks reads the tab.
    const isWhole = known.rows.length === last - 1;
    for (const answer of added) put(known, [keysOf(answer), answer.atMs]);
    if (isWhole) keepRows(known.rows);
    else index = undefined;
  },
};

/** From below, so that rows above keep their places. Each is looked at just before: people may sort the tab meanwhile. */
function removeRows(keys: ReadonlySet<string>): void {
  for (let tries = 0; tries < 3; tries++) {
    const known = openIndex(true);
    if (!known) return;
    const { sheet, columns, rows } = known;
    let isMoved = false;
    for (let at = rows.length - 1; at >= 0; at--) {
      const [own = '', atMs = 0] = rows[at] ?? [];
      if (!keysIn(own).some((key) => keys.has(key))) continue;
      const [cells = []] = cellsAt(sheet, at + 2, 1, columns.slice(0, 2));
      if (String(cells[0]) !== own || instant(cells[1]) !== atMs) isMoved = true;
      // Google does not delete the last row that is not frozen.
      else if (sheet.getMaxRows() > 2) sheet.deleteRows(at + 2, 1);
      else sheet.getRange(2, 1, 1, sheet.getMaxColumns()).clearContent();
    }
    openIndex(true);
    if (!isMoved) return;
  }
}

function findRows(keys: readonly string[], isSure: boolean): DataTabAnswer[] {
  const known = openIndex(isSure);
  if (!known) throw new Error(englishOf(GOOGLE.noTab(DATA_TAB)));
  const places = keys
    .flatMap((key) => {
      const at = known.newest.get(key);
      return at ? [{ key, ...at }] : [];
    })
    .sort((left, right) => left.row - right.row);
  const cells = rowBlocks(places.map(({ row }) => row)).flatMap((rows) => {
    const [first = 0] = rows;
    const last = rows[rows.length - 1] ?? first;
    const block = cellsAt(known.sheet, first, last - first + 1, known.columns);
    return rows.map((row) => block[row - first] ?? []);
  });
  const isMoved = places.some(({ key, atMs }, at) => !isOf(cells[at] ?? [], key, atMs));
  return isMoved && !isSure ? findRows(keys, true) : places.map(({ key }, at) => answerIn(key, cells[at] ?? []));
}

function newIndex(): Index {
  const sheet = newSheet(SpreadsheetApp.getActiveSpreadsheet(), DATA_TAB, HEADERS);
  sheet.hideSheet();
  narrow(sheet);
  return (index = { sheet, columns: AS_MADE, rows: [], newest: new Map() });
}

/** Each column that a new sheet has by itself would be a thousand cells of the ten million. */
function narrow(sheet: Sheet): void {
  // People may have notes beside our columns.
  const used = Math.max(HEADERS.length, sheet.getLastColumn());
  const more = sheet.getMaxColumns() - used;
  if (more > 0) sheet.deleteColumns(used + 1, more);
}

/**
 * Makes room for that many by deleting the oldest, and a few more, so that it rarely has to. One row stays, because Google
 * does not delete a sheet's last row that is not frozen. Returns the last row afterwards.
 */
function pruned(sheet: Sheet, last: number, more: number): number {
  const gone = Math.min(last - 2, last - 1 + more - MOST_ROWS + SPARE_ROWS);
  const [, fetched = 0] = columnsIn(sheet);
  if (fetched > 0) rangeIn(sheet, 2, last - 1, 1, sheet.getLastColumn()).sort(fetched);
  sheet.deleteRows(2, gone);
  return last - gone;
}

/** The cells of these columns, in their order; columns that people have deleted are blank. */
function cellsAt(sheet: Sheet, row: number, rows: number, columns: readonly number[]): unknown[][] {
  const first = Math.min(...columns.filter((column) => column > 0));
  const cells = rangeIn(sheet, row, rows, first, Math.max(...columns) - first + 1).getValues();
  return cells.map((each) => columns.map((column) => each[column - first] ?? ''));
}

/** Reads as many columns as there are; those that people have deleted are missing. */
function rangeIn(sheet: Sheet, row: number, rows: number, column: number, columns: number): Range {
  try {
    return sheet.getRange(row, column, rows, columns);
  } catch {
    return sheet.getRange(row, column, rows, Math.min(columns, sheet.getMaxColumns() - column + 1));
  }
}

/** Writes each value under its header, and once more if the columns were moved at that moment. */
function writeRows({ sheet, columns: known }: Index, row: number, rows: readonly (string | number | Date)[][]): void {
  let columns = known.includes(0) ? wholeColumns(sheet) : known;
  for (let tries = 0; tries < 3; tries++) {
    const [first = 1] = columns;
    if (columns.every((column, at) => column === first + at))
      roomIn(sheet, row, rows.length, first, columns.length).setValues(rows.map((each) => [...each]));
    else
      columns.forEach((column, at) =>
        roomIn(sheet, row, rows.length, column, 1).setValues(rows.map((each) => [each[at] ?? ''])),
      );
    // A read writes what is buffered first.
    const now = wholeColumns(sheet);
    if (now.join() === columns.join()) return;
    for (const column of columns) if (!now.includes(column)) sheet.getRange(row, column, rows.length, 1).clearContent();
    columns = now;
  }
}

/** The same, with missing columns added at the end. */
function wholeColumns(sheet: Sheet): readonly number[] {
  const columns = columnsIn(sheet);
  const missing: string[] = HEADERS.filter((_, at) => columns[at] === 0);
  if (missing.length === 0) return columns;
  const last = sheet.getMaxColumns();
  sheet.insertColumnsAfter(last, missing.length);
  sheet.getRange(1, last + 1, 1, missing.length).setValues([missing]);
  return columnsIn(sheet);
}

/** The grid does not grow by itself; it is asked for its size only when it is too small. */
function roomIn(sheet: Sheet, row: number, rows: number, column: number, columns: number): Range {
  try {
    return sheet.getRange(row, column, rows, columns);
  } catch {
    narrow(sheet);
    const wide = sheet.getMaxColumns();
    if (wide < HEADERS.length) sheet.insertColumnsAfter(wide, HEADERS.length - wide);
    if (sheet.getMaxRows() < row + rows - 1) sheet.insertRowsAfter(sheet.getMaxRows(), rows + SPARE_ROWS);
    return sheet.getRange(row, column, rows, columns);
  }
}
