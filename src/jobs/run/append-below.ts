import type { CellValue, RowLook, Table, Workbook } from '../../core/ports';
import { origins, readBefore } from './moved-rows';
import { headersOf } from './own-rows';
import { MARGIN, orMoved, plain, takeBackNew, type NewRows } from './own-write';

/** A sheet to which rows are only added, and whose rows several columns name together. */
interface GrowingSheet {
  table: Table;
  headers: readonly string[];
  /** Where the headers stand. */
  headerRow: number;
  /** The columns that name a row. */
  keys: readonly number[];
}

/**
 * Appends rows below everything, and looks whether they stand there: rows that people push down meanwhile would be written
 * over. Then what was written is taken back, and it returns false. Rows that are moved after the write are moved whole,
 * which is fine. No more than the last rows are read, unless something has moved.
 */
export function appendBelow(workbook: Workbook, sheet: GrowingSheet, rows: NewRows, look: RowLook): boolean {
  const { table, headers, headerRow, keys } = sheet;
  const bottom = table.lastRow();
  // Of a tab that somebody has emptied the first row that is written is no header.
  const headersNow = (): readonly string[] => (bottom < headerRow ? headers : headersOf(table, headerRow));
  const first = Math.max(1, bottom - MARGIN + 1);
  const area = { row: first, column: 1, rows: bottom - first + 1, columns: Math.max(1, headers.length) };
  const held = area.rows > 0 ? readBefore(table, area) : { area, cells: [], formulas: [] };
  // Moved before anything was written.
  if (table.lastRow() !== bottom || !areSame(headersNow(), headers)) return false;
  table.append([...rows], look, bottom);
  workbook.flush();
  const width = Math.max(headers.length, rows[0]?.length ?? 0);
  const now = orMoved(() =>
    table.read({ row: first, column: 1, rows: bottom + rows.length + 1 - first, columns: width }),
  );
  const isHere = (cells: NewRows[number], at: number): boolean =>
    keys.every((column) => isSame(now?.[bottom + 1 - first + at]?.[column - 1], cells[column - 1]));
  // Otherwise whole rows or columns were moved after the write, or the sheet is gone.
  if (!now || !rows.every(isHere)) return true;
  const there = headersNow();
  const known = names(held.cells, first, keys);
  const tail = names(now.slice(0, bottom + 1 - first), first, keys);
  if (areSame(there, headers) && [...known].every(([name, at]) => tail.get(name) === at)) return true;
  // The row of headers may have been moved, too.
  const columnsNow = there.some((header) => header !== '' && headers.includes(header)) ? there : headers;
  const columns = origins(headers, columnsNow);
  const keysNow = keys.map((column) => columns.indexOf(column - 1) + 1);
  const all = table.read({ row: 1, column: 1, rows: table.lastRow(), columns: Math.max(width, columnsNow.length) });
  takeBackNew(
    { table, bottom },
    held,
    rows,
    { before: known, now: names(all, 1, keysNow), columns },
    (cell, row, column) => isSame(all[row - 1]?.[column], cell),
  );
  workbook.flush();
  return false;
}

/** Blank columns at the end say nothing. */
const textOf = (headers: readonly string[]): string => headers.join('\n').replace(/\n+$/, '');
const areSame = (one: readonly string[], other: readonly string[]): boolean => textOf(one) === textOf(other);

/** A cell as it is read again. */
const isSame = (read: CellValue | undefined, written: CellValue | undefined): boolean =>
  read instanceof Date && written instanceof Date
    ? Math.abs(read.getTime() - written.getTime()) < 1_000
    : plain(read ?? '').trim() === plain(written ?? '').trim();

/** Rows by what names them; those of which two have the same name are left out. */
function names(cells: readonly CellValue[][], first: number, keys: readonly number[]): Map<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  cells.forEach((own, at) => {
    const parts = keys.map((column) => own[column - 1] ?? '');
    if (parts.every((part) => part === '')) return;
    const name = JSON.stringify(parts);
    if (found.has(name)) twice.add(name);
    found.set(name, first + at);
  });
  for (const name of twice) found.delete(name);
  return found;
}
