import type { Area, CellValue, Clock, Table, Workbook } from '../../core/ports';
import { columnLetters } from '../../core/text';
import { SECOND_MS } from '../../core/time';
import { safeCell, safeText } from '../../sheet/safe-text';
import { setCell, writeCells, type CellWrites } from '../run/cell-block';
import { placedCells, type Standing } from './moved-cells';
import { isSameCell, readSheet, type FormulaCell, type SheetReading } from './sheet-reading';
import { extentOf, mayGiveSeveral, type Extent } from './spill';
import { columnRuns, isOurs, isUnfinished, usedArea } from './unfinished';

export interface Frozen {
  frozen: number;
  /** Left alone: an error, or not finished. */
  left: number;
  /** Not done, for want of time or because rows or columns were moved meanwhile. */
  rest: number;
  isMoved: boolean;
  /** Cells with a formula that was overwritten and put back where rows or columns had been moved: its references may be off. */
  doubtful: string[];
}

/** A menu click ends after six minutes. */
const WORK_MS = 240 * SECOND_MS;
const RUNS_A_BLOCK = 20;

/** A formula with what it has spilled. */
interface Result extends FormulaCell, Extent {}

/**
 * Replaces our formulas by what they show. Spilled results stay, formulas in which ours are nested become their result,
 * errors and unfinished cells are left alone. A formula and what it has spilled are one write, or a killed click would lose
 * values. After each block all is read again: where rows or columns were moved meanwhile, that is mended, and it ends.
 */
export function freezeFormulas(clock: Clock, workbook: Workbook, table: Table, areas: readonly Area[]): Frozen {
  const untilMs = clock.now() + WORK_MS;
  const total: Frozen = { frozen: 0, left: 0, rest: 0, isMoved: false, doubtful: [] };
  let held = readSheet(table);
  let dressed: boolean[][] | undefined;
  const dressedIn = (): boolean[][] =>
    (dressed ??= table.dressedTexts({
      row: 1,
      column: 1,
      rows: held.cells.length,
      columns: held.cells[0]?.length ?? 1,
    }));
  for (;;) {
    const ours = resultsIn(areas, held, dressedIn);
    const done = ours.filter((result) => !isOpen(held, result));
    total.left = ours.length - done.length;
    const block = columnRuns(done).slice(0, RUNS_A_BLOCK).flat();
    const isTime = clock.now() < untilMs;
    if (block.length === 0 || !isTime) return { ...total, rest: done.length };
    const writes = writeResults(table, block, held);
    workbook.flush();
    const now = readSheet(table);
    const standing = standingAfter(held, now, writes);
    const back = mended(held, now, writes, block, standing, total);
    writeCells(table, back);
    if (back.size > 0) workbook.flush();
    if (standing.isMoved) {
      const places = new Set(standing.rows);
      const frozen = block.filter(({ row, column }) => places.has(row) && standing.columns.includes(column)).length;
      return { ...total, frozen: total.frozen + frozen, rest: done.length - block.length, isMoved: true };
    }
    total.frozen += block.length;
    held = back.size > 0 ? readSheet(table) : now;
  }
}

/** How many formulas of the whole sheet could be frozen, as far as their own cells say. */
export function countFinished(table: Table): number {
  const area = usedArea(table);
  if (!area) return 0;
  const shown = table.shown(area);
  const isFinished = (formula: string, row: number, column: number): boolean =>
    isOurs(formula) && !isBad(shown[row]?.[column]);
  return table
    .formulas(area)
    .reduce((sum, line, row) => sum + line.filter((formula, column) => isFinished(formula, row, column)).length, 0);
}

function resultsIn(areas: readonly Area[], held: SheetReading, dressed: () => boolean[][]): Result[] {
  const isInside = (row: number, column: number): boolean =>
    areas.some(
      (area) =>
        row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
    );
  return held.formulas.flatMap((formulas, row) =>
    formulas.flatMap((formula, column) => {
      if (!isOurs(formula) || !isInside(row + 1, column + 1)) return [];
      const cell = { row, column, formula };
      return [{ ...cell, ...extentOf(held, cell, dressed) }];
    }),
  );
}

const isBad = (text: string | undefined): boolean =>
  text !== undefined && (isUnfinished(text) || /^#[A-Z/0]+[!?]?$/.test(text));

/** An error or an unfinished cell, its own or one of those it spills into. */
const isOpen = ({ shown }: SheetReading, { row, column, rows, columns }: Result): boolean =>
  shown.slice(row, row + rows).some((texts) => texts.slice(column, column + columns).some(isBad));

/** What was written, by row and column counted from 0, as it was read. */
function writeResults(table: Table, block: readonly Result[], { cells }: SheetReading): CellWrites {
  const writes: CellWrites = new Map();
  for (const run of columnRuns(block)) {
    const [first, last] = [run[0], run[run.length - 1]];
    if (!first || !last) continue;
    const { row, column, columns } = first;
    const rows = last.row + last.rows - row;
    const values = cells.slice(row, row + rows).map((each) => each.slice(column, column + columns));
    values.forEach((each, down) => each.forEach((value, right) => setCell(writes, row + down, column + right, value)));
    table.write(
      { row: row + 1, column: column + 1, rows, columns },
      values.map((each) => each.map(safeCell)),
    );
  }
  return writes;
}

const writtenAt = (writes: CellWrites, row: number, column: number): CellValue | undefined =>
  writes.get(row)?.get(column);

/** Shows what was written to this place. */
function isHidden(now: SheetReading, writes: CellWrites, row: number, column: number): boolean {
  const written = writtenAt(writes, row, column);
  return written !== undefined && !now.formulas[row]?.[column] && isSameCell(now.cells[row]?.[column] ?? '', written);
}

const standingAfter = (held: SheetReading, now: SheetReading, writes: CellWrites): Standing =>
  placedCells(
    held,
    now,
    (row, column) => writtenAt(writes, row, column),
    (row, column) => isHidden(now, writes, row, column),
  );

/**
 * What has to be written where rows or columns were moved: each result to the place where its formula stands by now, and
 * what was overwritten gets back what it held. Also what a formula had spilled farther than was known.
 */
function mended(
  held: SheetReading,
  now: SheetReading,
  writes: CellWrites,
  block: readonly Result[],
  { rows, columns, isMoved }: Standing,
  total: Frozen,
): CellWrites {
  const back: CellWrites = new Map();
  const spillers = block.filter(({ formula }) => mayGiveSeveral(formula));
  if (!isMoved && spillers.length === 0) return back;
  const alive = aliveCells(now, block, rows, columns);
  now.cells.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      const [wasRow, wasColumn] = [rows[row], columns[column]];
      const isKnown = wasRow !== undefined && wasColumn !== undefined;
      const formula = isKnown ? (held.formulas[wasRow]?.[wasColumn] ?? '') : '';
      const value = isKnown ? (held.cells[wasRow]?.[wasColumn] ?? '') : '';
      const result = isKnown ? writtenAt(writes, wasRow, wasColumn) : undefined;
      const formulaNow = now.formulas[row]?.[column] ?? '';
      const isOver = isHidden(now, writes, row, column);
      const isBlank = cell === '' && formulaNow === '';
      if (result !== undefined) {
        const isThere = formulaNow === '' && isSameCell(cell, result);
        const isAlive = alive.get(wasRow ?? -1)?.has(wasColumn ?? -1) ?? false;
        if (isAlive || (!isThere && (isOver || isBlank))) setCell(back, row + 1, column + 1, safeCell(result));
      } else if (isOver) {
        const isFinished = isOurs(formula) && !isBad(held.shown[wasRow ?? -1]?.[wasColumn ?? -1]);
        // Ours could buy another creator where references are off, so it comes back as a text.
        const content = isOurs(formula) ? safeText(formula) : formula;
        if (formula !== '' && !isFinished) total.doubtful.push(`${columnLetters(column + 1)}${row + 1}`);
        setCell(back, row + 1, column + 1, formula === '' || isFinished ? safeCell(value) : content);
      } else if (isBlank && value !== '' && formula === '') {
        const isSpilled = spillers.some((each) => (wasRow ?? -1) >= each.row && (wasColumn ?? -1) >= each.column);
        if (isSpilled) setCell(back, row + 1, column + 1, safeCell(value));
      }
    }),
  );
  return back;
}

/** Cells of before whose formula still stands, elsewhere: with it all that it shows becomes values. */
function aliveCells(
  now: SheetReading,
  block: readonly Result[],
  rows: Standing['rows'],
  columns: Standing['columns'],
): CellWrites {
  const places = new Map(rows.map((was, at) => [was, at]));
  const alive: CellWrites = new Map();
  for (const { row, column, ...extent } of block) {
    const formula = now.formulas[places.get(row) ?? -1]?.[columns.indexOf(column)] ?? '';
    if (!isOurs(formula)) continue;
    for (let down = 0; down < extent.rows; down++)
      for (let right = 0; right < extent.columns; right++) setCell(alive, row + down, column + right, true);
  }
  return alive;
}
