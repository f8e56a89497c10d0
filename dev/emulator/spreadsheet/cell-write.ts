// Putting contents into cells: all of a write or nothing of it.
import { serialFromInstant } from './serial-date';
import { announce, touch } from './book';
import type { Book } from './book';
import type { Area } from './a1';
import type { Cell, CellImageData } from './cell';
import { withPattern } from './number-format';
import { cellAt, eachCell, ensureCell, gridArea, putCell } from './sheet-data';
import type { SheetData } from './sheet-data';
import { parseEntry } from './typed-entry';
import type { Entry, EntryContext } from './typed-entry';
import { assertEntry, assertUnprotected } from './write-guard';
import type { Actor } from './write-guard';

/** Formulas that one batch of buffered writes took away, by place: written again unchanged, they do not run again. */
export type ReplacedFormulas = Map<string, Cell>;

export interface WriteOptions {
  actor: Actor;
  replaced?: ReplacedFormulas;
}

function entryContext(book: Book): EntryContext {
  return { locale: book.locale, todaySerial: Math.floor(serialFromInstant(book.nowMs(), book.timeZone)) };
}

const isImage = (value: unknown): value is { image: CellImageData } =>
  typeof value === 'object' && value !== null && 'image' in value;

/** A value as a script hands it over: text is parsed as typed, the rest keeps its type, null and undefined clear. */
function toEntry(book: Book, value: unknown, context: EntryContext): Entry {
  if (value === null || value === undefined) return { value: null };
  if (typeof value === 'string') return parseEntry(value, context);
  if (typeof value === 'boolean') return { value };
  if (typeof value === 'number') return Number.isFinite(value) ? { value } : { value: null, error: '#NUM!' };
  if (isImage(value)) return { value: null, image: value.image };
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return { value: null, error: '#NUM!' };
    const serial = serialFromInstant(value.getTime(), book.timeZone);
    return { value: serial, pattern: Number.isInteger(serial) ? 'M/d/yyyy' : 'M/d/yyyy H:mm:ss' };
  }
  return parseEntry(String(value), context);
}

/** Takes away what a formula spilled, and lets the origin of a spill in this cell try again. */
export function releaseSpill(sheet: SheetData, cell: Cell): void {
  if (cell.spilledFrom) {
    cell.spilledFrom.stale = true;
    delete cell.spilledFrom;
  }
  if (!cell.hasSpill) return;
  delete cell.hasSpill;
  eachCell(sheet, gridArea(sheet), (each, row, column) => {
    if (each.spilledFrom !== cell) return;
    delete each.spilledFrom;
    each.value = null;
    delete each.error;
    putCell(sheet, row, column, each);
  });
}

function clearContent(sheet: SheetData, cell: Cell): void {
  releaseSpill(sheet, cell);
  cell.value = null;
  delete cell.formula;
  delete cell.error;
  delete cell.image;
  delete cell.textMark;
  delete cell.loading;
  delete cell.stale;
  delete cell.link;
  delete cell.runs;
}

function restoreUnchanged(cell: Cell, formula: string, old: Cell | undefined): boolean {
  if (old?.formula !== formula) return false;
  cell.formula = formula;
  cell.value = old.value;
  if (old.error) cell.error = old.error;
  if (old.loading) cell.loading = old.loading;
  if (old.stale || old.hasSpill) cell.stale = true;
  return true;
}

/** Nothing would change: formulas that read the cell keep the results they have, and so does a formula in it. */
function isSame(cell: Cell | undefined, { formula, value, error, image, textMark }: Entry): boolean {
  if (image || cell?.image) return false;
  if (formula !== undefined || cell?.formula !== undefined) return formula === cell?.formula;
  if (!cell) return value === null && error === undefined;
  if (cell.spilledFrom || cell.link !== undefined || cell.runs) return false;
  return cell.value === value && cell.error?.display === error && cell.textMark === textMark;
}

/** @returns whether the content changed */
function putEntry(
  sheet: SheetData,
  row: number,
  column: number,
  entry: Entry,
  replaced: ReplacedFormulas | undefined,
): boolean {
  if (isSame(cellAt(sheet, row, column), entry)) return false;
  const cell = ensureCell(sheet, row, column);
  const key = `${sheet.id}:${row}:${column}`;
  if (cell.formula !== undefined && replaced && !replaced.has(key)) replaced.set(key, { ...cell });
  clearContent(sheet, cell);
  if (entry.formula !== undefined) {
    if (!restoreUnchanged(cell, entry.formula, replaced?.get(key))) {
      cell.formula = entry.formula;
      cell.stale = true;
    }
  } else if (entry.error !== undefined) {
    cell.error = { display: entry.error, note: '' };
  } else if (entry.image) {
    cell.image = entry.image;
  } else {
    cell.value = entry.value;
    if (entry.textMark) cell.textMark = true;
  }
  const format = withPattern(cell.format, entry.pattern);
  if (format) cell.format = format;
  putCell(sheet, row, column, cell);
  return true;
}

/**
 * Writes values of the area's own shape. Throws, with nothing written, where one cell refuses.
 */
export function writeValues(
  book: Book,
  sheet: SheetData,
  area: Area,
  values: unknown[][],
  options: WriteOptions,
): void {
  assertUnprotected(book, sheet, area, options.actor);
  const context = entryContext(book);
  const entries = values.map((line, down) =>
    line.map((value, across) => {
      const position = { row: area.row + down, column: area.column + across };
      const cell = cellAt(sheet, position.row, position.column);
      const entry = toEntry(book, value, { ...context, pattern: cell?.format?.numberFormat });
      assertEntry(sheet, position, entry, cell?.validation, options.actor);
      return entry;
    }),
  );
  let hasChanged = false;
  entries.forEach((line, down) =>
    line.forEach((entry, across) => {
      const isNew = putEntry(sheet, area.row + down, area.column + across, entry, options.replaced);
      hasChanged ||= isNew;
    }),
  );
  if (hasChanged) touch(book, sheet, area);
}

export interface ClearedParts {
  content?: boolean;
  format?: boolean;
  validations?: boolean;
}

export function clearArea(book: Book, sheet: SheetData, area: Area, parts: ClearedParts, options: WriteOptions): void {
  assertUnprotected(book, sheet, area, options.actor);
  eachCell(sheet, area, (cell, row, column) => {
    if (parts.content) {
      const key = `${sheet.id}:${row}:${column}`;
      if (cell.formula !== undefined && !options.replaced?.has(key)) options.replaced?.set(key, { ...cell });
      clearContent(sheet, cell);
    }
    if (parts.format) delete cell.format;
    if (parts.validations) delete cell.validation;
    putCell(sheet, row, column, cell);
  });
  touch(book, sheet, area);
}

/** Changes a property of every cell of the area that is no content: format, note, validation, link. */
export function decorateArea(
  book: Book,
  sheet: SheetData,
  area: Area,
  change: (cell: Cell, down: number, across: number) => void,
  options: WriteOptions,
): void {
  assertUnprotected(book, sheet, area, options.actor);
  for (let down = 0; down < area.rows; down += 1) {
    for (let across = 0; across < area.columns; across += 1) {
      const cell = ensureCell(sheet, area.row + down, area.column + across);
      change(cell, down, across);
      putCell(sheet, area.row + down, area.column + across, cell);
    }
  }
  announce(book, sheet, area);
}
