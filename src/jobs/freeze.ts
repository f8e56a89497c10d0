import type { Area, CellValue, Table, Workbook } from '../core/ports';
import { safeCell } from '../sheet/safe-text';
import { columnRuns, isOurs, isUnfinished, type FormulaCell } from './unfinished';

export interface Frozen {
  frozen: number;
  /** Left alone: an error, or not finished. */
  left: number;
}

/**
 * Replaces our formulas by what they show. Spilled results stay, formulas in which ours are nested become their result,
 * errors and unfinished cells are left alone.
 */
export function freezeFormulas(workbook: Workbook, table: Table, areas: readonly Area[]): Frozen {
  const total: Frozen = { frozen: 0, left: 0 };
  for (const area of areas) {
    const { frozen, left } = freezeArea(workbook, table, area);
    total.frozen += frozen;
    total.left += left;
  }
  return total;
}

function freezeArea(workbook: Workbook, table: Table, area: Area): Frozen {
  const whole = { row: 1, column: 1, rows: Math.max(table.lastRow(), 1), columns: Math.max(table.lastColumn(), 1) };
  const formulas = table.formulas(whole);
  const before = table.read(whole);
  const shown = table.shown(whole);
  const ours = cellsIn(area, formulas).filter(({ formula }) => isOurs(formula));
  const isOpen = openTest(formulas, shown);
  const done = ours.filter((cell) => !isOpen(cell));
  for (const run of columnRuns(done)) writeRun(table, run, before);
  workbook.flush();
  restoreSpills(workbook, table, whole, formulas, before);
  return { frozen: done.length, left: ours.length - done.length };
}

function cellsIn(area: Area, formulas: string[][]): FormulaCell[] {
  const cells: FormulaCell[] = [];
  formulas.forEach((row, index) =>
    row.forEach((formula, column) => {
      const isInside =
        index + 1 >= area.row &&
        index + 1 < area.row + area.rows &&
        column + 1 >= area.column &&
        column + 1 < area.column + area.columns;
      if (isInside && formula !== '') cells.push({ row: index, column, formula });
    }),
  );
  return cells;
}

const isBad = (text: string | undefined): boolean =>
  text !== undefined && (isUnfinished(text) || /^#[A-Z/0]+[!?]?$/.test(text));

/** An error or an unfinished cell, its own or one of those it spills into. */
function openTest(formulas: string[][], shown: string[][]): (cell: FormulaCell) => boolean {
  return ({ row, column }) => {
    if (isBad(shown[row]?.[column])) return true;
    return spillOf(formulas, shown, row, column).some(([spillRow, spillColumn]) =>
      isBad(shown[spillRow]?.[spillColumn]),
    );
  };
}

/** The block of cells without a formula that starts at a formula: what it can have spilled into. */
function spillOf(formulas: string[][], shown: string[][], row: number, column: number): [number, number][] {
  const isFree = (atRow: number, atColumn: number): boolean =>
    (shown[atRow]?.[atColumn] ?? '') !== '' && (formulas[atRow]?.[atColumn] ?? '') === '';
  let width = 1;
  while (isFree(row, column + width)) width++;
  let height = 1;
  while (isFree(row + height, column)) height++;
  const cells: [number, number][] = [];
  for (let down = 0; down < height; down++)
    for (let right = 0; right < width; right++) if (down + right > 0) cells.push([row + down, column + right]);
  return cells;
}

function writeRun(table: Table, run: readonly FormulaCell[], before: CellValue[][]): void {
  const [first] = run;
  if (!first) return;
  const block = { row: first.row + 1, column: first.column + 1, rows: run.length, columns: 1 };
  table.write(
    block,
    run.map(({ row, column }) => [safeCell(before[row]?.[column] ?? '')]),
  );
}

/** When a formula becomes a value, what it had spilled disappears: whatever is blank now and was not before comes back. */
function restoreSpills(
  workbook: Workbook,
  table: Table,
  whole: Area,
  formulas: string[][],
  before: CellValue[][],
): void {
  const after = table.read(whole);
  const lost: FormulaCell[] = [];
  before.forEach((row, index) =>
    row.forEach((value, column) => {
      if (value !== '' && (after[index]?.[column] ?? '') === '' && (formulas[index]?.[column] ?? '') === '')
        lost.push({ row: index, column, formula: '' });
    }),
  );
  for (const run of columnRuns(lost)) writeRun(table, run, before);
  if (lost.length > 0) workbook.flush();
}
