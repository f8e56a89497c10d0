// Brings formulas up to date: which are due, in which order, and what waits for a custom function.
import type { Book } from './book';
import type { Cell } from './cell';
import { indexChanges } from './change-index';
import type { Change } from './change-index';
import { PendingCall } from './formula-context';
import { placeResult } from './formula-place';
import type { PatternAt } from './formula-place';
import { formulaProgram } from './formula-program';
import { namedReference, referenceOf } from './formula-reference';
import { NeedsCells, createRun } from './formula-run';
import type { CustomAnswers, FormulaCell, KeptRanges, WaitingCall } from './formula-run';
import { errorValue, errors } from './formula-value';
import type { Grid, Value } from './formula-value';

/** A result that spilled where others had read asks for another pass; this many end a formula that never settles. */
const maxPasses = 100;

function formulaCells(book: Book): Map<Cell, FormulaCell> {
  const found = new Map<Cell, FormulaCell>();
  for (const sheet of book.sheets) {
    sheet.rows.forEach((cells, down) =>
      cells?.forEach((cell, across) => {
        if (cell?.formula === undefined) return;
        const { formula } = cell;
        const program = formulaProgram(formula, book.locale);
        found.set(cell, { sheet, row: down + 1, column: across + 1, cell, program, formula });
      }),
    );
  }
  return found;
}

/** Adds every formula that reads what changed, and what reads those in turn. */
function spread(book: Book, formulas: Map<Cell, FormulaCell>, due: Set<Cell>, changes: Change[]): void {
  const readings = [...formulas.values()]
    .filter(({ cell }) => !due.has(cell))
    .map((formula) => {
      const { references, names } = formula.program;
      const own = formula.sheet.id;
      const found = [
        ...references.map((text) => referenceOf(book, text, own)),
        ...names.map((name) => namedReference(book, name, own)),
      ];
      return { formula, reads: found.filter((each) => each !== null) };
    });
  let waiting = readings;
  let fresh = changes;
  while (fresh.length > 0 && waiting.length > 0) {
    const next: Change[] = [];
    const index = indexChanges(fresh);
    waiting = waiting.filter(({ formula, reads }) => {
      if (!reads.some(index.hits)) return true;
      due.add(formula.cell);
      const { row, column } = formula;
      next.push({ sheetId: formula.sheet.id, area: { row, column, rows: 1, columns: 1 } });
      return false;
    });
    fresh = next;
  }
}

export interface CalculationOptions {
  answers?: CustomAnswers;
}

export interface Calculation {
  /** Custom functions that some cell waits for. */
  waiting: WaitingCall[];
  evaluated: number;
}

/** Brings every due formula up to date as far as it can; cells that wait for a custom function show Loading... */
export function calculate(book: Book, { answers }: CalculationOptions = {}): Calculation {
  const result: Calculation = { waiting: [], evaluated: 0 };
  const formulas = formulaCells(book);
  if (formulas.size === 0) {
    book.changes = [];
    return result;
  }
  let due = new Set<Cell>();
  for (const { cell, program } of formulas.values()) {
    if (cell.stale || (program.isVolatile && book.changes.length > 0)) due.add(cell);
  }
  let changes: Change[] = [
    ...book.changes,
    ...[...due].map((cell) => {
      const { sheet, row, column } = formulas.get(cell) as FormulaCell;
      return { sheetId: sheet.id, area: { row, column, rows: 1, columns: 1 } };
    }),
  ];
  book.changes = [];
  for (let pass = 0; pass < maxPasses; pass += 1) {
    spread(book, formulas, due, changes);
    if (due.size === 0) break;
    const round = evaluateAll(book, formulas, due, answers ?? new Map());
    result.waiting.push(...round.waiting);
    result.evaluated += due.size;
    // What spilled may have been read by formulas that were evaluated before it, or were not due.
    due = new Set();
    changes = round.spilled;
    if (changes.length === 0) break;
  }
  return result;
}

function evaluateAll(
  book: Book,
  formulas: Map<Cell, FormulaCell>,
  due: Set<Cell>,
  answers: CustomAnswers,
): { waiting: WaitingCall[]; spilled: Change[] } {
  const done = new Set<Cell>();
  const underWay = new Set<Cell>();
  const waiting: WaitingCall[] = [];
  const spilled: Change[] = [];
  const kept: KeptRanges = new Map();
  const isOpen = (cell: Cell) => due.has(cell) && !done.has(cell);

  function settle(formula: FormulaCell, value: Value | Grid, patternAt: PatternAt = () => undefined): void {
    const area = placeResult(book, formula, value, patternAt);
    if (area.rows * area.columns > 1) {
      spilled.push({ sheetId: formula.sheet.id, area });
      kept.clear();
    }
    delete formula.cell.stale;
    done.add(formula.cell);
  }

  /** @returns the cells that have to be evaluated before */
  function attempt(formula: FormulaCell): Cell[] {
    const { cell, program } = formula;
    if (!program.node) {
      settle(formula, errorValue('#ERROR!', 'Formula parse error.'));
      return [];
    }
    const run = createRun(book, formula, answers.get(cell), isOpen, kept);
    try {
      const { value, patternAt } = run.evaluate(program.node);
      settle(formula, value, patternAt);
      return [];
    } catch (error) {
      if (error instanceof NeedsCells) return error.cells;
      if (!(error instanceof PendingCall)) throw error;
      if (run.asked) waiting.push({ ...run.asked, ofCell: cell });
      cell.loading = true;
      cell.stale = true;
      done.add(cell);
      return [];
    }
  }

  for (const start of due) {
    const stack = [start];
    while (stack.length > 0) {
      const cell = stack.at(-1) as Cell;
      const formula = formulas.get(cell);
      if (!formula || done.has(cell)) {
        stack.pop();
        underWay.delete(cell);
        continue;
      }
      underWay.add(cell);
      const needed = attempt(formula);
      if (needed.some((each) => underWay.has(each))) {
        settle(formula, errors.reference('Circular dependency detected.'));
      } else {
        stack.push(...needed);
      }
    }
  }
  return { waiting, spilled };
}
