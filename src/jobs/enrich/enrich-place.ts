import type { Area, CellValue, Table } from '../../core/ports';
import { isBlank } from '../../core/text';
import { areMoved, origins } from '../run/moved-rows';
import { headersOf } from '../run/own-rows';

type Rows = Pick<Area, 'row' | 'rows'>;
type Marks = ReadonlyMap<string, number>;

/** Where the rows and columns of a run stand, by what tells each from the others. */
export interface Places {
  rows: Rows;
  /** The handles of these rows, with their platforms. */
  names: string[];
  marks: Marks;
  /** The row with the headers, and how many columns are looked at, if not all: each by its mark, or by its header. */
  header: { row: number; width?: number };
  columns: string[];
}

export const placesIn = (
  table: Table,
  rows: Rows,
  header: Places['header'],
  marks = table.marks(),
  names = namesIn(table, rows, marks.get('key'), marks.get('platform')),
): Places => ({ rows, names, marks, header, columns: columnsBy(table, header, marks) });

/** What tells a row from the others: its handle, with its platform. */
export const rowName = (key: CellValue | undefined, platform: CellValue | undefined): string =>
  isBlank(key) ? '' : `${String(platform ?? '')}/${String(key)}`;

/** The names of rows; rows behind the end of the sheet have none. */
export function namesIn(table: Table, { row, rows }: Rows, key: number | undefined, platform?: number): string[] {
  const left = Math.min(rows, table.lastRow() - row + 1);
  const read = (column: number | undefined) =>
    column === undefined || left < 1 ? [] : table.read({ row, column, rows: left, columns: 1 }).flat();
  const platforms = read(platform);
  return read(key).map((cell, at) => rowName(cell, platforms[at]));
}

/** The texts of a row, by which columns are told apart. */
export function columnNames(table: Table, { row, width }: Places['header']): string[] {
  const texts = headersOf(table, row);
  return Array.from({ length: width ?? texts.length }, (_, at) => texts[at] ?? '');
}

/** A column that we marked is told by its mark: its header may be gone under one of ours. */
function columnsBy(table: Table, header: Places['header'], marks: Marks): string[] {
  const texts = columnNames(table, header);
  for (const [role, column] of marks) texts[column - 1] = role;
  return texts;
}

/** Where the rows and columns of now stood before, from 0, and where the marks stand now. */
export interface Moved {
  rows: (number | undefined)[];
  columns: (number | undefined)[];
  marks: Marks;
}

/** Undefined: all stand where they stood. */
export function movedSince(table: Table, before: Places): Moved | undefined {
  const marks = table.marks();
  const key = marks.get('key');
  // Without the column of handles nobody can say: rows are then where they were.
  const names = key === undefined ? before.names : namesIn(table, before.rows, key, marks.get('platform'));
  const rows = origins(before.names, names);
  const isShifted = [...before.marks].some(([role, column]) => marks.get(role) !== column);
  if (!isShifted && !areMoved(rows)) return undefined;
  const columns = isShifted
    ? origins(before.columns, columnsBy(table, before.header, marks))
    : before.columns.map((_, at) => at);
  return { rows, columns, marks };
}
