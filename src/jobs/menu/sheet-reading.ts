import { InfluError } from '../../core/error';
import type { CellValue, Table } from '../../core/ports';
import { MENU_REFUSAL } from '../../schema/said-text';

/** What stands in a sheet, from its first cell on. */
export interface SheetReading {
  cells: CellValue[][];
  formulas: string[][];
  shown: string[][];
}

/** Counted from 0. */
export interface FormulaCell {
  row: number;
  column: number;
  formula: string;
}

const TRIES = 5;

/** Several calls, and nobody has moved anything between them: what is typed stands in the last where it stood in the first. */
export function readSheet(table: Table): SheetReading {
  for (let tries = 0; tries < TRIES; tries++) {
    const area = { row: 1, column: 1, rows: Math.max(table.lastRow(), 1), columns: Math.max(table.lastColumn(), 1) };
    try {
      const cells = table.read(area);
      const reading = { cells, formulas: table.formulas(area), shown: table.shown(area) };
      if (isSteady(reading, table.read(area)) && table.lastRow() <= area.rows && table.lastColumn() <= area.columns)
        return reading;
    } catch (error) {
      // The sheet may have become smaller.
      if (tries === TRIES - 1) throw error;
    }
  }
  throw new InfluError('sheet', MENU_REFUSAL.beingEdited(table.name()));
}

const isSteady = ({ cells, formulas }: SheetReading, again: CellValue[][]): boolean =>
  cells.every((row, at) =>
    row.every((cell, column) => {
      const now = again[at]?.[column] ?? '';
      return formulas[at]?.[column] ? (cell === '') === (now === '') : isSameCell(cell, now);
    }),
  );

export const isSameCell = (left: CellValue, right: CellValue): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right);
