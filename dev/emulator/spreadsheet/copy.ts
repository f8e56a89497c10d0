// Copying and sorting ranges, as a person and as Range.copyTo do it.
import type { Area } from './a1';
import { touch } from './book';
import type { Book } from './book';
import type { Cell } from './cell';
import { releaseSpill } from './cell-write';
import { offsetFormula } from './formula-rewrite';
import { localeConventions } from './locale-conventions';
import { cellAt, mapArea, putCell } from './sheet-data';
import type { SheetData } from './sheet-data';
import { assertUnprotected, assertUntyped } from './write-guard';
import type { Actor } from './write-guard';

/** Content, looks, note, rule and link; references move along. */
function pasted(book: Book, source: Cell | undefined, by: [number, number]): Cell {
  const {
    loading: _loading,
    stale: _stale,
    spilledFrom: _origin,
    hasSpill: _spill,
    error,
    ...rest
  }: Cell = source ?? { value: null };
  if (rest.formula === undefined) return error ? { ...rest, error } : rest;
  return { ...rest, formula: offsetFormula(rest.formula, localeConventions(book.locale), ...by), stale: true };
}

/** Which part is pasted: the reference's CopyPasteType, as far as anything here uses it. */
export type PastedPart = 'PASTE_NORMAL' | 'PASTE_FORMAT';

/** Only how the cell looks; its number format is a part of that. */
function formatted({ format: _old, ...target }: Cell, { format }: Pick<Cell, 'format'>): Cell {
  return format ? { ...target, format: { ...format } } : target;
}

/** The source repeats where the target is larger by whole multiples; a smaller target takes the source's size. */
export function copyArea(
  book: Book,
  from: { sheet: SheetData; area: Area },
  to: { sheet: SheetData; area: Area },
  actor: Actor,
  part: PastedPart = 'PASTE_NORMAL',
): void {
  const sources = mapArea(from.sheet, from.area, (cell) => cell && { ...cell });
  const { rows: height, columns: width } = from.area;
  const rows = to.area.rows % height === 0 ? to.area.rows : height;
  const columns = to.area.columns % width === 0 ? to.area.columns : width;
  const area = { ...to.area, rows, columns };
  assertUnprotected(book, to.sheet, area, actor);
  assertUntyped(to.sheet, area, actor);
  for (let down = 0; down < rows; down += 1) {
    for (let across = 0; across < columns; across += 1) {
      const [sourceDown, sourceAcross] = [down % height, across % width];
      const row = area.row + down;
      const column = area.column + across;
      const target = cellAt(to.sheet, row, column);
      if (part === 'PASTE_FORMAT') {
        const source = sources[down % height]?.[across % width] ?? {};
        putCell(to.sheet, row, column, formatted(target ?? { value: null }, source));
        continue;
      }
      if (target) releaseSpill(to.sheet, target);
      const by: [number, number] = [row - from.area.row - sourceDown, column - from.area.column - sourceAcross];
      putCell(to.sheet, row, column, pasted(book, sources[sourceDown]?.[sourceAcross], by));
    }
  }
  touch(book, to.sheet, area);
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
