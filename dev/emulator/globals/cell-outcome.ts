// What a cell makes of a custom function's value. What the platform page marks [U] is collected here.

/** `blank` for undefined and null; `error` for what a cell cannot show. */
export type CellScalar = string | number | boolean | Date | null | { error: string; note: string };

const NOT_A_NUMBER = { error: '#NUM!', note: 'Result was not a number.' };
// A plain object, a Map, a function: undefined behaviour on the platform. The emulator says so aloud.
const UNSHOWABLE = { error: '#ERROR!', note: 'The custom function returned what a cell cannot show.' };

function scalar(value: unknown): CellScalar {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : NOT_A_NUMBER;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? NOT_A_NUMBER : value;
  return UNSHOWABLE;
}

const isEnclosed = (value: unknown): value is unknown[] => Array.isArray(value);

/** A scalar, or rows of scalars made rectangular. A list of scalars is one column. */
export function cellOutcome(value: unknown): CellScalar | CellScalar[][] {
  if (!isEnclosed(value)) return scalar(value);
  const rows = value.map((row) => (isEnclosed(row) ? row.map(scalar) : [scalar(row)]));
  const width = Math.max(1, ...rows.map((row) => row.length));
  if (rows.length === 0) return null;
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
}
