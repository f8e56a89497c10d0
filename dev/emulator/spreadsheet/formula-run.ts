// One attempt at one formula: its context over the workbook, and what it waits for.
import type { CellAddress } from '../service';
import type { Area } from './a1';
import type { Book } from './book';
import type { Cell } from './cell';
import { cellValue } from './cell-view';
import { PendingCall } from './formula-context';
import type { FormulaContext } from './formula-context';
import { dateFunctions, evaluateNode, isBuiltIn } from './formula-evaluate';
import { singleOf } from './formula-operand';
import type { PatternAt, Place } from './formula-place';
import type { FormulaProgram } from './formula-program';
import { namedReference, referenceOf } from './formula-reference';
import type { FormulaNode } from './formula-syntax';
import { errors, isGrid, isReference } from './formula-value';
import type { Grid, Operand, Reference, Value } from './formula-value';
import { isDatePattern } from './number-format';
import { cellAt, mapArea } from './sheet-data';

export interface CustomCall {
  name: string;
  args: unknown[];
  cell: CellAddress;
}

/** What a custom function answered: a value or rows, and which of them are dates. */
export interface CustomAnswer {
  value: Value | Grid;
  isDate?: (down: number, across: number) => boolean;
}

/** Answers by cell and call; within one recalculation a cell asks each question once. */
export type CustomAnswers = Map<Cell, Map<string, CustomAnswer>>;

/** A custom function that a cell waits for. */
export interface WaitingCall extends CustomCall {
  ofCell: Cell;
  key: string;
}

export interface FormulaCell extends Place {
  program: FormulaProgram;
  formula: string;
}

/** Thrown where other cells have to be evaluated first. */
export class NeedsCells extends Error {
  override readonly name = 'NeedsCells';
  readonly cells: Cell[];
  constructor(cells: Cell[]) {
    super();
    this.cells = cells;
  }
}

/** Values of ranges without formulas, for as long as nothing spills: a summary reads the same columns in each row. */
export type KeptRanges = Map<string, Grid>;

export interface FormulaRun {
  /** Throws NeedsCells or PendingCall. */
  evaluate(node: FormulaNode): { value: Value | Grid; patternAt: PatternAt };
  /** The custom function that the last attempt waits for. */
  asked: Omit<WaitingCall, 'ofCell'> | null;
}

const dateTimePattern = 'M/d/yyyy H:mm:ss';
const datePattern = 'M/d/yyyy';

/** One attempt at one formula. */
export function createRun(
  book: Book,
  { sheet, row, column }: FormulaCell,
  answers: Map<string, CustomAnswer> | undefined,
  isOpen: (cell: Cell) => boolean,
  kept: KeptRanges,
): FormulaRun {
  let lastAnswer: CustomAnswer | undefined;

  function ready({ sheetId, area }: Reference): { sheet: typeof sheet; area: Area; isPlain: boolean } | null {
    const target = book.sheets.find(({ id }) => id === sheetId);
    if (!target) return null;
    const needed: Cell[] = [];
    let isLoading = false;
    let isPlain = true;
    for (const cells of target.rows.slice(area.row - 1, area.row - 1 + area.rows)) {
      for (const cell of cells?.slice(area.column - 1, area.column - 1 + area.columns) ?? []) {
        if (!cell) continue;
        isPlain &&= cell.formula === undefined;
        if (cell.formula !== undefined && isOpen(cell)) needed.push(cell);
        isLoading ||= cell.loading === true || cell.spilledFrom?.loading === true;
      }
    }
    if (needed.length > 0) throw new NeedsCells(needed);
    if (isLoading) throw new PendingCall('A cell it reads has no answer yet.');
    return { sheet: target, area, isPlain };
  }

  const context: FormulaContext = {
    locale: book.locale,
    timeZone: book.timeZone,
    nowMs: book.nowMs(),
    sheetId: sheet.id,
    row,
    column,
    isArray: false,
    resolve: (text) => referenceOf(book, text, sheet.id),
    lookUp: (text) => namedReference(book, text, sheet.id),
    values(reference) {
      const key = JSON.stringify(reference);
      const known = kept.get(key);
      if (known) return known;
      const target = ready(reference);
      if (!target) return [[errors.reference()]];
      const values = mapArea(target.sheet, target.area, (cell): Value => {
        if (!cell) return null;
        return cell.error ? { code: cell.error.display, note: cell.error.note } : cell.value;
      });
      if (target.isPlain) kept.set(key, values);
      return values;
    },
    scriptValues(reference) {
      const target = ready(reference);
      if (!target) return '#REF!';
      const values = mapArea(target.sheet, target.area, (cell) => cellValue(book, cell));
      return values.length === 1 && values[0]?.length === 1 ? values[0][0] : values;
    },
    custom(name, args) {
      const key = JSON.stringify([name, args]);
      lastAnswer = answers?.get(key);
      if (lastAnswer) return lastAnswer.value;
      run.asked = { name, args, key, cell: { sheet: sheet.name, row, column } };
      throw new PendingCall(name);
    },
  };

  /** The pattern a result brings along: of a custom function's dates, of a date function, of the cell it names. */
  function patternOf(node: FormulaNode, operand: Operand): PatternAt {
    if (node.type === 'call' && !isBuiltIn(node.name) && lastAnswer?.isDate) {
      const { isDate, value } = lastAnswer;
      return (down, across) => {
        const each = isGrid(value) ? value[down]?.[across] : value;
        if (!isDate(down, across) || typeof each !== 'number') return undefined;
        return Number.isInteger(each) ? datePattern : dateTimePattern;
      };
    }
    if (node.type === 'call' && dateFunctions.has(node.name)) {
      return () => (node.name === 'NOW' ? dateTimePattern : datePattern);
    }
    if (isReference(operand) && operand.area.rows * operand.area.columns === 1) {
      const target = book.sheets.find(({ id }) => id === operand.sheetId);
      const pattern = target && cellAt(target, operand.area.row, operand.area.column)?.format?.numberFormat;
      if (isDatePattern(pattern)) return () => pattern;
    }
    return () => undefined;
  }

  const run = {
    asked: null as Omit<WaitingCall, 'ofCell'> | null,
    evaluate(node: FormulaNode) {
      const operand = evaluateNode(node, context);
      const patternAt = patternOf(node, operand);
      return { value: isReference(operand) ? singleOf(operand, context) : operand, patternAt };
    },
  };
  return run;
}
