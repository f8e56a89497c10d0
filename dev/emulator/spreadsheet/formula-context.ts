// What the functions of a formula may ask: contents of cells, the document's conventions, the custom functions.
import type { FormulaNode } from './formula-syntax';
import type { ReferenceText } from './formula-tokens';
import type { Grid, Operand, Reference, Value } from './formula-value';

export interface FormulaContext {
  locale: string;
  timeZone: string;
  nowMs: number;
  /** Where the formula stands. */
  sheetId: number;
  row: number;
  column: number;
  /** Inside ARRAYFORMULA and its like operators work on every element. */
  isArray: boolean;
  values(reference: Reference): Grid;
  resolve(reference: ReferenceText): Reference | null;
  /** What a named range or the text of INDIRECT stands for. */
  lookUp(text: string): Reference | null;
  /** @returns the answer; throws PendingCall while there is none. Arguments are values as a custom function gets them. */
  custom(name: string, args: unknown[]): Operand;
  /** The same for a reference: Dates, and '' for blanks. */
  scriptValues(reference: Reference): unknown;
}

export type Evaluate = (node: FormulaNode, context: FormulaContext) => Operand;

/** Decides by itself which of its arguments are evaluated. A missing argument is null. */
export type LazyFunction = (args: (FormulaNode | null)[], context: FormulaContext, evaluate: Evaluate) => Operand;

/** Gets its arguments evaluated. */
export type EagerFunction = (args: Operand[], context: FormulaContext) => Operand;

/** For one value at a time; in array context the evaluator calls it for every element. */
export type ScalarFunction = (args: Value[], context: FormulaContext) => Value;

/** Thrown while a custom function has not answered. */
export class PendingCall extends Error {
  override readonly name = 'PendingCall';
}
