import type { Area, CellValue } from '../core/page';
import type { Column } from '../core/ports';

/** Cells that are put one by one and come out as rows of one length. Rows and columns count from 1. */
export class Grid {
  private readonly rows = new Map<number, CellValue[]>();
  height = 0;
  width = 0;

  put(row: number, column: number, ...values: CellValue[]): void {
    const cells = this.rows.get(row) ?? [];
    values.forEach((value, index) => (cells[column - 1 + index] = value));
    this.rows.set(row, cells);
    this.height = Math.max(this.height, row);
    this.width = Math.max(this.width, column + values.length - 1);
  }

  cells(): CellValue[][] {
    return Array.from({ length: this.height }, (_, index) =>
      Array.from({ length: this.width }, (__, column) => this.rows.get(index + 1)?.[column] ?? ''),
    );
  }
}

export const area = (row: number, column: number, rows: number, columns: number): Area => ({
  row,
  column,
  rows,
  columns,
});

/** Headers in the first row that stand over figures. */
export const figureHeaders = (columns: readonly Pick<Column, 'format'>[]): Area[] =>
  columns.flatMap(({ format }, at) => (format === undefined || format === 'General' ? [] : [area(1, at + 1, 1, 1)]));

/** How many columns stay in view. */
export const frozenOf = (columns: readonly Pick<Column, 'isFrozen'>[]): number =>
  columns.findIndex(({ isFrozen }) => isFrozen) + 1;
