// The built-in functions that fast-formula-parser has and we do not: dates, text, trigonometry, engineering.
import FormulaParser from 'fast-formula-parser';
import type { FormulaContext } from './formula-context';
import { errors, isError, isReference } from './formula-value';
import type { Grid, Operand, Value } from './formula-value';
import { isGrid } from './formula-value';

const { FormulaError } = FormulaParser;

let context: FormulaContext;

/** The library knows errors of its own class and, for blanks, null. */
const toLibrary = (value: Value): unknown => (isError(value) ? new FormulaError(value.code) : value);
const gridToLibrary = (grid: Grid): unknown[][] => grid.map((line) => line.map(toLibrary));

const parser = new FormulaParser({
  onCell: ({ row, col, sheet }) =>
    toLibrary(
      context.values({ sheetId: Number(sheet), area: { row, column: col, rows: 1, columns: 1 } })[0]?.[0] ?? null,
    ),
  onRange: ({ from, to, sheet }) =>
    gridToLibrary(
      context.values({
        sheetId: Number(sheet),
        area: { row: from.row, column: from.col, rows: to.row - from.row + 1, columns: to.col - from.col + 1 },
      }),
    ),
});

/** The library lists functions it has no code for: they take no argument and return undefined. */
const implemented = new Map<string, boolean>();

export function hasLibraryFunction(name: string): boolean {
  let isThere = implemented.get(name);
  if (isThere === undefined) {
    const body = parser.functions[name];
    isThere = body !== undefined && !/=>\s*\{\s*\}\s*$/.test(body.toString());
    implemented.set(name, isThere);
  }
  return isThere;
}

function fromLibrary(result: unknown): Operand {
  if (result instanceof FormulaError) return { code: result.error, note: result.message };
  if (Array.isArray(result)) {
    return (result as unknown[][]).map((line) => line.map((value) => fromLibrary(value) as Value));
  }
  if (typeof result === 'number') return Number.isFinite(result) ? result : errors.number();
  if (typeof result === 'string' || typeof result === 'boolean') return result;
  return null;
}

function argument(operand: Operand): unknown {
  if (!isReference(operand)) return isGrid(operand) ? gridToLibrary(operand) : toLibrary(operand);
  const { row, column, rows, columns } = operand.area;
  const sheet = String(operand.sheetId);
  if (rows === 1 && columns === 1) return { ref: { sheet, row, col: column } };
  return { ref: { sheet, from: { row, col: column }, to: { row: row + rows - 1, col: column + columns - 1 } } };
}

export function callLibrary(name: string, operands: Operand[], callContext: FormulaContext): Operand {
  const error = operands.find((operand) => isError(operand));
  if (error) return error;
  const outer = context;
  context = callContext;
  parser.position = { row: context.row, col: context.column, sheet: String(context.sheetId) };
  try {
    return fromLibrary(parser.callFunction(name, operands.map(argument)));
  } catch (thrown) {
    if (thrown instanceof FormulaError) return fromLibrary(thrown);
    return errors.value(thrown instanceof Error ? thrown.message : String(thrown));
  } finally {
    context = outer;
  }
}
