// Values inside formulas, and how Sheets turns one kind into another.
import type { Area } from './a1';
import { localeConventions } from './locale-conventions';
import { displayText } from './number-format';
import { parseEntry } from './typed-entry';

/** An error value: it travels through formulas until IFERROR and its like. */
export interface ErrorValue {
  code: string;
  /** The sentence in the note. */
  note: string;
}

export type Value = number | string | boolean | null | ErrorValue;
export type Grid = Value[][];

/** Cells by their place: functions like ROW and OFFSET want the place, the others the contents. */
export interface Reference {
  sheetId: number;
  area: Area;
}

export type Operand = Value | Grid | Reference;

export const errorValue = (code: string, note = ''): ErrorValue => ({ code, note });

export const errors = {
  value: (note = '') => errorValue('#VALUE!', note),
  notAvailable: (note = 'Did not find a value.') => errorValue('#N/A', note),
  reference: (note = 'Reference does not exist.') => errorValue('#REF!', note),
  division: () => errorValue('#DIV/0!', 'Division by zero.'),
  number: (note = '') => errorValue('#NUM!', note),
} as const;

export function isError(value: unknown): value is ErrorValue {
  return typeof value === 'object' && value !== null && 'code' in value;
}

export function isGrid(operand: Operand): operand is Grid {
  return Array.isArray(operand);
}

export function isReference(operand: Operand): operand is Reference {
  return typeof operand === 'object' && operand !== null && 'area' in operand;
}

const english = { locale: 'en_US', todaySerial: 0 };

/** A number, or the error that asking for one gives. Text counts where it looks like a number. */
export function toNumber(value: Value): number | ErrorValue {
  if (typeof value === 'number' || isError(value)) return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const entry = value.trim() === '' ? null : parseEntry(value, english);
  return typeof entry?.value === 'number'
    ? entry.value
    : errors.value(`'${value}' is a text and cannot be coerced to a number.`);
}

export function toText(value: Value, locale = 'en_US'): string | ErrorValue {
  if (isError(value)) return value;
  if (typeof value !== 'number') return displayText(value, undefined);
  return displayText(value, undefined).replace('.', localeConventions(locale).decimalMark);
}

export function toBoolean(value: Value): boolean | ErrorValue {
  if (typeof value === 'boolean' || isError(value)) return value;
  if (value === null) return false;
  if (typeof value === 'number') return value !== 0;
  const upper = value.trim().toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return upper === 'TRUE';
  return errors.value(`'${value}' is a text and cannot be coerced to a boolean.`);
}

const typeRank = (value: Value): number => {
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  return typeof value === 'boolean' ? 2 : 3;
};

/** Order of values as Sheets compares and sorts them: numbers, then text without regard to case, then booleans. */
export function compareValues(left: Value, right: Value): number {
  const [a, b] = [blankAs(left, right), blankAs(right, left)];
  if (typeRank(a) !== typeRank(b)) return typeRank(a) - typeRank(b);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : Number(x > y);
  }
  return Number(a) - Number(b);
}

/** A blank equals zero, the empty text and FALSE, whatever it is compared with. */
function blankAs(value: Value, other: Value): Value {
  if (value !== null) return value;
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}

export const sizeOf = (grid: Grid): { rows: number; columns: number } => ({
  rows: grid.length,
  columns: grid[0]?.length ?? 0,
});

/** Applies a function to every element, repeating single rows, columns and values. */
export function broadcast(grids: Grid[], apply: (...values: Value[]) => Value): Grid {
  const rows = Math.max(...grids.map((grid) => sizeOf(grid).rows));
  const columns = Math.max(...grids.map((grid) => sizeOf(grid).columns));
  const at = (grid: Grid, row: number, column: number): Value => {
    const line = grid.length === 1 ? grid[0] : grid[row];
    if (!line) return errors.notAvailable();
    const value = line.length === 1 ? line[0] : line[column];
    return value === undefined ? errors.notAvailable() : value;
  };
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => apply(...grids.map((grid) => at(grid, row, column)))),
  );
}
