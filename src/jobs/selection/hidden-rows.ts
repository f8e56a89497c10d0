import type { Area, Table } from '../../core/ports';
import type { KeyCell, KeyColumn } from './key-column';

/** A call or two for each row: about ten seconds. */
export const MOST_LOOKED_AT = 2_000;

export interface HiddenRows {
  rows: ReadonlySet<number>;
  /** False: there are too many to look at. */
  isLooked: boolean;
  hasFilter: boolean;
}

/** Which rows of creators nobody sees: hidden by a filter, a slicer or by hand. A filter view shows to nobody but its user. */
export function hiddenRows(table: Table, cells: readonly KeyCell[]): HiddenRows {
  const rows = cells.flatMap(({ row, kind }) => (kind === 'creator' ? [row] : []));
  const hasFilter = rows.length > 0 && table.hasFilter();
  if (rows.length > MOST_LOOKED_AT) return { rows: new Set(), isLooked: false, hasFilter };
  return { rows: new Set(table.hiddenRows(rows, hasFilter)), isLooked: true, hasFilter };
}

/** Blocks of rows in order: neighbours are one, and what is named twice is there once. */
export function joined(areas: readonly Pick<Area, 'row' | 'rows'>[]): KeyColumn['blocks'] {
  const blocks: KeyColumn['blocks'] = [];
  for (const { row, rows } of [...areas].sort((one, other) => one.row - other.row)) {
    const last = blocks[blocks.length - 1];
    if (last && row <= last.row + last.rows) last.rows = Math.max(last.rows, row + rows - last.row);
    else blocks.push({ row, rows });
  }
  return blocks;
}

/** The blocks with these rows cut out. */
export function blocksWithout(blocks: KeyColumn['blocks'], rows: ReadonlySet<number>): KeyColumn['blocks'] {
  const all = blocks.flatMap(({ row, rows: count }) => Array.from({ length: count }, (_, at) => row + at));
  return joined(all.flatMap((row) => (rows.has(row) ? [] : [{ row, rows: 1 }])));
}
