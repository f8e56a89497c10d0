import type { Area, CellValue, Table } from '../../core/ports';
import { isBlank } from '../../core/text';
import { areMoved, origins } from './moved-rows';
import { headersOf } from './own-rows';

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

/** Cells of what stood there a moment ago. Asking first how far the sheet goes would be a call, and it is rarely smaller by now. */
function readHad(table: Table, area: Area, readLess: () => CellValue[][]): CellValue[][] {
  try {
    return table.read(area);
  } catch {
    return readLess();
  }
}

/** The names of rows; rows behind the end of the sheet have none. */
export function namesIn(table: Table, { row, rows }: Rows, key: number | undefined, platform?: number): string[] {
  const read = (column: number | undefined): CellValue[] => {
    if (column === undefined || rows < 1) return [];
    const area = { row, column, rows, columns: 1 };
    return readHad(table, area, () => {
      const left = Math.min(rows, table.lastRow() - row + 1);
      return left < 1 ? [] : table.read({ ...area, rows: left });
    }).flat();
  };
  const platforms = read(platform);
  return read(key).map((cell, at) => rowName(cell, platforms[at]));
}

/** The texts of a row, by which columns are told apart. */
export function columnNames(table: Table, { row, width }: Places['header']): string[] {
  if (width === undefined) return headersOf(table, row);
  const [texts = []] = readHad(table, { row, column: 1, rows: 1, columns: width }, () => [headersOf(table, row)]);
  return Array.from({ length: width }, (_, at) => String(texts[at] ?? ''));
}

/** A column that we marked is told by its mark: its header may be gone under one of ours. */
function columnsBy(table: Table, header: Places['header'], marks: Marks): string[] {
  const { row, width } = header;
  const texts = columnNames(table, width === undefined ? header : { row, width: Math.max(width, ...marks.values()) });
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
