// What a method of the document is, seen from the host. Its kind decides what it costs, who may call it and when it
// takes effect; the tables of methods (range-methods.ts and so on) are data.
import type { Book } from './book';
import type { ReplacedFormulas } from './cell-write';
import type { CellAddress } from '../service';

/** A range as a script's object holds it: fixed coordinates, whatever the user does to the sheet meanwhile. */
export interface RangeRef {
  sheetId: number;
  row: number;
  column: number;
  rows: number;
  columns: number;
  /** How it is written where that is not by its corners: whole columns are `D:F`. */
  a1?: string;
}

export interface MethodContext {
  book: Book;
  actor: { user: string };
  /** The cell being computed, in a custom function. */
  cell?: CellAddress;
}

/**
 * - `handle`: finds an object (a sheet, a range); the document is at hand, so it costs nothing and flushes nothing.
 * - `read`: flushes what is buffered, then reads.
 * - `write`: is checked at once and buffered; what it returns is done at the next flush, read or end.
 * - `change`: flushes, then changes the document at once (sheets, rows, charts, protections).
 */
export type DocumentMethod =
  | { kind: 'handle' | 'read' | 'change'; run: (context: MethodContext, ...args: never[]) => unknown }
  | { kind: 'write'; run: (context: MethodContext, ...args: never[]) => BufferedWrite };

export type BufferedWrite = (replaced: ReplacedFormulas) => void;

export type DocumentMethods = Record<string, DocumentMethod>;

type Run<Args extends unknown[], Result> = (context: MethodContext, ...args: Args) => Result;

// The tables declare the arguments each method takes; globals/spreadsheet*.ts is what calls them so.
const erase = <Args extends unknown[], Result>(run: Run<Args, Result>) => run as unknown as Run<never[], Result>;

export function handle<Args extends unknown[]>(run: Run<Args, unknown>): DocumentMethod {
  return { kind: 'handle', run: erase(run) };
}
export function read<Args extends unknown[]>(run: Run<Args, unknown>): DocumentMethod {
  return { kind: 'read', run: erase(run) };
}
export function change<Args extends unknown[]>(run: Run<Args, unknown>): DocumentMethod {
  return { kind: 'change', run: erase(run) };
}
export function write<Args extends unknown[]>(run: Run<Args, BufferedWrite>): DocumentMethod {
  return { kind: 'write', run: erase(run) };
}
