import { hashText, isBlank } from '../../core/text';
import type { CellValue, Table } from '../../core/ports';
import { keyCell, linkedValue, type KeyCell, type KeyReading } from './key-cell';

/** Where the handles of a selection stand. Rows and columns count from 1. */
export interface KeyColumn {
  column: number;
  /** Elsewhere in the rows, with a platform in each. */
  platformColumn?: number;
  /** Holds names of columns, not a creator. */
  headerRow?: number;
  /** Blocks of rows: without header, titles and hidden rows. */
  blocks: { row: number; rows: number }[];
  /** How its cells are read. */
  reading?: KeyReading;
}

/** Cells of the columns of handles and platforms, from `first` on. */
interface KeyValues {
  first: number;
  keys: CellValue[];
  platforms: CellValue[];
}

/** In one read a column, and one or two more where links count. What is beyond the sheet's edge is blank. */
function valuesOf(table: Table, keys: KeyColumn, first: number): KeyValues {
  const { column, platformColumn, blocks, reading } = keys;
  const last = Math.min(table.lastRow(), Math.max(0, ...blocks.map(({ row, rows }) => row + rows - 1)));
  const width = table.lastColumn();
  const read = (each: number | undefined): CellValue[] =>
    each === undefined || each > width || last < first
      ? []
      : table.read({ row: first, column: each, rows: last - first + 1, columns: 1 }).map(([cell = '']) => cell);
  const values = read(column);
  return {
    first,
    keys: reading?.links ? linkedValues(table, first, column, values) : values,
    platforms: read(platformColumn),
  };
}

/** The cells of a column with the links under them. */
export function linkedValues(table: Table, row: number, column: number, values: readonly CellValue[]): CellValue[] {
  if (values.length === 0) return [];
  const links = table.links({ row, column, rows: values.length, columns: 1 });
  return values.map((value, at) => linkedValue(value, links[at]?.[0] ?? ''));
}

/** Every row of the column. `platform` is for handles that name none; blank: they are unreadable. */
export function readKeys(table: Table, keys: KeyColumn, platform: string): KeyCell[] {
  const values = valuesOf(table, keys, firstOf(keys));
  const at = (row: number): number => row - values.first;
  return rowsIn(keys, values).map((row) =>
    keyCell(row, values.platforms[at(row)], platform, values.keys[at(row)], keys.reading),
  );
}

const firstOf = ({ blocks }: KeyColumn): number => Math.max(1, Math.min(...blocks.map(({ row }) => row)));

/** The rows of the blocks, as far as the sheet goes. */
const rowsIn = ({ blocks }: KeyColumn, { first, keys }: KeyValues): number[] =>
  blocks.flatMap(({ row, rows }) =>
    Array.from({ length: Math.max(0, Math.min(row + rows, first + keys.length) - row) }, (_, index) => row + index),
  );

/** Tells what was read, in a few characters: rows or columns that were moved and cells that were edited since are noticed. */
export function traceOf(table: Table, keys: KeyColumn): string {
  const values = valuesOf(table, keys, keys.headerRow ?? firstOf(keys));
  const textAt = (cells: readonly CellValue[], row: number): string => {
    const value = cells[row - values.first];
    return isBlank(value) ? '' : JSON.stringify(value);
  };
  const rows = [...(keys.headerRow === undefined ? [] : [keys.headerRow]), ...rowsIn(keys, values)];
  return hashText(rows.map((row) => `${textAt(values.keys, row)}\t${textAt(values.platforms, row)}`).join('\n'));
}
