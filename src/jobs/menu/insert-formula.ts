import { exampleOf, formulaRows } from '../../api/formula-table';
import { badInput, InfluError } from '../../core/error';
import type { Area, CellValue, Table, Tools } from '../../core/ports';
import { columnLetters } from '../../core/text';
import { separatorOf } from '../../schema/locale';
import { setCell, type CellWrites } from '../run/cell-block';
import { areMoved, origins, readBefore, takeBack } from '../run/moved-rows';
import { MENU_REFUSAL } from '../../schema/said-text';

export interface Insertion {
  /** `occupied`: something stands in the cell, so nothing was written. */
  state: 'inserted' | 'occupied';
  /** `B2`. */
  cell: string;
  /** The same with its sheet and what stands there, for `over`. */
  at: string;
}

/** Rows read around the cell: what moved is told by them. */
const MARGIN = 100;
const LONGEST_TOLD = 500;

/** Writes an example into the active cell. Where something stands there, only if `over` names just that. */
export function insertFormula({ host, workbook }: Tools, name: string, over: string): Insertion {
  const row = formulaRows().find((each) => each.name === name);
  if (!row) throw badInput(MENU_REFUSAL.noFormula(name));
  const table = workbook.active();
  const [area] = workbook.selection();
  if (!table || !area) throw new InfluError('sheet', MENU_REFUSAL.selectCell);
  const place = { ...area, rows: 1, columns: 1 };
  const cell = columnLetters(place.column) + place.row;
  if (!table.canEdit(place)) throw new InfluError('sheet', MENU_REFUSAL.protectedCell(cell));
  const around = areaAround(table, place);
  const held = readBefore(table, around);
  const stands = [held.cells, held.formulas].map((rows) => rows[place.row - around.row]?.[place.column - 1]);
  const at = JSON.stringify([table.id(), cell, ...stands]).slice(0, LONGEST_TOLD);
  if (at !== over && stands.some((each) => each !== '')) return { state: 'occupied', cell, at };
  table.write(place, [[exampleOf(row, separatorOf(host.locale()))]]);
  workbook.flush();
  const now = table.read(stillIn(table, around, place));
  const [rows, columns] = [rowNames, columnNames].map((namesOf) =>
    origins(namesOf(held.cells, around, place), namesOf(now, around, place)),
  ) as [(number | undefined)[], (number | undefined)[]];
  if (!areMoved(rows) && !areMoved(columns)) return { state: 'inserted', cell, at };
  const written: CellWrites = new Map();
  setCell(written, place.row, place.column, '');
  takeBack(table, held, written, rows, columns);
  workbook.flush();
  throw new InfluError('sheet', MENU_REFUSAL.movedNow);
}

const areaAround = (table: Table, { row, column }: Area): Area => {
  const first = Math.max(1, row - MARGIN);
  const last = Math.max(row, Math.min(table.lastRow(), row + MARGIN));
  return { row: first, column: 1, rows: last - first + 1, columns: Math.max(column, table.lastColumn()) };
};

/** What of it the sheet still has. */
const stillIn = (table: Table, { row, rows, columns }: Area, place: Area): Area => ({
  row,
  column: 1,
  rows: Math.max(place.row, Math.min(row + rows - 1, table.lastRow())) - row + 1,
  columns: Math.max(place.column, Math.min(columns, table.lastColumn())),
});

const nameOf = (cells: readonly CellValue[]): string =>
  cells.every((each) => each === '') ? '' : JSON.stringify(cells);

type Cells = readonly (readonly CellValue[])[];

/** What names each row: all that it holds, but for the cell that is written. */
const rowNames = (cells: Cells, _: Area, { column }: Area): string[] =>
  cells.map((row) => nameOf(row.filter((_cell, at) => at !== column - 1)));

const columnNames = (cells: Cells, around: Area, { row }: Area): string[] =>
  (cells[0] ?? []).map((_, at) =>
    nameOf(cells.filter((_row, line) => line !== row - around.row).map((each) => each[at] ?? '')),
  );
