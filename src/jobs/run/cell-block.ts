import type { CellValue, Table } from '../../core/ports';

/** What is to be written, by row and column; every other cell is left alone. */
export type CellWrites = Map<number, Map<number, CellValue>>;

interface Block {
  row: number;
  column: number;
  values: CellValue[][];
}

/** Puts cells together into few rectangles, row by row or column by column, whichever needs fewer: a column of ten thousand rows is one write. */
export function blocksOf(writes: CellWrites): Block[] {
  const byRow = stacked(writes);
  if (byRow.length < 3) return byRow;
  const turned: CellWrites = new Map();
  for (const [row, cells] of writes) for (const [column, value] of cells) setCell(turned, column, row, value);
  const byColumn = stacked(turned);
  return byColumn.length < byRow.length ? byColumn.map(turnedBack) : byRow;
}

const turnedBack = ({ row, column, values }: Block): Block => ({
  row: column,
  column: row,
  values: (values[0] ?? []).map((_, at) => values.map((cells) => cells[at] ?? '')),
});

/** Neighbouring cells of a row, joined with the rows below that have the same ones. */
function stacked(writes: CellWrites): Block[] {
  const blocks: Block[] = [];
  /** Blocks that reach down to the row above, by their columns. */
  let open = new Map<string, Block>();
  let lastRow = -1;
  for (const [row, cells] of [...writes].sort(([left], [right]) => left - right)) {
    const next = new Map<string, Block>();
    for (const { column, values } of runsOf(cells)) {
      const shape = `${column}+${values.length}`;
      const above = row === lastRow + 1 ? open.get(shape) : undefined;
      if (above) above.values.push(values);
      const block = above ?? { row, column, values: [values] };
      if (!above) blocks.push(block);
      next.set(shape, block);
    }
    open = next;
    lastRow = row;
  }
  return blocks;
}

function runsOf(cells: ReadonlyMap<number, CellValue>): { column: number; values: CellValue[] }[] {
  const runs: { column: number; values: CellValue[] }[] = [];
  for (const [column, value] of [...cells].sort(([left], [right]) => left - right)) {
    const last = runs[runs.length - 1];
    if (last && last.column + last.values.length === column) last.values.push(value);
    else runs.push({ column, values: [value] });
  }
  return runs;
}

export function writeCells(table: Table, writes: CellWrites): void {
  for (const { row, column, values } of blocksOf(writes))
    table.write({ row, column, rows: values.length, columns: values[0]?.length ?? 0 }, values);
}

/** The first rows of a column, in one read; nothing where there is no such column. */
export const columnCells = (table: Table, column: number | undefined, rows: number): CellValue[] =>
  column === undefined ? [] : table.read({ row: 1, column, rows, columns: 1 }).map(([cell]) => cell ?? '');

export function setCell(writes: CellWrites, row: number, column: number | undefined, value: CellValue): void {
  if (column === undefined) return;
  const cells = writes.get(row) ?? new Map<number, CellValue>();
  cells.set(column, value);
  writes.set(row, cells);
}
