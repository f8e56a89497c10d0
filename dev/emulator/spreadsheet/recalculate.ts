// Recalculation with our custom functions: each unanswered call of a cell is an execution of the emulator.
import type { CellResult, CellValue } from '../cell-result';
import type { CellAddress } from '../service';
import type { Book } from './book';
import { calculate } from './calculator';
import type { CustomAnswer, CustomAnswers, WaitingCall } from './formula-run';
import type { Grid, Value } from './formula-value';
import { serialFromInstant } from './serial-date';
import { eachCell, gridArea } from './sheet-data';
import type { SheetData } from './sheet-data';

export interface RecalculationOptions {
  /** Executions at once; default 30. */
  atOnce?: number;
  /** Everything, as a reload of the document does; otherwise what was edited and what reads it. */
  all?: boolean;
  /** With `all`: only this sheet. */
  sheet?: string;
  /** Who sits at the keyboard. */
  user?: string;
}

export interface Recalculation {
  /** Executions of custom functions. */
  calls: number;
  /** Times that cells had to wait for answers. */
  rounds: number;
  /** Formula cells evaluated, those that had to wait counted each time. */
  evaluated: number;
}

export type RunCells = (
  calls: { name: string; args: unknown[]; user?: string; cell?: CellAddress }[],
  options: { atOnce?: number },
) => Promise<CellResult[]>;

/** Marks the formulas of a sheet as due. */
function expire(sheet: SheetData): void {
  eachCell(sheet, gridArea(sheet), (cell) => {
    if (cell.formula !== undefined) cell.stale = true;
  });
}

function answerOf(result: CellResult, timeZone: string): CustomAnswer {
  if (result.error) return { value: { code: result.error.display, note: result.error.note } };
  const rows: CellValue[][] = Array.isArray(result.value) ? result.value : [[result.value ?? null]];
  const grid: Grid = rows.map((line) =>
    line.map((value): Value => {
      if (value instanceof Date) return serialFromInstant(value.getTime(), timeZone);
      if (typeof value === 'object' && value !== null) return { code: value.error.display, note: value.error.note };
      return value;
    }),
  );
  const isDate = (down: number, across: number) => rows[down]?.[across] instanceof Date;
  return { value: Array.isArray(result.value) ? grid : (grid[0]?.[0] ?? null), isDate };
}

/** Runs until no cell waits for an answer. A cell asks each question once; cells do not share answers, as in Sheets. */
export async function recalculate(
  book: Book,
  runCells: RunCells,
  { atOnce, all = false, sheet, user }: RecalculationOptions = {},
): Promise<Recalculation> {
  if (all) for (const each of book.sheets) if (sheet === undefined || each.name === sheet) expire(each);
  const answers: CustomAnswers = new Map();
  const total: Recalculation = { calls: 0, rounds: 0, evaluated: 0 };
  for (;;) {
    const { waiting, evaluated } = calculate(book, { answers });
    total.evaluated += evaluated;
    if (waiting.length === 0) return total;
    total.rounds += 1;
    total.calls += waiting.length;
    const calls = waiting.map(({ name, args, cell }: WaitingCall) => ({ name, args, cell, ...(user && { user }) }));
    const results = await runCells(calls, atOnce === undefined ? {} : { atOnce });
    waiting.forEach(({ ofCell, key }, index) => {
      const result = results[index];
      if (!result) return;
      const known = answers.get(ofCell) ?? new Map<string, CustomAnswer>();
      known.set(key, answerOf(result, book.timeZone));
      answers.set(ofCell, known);
    });
  }
}
