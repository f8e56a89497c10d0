import { NOT_RUN, WAITING } from '../../schema/row-status';
import { isOverBudget } from '../../schema/run-reason';
import { columnCells, setCell, writeCells, type CellWrites } from '../run/cell-block';
import type { Tools } from '../run/tools';
import type { EnrichRun } from './enrich-state';

/** Rows that still wait are told that the run has ended: nothing in the sheet pretends to be under way. */
export function endEnrich({ workbook }: Tools, { sheetId, reason }: EnrichRun): void {
  const table = workbook.byId(sheetId);
  const column = table?.marks().get('status');
  const rows = table?.lastRow() ?? 0;
  if (!table || column === undefined || rows === 0) return;
  const writes: CellWrites = new Map();
  const why = isOverBudget(reason) ? NOT_RUN + ': budget' : NOT_RUN;
  columnCells(table, column, rows).forEach((cell, index) => {
    if (cell === WAITING) setCell(writes, index + 1, column, why);
  });
  writeCells(table, writes);
  workbook.flush();
}
