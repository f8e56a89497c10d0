import type { Table } from '../../core/ports';
import type { KeyCell } from './key-column';

/** A call or two for each row: about ten seconds. */
const MOST_LOOKED_AT = 2_000;

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

type Blocks = { row: number; rows: number }[];

/** The blocks with these rows cut out. */
export function blocksWithout(blocks: Readonly<Blocks>, rows: ReadonlySet<number>): Blocks {
  if (rows.size === 0) return [...blocks];
  const left: Blocks = [];
  for (const block of blocks) {
    let last: Blocks[number] | undefined;
    for (let row = block.row; row < block.row + block.rows; row++) {
      if (rows.has(row)) last = undefined;
      else if (last) last.rows += 1;
      else left.push((last = { row, rows: 1 }));
    }
  }
  return left;
}
