import type { Archive, ArchivedAnswer } from '../core/ports';
import { newSheet } from './new-sheet';

const DATA_TAB = 'influData data';
const HEADERS = ['Key', 'Fetched', 'Requests', 'Answer'];
/** Makes a packed answer a text that Sheets takes for nothing else. */
const TEXT_MARK = 'z:';
const SPARE_ROWS = 2_000;

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Where an answer stands, and of when it is; the newest of each key. */
interface Index {
  sheet: Sheet;
  rows: Map<string, { row: number; atMs: number }>;
}

/** Read once an execution: each look would be three calls. */
let index: Index | undefined;

const instant = (cell: unknown): number => (cell instanceof Date ? cell.getTime() : 0);

function openIndex(): Index | undefined {
  if (index) return index;
  const sheet = SpreadsheetApp.getActiveSpreadsheet()?.getSheetByName(DATA_TAB);
  if (!sheet) return undefined;
  const count = sheet.getLastRow() - 1;
  index = { sheet, rows: new Map() };
  if (count > 0)
    for (const [at, [key, time]] of sheet.getRange(2, 1, count, 2).getValues().entries()) {
      const atMs = instant(time);
      // People sort: the last is not always the newest.
      if (atMs >= (index.rows.get(String(key))?.atMs ?? 0)) index.rows.set(String(key), { row: at + 2, atMs });
    }
  return index;
}

export const archive: Archive = {
  find(keys) {
    const known = openIndex();
    if (!known) throw new Error(`There is no tab ${DATA_TAB}.`);
    const found = keys.flatMap((key) => known.rows.get(key)?.row ?? []).sort((left, right) => left - right);
    return blocksOf(found).flatMap((rows) => {
      const [first = 0] = rows;
      const last = rows[rows.length - 1] ?? first;
      const block = known.sheet.getRange(first, 1, last - first + 1, HEADERS.length).getValues();
      return rows.map((row) => {
        const [key, at, requests, packed] = block[row - first] ?? [];
        return {
          key: String(key),
          atMs: instant(at),
          requests: Number(requests) || 0,
          packed: String(packed).slice(TEXT_MARK.length),
        };
      });
    });
  },
  times(keys) {
    const known = openIndex()?.rows;
    return new Map(
      keys.flatMap((key): [string, number][] => {
        const found = known?.get(key);
        return found ? [[key, found.atMs]] : [];
      }),
    );
  },
  add(answers) {
    const known =
      openIndex() ??
      (index = {
        sheet: newSheet(SpreadsheetApp.getActiveSpreadsheet(), DATA_TAB, HEADERS, true),
        rows: new Map(),
      });
    // A step that died after this and was repeated must not fill the tab.
    const added = answers.filter(({ key, atMs }) => known.rows.get(key)?.atMs !== atMs);
    if (added.length === 0) return;
    // Another execution may have added rows since the index was read.
    let row = Math.max(2, known.sheet.getLastRow() + 1);
    roomIn(known.sheet, row, added.length).setValues(added.map(cellsOf));
    SpreadsheetApp.flush();
    for (const { key, atMs } of added) known.rows.set(key, { row: row++, atMs });
  },
};

const MOST_READS = 8;
const NEAR_ROWS = 20;

/** Rows in order, parted at the widest gaps: what stands between may be many megabytes, and each block is a slow call. */
function blocksOf(rows: readonly number[]): number[][] {
  const gaps = rows.map((row, at) => row - (rows[at - 1] ?? row)).sort((left, right) => right - left);
  const near = Math.max(NEAR_ROWS, gaps[MOST_READS - 1] ?? 0);
  const blocks: number[][] = [];
  for (const [at, row] of rows.entries()) {
    const block = blocks[blocks.length - 1];
    if (block && row - (rows[at - 1] ?? row) <= near) block.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

/** The grid does not grow by itself; it is asked for its size only when it is too small. */
function roomIn(sheet: Sheet, row: number, rows: number): GoogleAppsScript.Spreadsheet.Range {
  try {
    return sheet.getRange(row, 1, rows, HEADERS.length);
  } catch {
    sheet.insertRowsAfter(sheet.getMaxRows(), rows + SPARE_ROWS);
    return sheet.getRange(row, 1, rows, HEADERS.length);
  }
}

const cellsOf = ({ key, atMs, requests, packed }: ArchivedAnswer): (string | number | Date)[] => [
  key,
  new Date(atMs),
  requests,
  TEXT_MARK + packed,
];
