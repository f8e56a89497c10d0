// Contents of an operand, whatever kind it is.
import type { FormulaContext } from './formula-context';
import { errors, isGrid, isReference, toNumber } from './formula-value';
import type { ErrorValue, Grid, Operand, Value } from './formula-value';

/** All of it; a missing argument is one blank. */
export function gridOf(operand: Operand | undefined, context: FormulaContext): Grid {
  if (operand === undefined) return [[null]];
  if (isReference(operand)) return context.values(operand);
  return isGrid(operand) ? operand : [[operand]];
}

/** Its first value. */
export function firstOf(operand: Operand | undefined, context: FormulaContext): Value {
  return gridOf(operand, context)[0]?.[0] ?? null;
}

export function numberOf(operand: Operand | undefined, context: FormulaContext, fallback: number): number | ErrorValue {
  return operand === undefined || operand === null ? fallback : toNumber(firstOf(operand, context));
}

export function isMany(operand: Operand): boolean {
  return isGrid(operand) || (isReference(operand) && operand.area.rows * operand.area.columns > 1);
}

/** One value: of a range the cell in the formula's own row or column, of an array the first. */
export function singleOf(operand: Operand, context: FormulaContext): Value {
  if (!isReference(operand) || !isMany(operand)) return firstOf(operand, context);
  const { row, column, rows, columns } = operand.area;
  const isBeside = columns === 1 && context.row >= row && context.row < row + rows;
  const isBelow = rows === 1 && context.column >= column && context.column < column + columns;
  if (!isBeside && !isBelow) return errors.value('An array value could not be found.');
  const at = isBeside ? { row: context.row, column } : { row, column: context.column };
  return firstOf({ ...operand, area: { ...at, rows: 1, columns: 1 } }, context);
}
