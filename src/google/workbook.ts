import { InfluError, messageOf } from '../core/error';
import {
  LONGEST_MEMO,
  type Area,
  type CellPicture,
  type CellValue,
  type RowLook,
  type Table,
  type Workbook,
} from '../core/ports';
import { figureHeaders, frozenOf } from '../sheet/grid';
import { LINE } from '../sheet/house-style';
import { addSheet, newSheet } from './new-sheet';
import { setLights } from './column-lights';
import { deleteRows } from './row-removal';
import { setRules } from './column-rules';
import { addRules, dress, layOut, setWidths, wipe } from './page-writer';
import { sheetNamed } from './sheet-named';
import { GOOGLE } from '../schema/said-text';

const HEADER_PX = 36;

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Google's refusal of a read or write, as a sentence. */
function guarded<T>(what: keyof typeof GOOGLE.work, call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new InfluError('sheet', GOOGLE.refused(GOOGLE.work[what], messageOf(error).slice(0, 200)));
  }
}

const spreadsheet = (): GoogleAppsScript.Spreadsheet.Spreadsheet => {
  const found = SpreadsheetApp.getActiveSpreadsheet();
  if (!found) throw new InfluError('sheet', GOOGLE.noSpreadsheet);
  return found;
};

const rangeOf = (sheet: Sheet, { row, column, rows, columns }: Area): GoogleAppsScript.Spreadsheet.Range =>
  sheet.getRange(row, column, rows, columns);

function tableOf(sheet: Sheet): Table {
  return {
    id: () => sheet.getSheetId(),
    name: () => sheet.getName(),
    lastRow: () => sheet.getLastRow(),
    lastColumn: () => sheet.getLastColumn(),
    read: (area) => guarded('read', () => rangeOf(sheet, area).getValues() as CellValue[][]),
    formulas: (area) => guarded('read', () => rangeOf(sheet, area).getFormulas()),
    dressedTexts: (area) =>
      guarded('read', () =>
        rangeOf(sheet, area)
          .getRichTextValues()
          .map((row) => row.map(isDressed)),
      ),
    links: (area) =>
      guarded('read', () => {
        const texts = rangeOf(sheet, area).getRichTextValues();
        const isPlain = texts.some((row) => row.some((text) => !text?.getLinkUrl()));
        const formulas = isPlain ? rangeOf(sheet, area).getFormulas() : [];
        return texts.map((row, at) =>
          row.map((text, index) => text?.getLinkUrl() ?? HYPERLINK.exec(formulas[at]?.[index] ?? '')?.[1] ?? ''),
        );
      }),
    hasMerged: (area) => guarded('read', () => rangeOf(sheet, area).isPartOfMerge()),
    hasFilter: () => guarded('read', () => sheet.getFilter() !== null || sheet.getSlicers().length > 0),
    hiddenRows: (rows, byFilter) =>
      guarded('read', () =>
        rows.filter((row) => (byFilter && sheet.isRowHiddenByFilter(row)) || sheet.isRowHiddenByUser(row)),
      ),
    formats: (area) => guarded('read', () => rangeOf(sheet, area).getNumberFormats()),
    shown: (area) => guarded('read', () => rangeOf(sheet, area).getDisplayValues()),
    write: (area, values) => guarded('write', () => void rangeOf(sheet, area).setValues(values)),
    replaceInFormulas: (text, by, area) =>
      guarded('write', () => {
        const where = area ? rangeOf(sheet, area) : sheet;
        where.createTextFinder(text).matchFormulaText(true).replaceAllWith(by);
      }),
    append: (rows, look, after) => guarded('write', () => append(sheet, rows, look, after)),
    deleteRows: (row, rows, mayGo) => guarded('write', () => deleteRows(sheet, row, rows, mayGo)),
    marks: () => marksOf(sheet),
    setMarks: (columns, without = []) => guarded('mark', () => setMarks(sheet, columns, without)),
    setLights: (row, columns, lights) => guarded('format', () => setLights(sheet, row, columns, lights)),
    setRules: (rules) =>
      guarded('choices', () => setRules(spreadsheet(), sheet, () => marksOf(sheet).get(rules.mark), rules)),
    canEdit: (area) => rangeOf(sheet, area).canEdit(),
    widenTo: (columns) =>
      guarded('columns', () => {
        const last = sheet.getMaxColumns();
        const missing = columns - last;
        if (missing <= 0) return;
        sheet.insertColumnsAfter(last, missing);
        // They come with the formats and the dropdown of the column before them, which could refuse our values.
        sheet
          .getRange(1, last + 1, sheet.getMaxRows(), missing)
          .clearFormat()
          .clearDataValidations();
      }),
    show: () => void sheet.activate(),
    unhide: () => void sheet.showSheet(),
    select: (area) => void rangeOf(sheet, area).activate(),
    dressLike: (model, area) =>
      guarded('format', () => {
        rangeOf(sheet, model).copyTo(rangeOf(sheet, area), SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false);
      }),
    addRules: (rules) => guarded('choices', () => addRules(sheet, rules)),
    putPictures: (row, column, pictures) =>
      guarded('pictures', () => {
        const values = pictures.map((picture) => [picture ? imageOf(picture) : '']);
        sheet.getRange(row, column, values.length, 1).setValues(values);
      }),
    warnOutside: (areas, description) =>
      guarded('protect', () => {
        const protection = sheet.protect().setDescription(description).setWarningOnly(true);
        protection.setUnprotectedRanges(areas.map((area) => rangeOf(sheet, area)));
      }),
    rename: (name) => guarded('rename', () => void sheet.setName(name)),
    selectAt: (areas, row, column) => {
      sheet.getRangeList(areas.map((area) => rangeOf(sheet, area).getA1Notation())).activate();
      sheet.getRange(row, column).activateAsCurrentCell();
    },
    dress: (looks, widths) =>
      guarded('format', () => {
        for (const look of looks) dress(sheet, look);
        setWidths(sheet, widths);
      }),
    layOut: (page) =>
      guarded('layout', () => {
        wipe(sheet);
        layOut(sheet, page);
      }),
    setMemo: (text) => {
      if (text.length > LONGEST_MEMO) throw new InfluError('sheet', GOOGLE.memoTooLong(sheet.getName()));
      guarded('mark', () => setMemo(sheet, text));
    },
  };
}

const imageOf = ({ url, title }: CellPicture): GoogleAppsScript.Spreadsheet.CellImage =>
  SpreadsheetApp.newCellImage().setSourceUrl(url).setAltTextTitle(title).build();

/** `=HYPERLINK("https://..."; "Anna")` with the address written out. */
const HYPERLINK = /^=\s*HYPERLINK\s*\(\s*"([^"]+)"/i;

/** An address becomes a link by itself, also when it is written again. */
const isDressed = (text: GoogleAppsScript.Spreadsheet.RichTextValue | null): boolean =>
  text !== null && (text.getRuns().length > 1 || ![null, text.getText()].includes(text.getLinkUrl()));

/** The grid does not grow by itself. Reading its size costs a call, so that is done only when it is too small. */
function makeRoom(sheet: Sheet, lastRow: number): void {
  try {
    sheet.getRange(lastRow, 1);
  } catch {
    const rows = sheet.getMaxRows();
    sheet.insertRowsAfter(rows, lastRow - rows);
  }
}

function append(
  sheet: Sheet,
  rows: (CellValue | undefined)[][],
  { formats, cellFormats, heightPx }: RowLook = {},
  after = sheet.getLastRow(),
): void {
  makeRoom(sheet, after + rows.length);
  const top = rows[0] ?? [];
  for (let from = 0, to; from < top.length; from = to + 1) {
    for (to = from; to < top.length && top[to] !== undefined;) to += 1;
    if (to === from) continue;
    const range = sheet.getRange(after + 1, from + 1, rows.length, to - from);
    range.setValues(rows.map((cells) => cells.slice(from, to)));
    const looks = cellFormats ?? (formats && rows.map(() => formats));
    if (looks) range.setNumberFormats(looks.map((cells) => cells.slice(from, to)));
    if (heightPx !== undefined) range.setVerticalAlignment('middle');
  }
  if (heightPx !== undefined && rows.length > 0) sheet.setRowHeights(after + 1, rows.length, heightPx);
}

const MEMO = 'influData';
const COLUMN_MARK = 'influData column';

/** What the add-on has noted under a key, anywhere in the spreadsheet; one call. */
const notesOf = (key: string): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] =>
  spreadsheet().createDeveloperMetadataFinder().withKey(key).find();

/** Where this sheet's column marks are now; one call, however many there are. */
const columnMarks = (sheet: Sheet): { text: string; column: number; remove: () => void }[] =>
  notesOf(COLUMN_MARK).flatMap((mark) => {
    const range = mark.getLocation().getColumn();
    if (range?.getSheet().getSheetId() !== sheet.getSheetId()) return [];
    return [{ text: mark.getValue() ?? '', column: range.getColumn(), remove: () => mark.remove() }];
  });

function markedSheets(wanted: string): { table: Table; marks: Map<string, number> }[] {
  const all = notesOf(COLUMN_MARK);
  // Where a mark is costs a call, and mostly there is none of these.
  if (!all.some((mark) => mark.getValue() === wanted)) return [];
  const sheets = new Map<number, { table: Table; marks: Map<string, number> }>();
  for (const mark of all) {
    const range = mark.getLocation().getColumn();
    if (!range) continue;
    const sheet = range.getSheet();
    const own = sheets.get(sheet.getSheetId()) ?? { table: tableOf(sheet), marks: new Map<string, number>() };
    own.marks.set(mark.getValue() ?? '', range.getColumn());
    sheets.set(sheet.getSheetId(), own);
  }
  return [...sheets.values()].filter(({ marks }) => marks.has(wanted));
}

const marksOf = (sheet: Sheet): Map<string, number> =>
  guarded('read', () => new Map(columnMarks(sheet).map(({ text, column }) => [text, column])));

function setMarks(sheet: Sheet, columns: ReadonlyMap<string, number>, without: readonly string[]): void {
  const there = new Set<string>();
  for (const { text, column, remove } of columnMarks(sheet))
    if (columns.get(text) === column) there.add(text);
    else if (columns.has(text) || without.includes(text)) remove();
  for (const [text, column] of columns) {
    if (there.has(text)) continue;
    const letters = sheet
      .getRange(1, column)
      .getA1Notation()
      .replace(/[^A-Z]/g, '');
    sheet.getRange(`${letters}:${letters}`).addDeveloperMetadata(COLUMN_MARK, text);
  }
}

function setMemo(sheet: Sheet, text: string): void {
  const memo = sheet.getDeveloperMetadata().find((each) => each.getKey() === MEMO);
  if (memo) memo.setValue(text);
  else sheet.addDeveloperMetadata(MEMO, text);
}

const tableOrNone = (sheet: Sheet | null | undefined): Table | undefined => (sheet ? tableOf(sheet) : undefined);

export const workbook: Workbook = {
  tables: () => spreadsheet().getSheets().map(tableOf),
  find: (name) => tableOrNone(sheetNamed(spreadsheet(), name)),
  byId: (id) => tableOrNone(spreadsheet().getSheetById(id)),
  memos: () =>
    guarded('read', () =>
      notesOf(MEMO).flatMap((memo) => {
        const sheet = memo.getLocation().getSheet();
        return sheet ? [{ table: tableOf(sheet), text: memo.getValue() ?? '' }] : [];
      }),
    ),
  marked: (mark) => guarded('read', () => markedSheets(mark)),
  create(name, columns, isNarrow = false) {
    return guarded('sheet', () => {
      const headers = columns.map(({ header }) => header);
      const sheet = newSheet(spreadsheet(), name, headers);
      // Each look is a call, and a run waits for its hidden sheet, which needs none.
      const header = sheet.getRange(1, 1, 1, headers.length).setFontWeight('bold').setBackground(LINE);
      header.setVerticalAlignment('middle').setWrap(true);
      dress(sheet, { areas: figureHeaders(columns), align: 'right' });
      const frozen = frozenOf(columns);
      if (frozen > 0) sheet.setFrozenColumns(frozen);
      // A long header takes two lines.
      sheet.setRowHeights(1, 1, HEADER_PX);
      setWidths(sheet, new Map(columns.flatMap(({ width }, at) => (width === undefined ? [] : [[at + 1, width]]))));
      const more = isNarrow ? sheet.getMaxColumns() - columns.length : 0;
      if (more > 0) sheet.deleteColumns(columns.length + 1, more);
      return tableOf(sheet);
    });
  },
  createPage(page, memo) {
    return guarded('sheet', () => {
      const book = spreadsheet();
      const begun = memo === undefined ? undefined : sheetNamed(book, page.name);
      const sheet = begun ?? addSheet(book, page.name);
      if (begun) wipe(begun);
      if (memo !== undefined) setMemo(sheet, memo);
      layOut(sheet, page);
      return tableOf(sheet);
    });
  },
  active: () => tableOf(spreadsheet().getActiveSheet()),
  selection() {
    const ranges = spreadsheet().getActiveSheet().getActiveRangeList()?.getRanges() ?? [];
    return ranges.map((range) => ({
      row: range.getRow(),
      column: range.getColumn(),
      rows: range.getNumRows(),
      columns: range.getNumColumns(),
    }));
  },
  flush: () => guarded('write', () => SpreadsheetApp.flush()),
  toast: (message) => spreadsheet().toast(message, 'influData'),
};
