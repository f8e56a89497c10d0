// Copying, cutting and sorting ranges, as a person and as Range.copyTo do it.
import type { Area } from './a1';
import { touch } from './book';
import type { Book } from './book';
import type { Cell } from './cell';
import { releaseSpill } from './cell-write';
import { followMove, offsetFormula } from './formula-rewrite';
import { localeConventions } from './locale-conventions';
import { cellAt, eachCell, gridArea, mapArea, putCell } from './sheet-data';
import type { SheetData } from './sheet-data';
import { assertUnprotected, assertUntyped } from './write-guard';
import type { Actor } from './write-guard';

/** Names of SpreadsheetApp.CopyPasteType that the emulator knows. */
export type PasteType =
  | 'PASTE_NORMAL'
  | 'PASTE_NO_BORDERS'
  | 'PASTE_FORMAT'
  | 'PASTE_FORMULA'
  | 'PASTE_DATA_VALIDATION'
  | 'PASTE_VALUES';

function pasted(
  book: Book,
  source: Cell | undefined,
  target: Cell | undefined,
  type: PasteType,
  by: [number, number],
): Cell {
  const result: Cell = { ...target, value: target?.value ?? null };
  const everything = type === 'PASTE_NORMAL' || type === 'PASTE_NO_BORDERS';
  if (everything || type === 'PASTE_FORMULA' || type === 'PASTE_VALUES') {
    for (const key of ['formula', 'error', 'textMark', 'loading', 'stale', 'spilledFrom', 'hasSpill'] as const) {
      delete result[key];
    }
    result.value = source?.value ?? null;
    if (source?.textMark) result.textMark = true;
    if (source?.formula !== undefined && type !== 'PASTE_VALUES') {
      result.formula = offsetFormula(source.formula, localeConventions(book.locale), ...by);
      result.stale = true;
    } else if (source?.error) {
      result.error = source.error;
    }
    const pattern = source?.format?.numberFormat;
    if (type === 'PASTE_VALUES' && pattern !== undefined && result.format?.numberFormat === undefined) {
      result.format = { ...result.format, numberFormat: pattern };
    }
  }
  const take = (key: 'format' | 'note' | 'validation' | 'link' | 'runs') => {
    delete result[key];
    if (source?.[key] !== undefined) Object.assign(result, { [key]: source[key] });
  };
  if (everything) for (const key of ['format', 'note', 'validation', 'link', 'runs'] as const) take(key);
  if (type === 'PASTE_FORMAT') take('format');
  if (type === 'PASTE_DATA_VALIDATION') take('validation');
  return result;
}

export interface CopyOptions {
  actor: Actor;
  type?: PasteType;
  transposed?: boolean;
}

/** The source repeats where the target is larger by whole multiples; a smaller target takes the source's size. */
export function copyArea(
  book: Book,
  from: { sheet: SheetData; area: Area },
  to: { sheet: SheetData; area: Area },
  { actor, type = 'PASTE_NORMAL', transposed = false }: CopyOptions,
): void {
  const sources = mapArea(from.sheet, from.area, (cell) => cell && { ...cell });
  const height = transposed ? from.area.columns : from.area.rows;
  const width = transposed ? from.area.rows : from.area.columns;
  const rows = to.area.rows % height === 0 ? to.area.rows : height;
  const columns = to.area.columns % width === 0 ? to.area.columns : width;
  const area = { ...to.area, rows, columns };
  assertUnprotected(book, to.sheet, area, actor);
  if (type !== 'PASTE_VALUES' && type !== 'PASTE_FORMULA') assertUntyped(to.sheet, area, actor);
  for (let down = 0; down < rows; down += 1) {
    for (let across = 0; across < columns; across += 1) {
      const [sourceDown, sourceAcross] = transposed ? [across % width, down % height] : [down % height, across % width];
      const source = sources[sourceDown]?.[sourceAcross];
      const row = area.row + down;
      const column = area.column + across;
      const target = cellAt(to.sheet, row, column);
      if (target && type !== 'PASTE_FORMAT') releaseSpill(to.sheet, target);
      const by: [number, number] = [row - from.area.row - sourceDown, column - from.area.column - sourceAcross];
      putCell(to.sheet, row, column, pasted(book, source, target, type, by));
    }
  }
  touch(book, to.sheet, area);
}

/** Cut and paste: formulas stay as written, and references to what moved follow it. */
export function moveArea(
  book: Book,
  from: { sheet: SheetData; area: Area },
  to: { sheet: SheetData; area: Area },
  actor: Actor,
): void {
  assertUnprotected(book, from.sheet, from.area, actor);
  assertUnprotected(book, to.sheet, to.area, actor);
  const cells = mapArea(from.sheet, from.area, (cell) => cell);
  cells.forEach((line, down) =>
    line.forEach((cell, across) => {
      if (cell) releaseSpill(from.sheet, cell);
      putCell(from.sheet, from.area.row + down, from.area.column + across, undefined);
    }),
  );
  cells.forEach((line, down) =>
    line.forEach((cell, across) => {
      if (cell?.formula !== undefined) cell.stale = true;
      putCell(to.sheet, to.area.row + down, to.area.column + across, cell);
    }),
  );
  const conventions = localeConventions(book.locale);
  for (const sheet of book.sheets) {
    eachCell(sheet, gridArea(sheet), (cell) => {
      if (cell.formula === undefined) return;
      cell.formula = followMove(cell.formula, conventions, sheet.name, from, to);
    });
  }
  touch(book, from.sheet, from.area);
  touch(book, to.sheet, to.area);
}

export interface SortColumn {
  /** Number of the column in the sheet. */
  column: number;
  ascending: boolean;
}

const rank = (cell: Cell | undefined): number => {
  if (cell?.error) return 3;
  return { number: 0, string: 1, boolean: 2 }[typeof cell?.value as 'number'] ?? 4;
};

function compare(left: Cell | undefined, right: Cell | undefined, ascending: boolean): number {
  const [a, b] = [left?.value ?? null, right?.value ?? null];
  // Blanks come last in both directions.
  if (rank(left) === 4 || rank(right) === 4) return rank(left) - rank(right);
  let order = rank(left) - rank(right);
  if (order === 0) {
    if (typeof a === 'number' && typeof b === 'number') order = a - b;
    else order = String(a).localeCompare(String(b), undefined, { sensitivity: 'base' });
  }
  return ascending ? order : -order;
}

/** Cells move with their formulas, formats and notes; columns outside the area stay where they are. */
export function sortArea(book: Book, sheet: SheetData, area: Area, columns: SortColumn[], actor: Actor): void {
  assertUnprotected(book, sheet, area, actor);
  const conventions = localeConventions(book.locale);
  const lines = mapArea(sheet, area, (cell) => cell).map((cells, down) => ({ cells, down }));
  lines.sort((left, right) => {
    for (const { column, ascending } of columns) {
      const index = column - area.column;
      const order = compare(left.cells[index], right.cells[index], ascending);
      if (order !== 0) return order;
    }
    return left.down - right.down;
  });
  lines.forEach(({ cells, down }, newDown) =>
    cells.forEach((cell, across) => {
      if (cell?.formula !== undefined && newDown !== down) {
        cell.formula = offsetFormula(cell.formula, conventions, newDown - down, 0);
        cell.stale = true;
      }
      putCell(sheet, area.row + newDown, area.column + across, cell);
    }),
  );
  touch(book, sheet, area);
}
