import { InfluError } from '../../core/error';
import type { Area, CellValue, RowLook, Table, Workbook } from '../../core/ports';
import { safeText } from '../../sheet/safe-text';
import { setCell, writeCells, type CellWrites } from './cell-block';
import { areMoved, origins, pushedInto, readBefore, takeBack, type Before } from './moved-rows';
import { headersOf, idsIn, type OwnRows } from './own-rows';
import { RUN_TEXT } from '../../schema/said-text';

/** Rows read around those that are written to. If people insert no more than these at once, what they push in is known. */
export const MARGIN = 100;
const TRIES = 5;

/**
 * Writes by place to a sheet of ours. People may move rows and columns between a read and a write. `write` checks for that,
 * takes back what it wrote and returns undefined; then everything is read and written again.
 */
export function untilInPlace<T>(table: Table, write: () => T | undefined): T {
  for (let tries = 0; tries < TRIES; tries++) {
    const done = write();
    if (done !== undefined) return done;
  }
  throw new InfluError('sheet', RUN_TEXT.beingMoved(table.name()));
}

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** Undefined where the sheet has become smaller than what was known of it. */
export function orMoved<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** The headers as far as they were known, in one call. */
const headersAsKnown = ({ table, headers }: Pick<OwnRows, 'table' | 'headers'>): string[] =>
  (table.read({ row: 1, column: 1, rows: 1, columns: headers.length })[0] ?? []).map(String);

/** Undefined if things have moved since they were read. */
const heldRows = (own: OwnRows, from: number, to: number): Before | undefined =>
  orMoved(() => heldInPlace(own, from, to));

function heldInPlace({ table, idHeader, ...own }: OwnRows, from: number, to: number): Before | undefined {
  const row = Math.max(2, from - MARGIN);
  const area = { row, column: 1, rows: Math.min(to, table.lastRow()) - row + 1, columns: own.headers.length };
  const held = area.rows > 0 ? readBefore(table, area) : { area: { ...area, rows: 0 }, cells: [], formulas: [] };
  const id = own.headers.indexOf(idHeader);
  const ids = held.cells.map((cells) => String(cells[id]));
  const isThere = [...own.rows].every(([name, at]) => at < row || at > to || ids[at - row] === name);
  const isFree = ids.slice(own.bottom + 1 - row).every((name) => name === '');
  return isThere && isFree && isSame(headersAsKnown({ table, ...own }), own.headers) ? held : undefined;
}

interface Standing {
  isSame: boolean;
  /** Undefined if their column is gone; rows then count as not moved. */
  ids: string[] | undefined;
  columns: (number | undefined)[];
  headers: string[];
}

/** Where rows and columns stand by now. */
function standingNow({ table, idHeader, ...own }: OwnRows): Standing {
  const headers = headersOf(table);
  const last = table.lastRow();
  // The row of headers may have moved, too.
  const isHeaderRow = own.headers.some((header) => header !== '' && headers.includes(header));
  const ids = idsIn(table, idHeader, isHeaderRow ? headers : own.headers, last);
  return { isSame: isSame(headers, own.headers), ids, columns: origins(own.headers, headers), headers };
}

/** Writes to rows that have their ids already; ids are not written. False: moved meanwhile, and taken back. */
export function overwriteRows(workbook: Workbook, own: OwnRows, writes: CellWrites): boolean {
  if (writes.size === 0) return true;
  const { table, idHeader } = own;
  const held = heldRows(own, Math.min(...writes.keys()), Math.max(...writes.keys()) + MARGIN);
  if (!held) return false;
  writeCells(table, writes);
  workbook.flush();
  const { isSame: isStill, ids, columns } = standingNow(own);
  const { row, rows } = held.area;
  const names = held.cells.map((cells) => String(cells[own.headers.indexOf(idHeader)]));
  const found = ids ? origins(names, ids.slice(row - 2, row - 2 + rows)) : names.map((_, at) => at);
  if (isStill && !areMoved(found)) return true;
  takeBack(table, held, writes, found, columns);
  workbook.flush();
  return false;
}

/** Below all of ours; columns of `undefined` are left alone. */
export type NewRows = readonly (CellValue | undefined)[][];

/** Appends rows. False: moved meanwhile, and taken back. */
export function appendRows(workbook: Workbook, own: OwnRows, rows: NewRows, look: RowLook): boolean {
  if (rows.length === 0) return true;
  const { table, idHeader } = own;
  const row = own.bottom + 1;
  const held = heldRows(own, row, own.bottom + rows.length);
  if (!held) return false;
  // Somebody has typed there since.
  const isTaken = (cells: readonly CellValue[]): boolean =>
    cells.some((cell, column) => cell !== '' && rows[0]?.[column] !== undefined);
  if (held.cells.slice(row - held.area.row).some(isTaken)) return false;
  table.append([...rows], look, own.bottom);
  workbook.flush();
  const id = own.headers.indexOf(idHeader);
  if (orMoved(() => isInPlace(own, rows, id)) === true) return true;
  const { ids, columns, headers } = standingNow(own);
  const first = held.area.row;
  const height = Math.min(table.lastRow(), row + rows.length - 1 + MARGIN) - first + 1;
  const now =
    height > 0 && headers.length > 0
      ? table.read({ row: first, column: 1, rows: height, columns: headers.length })
      : [];
  // Otherwise whole rows were moved after the write, which is fine.
  const isElsewhere = (column: number): boolean => headers[column] !== own.headers[column];
  if (!standsThere(now.slice(row - first), rows, id, isElsewhere)) return true;
  takeBackNew(own, held, rows, { before: own.rows, now: ids ? lines(ids, 2) : own.rows, columns }, (cell, at, column) =>
    isSame(cell, now[at - first]?.[column] ?? ''),
  );
  workbook.flush();
  return false;
}

/** Where rows stood before by their names, where they stand now, and where the columns that are there now stood before. */
interface Moves {
  before: ReadonlyMap<string, number>;
  now: ReadonlyMap<string, number>;
  columns: readonly (number | undefined)[];
}

/** Takes back rows that were appended below `bottom`: what people had pushed into their place has its cells again. */
export function takeBackNew(
  { table, bottom }: Pick<OwnRows, 'table' | 'bottom'>,
  held: Before,
  rows: NewRows,
  { before, now, columns }: Moves,
  /** Whether what was held in a cell stands in another one now. */
  stands: (cell: CellValue, row: number, column: number) => boolean,
): void {
  const first = held.area.row;
  const isWritten = (at: number, column: number): boolean =>
    at > bottom && at <= bottom + rows.length && rows[0]?.[column] !== undefined;
  const pushed = pushedInto(before, now, bottom, (line, at) =>
    (held.cells[line - first] ?? []).every(
      (cell, column) =>
        isWritten(at, column) || (held.formulas[line - first]?.[column] ?? '') !== '' || stands(cell, at, column),
    ),
  );
  const writes: CellWrites = new Map();
  const found: (number | undefined)[] = [];
  rows.forEach((cells, index) => {
    const at = bottom + 1 + index;
    cells.forEach((cell, column) => cell !== undefined && setCell(writes, at, column + 1, ''));
    const was = pushed(at);
    found[at - first] = was === undefined ? undefined : was - first;
  });
  takeBack(table, held, writes, found, columns);
}

/** Whether nothing was moved, in two calls. */
function isInPlace(own: OwnRows, rows: NewRows, id: number): boolean {
  const { table, bottom } = own;
  if (!isSame(headersAsKnown(own), own.headers)) return false;
  const height = bottom - 1 + rows.length;
  const ids = table.read({ row: 2, column: id + 1, rows: height, columns: 1 }).map(([name]) => String(name));
  return (
    [...own.rows].every(([name, at]) => ids[at - 2] === name) &&
    rows.every((cells, at) => ids[bottom - 1 + at] === plain(cells[id]))
  );
}

/** The place of each name; the first, if one stands twice. */
function lines(names: readonly string[], first: number): Map<string, number> {
  const found = new Map<string, number>();
  names.forEach((name, at) => name !== '' && !found.has(name) && found.set(name, first + at));
  return found;
}

/** A text as it is read again. */
export const plain = (cell: CellValue | undefined): string => String(cell).replace(/^'/, '');

/** Whether rows stand where they were written: by their ids, and by most cells of columns that are not where they were. */
function standsThere(
  now: readonly CellValue[][],
  rows: NewRows,
  id: number,
  isElsewhere: (column: number) => boolean,
): boolean {
  if (rows.some((cells, at) => plain(now[at]?.[id]) !== plain(cells[id]))) return false;
  let balance = 0;
  rows.forEach((cells, at) =>
    cells.forEach((cell, column) => {
      if (cell === undefined || !isElsewhere(column) || /^(=|$)/.test(String(cell))) return;
      balance += plain(now[at]?.[column]) === plain(cell) ? 1 : -1;
    }),
  );
  return balance >= 0;
}

/** Headers right of all, in a row of them. False: moved meanwhile, and taken back. */
export function appendHeaders(
  workbook: Workbook,
  table: Table,
  headers: readonly string[],
  added: readonly string[],
  row = 1,
): boolean {
  const column = headers.length + 1;
  const area: Area = { row, column, rows: 1, columns: added.length };
  if (!isSame(headersOf(table, row), headers)) return false;
  table.widenTo(column + added.length - 1);
  table.write(area, [[...added]]);
  workbook.flush();
  const now = headersOf(table, row);
  const stands = added.every((header, at) => now[column - 1 + at] === plain(header));
  if (!stands || headers.every((header, at) => now[at] === header)) return true;
  const pushed = pushedInto(
    lines(headers, 1),
    lines(now, 1),
    headers.length,
    (line, at) => at >= column || now[at - 1] === headers[line - 1],
  );
  // Otherwise it is the row that was moved.
  const isRow = headers.some((header) => header !== '' && now.includes(header));
  const back = added.map((_, at) => (isRow ? (headers[(pushed(column + at) ?? 0) - 1] ?? '') : ''));
  table.write(area, [back.map((header) => safeText(header))]);
  workbook.flush();
  return false;
}
