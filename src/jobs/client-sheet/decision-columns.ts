import type { CellValue, Table, Workbook } from '../../core/ports';
import { clientText } from '../../schema/sheet-text';
import { safeCell } from '../../sheet/safe-text';
import { blocksOf, writeCells, type CellWrites } from '../run/cell-block';
import { areMoved, origins, readBefore, takeBack } from '../run/moved-rows';
import { headersOf } from '../run/own-rows';
import { appendHeaders } from '../run/own-write';
import { creatorList, type CreatorList } from './creator-list';

/** The list's own columns for what the client said. */
export interface DecisionColumns {
  decision: number;
  comment: number;
}

const ROLES = [
  ['clientDecision', 'ownDecision'],
  ['clientComment', 'ownComment'],
] as const;

/** Found by their marks, else by their headers, else made at the right. Undefined: columns were moved meanwhile. */
export function decisionColumns(workbook: Workbook, { table, headerRow }: CreatorList): DecisionColumns | undefined {
  const row = headerRow ?? 1;
  const marks = table.marks();
  const headers = headersOf(table, row);
  const texts = headerRow === undefined ? [] : headers;
  const taken = new Set(marks.values());
  const found = ROLES.map(
    ([mark, name]) =>
      marks.get(mark) ??
      (texts.findIndex(
        (text, at) => clientText.each().some((says) => says[name] === text.trim()) && !taken.has(at + 1),
      ) + 1 ||
        undefined),
  );
  const missing = ROLES.filter((_, at) => found[at] === undefined).map(([, name]) => clientText()[name]);
  let next = headers.length;
  if (headerRow === undefined) table.widenTo(next + missing.length);
  else if (missing.length > 0 && !appendHeaders(workbook, table, headers, missing, row)) return undefined;
  const columns = found.map((column) => column ?? (next += 1));
  const roles = new Map(ROLES.map(([mark], at) => [mark as string, columns[at] ?? 0]));
  const others = [...roles].filter(([mark, column]) => marks.get(mark) !== column);
  if (others.length > 0) table.setMarks(new Map(others));
  const [decision = 0, comment = 0] = columns;
  if (missing.length > 0 && headerRow !== undefined) dressAs(table, headerRow, headers.length, missing.length);
  return { decision, comment };
}

/** Headers look like the one beside them, comments have room. */
function dressAs(table: Table, row: number, beside: number, count: number): void {
  const made = { row, column: beside + 1, rows: 1, columns: count };
  if (beside > 0) table.dressLike({ ...made, column: beside, columns: 1 }, made);
  const width = (at: number): number => (at === count - 1 ? 240 : 120);
  table.dress([], new Map(Array.from({ length: count }, (_, at) => [beside + 1 + at, width(at)])));
}

/** More writes than these, and cells between are written again as they stand: calls grow with blocks, not with rows. */
const MOST_WRITES = 20;
const ROWS_A_BLOCK = 1_000;

/** False: rows or columns were moved meanwhile, and everything was taken back. */
export function writeColumns(
  workbook: Workbook,
  list: CreatorList,
  columns: DecisionColumns,
  writes: CellWrites,
): boolean {
  const { table, headerRow, keys } = list;
  const rows = [...writes.keys()];
  const row = Math.min(...rows);
  const left = Math.min(columns.decision, columns.comment);
  const area = {
    row,
    column: left,
    rows: Math.max(...rows) - row + 1,
    columns: Math.max(columns.decision, columns.comment) - left + 1,
  };
  const namesIn = (): string[] =>
    table.read({ row, column: keys.column, rows: area.rows, columns: 1 }).map(([cell]) => String(cell));
  const headersNow = (): string[] => headersOf(table, headerRow ?? 1);
  const [names, headers] = [namesIn(), headersNow()];
  const held = readBefore(table, area);
  if (!isStill(list, columns)) return false;
  const wide = blocksOf(writes).length > MOST_WRITES ? filledUp(writes, held, columns) : writes;
  writeCells(table, wide);
  workbook.flush();
  const rowsNow = origins(names, namesIn());
  const columnsNow = origins(headers, headersNow());
  if (!areMoved(rowsNow) && !areMoved(columnsNow)) return true;
  takeBack(table, held, wide, rowsNow, columnsNow);
  workbook.flush();
  return false;
}

/** Whether creators and columns still stand where they were read: what is compared after the write was read since. */
function isStill(list: CreatorList, columns: DecisionColumns): boolean {
  const { table } = list;
  const marks = table.marks();
  if (ROLES.some(([mark], at) => marks.get(mark) !== [columns.decision, columns.comment][at])) return false;
  const now = creatorList(table, list.platform, false);
  return (
    now.keys.column === list.keys.column &&
    [...list.creators].every(([row, { key }]) => now.creators.get(row)?.key === key)
  );
}

/** The same with the cells of both columns between, block by block, as they stand. */
function filledUp(
  writes: CellWrites,
  { area, cells, formulas }: ReturnType<typeof readBefore>,
  columns: DecisionColumns,
): CellWrites {
  const wide: CellWrites = new Map();
  const wanted = [...writes.keys()].sort((one, other) => one - other);
  for (let from = 0; from < wanted.length;) {
    const first = wanted[from] ?? 0;
    let to = from;
    while (to + 1 < wanted.length && (wanted[to + 1] ?? 0) < first + ROWS_A_BLOCK) to += 1;
    for (let row = first; row <= (wanted[to] ?? first); row++) {
      const at = row - area.row;
      const whole = new Map<number, CellValue>();
      for (const column of [columns.decision, columns.comment]) {
        const index = column - area.column;
        const stands = formulas[at]?.[index] || safeCell(cells[at]?.[index] ?? '');
        whole.set(column, writes.get(row)?.get(column) ?? stands);
      }
      wide.set(row, whole);
    }
    from = to + 1;
  }
  return wide;
}
