// Inserting, deleting and moving rows and columns: formulas, notes, protections, names and metadata move along.
import { ServiceError } from '../service';
import type { Area } from './a1';
import { admitCells, announce, record, sheetById } from './book';
import type { Book } from './book';
import { texts } from './exception-text';
import { shiftFormula } from './formula-rewrite';
import { shiftLine, shiftStretch } from './line-shift';
import type { LineShift } from './line-shift';
import { localeConventions } from './locale-conventions';
import { eachCell, gridArea, putCell } from './sheet-data';
import type { SheetData } from './sheet-data';

export type Axis = 'rows' | 'columns';

function shiftArea(area: Area, axis: Axis, shift: LineShift): Area | null {
  const [start, length] = axis === 'rows' ? [area.row, area.rows] : [area.column, area.columns];
  const moved = shiftStretch(start, start + length - 1, shift);
  if (!moved) return null;
  const size = moved.last - moved.first + 1;
  return axis === 'rows' ? { ...area, row: moved.first, rows: size } : { ...area, column: moved.first, columns: size };
}

const present = <Item>(items: (Item | null)[]): Item[] => items.filter((item) => item !== null);

function shiftLines<Item>(lines: Item[], shift: LineShift): void {
  // Sparse arrays are as long as their last item; a line beyond that end needs no work.
  if (shift.kind === 'insert') {
    if (shift.at <= lines.length) lines.splice(shift.at - 1, 0, ...Array.from<Item>({ length: shift.count }));
  } else if (shift.kind === 'delete') {
    lines.splice(shift.at - 1, shift.count);
  } else {
    const end = Math.max(shift.from + shift.count - 1, shift.before - 1);
    if (lines.length < end) lines.length = end;
    const moved = lines.splice(shift.from - 1, shift.count);
    const target = shift.before > shift.from ? shift.before - shift.count : shift.before;
    lines.splice(target - 1, 0, ...moved);
  }
}

function followFormulas(book: Book, changed: SheetData, axis: Axis, shift: LineShift): void {
  const conventions = localeConventions(book.locale);
  for (const sheet of book.sheets) {
    eachCell(sheet, gridArea(sheet), (cell) => {
      if (cell.formula === undefined) return;
      const options = { ownSheet: sheet.name, changedSheet: changed.name, axis, shift };
      cell.formula = shiftFormula(cell.formula, conventions, options);
      // Live: a row insertion wipes Sheets' own cache of results, so every formula of the sheet runs again.
      if (sheet === changed) cell.stale = true;
    });
  }
}

function followAttachments(book: Book, sheet: SheetData, axis: Axis, shift: LineShift): void {
  const own = { ownSheet: sheet.name, changedSheet: sheet.name, axis, shift };
  const conventions = localeConventions(book.locale);
  const follow = (area: Area) => shiftArea(area, axis, shift);
  sheet.merges = present(sheet.merges.map(follow));
  sheet.filter &&= follow(sheet.filter);
  sheet.slicers = present(sheet.slicers.map(follow));
  sheet.conditionalFormats = sheet.conditionalFormats
    .map((format) => ({
      ...format,
      areas: present(format.areas.map(follow)),
      // A custom formula is written for the first cell of its ranges and follows cells as any formula does.
      values:
        format.criteria === 'CUSTOM_FORMULA'
          ? format.values.map((formula) => shiftFormula(formula, conventions, own))
          : format.values,
    }))
    .filter(({ areas }) => areas.length > 0);
  const followAll = <Item extends { area: Area }>(items: Item[]): Item[] =>
    present(
      items.map((item) => {
        const area = follow(item.area);
        return area && { ...item, area };
      }),
    );
  sheet.tables = followAll(sheet.tables);
  sheet.protections = present(
    sheet.protections.map((protection) => {
      const unprotected = present(protection.unprotected.map(follow));
      if (!protection.area) return { ...protection, unprotected };
      const area = follow(protection.area);
      return area && { ...protection, area, unprotected };
    }),
  );
  sheet.selection.ranges = present(sheet.selection.ranges.map(follow));
  for (const each of book.sheets) {
    for (const chart of each.charts) {
      const ranges = chart.ranges.map((range) => {
        const area = range.sheetId === sheet.id ? follow(range.area) : range.area;
        return area && { ...range, area };
      });
      chart.ranges = present(ranges);
    }
  }
  book.namedRanges = present(
    book.namedRanges.map((named) => {
      const area = named.sheetId === sheet.id ? follow(named.area) : named.area;
      return area && { ...named, area };
    }),
  );
  book.metadata = present(
    book.metadata.map((item) => {
      if (item.sheetId !== sheet.id || item.axis !== axis || item.line === undefined) return item;
      const line = shiftLine(item.line, shift);
      return line === null ? null : { ...item, line };
    }),
  );
}

function shiftGrid(book: Book, sheet: SheetData, axis: Axis, shift: LineShift): void {
  if (axis === 'rows') {
    shiftLines(sheet.rows, shift);
    shiftLines(sheet.rowProperties, shift);
  } else {
    for (const cells of sheet.rows) if (cells) shiftLines(cells, shift);
    shiftLines(sheet.columnProperties, shift);
  }
  followFormulas(book, sheet, axis, shift);
  followAttachments(book, sheet, axis, shift);
}

const countOf = (sheet: SheetData, axis: Axis) => (axis === 'rows' ? sheet.rowCount : sheet.columnCount);

/**
 * New lines have the formats and validations of the line before them: so does Sheets with what a person inserts
 * (Sheets API, InsertDimensionRequest.inheritFromBefore, for formats). That validations come along is assumed, the dangerous answer.
 */
function inheritLooks(book: Book, sheet: SheetData, axis: Axis, at: number, count: number): void {
  const grid = gridArea(sheet);
  const before = axis === 'rows' ? { ...grid, row: at - 1, rows: 1 } : { ...grid, column: at - 1, columns: 1 };
  eachCell(sheet, before, ({ format, validation }, row, column) => {
    if (!format && !validation) return;
    for (let line = at; line < at + count; line += 1) {
      const like = { value: null, ...(format && { format: { ...format } }), ...(validation && { validation }) };
      putCell(sheet, axis === 'rows' ? line : row, axis === 'rows' ? column : line, like);
    }
  });
  const made = axis === 'rows' ? { ...grid, row: at, rows: count } : { ...grid, column: at, columns: count };
  announce(book, sheet, made);
}

/** @param at number of the first new line; one past the end appends. New lines have no content. */
export function insertLines(book: Book, sheetId: number, axis: Axis, at: number, count: number): void {
  const sheet = sheetById(book, sheetId);
  if (at < 1 || count < 1 || at > countOf(sheet, axis) + 1) throw new ServiceError(texts.outsideGrid());
  admitCells(book, count * (axis === 'rows' ? sheet.columnCount : sheet.rowCount));
  if (axis === 'rows') sheet.rowCount += count;
  else sheet.columnCount += count;
  shiftGrid(book, sheet, axis, { kind: 'insert', at, count });
  record(book, { type: axis === 'rows' ? 'insertRows' : 'insertColumns', sheetId, at, count });
  if (at > 1) inheritLooks(book, sheet, axis, at, count);
  touchFrom(book, sheet, axis, at, count);
}

export function deleteLines(book: Book, sheetId: number, axis: Axis, at: number, count: number): void {
  const sheet = sheetById(book, sheetId);
  if (at < 1 || count < 1 || at + count - 1 > countOf(sheet, axis)) throw new ServiceError(texts.outsideGrid());
  const frozen = axis === 'rows' ? sheet.frozenRows : sheet.frozenColumns;
  const frozenDeleted = Math.max(0, Math.min(at + count - 1, frozen) - at + 1);
  const unfrozenLeft = countOf(sheet, axis) - count - (frozen - frozenDeleted);
  if (unfrozenLeft < 1) throw new ServiceError(texts.allUnfrozen(axis));
  if (axis === 'rows') {
    sheet.rowCount -= count;
    sheet.frozenRows = Math.max(Math.min(sheet.frozenRows, at - 1), sheet.frozenRows - count);
  } else {
    sheet.columnCount -= count;
    sheet.frozenColumns = Math.max(Math.min(sheet.frozenColumns, at - 1), sheet.frozenColumns - count);
  }
  shiftGrid(book, sheet, axis, { kind: 'delete', at, count });
  record(book, { type: axis === 'rows' ? 'deleteRows' : 'deleteColumns', sheetId, at, count });
  touchFrom(book, sheet, axis, at, 1);
}

/** @param before number, from before the move, of the line that will follow */
export function moveLines(book: Book, sheetId: number, axis: Axis, from: number, count: number, before: number): void {
  const sheet = sheetById(book, sheetId);
  const size = countOf(sheet, axis);
  if (from < 1 || count < 1 || from + count - 1 > size || before < 1 || before > size + 1) {
    throw new ServiceError(texts.outsideGrid());
  }
  if (before >= from && before <= from + count) return;
  shiftGrid(book, sheet, axis, { kind: 'move', from, count, before });
  record(book, { type: axis === 'rows' ? 'moveRows' : 'moveColumns', sheetId, from, count, before });
}

/** Formulas over ranges that grew or shrank are due; references themselves have already moved. */
function touchFrom(book: Book, sheet: SheetData, axis: Axis, at: number, count: number): void {
  const grid = gridArea(sheet);
  const area = axis === 'rows' ? { ...grid, row: at, rows: count } : { ...grid, column: at, columns: count };
  book.changes.push({ sheetId: sheet.id, area });
}
