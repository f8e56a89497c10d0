// Puts the result of a formula into its cell, and an array into the cells beside and below.
import type { Area } from './a1';
import { announce } from './book';
import type { Book } from './book';
import type { Cell, Scalar } from './cell';
import { hasContent } from './cell';
import { addressText } from './cell-snapshot';
import { isError } from './formula-value';
import type { ErrorValue, Grid, Value } from './formula-value';
import { withPattern } from './number-format';
import { cellAt, eachCell, ensureCell, gridArea, putCell } from './sheet-data';
import type { SheetData } from './sheet-data';

export interface Place {
  sheet: SheetData;
  row: number;
  column: number;
  cell: Cell;
}

/** Pattern for a value at a place of the result, from 0: dates of custom functions come with one. */
export type PatternAt = (down: number, across: number) => string | undefined;

function setValue(cell: Cell, value: Value, pattern: string | undefined): void {
  delete cell.error;
  delete cell.loading;
  if (isError(value)) {
    cell.value = null;
    cell.error = { display: value.code, note: value.note };
    return;
  }
  cell.value = value satisfies Scalar;
  const format = withPattern(cell.format, pattern);
  if (format) cell.format = format;
}

/** Takes back what this formula spilled before. @returns the area that changed, if any */
function withdrawSpill(place: Place): Area | null {
  if (!place.cell.hasSpill) return null;
  delete place.cell.hasSpill;
  let [rows, columns] = [1, 1];
  eachCell(place.sheet, gridArea(place.sheet), (cell, row, column) => {
    if (cell.spilledFrom !== place.cell) return;
    delete cell.spilledFrom;
    delete cell.error;
    cell.value = null;
    putCell(place.sheet, row, column, cell);
    rows = Math.max(rows, row - place.row + 1);
    columns = Math.max(columns, column - place.column + 1);
  });
  return { row: place.row, column: place.column, rows, columns };
}

function obstacle({ sheet, row, column, cell }: Place, rows: number, columns: number): ErrorValue | null {
  const missing = row + rows - 1 - sheet.rowCount;
  if (missing > 0) {
    return { code: '#REF!', note: `Result was not automatically expanded, please insert more rows (${missing}).` };
  }
  const missingColumns = column + columns - 1 - sheet.columnCount;
  if (missingColumns > 0) {
    return {
      code: '#REF!',
      note: `Result was not automatically expanded, please insert more columns (${missingColumns}).`,
    };
  }
  for (let down = 0; down < rows; down += 1) {
    for (let across = 0; across < columns; across += 1) {
      const other = cellAt(sheet, row + down, column + across);
      // An empty string is in the way too.
      if (other === undefined || other === cell || other.spilledFrom === cell || !hasContent(other)) continue;
      const where = addressText(row + down, column + across);
      return { code: '#REF!', note: `Array result was not expanded because it would overwrite data in ${where}.` };
    }
  }
  return null;
}

/** @returns the area whose values changed */
export function placeResult(book: Book, place: Place, result: Value | Grid, patternAt: PatternAt): Area {
  const { sheet, row, column, cell } = place;
  const withdrawn = withdrawSpill(place);
  const grid: Grid = Array.isArray(result) ? result : [[result]];
  const [rows, columns] = [Math.max(grid.length, 1), Math.max(grid[0]?.length ?? 0, 1)];
  const blocked = rows * columns > 1 ? obstacle(place, rows, columns) : null;
  setValue(cell, blocked ?? grid[0]?.[0] ?? null, blocked ? undefined : patternAt(0, 0));
  let area: Area = { row, column, rows: 1, columns: 1 };
  if (rows * columns > 1 && !blocked) {
    cell.hasSpill = true;
    area = { row, column, rows, columns };
    grid.forEach((line, down) =>
      line.forEach((value, across) => {
        if (down === 0 && across === 0) return;
        const target = ensureCell(sheet, row + down, column + across);
        target.spilledFrom = cell;
        setValue(target, value, patternAt(down, across));
      }),
    );
  }
  const changed: Area = {
    ...area,
    rows: Math.max(area.rows, withdrawn?.rows ?? 0),
    columns: Math.max(area.columns, withdrawn?.columns ?? 0),
  };
  announce(book, sheet, changed);
  return changed;
}
