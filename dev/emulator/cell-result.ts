import type { CellScalar } from './globals/cell-outcome';
import type { Execution } from './execution';

export interface CellError {
  /** What the cell shows. */
  display: string;
  /** What its note says. */
  note: string;
}

/** Null is a blank cell, '' one with an empty text. */
export type CellValue = string | number | boolean | Date | null | { error: CellError };

/** What Sheets shows of a custom function. Rows of values are spilled by the sheet. */
export interface CellResult {
  value?: CellValue | CellValue[][];
  error?: CellError;
  execution: Execution;
}

const isError = (value: CellScalar): value is { error: string; note: string } =>
  typeof value === 'object' && value !== null && 'error' in value;

const shown = (value: CellScalar): CellValue =>
  isError(value) ? { error: { display: value.error, note: value.note } } : value;

// guides/sheets/functions. The add-on page says "Internal error executing the custom function".
const TIMEOUT_NOTE = 'Exceeded maximum execution time (line 0).';

function failure(execution: Execution, name: string): CellError {
  if (execution.outcome === 'killed') return { display: '#ERROR!', note: TIMEOUT_NOTE };
  const { error } = execution;
  if (error?.missing) {
    return { display: '#NAME?', note: `Unknown function: '${name}'.` };
  }
  // The shape of the note is that of the timeout's; the rest is assumed.
  const text = error?.name ? `${error.name}: ${error.message}` : error?.message;
  return { display: '#ERROR!', note: `${text} (line ${error?.line ?? 0}).` };
}

/** `name` as the formula has it. */
export function cellResult(execution: Execution, name: string): CellResult {
  if (execution.outcome !== 'returned') return { error: failure(execution, name), execution };
  const value = execution.value as CellScalar | CellScalar[][];
  if (Array.isArray(value)) return { value: value.map((row) => row.map(shown)), execution };
  if (isError(value)) return { error: { display: value.error, note: value.note }, execution };
  return { value, execution };
}
