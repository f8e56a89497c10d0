import type { Archive, ArchivedAnswer } from '../core/ports';

const DATA_TAB = 'influData data';
const HEADERS = ['Key', 'Fetched', 'Requests', 'Answer'];
/** Makes a packed answer a text that Sheets takes for nothing else. */
const TEXT_MARK = 'z:';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const tab = (): Sheet | null => SpreadsheetApp.getActiveSpreadsheet()?.getSheetByName(DATA_TAB) ?? null;

/** Where an answer stands, and of when it is; the last of each key. Read once an execution. */
let index: Map<string, { row: number; atMs: number }> | undefined;

const instant = (cell: unknown): number => (cell instanceof Date ? cell.getTime() : 0);

function indexOf(sheet: Sheet): NonNullable<typeof index> {
  if (index) return index;
  index = new Map();
  const count = sheet.getLastRow() - 1;
  if (count > 0)
    for (const [at, [key, time]] of sheet.getRange(2, 1, count, 2).getValues().entries())
      index.set(String(key), { row: at + 2, atMs: instant(time) });
  return index;
}

export const archive: Archive = {
  find(keys) {
    const sheet = tab();
    if (!sheet) return [];
    const known = indexOf(sheet);
    const found = keys.flatMap((key) => known.get(key)?.row ?? []);
    if (found.length === 0) return [];
    const first = Math.min(...found);
    const block = sheet.getRange(first, 1, Math.max(...found) - first + 1, HEADERS.length).getValues();
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
    const sheet = tab() ?? created();
    const known = indexOf(sheet);
    // A step that died after this and was repeated must not fill the tab.
    const added = answers.filter(({ key, atMs }) => known.get(key)?.atMs !== atMs);
    if (added.length === 0) return;
    const first = sheet.getLastRow() + 1;
    const missing = first + added.length - 1 - sheet.getMaxRows();
    if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
    sheet.getRange(first, 1, added.length, HEADERS.length).setValues(added.map(cellsOf));
    for (const [at, { key, atMs }] of added.entries()) known.set(key, { row: first + at, atMs });
  },
};

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
