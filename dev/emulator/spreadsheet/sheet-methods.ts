// SpreadsheetApp.Sheet, the host's half.
import { deleteLines, insertLines, moveLines } from './structure';
import type { Axis } from './structure';
import { ServiceError } from '../service';
import { areaOf, lineA1, parseA1 } from './a1';
import { activeSheet, record, sheetById, sheetByName, takeId } from './book';
import type { Book } from './book';
import { clearArea } from './cell-write';
import type { ClearedParts } from './cell-write';
import { change, handle, read, write } from './document-method';
import type { DocumentMethods, RangeRef } from './document-method';
import { texts } from './exception-text';
import { assertUntyped } from './write-guard';
import { contentBounds, gridArea, isInGrid } from './sheet-data';
import type { ChartData, ConditionalFormat, LineProperties, Protection, SheetData } from './sheet-data';
import { isAcross } from './merge';
import { activateSheet, changeSheet, duplicateSheet, renameSheet, selectCells, setSheetHidden } from './sheet-tabs';

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

/** The range that a text names: A1 notation, with or without a sheet. */
function rangeByText(book: Book, text: string, own: SheetData): RangeRef | null {
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

/** The reference allows eight (Range, shiftColumnGroupDepth). */
const deepestGroup = 8;

/**
 * Groups of columns as the reference has them (Range, Sheet, Group). The control stands before a group by default (Sheets API,
 * GridProperties.columnGroupControlAfter), so the first column can be in none. Columns of a collapsed group that is taken apart
 * stay hidden: what happens then is not recorded.
 */
function shiftGroups(book: Book, sheetId: number, at: number, count: number, delta: number): void {
  const sheet = sheetById(book, sheetId);
  if (delta > 0 && at === 1) throw new ServiceError('The group depth of the first column cannot be changed.');
  for (let line = at; line < at + count; line += 1) {
    const { groupDepth = 0, folded, ...rest } = sheet.columnProperties[line - 1] ?? {};
    const depth = groupDepth + delta;
    const isKept = depth < 0 || depth > deepestGroup;
    const next = isKept ? groupDepth : depth;
    if (next === 0 && folded === undefined && sheet.columnProperties[line - 1] === undefined) continue;
    sheet.columnProperties[line - 1] = {
      ...rest,
      ...(next > 0 && { groupDepth: next }),
      ...(folded && (next > 0 ? { folded } : { hidden: true })),
    };
  }
  changeSheet(book, sheet, {});
}

/** Throws where there is no group of that depth, as the reference says of getColumnGroup. */
function groupAt(sheet: SheetData, column: number, depth: number): { at: number; count: number } {
  const isIn = (line: number): boolean => (sheet.columnProperties[line - 1]?.groupDepth ?? 0) >= depth;
  if (depth < 1 || !isIn(column)) throw new ServiceError('No group exists at the given index and depth.');
  let [at, last] = [column, column];
  while (isIn(at - 1)) at -= 1;
  while (isIn(last + 1)) last += 1;
  return { at, count: last - at + 1 };
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
  /** A row or a column from edge to edge. */
  getLineRange: handle(({ book }, sheetId: number, axis: Axis, line: number) => {
    const grid = gridArea(sheetById(book, sheetId));
    const part = axis === 'rows' ? { row: line, rows: 1 } : { column: line, columns: 1 };
    const area = { ...grid, ...part };
    return { sheetId, ...area, a1: lineA1(area, axis) };
  }),
  getName: handle(({ book }, sheetId: number) => sheetById(book, sheetId).name),

  getDataRange: read(({ book }, sheetId: number) => {
    const { lastRow, lastColumn } = contentBounds(sheetById(book, sheetId));
    return { sheetId, row: 1, column: 1, rows: Math.max(lastRow, 1), columns: Math.max(lastColumn, 1) };
  }),
  getLastRow: read(({ book }, sheetId: number) => contentBounds(sheetById(book, sheetId)).lastRow),
  getLastColumn: read(({ book }, sheetId: number) => contentBounds(sheetById(book, sheetId)).lastColumn),
  getMaxRows: read(({ book }, sheetId: number) => sheetById(book, sheetId).rowCount),
  getMaxColumns: read(({ book }, sheetId: number) => sheetById(book, sheetId).columnCount),
  getFrozenRows: read(({ book }, sheetId: number) => sheetById(book, sheetId).frozenRows),
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
  getSelection: handle(({ book }, sheetId: number) => {
    const { ranges, current } = sheetById(book, sheetId).selection;
    return { ranges: ranges.map((area) => ({ sheetId, ...area })), current };
  }),

  // Documented as atomic: it is never buffered.
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
  getGroup: read(({ book }, sheetId: number, column: number, depth: number) =>
    groupAt(sheetById(book, sheetId), column, depth),
  ),
  getGroupDepth: read(
    ({ book }, sheetId: number, column: number) =>
      sheetById(book, sheetId).columnProperties[column - 1]?.groupDepth ?? 0,
  ),
  shiftGroups: change(({ book }, sheetId: number, at: number, count: number, delta: number) =>
    shiftGroups(book, sheetId, at, count, delta),
  ),
  foldGroup: change(({ book }, sheetId: number, at: number, count: number) =>
    alterLines(book, sheetId, 'columns', at, count, { folded: true }),
  ),
  expandGroups: change(({ book }, sheetId: number) => {
    const sheet = sheetById(book, sheetId);
    for (const properties of sheet.columnProperties) delete properties?.folded;
    changeSheet(book, sheet, {});
  }),
  getMetadata: read(({ book }, sheetId: number) =>
    book.metadata.filter((item) => item.sheetId === sheetId && item.axis === undefined).map((item) => ({ ...item })),
  ),
  setFrozen: change(({ book }, sheetId: number, axis: Axis, count: number) => freeze(book, sheetId, axis, count)),
  setHiddenGridlines: change(({ book }, sheetId: number, gridlinesHidden: boolean) =>
    changeSheet(book, sheetById(book, sheetId), { gridlinesHidden }),
  ),
  getConditionalFormats: read(({ book }, sheetId: number) =>
    structuredClone(sheetById(book, sheetId).conditionalFormats),
  ),
  setConditionalFormats: change(({ book }, sheetId: number, conditionalFormats: ConditionalFormat[]) =>
    changeSheet(book, sheetById(book, sheetId), { conditionalFormats }),
  ),
  /** The one that there is, or a new one, which keeps nobody out until its editors are changed (reference, Sheet.protect). */
  protect: change(({ book }, sheetId: number) => {
    const sheet = sheetById(book, sheetId);
    const there = sheet.protections.find(({ type }) => type === 'SHEET');
    if (there) return there.id;
    const id = takeId(book);
    const made: Protection = { id, type: 'SHEET', unprotected: [], description: '', editors: null, warningOnly: false };
    changeSheet(book, sheet, { protections: [...sheet.protections, made] });
    return id;
  }),
  setProtection: change(
    (
      { book },
      sheetId: number,
      id: number,
      { unprotected, ...rest }: Partial<Pick<Protection, 'description' | 'warningOnly'>> & { unprotected?: RangeRef[] },
    ) => {
      const sheet = sheetById(book, sheetId);
      // reference/spreadsheet/protection#setUnprotectedRanges
      if (unprotected?.some((range) => range.sheetId !== sheetId))
        throw new ServiceError('Unprotected ranges must be on the protected sheet.');
      const areas = unprotected?.map(({ row, column, rows, columns }) => ({ row, column, rows, columns }));
      const protections = sheet.protections.map((each) =>
        each.id === id ? { ...each, ...rest, ...(areas && { unprotected: areas }) } : each,
      );
      changeSheet(book, sheet, { protections });
    },
  ),
  setName: change(({ book }, sheetId: number, name: string) => renameSheet(book, sheetById(book, sheetId), name)),
  setHidden: change(({ book }, sheetId: number, hidden: boolean) =>
    setSheetHidden(book, sheetById(book, sheetId), hidden),
  ),
  activate: change(({ book }, sheetId: number) => activateSheet(book, sheetById(book, sheetId))),
  copyTo: change(({ book }, sheetId: number) => {
    const source = sheetById(book, sheetId);
    const active = activeSheet(book);
    const copy = duplicateSheet(book, source, `Copy of ${source.name}`, book.sheets.length);
    activateSheet(book, active);
    return copy.id;
  }),
  setSelection: change(
    ({ book }, sheetId: number, ranges: RangeRef[], current: { row: number; column: number } | null) => {
      const areas = ranges.map(({ sheetId: _sheetId, ...area }) => area);
      const last = areas.at(-1);
      selectCells(book, sheetById(book, sheetId), {
        ranges: areas,
        current: current ?? { row: last?.row ?? 1, column: last?.column ?? 1 },
      });
    },
  ),

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
