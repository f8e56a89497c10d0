import type { Area, Table, Workbook } from '../../core/ports';
import { writeCells, type CellWrites } from './cell-block';
import { readBefore, takeBack } from './moved-rows';
import { movedSince, placesIn } from './places';

/** Read around what is written, so that what people insert there is known. */
const MARGIN = 20;
const MARGIN_COLUMNS = 5;

/** Rows to write to, and the row by whose texts columns without a mark are told apart. */
interface PlacedRows extends Pick<Area, 'row' | 'rows'> {
  headerRow: number;
}

/**
 * Writes to a person's sheet what is made up from how it stands. `marks` are those by which columns were chosen. Undefined:
 * rows or columns were moved meanwhile, and what was written is taken back. For `untilInPlace`.
 */
export function writePlaced(
  workbook: Workbook,
  table: Table,
  { headerRow, row, rows }: PlacedRows,
  marks: ReadonlyMap<string, number>,
  makeUp: () => CellWrites,
): true | undefined {
  const first = Math.max(1, row - MARGIN);
  const around = { row: first, rows: Math.min(table.lastRow(), row + rows + MARGIN) - first + 1 };
  const places = placesIn(table, around, { row: headerRow });
  if ([...marks].some(([role, at]) => places.marks.get(role) !== at)) return undefined;
  const writes = makeUp();
  const used = [...writes.values()].flatMap((cells) => [...cells.keys()]);
  if (used.length === 0) return true;
  const column = Math.max(1, Math.min(...used) - MARGIN_COLUMNS);
  const held = readBefore(table, { ...around, column, columns: Math.max(...used) + 1 - column });
  if (movedSince(table, places)) return undefined;
  writeCells(table, writes);
  workbook.flush();
  const moved = movedSince(table, places);
  if (!moved) return true;
  takeBack(table, held, writes, moved.rows, moved.columns);
  workbook.flush();
  return undefined;
}
