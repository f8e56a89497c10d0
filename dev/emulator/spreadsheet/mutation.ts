// What changed, as data that a page can apply one after the other. Contents are taken when the change happens.
import type { Area } from './a1';
import { addressText, cellToSnapshot } from './cell-snapshot';
import type { CellSnapshot, SheetSnapshot } from './cell-snapshot';
import type { Cell } from './cell';
import { mapArea } from './sheet-data';
import type { ChartData, SheetData } from './sheet-data';

export type Mutation =
  | { type: 'cells'; sheetId: number; row: number; column: number; cells: (CellSnapshot | null)[][] }
  | { type: 'insertSheet'; index: number; sheet: SheetSnapshot }
  | { type: 'deleteSheet'; sheetId: number }
  | { type: 'renameSheet'; sheetId: number; name: string }
  | { type: 'moveSheet'; sheetId: number; index: number }
  | { type: 'activateSheet'; sheetId: number }
  | {
      type: 'insertRows' | 'insertColumns' | 'deleteRows' | 'deleteColumns';
      sheetId: number;
      at: number;
      count: number;
    }
  | { type: 'moveRows' | 'moveColumns'; sheetId: number; from: number; count: number; before: number }
  /** Frozen rows, hidden lines, widths, merges and so on: all properties but the cells. */
  | { type: 'sheetProperties'; sheetId: number; properties: Omit<SheetSnapshot, 'cells'> }
  | { type: 'setChart'; sheetId: number; chart: ChartData }
  | { type: 'removeChart'; sheetId: number; chartId: number }
  | { type: 'select'; sheetId: number; ranges: Area[]; current: { row: number; column: number } };

/** Content of a chart's or a touched area, with the origins of spills named where they lie in the same sheet. */
export function captureCells(sheet: SheetData, area: Area): Mutation {
  const addresses = new Map<Cell, string>();
  const remember = (cell: Cell | undefined, row: number, column: number) => {
    if (cell?.formula !== undefined) addresses.set(cell, addressText(row, column));
  };
  const rows = Math.min(area.rows, Math.max(sheet.rowCount - area.row + 1, 0));
  const columns = Math.min(area.columns, Math.max(sheet.columnCount - area.column + 1, 0));
  const clipped = { ...area, rows, columns };
  const needsOrigins = mapArea(sheet, clipped, (cell) => cell?.spilledFrom !== undefined)
    .flat()
    .includes(true);
  if (needsOrigins) {
    sheet.rows.forEach((cells, down) => cells?.forEach((cell, across) => remember(cell, down + 1, across + 1)));
  }
  const cells = mapArea(sheet, clipped, (cell) => (cell ? cellToSnapshot(cell, addresses) : null));
  return { type: 'cells', sheetId: sheet.id, row: area.row, column: area.column, cells };
}
