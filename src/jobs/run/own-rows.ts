import { InfluError } from '../../core/error';
import type { Table } from '../../core/ports';
import { RUN_TEXT } from '../../schema/said-text';

/** What stands in a sheet that the add-on made, wherever its columns and rows were moved. */
export interface OwnRows {
  table: Table;
  idHeader: string;
  headers: readonly string[];
  /** Rows by the id that stands in them, counted from 1; the first where an id stands twice. */
  rows: ReadonlyMap<string, number>;
  /** Rows with an id. */
  count: number;
  /** The last row with anything in our columns: a person's checkboxes may go further down. */
  bottom: number;
}

/** Throws if the column of ids is gone, since rows could then come twice. */
export function ownRows(table: Table, idHeader: string, isOurs: (header: string) => boolean): OwnRows {
  const headers = headersOf(table);
  const last = table.lastRow();
  const ids = idsIn(table, idHeader, headers, last);
  if (!ids) throw new InfluError('sheet', RUN_TEXT.noIdColumn(table.name(), idHeader));
  const rows = new Map<string, number>();
  let [bottom, count] = [1, 0];
  ids.forEach((id, index) => {
    if (id === '') return;
    bottom = index + 2;
    count += 1;
    if (!rows.has(id)) rows.set(id, bottom);
  });
  if (bottom < last) {
    const below = table.read({ row: bottom + 1, column: 1, rows: last - bottom, columns: headers.length });
    const ours = headers.map(isOurs);
    const used = below.map((cells) => cells.some((cell, index) => ours[index] && cell !== ''));
    bottom += used.lastIndexOf(true) + 1;
  }
  return { table, idHeader, headers, rows, count, bottom };
}

/** The same with rows appended below all of them. */
export function withAppended(own: OwnRows, ids: readonly string[]): OwnRows {
  const { bottom, count } = own;
  const rows = new Map(own.rows);
  ids.forEach((id, at) => rows.set(id, bottom + 1 + at));
  return { ...own, rows, bottom: bottom + ids.length, count: count + ids.length };
}

/** The ids below their header, blanks too; undefined without such a column. */
export function idsIn(table: Table, idHeader: string, headers: readonly string[], last: number): string[] | undefined {
  const column = headers.indexOf(idHeader) + 1;
  if (column === 0) return undefined;
  return last < 2 ? [] : table.read({ row: 2, column, rows: last - 1, columns: 1 }).map(([id]) => String(id));
}

/** The texts of a row; the headers, unless another one is asked for. */
export function headersOf(table: Table, row = 1): string[] {
  const columns = table.lastColumn();
  return columns === 0 ? [] : (table.read({ row, column: 1, rows: 1, columns })[0] ?? []).map(String);
}
