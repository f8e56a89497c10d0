import { InfluError } from '../../core/error';
import type { Area, CellValue, Table, Workbook } from '../../core/ports';
import { CAMPAIGN_SAID } from '../../schema/said-text';
import { safeCell } from '../../sheet/safe-text';
import { blocksOf, setCell, writeCells, type CellWrites } from '../run/cell-block';
import { areMoved, origins } from '../run/moved-rows';
import type { CampaignRows } from './campaign-rows';
import { columnsNow, type Tracker } from './campaign-sheet';

/** What tells rows apart. A copy of a row brings its key along. */
const keysIn = (lines: readonly CellValue[][], column: number): string[] =>
  lines.map((line) => String(line[column - 1] ?? ''));

/**
 * Gives rows without a key, and those that share one with a row above, one of their own. True: some were written, so
 * everything is to be read again.
 */
export function giveIds(workbook: Workbook, tracker: Tracker, read: CampaignRows, unique: string): boolean {
  const column = tracker.columns.get('id');
  const seen = new Set<string>();
  const writes: CellWrites = new Map();
  for (const { row, id } of read.rows) {
    if (id === '' || seen.has(id)) setCell(writes, row, column, `k-${unique.slice(0, 8)}-${row}`);
    seen.add(id);
  }
  // Whether that was in place shows when it is read.
  writeTracker(workbook, tracker, read, writes);
  return writes.size > 0;
}

function demandEditable(table: Table, writes: CellWrites): void {
  for (const { row, column, values } of blocksOf(writes).slice(0, MOST_ASKED))
    if (!table.canEdit({ row, column, rows: values.length, columns: values[0]?.length ?? 1 }))
      throw new InfluError('sheet', CAMPAIGN_SAID.isProtected(table.name()));
}
/** A call each. Behind these a refusal comes from Google, and what was written stays. */
const MOST_ASKED = 8;

/** False: somebody has moved or typed something meanwhile. What was written over then has back what belongs there by now. */
export function writeTracker(workbook: Workbook, tracker: Tracker, read: CampaignRows, writes: CellWrites): boolean {
  if (writes.size === 0) return true;
  const { table, columns } = tracker;
  const { firstRow, lastRow, width } = read;
  const area: Area = { row: firstRow, column: 1, rows: lastRow - firstRow + 1, columns: width };
  const key = columns.get('id') ?? 0;
  const isInPlace = (now: Tracker['columns']): boolean =>
    [...columns].every(([name, column]) => now.get(name) === column);
  demandEditable(table, writes);
  if (table.lastRow() !== lastRow || !isInPlace(columnsNow(table))) return false;
  const held = table.read(area);
  const isSame = (row: number, column: number): boolean =>
    String(held[row - firstRow]?.[column - 1] ?? '') === String(read.cells[row - firstRow]?.[column - 1] ?? '');
  const before = keysIn(read.cells, key);
  if (areMoved(origins(before, keysIn(held, key)))) return false;
  const wide = blocksOf(writes).length > MOST_WRITES ? filledUp(writes, read) : writes;
  for (const [row, cells] of wide) for (const column of cells.keys()) if (!isSame(row, column)) return false;
  writeCells(table, wide);
  workbook.flush();
  const now = columnsNow(table);
  const last = Math.min(area.rows, table.lastRow() - firstRow + 1);
  const keys = keysIn(table.read({ ...area, rows: last, column: now.get('id') ?? key, columns: 1 }), 1);
  const rowsNow = origins(before, keys);
  if (isInPlace(now) && !areMoved(rowsNow)) return true;
  takeBack(tracker, read, now, rowsNow, wide);
  workbook.flush();
  return false;
}

/** More writes than these, and cells between are written again as they stand: calls grow with blocks, not with rows. */
const MOST_WRITES = 20;

/** Rows in which a person chose a post are left alone. */
function filledUp(writes: CellWrites, { firstRow, cells, formulas, rows }: CampaignRows): CellWrites {
  const chosen = new Set(rows.flatMap(({ row, deliverable }) => (deliverable.chosen === '' ? [] : [row])));
  const columns = new Set([...writes.values()].flatMap((line) => [...line.keys()]));
  const wide: CellWrites = new Map([...writes].map(([row, line]) => [row, new Map(line)]));
  for (const column of columns) {
    const written = [...writes].flatMap(([row, line]) => (line.has(column) ? [row] : []));
    for (let row = Math.min(...written); row <= Math.max(...written); row++)
      if (!chosen.has(row) && !writes.get(row)?.has(column)) {
        const [value = '', formula = ''] = [cells, formulas].map((each) => each[row - firstRow]?.[column - 1]);
        setCell(wide, row, column, formula || safeCell(value));
      }
  }
  return wide;
}

/**
 * A cell gets back what its row and column had before. One that had a formula of ours keeps the one just written, which is
 * for the row where it stands, unless columns were moved: then it is left blank for the next try.
 */
function takeBack(
  { table, columns }: Tracker,
  { firstRow, cells, formulas, width }: CampaignRows,
  now: Tracker['columns'],
  rowsNow: readonly (number | undefined)[],
  writes: CellWrites,
): void {
  const marked = (places: Tracker['columns']): string[] => {
    const names = Array.from({ length: width }, () => '');
    for (const [name, column] of places) names[column - 1] = name;
    return names;
  };
  const isShifted = [...columns].some(([name, column]) => now.get(name) !== column);
  const columnsThere = isShifted ? origins(marked(columns), marked(now)) : marked(columns).map((_, at) => at);
  const ours = new Set(now.values());
  const back: CellWrites = new Map();
  for (const [row, written] of writes)
    for (const column of written.keys()) {
      const [was, from] = [rowsNow[row - firstRow], columnsThere[column - 1]];
      const isKnown = was !== undefined && from !== undefined;
      const formula = isKnown ? (formulas[was]?.[from] ?? '') : '';
      if (formula !== '' && ours.has(column) && !isShifted) continue;
      const value = isKnown ? (cells[was]?.[from] ?? '') : '';
      setCell(back, row, column, formula === '' ? safeCell(value) : ours.has(column) ? '' : formula);
    }
  writeCells(table, back);
}
