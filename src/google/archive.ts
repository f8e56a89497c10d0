import type { Archive, ArchivedAnswer } from '../core/ports';

const DATA_TAB = 'influData data';
const HEADERS = ['Key', 'Fetched', 'Requests', 'Answer'];
/** Makes a packed answer a text that Sheets takes for nothing else. */
const TEXT_MARK = 'z:';
const SPARE_ROWS = 2_000;

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Where an answer stands, and of when it is; the last of each key. */
interface Index {
  sheet: Sheet;
  rows: Map<string, { row: number; atMs: number }>;
  nextRow: number;
}

/** Read once an execution: each look would be three calls. */
let index: Index | undefined;

const instant = (cell: unknown): number => (cell instanceof Date ? cell.getTime() : 0);

function openIndex(): Index | undefined {
  if (index) return index;
  const sheet = SpreadsheetApp.getActiveSpreadsheet()?.getSheetByName(DATA_TAB);
  if (!sheet) return undefined;
  const count = sheet.getLastRow() - 1;
  index = { sheet, rows: new Map(), nextRow: count + 2 };
  if (count > 0)
    for (const [at, [key, time]] of sheet.getRange(2, 1, count, 2).getValues().entries())
      index.rows.set(String(key), { row: at + 2, atMs: instant(time) });
  return index;
}

export const archive: Archive = {
  find(keys) {
    const known = openIndex();
    const found = keys.flatMap((key) => known?.rows.get(key)?.row ?? []);
    if (!known || found.length === 0) return [];
    const first = Math.min(...found);
    const block = known.sheet.getRange(first, 1, Math.max(...found) - first + 1, HEADERS.length).getValues();
    return found.map((row) => {
      const [key, at, requests, packed] = block[row - first] ?? [];
      return {
        key: String(key),
        atMs: instant(at),
        requests: Number(requests),
        packed: String(packed).slice(TEXT_MARK.length),
      };
    });
  },
  add(answers) {
    const known = openIndex() ?? (index = { sheet: created(), rows: new Map(), nextRow: 2 });
    // A step that died after this and was repeated must not fill the tab.
    const added = answers.filter(({ key, atMs }) => known.rows.get(key)?.atMs !== atMs);
    if (added.length === 0) return;
    roomIn(known.sheet, known.nextRow, added.length).setValues(added.map(cellsOf));
    for (const { key, atMs } of added) known.rows.set(key, { row: known.nextRow++, atMs });
  },
};

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

function created(): Sheet {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const active = book.getActiveSheet();
  const sheet = book.insertSheet(DATA_TAB, book.getNumSheets());
  sheet.getRange(1, 1, 1, HEADERS.length).setValues([HEADERS]).setFontWeight('bold');
  sheet.setFrozenRows(1);
  sheet.hideSheet();
  book.setActiveSheet(active);
  return sheet;
}
