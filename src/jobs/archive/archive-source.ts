import type { ArchiveRow, CellValue, Table, Tools } from '../../core/ports';
import type { ArchiveTableName } from '../../schema/archive-table';

/** A cell of a row by the name that the source gives its column; blank where there is no such column. */
export type CellAt = (name: string) => CellValue;

/** A sheet in which rows of one kind stand. */
export interface ArchiveSheet {
  table: Table;
  /** Columns by the names that the source gives them. */
  columns: ReadonlyMap<string, number>;
  /** The header over the ids, by which rows are found again. */
  idHeader: string;
}

/** What a row is, and from when: with both it is another one as soon as its figures are newer. */
export interface RowKey {
  id: string;
  atMs: number;
  /** Where rows leave the spreadsheet: what would be lost with one that was corrected after it was sent. */
  figures?: readonly CellValue[];
}

/** Where rows stand first, and what BigQuery gets of them. */
export interface ArchiveSource {
  table: ArchiveTableName;
  /** The columns that say what a row is, and those of its `figures`. */
  key: readonly string[];
  /** Rows that are read and noted at once. */
  rowsAPage: number;
  sheets(tools: Tools): ArchiveSheet[];
  /** Of one cell after the other. Undefined: no row for BigQuery. */
  keyOf(tools: Tools): (at: CellAt) => RowKey | undefined;
  valuesOf(tools: Tools, at: CellAt, key: RowKey): ArchiveRow['values'];
}

/** Without those that are blank: in BigQuery they are null. */
export const named = (values: Readonly<Record<string, unknown>>): ArchiveRow['values'] =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (value instanceof Date) return [[name, value.toISOString()]];
      return value === '' || (typeof value !== 'string' && typeof value !== 'number') ? [] : [[name, value]];
    }),
  );

/** Of an instant, as BigQuery counts days. */
export const utcDay = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

export const keyValues = ({ id, atMs }: RowKey): Record<string, string> => ({
  id,
  day: utcDay(atMs),
  as_of: new Date(atMs).toISOString(),
});
