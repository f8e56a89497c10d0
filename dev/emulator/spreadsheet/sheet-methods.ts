// SpreadsheetApp.Sheet, the host's half.
import { sortArea } from './copy';
import { deleteLines, insertLines, moveLines } from './structure';
import { cellDisplay } from './cell-view';
import type { Axis } from './structure';
import { ServiceError } from '../service';
import { areaOf, lineA1, parseA1 } from './a1';
import { activeSheet, record, sheetById, sheetByName, takeId } from './book';
import type { Book } from './book';
import { clearArea, writeValues } from './cell-write';
import type { ClearedParts } from './cell-write';
import { change, handle, read, write } from './document-method';
import type { DocumentMethods, RangeRef } from './document-method';
import { texts } from './exception-text';
import { assertUntyped } from './write-guard';
import { contentBounds, eachCell, gridArea, isInGrid } from './sheet-data';
import type { Banding, ChartData, LineProperties, SheetData } from './sheet-data';
import { isAcross } from './merge';
import { activateSheet, changeSheet, duplicateSheet, moveSheet, renameSheet, setSheetHidden } from './sheet-tabs';

/** What a script's Sheet object knows without asking again. */
export interface SheetRef {
  sheetId: number;
}

/** Default sizes in pixels. Source: a new sheet in Google Sheets. */
const linePixels: Record<Axis, number> = { rows: 21, columns: 100 };

const propertiesOf = (sheet: SheetData, axis: Axis): (LineProperties | undefined)[] =>
  axis === 'rows' ? sheet.rowProperties : sheet.columnProperties;

function alterLines(
  book: Book,
  sheetId: number,
  axis: Axis,
  at: number,
  count: number,
  properties: LineProperties,
): void {
  const sheet = sheetById(book, sheetId);
  const lines = propertiesOf(sheet, axis);
  const size = axis === 'rows' ? sheet.rowCount : sheet.columnCount;
  if (at < 1 || count < 1 || at + count - 1 > size) throw new ServiceError(texts.outsideGrid());
  for (let line = at; line < at + count; line += 1) lines[line - 1] = { ...lines[line - 1], ...properties };
  changeSheet(book, sheet, {});
}

/** The range that a text names: A1 notation, with or without a sheet, or a named range. */
export function rangeByText(book: Book, text: string, own: SheetData): RangeRef | null {
  const named = book.namedRanges.find(({ name }) => name === text);
  if (named) return { sheetId: named.sheetId, ...named.area };
  const reference = parseA1(text);
  if (!reference) return null;
  const sheet = reference.sheetName === undefined ? own : sheetByName(book, reference.sheetName);
  if (!sheet) return null;
  const area = areaOf(reference, sheet);
  const isOpen = reference.row === undefined || reference.column === undefined;
  return {
    sheetId: sheet.id,
    ...area,
    ...(isOpen && { a1: lineA1(area, reference.row === undefined ? 'columns' : 'rows') }),
  };
}

/** Rough width of the longest text in a column, at 7 pixels a character of the default font. */
function textPixels(sheet: SheetData, column: number): number {
  let longest = 0;
  eachCell(sheet, { ...gridArea(sheet), column, columns: 1 }, (cell) => {
    longest = Math.max(longest, cellDisplay(cell).length);
  });
  return Math.max(longest * 7 + 10, 21);
}

function freeze(book: Book, sheetId: number, axis: Axis, count: number): void {
  const sheet = sheetById(book, sheetId);
  const size = axis === 'rows' ? sheet.rowCount : sheet.columnCount;
  if (count >= size) throw new ServiceError(texts.frozenRows());
  if (sheet.merges.some((merge) => isAcross(merge, axis, count))) throw new ServiceError(texts.freezesMerge(axis));
  changeSheet(book, sheet, axis === 'rows' ? { frozenRows: count } : { frozenColumns: count });
}

export const sheetMethods: DocumentMethods = {
  getRange: handle(({ book }, sheetId: number, row: number, column: number, rows: number, columns: number) => {
    const sheet = sheetById(book, sheetId);
    if (row < 1) throw new ServiceError('The starting row of the range is too small.');
    if (column < 1) throw new ServiceError('The starting column of the range is too small.');
    if (rows < 1) throw new ServiceError('The number of rows in the range must be at least 1.');
    if (columns < 1) throw new ServiceError('The number of columns in the range must be at least 1.');
    const area = { row, column, rows, columns };
    if (!isInGrid(sheet, area)) throw new ServiceError(texts.outsideGrid());
    return { sheetId, ...area };
  }),
  getRangeByText: handle(({ book }, sheetId: number, text: string) => {
    const sheet = sheetById(book, sheetId);
    const range = rangeByText(book, text, sheet);
    if (!range) throw new ServiceError(texts.rangeNotFound());
    if (!isInGrid(sheetById(book, range.sheetId), range)) throw new ServiceError(texts.outsideGrid());
    return range;
  }),
  getGridRange: handle(({ book }, sheetId: number) => ({ sheetId, ...gridArea(sheetById(book, sheetId)) })),
  /** A row or a column from edge to edge. */
  getLineRange: handle(({ book }, sheetId: number, axis: Axis, line: number) => {
    const grid = gridArea(sheetById(book, sheetId));
    const part = axis === 'rows' ? { row: line, rows: 1 } : { column: line, columns: 1 };
    const area = { ...grid, ...part };
    return { sheetId, ...area, a1: lineA1(area, axis) };
  }),
  getName: handle(({ book }, sheetId: number) => sheetById(book, sheetId).name),
  getIndex: handle(({ book }, sheetId: number) => book.sheets.indexOf(sheetById(book, sheetId)) + 1),
  isSheetHidden: handle(({ book }, sheetId: number) => sheetById(book, sheetId).hidden),

  getDataRange: read(({ book }, sheetId: number) => {
    const { lastRow, lastColumn } = contentBounds(sheetById(book, sheetId));
    return { sheetId, row: 1, column: 1, rows: Math.max(lastRow, 1), columns: Math.max(lastColumn, 1) };
  }),
  getLastRow: read(({ book }, sheetId: number) => contentBounds(sheetById(book, sheetId)).lastRow),
  getLastColumn: read(({ book }, sheetId: number) => contentBounds(sheetById(book, sheetId)).lastColumn),
  getMaxRows: read(({ book }, sheetId: number) => sheetById(book, sheetId).rowCount),
  getMaxColumns: read(({ book }, sheetId: number) => sheetById(book, sheetId).columnCount),
  getFrozenRows: read(({ book }, sheetId: number) => sheetById(book, sheetId).frozenRows),
  getFrozenColumns: read(({ book }, sheetId: number) => sheetById(book, sheetId).frozenColumns),
  getTabColor: read(({ book }, sheetId: number) => sheetById(book, sheetId).tabColor),
  hasHiddenGridlines: read(({ book }, sheetId: number) => sheetById(book, sheetId).gridlinesHidden),
  getFilter: read(({ book }, sheetId: number) => {
    const { filter } = sheetById(book, sheetId);
    return filter && { sheetId, ...filter };
  }),
  getSlicers: read(({ book }, sheetId: number) =>
    sheetById(book, sheetId).slicers.map((area) => ({ sheetId, ...area })),
  ),
  removeFilter: change(({ book }, sheetId: number) => {
    const sheet = sheetById(book, sheetId);
    for (const properties of sheet.rowProperties) delete properties?.filtered;
    changeSheet(book, sheet, { filter: null });
  }),
  isLineHidden: read(({ book }, sheetId: number, axis: Axis, line: number, by: 'hidden' | 'filtered') => {
    const properties = propertiesOf(sheetById(book, sheetId), axis)[line - 1];
    return properties?.[by] === true;
  }),
  getLinePixels: read(
    ({ book }, sheetId: number, axis: Axis, line: number) =>
      propertiesOf(sheetById(book, sheetId), axis)[line - 1]?.pixels ?? linePixels[axis],
  ),
  getSelection: handle(({ book }, sheetId: number) => {
    const { ranges, current } = sheetById(book, sheetId).selection;
    return { ranges: ranges.map((area) => ({ sheetId, ...area })), current };
  }),
  getConditionalFormatRules: read(({ book }, sheetId: number) =>
    structuredClone(sheetById(book, sheetId).conditionalFormats),
  ),
  setConditionalFormatRules: change(({ book }, sheetId: number, rules: unknown[]) => {
    changeSheet(book, sheetById(book, sheetId), { conditionalFormats: rules });
  }),

  // Documented as atomic: it is never buffered.
  appendRow: change(({ book, actor }, sheetId: number, values: unknown[]) => {
    const sheet = sheetById(book, sheetId);
    const row = contentBounds(sheet).lastRow + 1;
    if (row > sheet.rowCount) insertLines(book, sheetId, 'rows', row, 1);
    const extra = values.length - sheet.columnCount;
    if (extra > 0) insertLines(book, sheetId, 'columns', sheet.columnCount + 1, extra);
    const area = { row, column: 1, rows: 1, columns: values.length };
    if (values.length > 0) writeValues(book, sheet, area, [values], { actor });
  }),
  clear: write(({ book, actor }, sheetId: number, parts: ClearedParts) => (replaced) => {
    const sheet = sheetById(book, sheetId);
    if (parts.format || parts.validations) assertUntyped(sheet, gridArea(sheet), actor);
    clearArea(book, sheet, gridArea(sheet), parts, { actor, replaced });
  }),
  insertLines: change(({ book }, sheetId: number, axis: Axis, at: number, count: number) =>
    insertLines(book, sheetId, axis, at, count),
  ),
  deleteLines: change(({ book }, sheetId: number, axis: Axis, at: number, count: number) =>
    deleteLines(book, sheetId, axis, at, count),
  ),
  moveLines: change(({ book }, sheetId: number, axis: Axis, from: number, count: number, before: number) =>
    moveLines(book, sheetId, axis, from, count, before),
  ),
  setLineProperties: change(
    ({ book }, sheetId: number, axis: Axis, at: number, count: number, properties: LineProperties) =>
      alterLines(book, sheetId, axis, at, count, properties),
  ),
  /** The emulator has no fonts to measure: the request is noted in the sheet's properties as a width of its text. */
  autoResize: change(({ book }, sheetId: number, axis: Axis, at: number, count: number) => {
    const sheet = sheetById(book, sheetId);
    for (let line = at; line < at + count; line += 1) {
      const pixels = axis === 'rows' ? linePixels.rows : textPixels(sheet, line);
      alterLines(book, sheetId, axis, line, 1, { pixels });
    }
  }),
  sort: change(({ book, actor }, sheetId: number, column: number, ascending: boolean) => {
    const sheet = sheetById(book, sheetId);
    const { lastRow, lastColumn } = contentBounds(sheet);
    // reference/spreadsheet/sheet#sort: frozen rows stay.
    const first = sheet.frozenRows + 1;
    if (lastRow < first) return;
    const area = { row: first, column: 1, rows: lastRow - first + 1, columns: lastColumn };
    sortArea(book, sheet, area, [{ column, ascending }], actor);
  }),
  getMetadata: read(({ book }, sheetId: number) =>
    book.metadata.filter((item) => item.sheetId === sheetId && item.axis === undefined).map((item) => ({ ...item })),
  ),
  setFrozen: change(({ book }, sheetId: number, axis: Axis, count: number) => freeze(book, sheetId, axis, count)),
  setTabColor: change(({ book }, sheetId: number, tabColor: string | null) =>
    changeSheet(book, sheetById(book, sheetId), { tabColor }),
  ),
  setHiddenGridlines: change(({ book }, sheetId: number, gridlinesHidden: boolean) =>
    changeSheet(book, sheetById(book, sheetId), { gridlinesHidden }),
  ),
  setName: change(({ book }, sheetId: number, name: string) => renameSheet(book, sheetById(book, sheetId), name)),
  setHidden: change(({ book }, sheetId: number, hidden: boolean) =>
    setSheetHidden(book, sheetById(book, sheetId), hidden),
  ),
  activate: change(({ book }, sheetId: number) => activateSheet(book, sheetById(book, sheetId))),
  moveTo: change(({ book }, sheetId: number, index: number) => moveSheet(book, sheetById(book, sheetId), index)),
  copyTo: change(({ book }, sheetId: number) => {
    const source = sheetById(book, sheetId);
    const active = activeSheet(book);
    const copy = duplicateSheet(book, source, `Copy of ${source.name}`, book.sheets.length);
    activateSheet(book, active);
    return copy.id;
  }),
  setSelection: change(
    ({ book }, sheetId: number, ranges: RangeRef[], current: { row: number; column: number } | null) => {
      const sheet = sheetById(book, sheetId);
      const areas = ranges.map(({ sheetId: _sheetId, ...area }) => area);
      const last = areas.at(-1);
      sheet.selection = {
        ranges: areas,
        current: current ?? { row: last?.row ?? 1, column: last?.column ?? 1 },
      };
      book.activeSheetId = sheetId;
      record(book, { type: 'select', sheetId, ...sheet.selection });
    },
  ),

  getBandings: read(({ book }, sheetId: number) => structuredClone(sheetById(book, sheetId).bandings)),
  setBandingColors: change(({ book }, sheetId: number, id: number, colors: Banding['colors']) => {
    const sheet = sheetById(book, sheetId);
    const bandings = sheet.bandings.map((each) =>
      each.id === id ? { ...each, colors: { ...each.colors, ...colors } } : each,
    );
    changeSheet(book, sheet, { bandings });
  }),
  removeBanding: change(({ book }, sheetId: number, id: number) => {
    const sheet = sheetById(book, sheetId);
    changeSheet(book, sheet, { bandings: sheet.bandings.filter((each) => each.id !== id) });
  }),
  getCharts: read(({ book }, sheetId: number) => structuredClone(sheetById(book, sheetId).charts)),
  /** @returns the id of the new or changed chart */
  setChart: change(({ book }, sheetId: number, chart: Omit<ChartData, 'id'> & { id: number | null }) => {
    const sheet = sheetById(book, sheetId);
    const stored: ChartData = { ...chart, id: chart.id ?? takeId(book) };
    sheet.charts = [...sheet.charts.filter(({ id }) => id !== stored.id), stored];
    record(book, { type: 'setChart', sheetId, chart: stored });
    return stored.id;
  }),
  removeChart: change(({ book }, sheetId: number, chartId: number) => {
    const sheet = sheetById(book, sheetId);
    sheet.charts = sheet.charts.filter(({ id }) => id !== chartId);
    record(book, { type: 'removeChart', sheetId, chartId });
  }),
};
