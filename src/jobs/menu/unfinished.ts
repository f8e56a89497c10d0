import type { Area, Table } from '../../core/ports';
import { isFailureText } from '../../schema/failure-text';
import type { FormulaCell } from './sheet-reading';
import { mayGiveSeveral } from './spill';

/** Cells with one of our functions, also nested in others. */
export const isOurs = (formula: string): boolean => /\bINFLU_[A-Z]+\s*\(/i.test(formula);

/** What an unfinished formula shows. Asking again may cost something, but nothing is paid twice. */
export const isUnfinished = (shown: string): boolean =>
  /^(pending|Loading\.\.\.|#ERROR!|paused|budget reached\b.*)$/.test(shown) || isQueued(shown) || isFailureText(shown);

/** influData is at work on the creator. */
const isQueued = (shown: string): boolean => shown === 'queued' || shown === 'audience pending';

export interface Unfinished extends FormulaCell {
  /** It shows, perhaps among others, a creator whom influData is at work on. */
  isQueued: boolean;
}

/** The used part of a sheet, or undefined when it is empty. */
export function usedArea(table: Table): Area | undefined {
  const rows = table.lastRow();
  const columns = table.lastColumn();
  return rows > 0 && columns > 0 ? { row: 1, column: 1, rows, columns } : undefined;
}

/**
 * Our formulas that are unfinished: by what they show themselves, or by a cell of their spilled result, which belongs to
 * the nearest of our formulas up and to the left.
 */
export function unfinishedFormulas(formulas: string[][], shown: string[][]): Unfinished[] {
  const ours: FormulaCell[] = [];
  const open = new Map<FormulaCell, boolean>();
  formulas.forEach((row, index) =>
    row.forEach((formula, column) => {
      if (formula !== '' && isOurs(formula)) ours.push({ row: index, column, formula });
    }),
  );
  shown.forEach((row, index) =>
    row.forEach((text, column) => {
      if (!isUnfinished(text)) return;
      const owner = ownerOf(ours, formulas, index, column);
      if (owner) open.set(owner, isQueued(text) || (open.get(owner) ?? false));
    }),
  );
  return [...open].map(([cell, waits]) => ({ ...cell, isQueued: waits }));
}

function ownerOf(
  ours: readonly FormulaCell[],
  formulas: string[][],
  row: number,
  column: number,
): FormulaCell | undefined {
  const own = formulas[row]?.[column] ?? '';
  if (own !== '') return ours.find((cell) => cell.row === row && cell.column === column);
  return ours
    .filter((cell) => cell.row <= row && cell.column <= column && mayGiveSeveral(cell.formula))
    .reduce<FormulaCell | undefined>(
      (best, cell) => (best && distance(best, row, column) <= distance(cell, row, column) ? best : cell),
      undefined,
    );
}

const distance = (cell: FormulaCell, row: number, column: number): number => row - cell.row + (column - cell.column);

/** Results of one width under each other, so that a thousand are written by a few calls. */
export function columnRuns<Cell extends FormulaCell & Partial<Record<'rows' | 'columns', number>>>(
  cells: readonly Cell[],
): Cell[][] {
  const sorted = [...cells].sort((left, right) => left.column - right.column || left.row - right.row);
  const runs: Cell[][] = [];
  for (const cell of sorted) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    const isNext = last?.column === cell.column && last.columns === cell.columns;
    if (run && isNext && last.row + (last.rows ?? 1) === cell.row) run.push(cell);
    else runs.push([cell]);
  }
  return runs;
}
