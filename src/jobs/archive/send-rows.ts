import { type Archive, type ArchiveRow, type CellValue, type Tools } from '../../core/ports';
import { archiveTableId, type ArchiveHome } from '../../schema/archive-table';
import { ARCHIVE_TEXT } from '../../schema/text/archive';
import { columnCells, setCell, type CellWrites } from '../run/cell-block';
import { headersOf } from '../run/own-rows';
import { appendHeaders, overwriteRows, untilInPlace } from '../run/own-write';
import type { ArchiveSheet, ArchiveSource, CellAt, RowKey } from './archive-source';
import { isMark, isRefusedMark, refusedMark, SENT_HEADER, sentMark } from './sent-mark';

export type Sending = Tools & { archive: Archive };

/** A row for BigQuery, and the mark that it has once it is confirmed. */
interface Due {
  row: number;
  key: RowKey;
  mark: string;
}

/** How the rows of a sheet stand: to send, refused, and confirmed. */
interface Standing {
  due: Due[];
  refused: Due[];
  sent: Due[];
}

/** Whether all of these rows are confirmed and such, in one look at them, after one at the headers. */
export function areSent(
  tools: Tools,
  home: ArchiveHome,
  source: ArchiveSource,
  { table, columns }: ArchiveSheet,
  { row, rows }: { row: number; rows: number },
  isSuch: (line: { key: RowKey }) => boolean,
): boolean {
  const column = headersOf(table).indexOf(SENT_HEADER);
  const keyOf = source.keyOf(tools);
  const cells = table.read({ row, column: 1, rows, columns: Math.max(1, table.lastColumn()) });
  return cells.every((own) => {
    const key = keyOf((name) => own[(columns.get(name) ?? 0) - 1] ?? '');
    return key !== undefined && own[column] === sentMark(home, source.table, key) && isSuch({ key });
  });
}

/** Every row, by what its mark would be and what stands there. Some reads of single columns. */
export function rowsByMark(
  tools: Tools,
  home: ArchiveHome,
  source: ArchiveSource,
  { table, columns }: ArchiveSheet,
): Standing {
  const found: Standing = { due: [], refused: [], sent: [] };
  const last = table.lastRow();
  if (last < 2) return found;
  const cells = new Map(source.key.map((name) => [name, columnCells(table, columns.get(name), last)]));
  const sent = headersOf(table).indexOf(SENT_HEADER) + 1;
  const marks = columnCells(table, sent > 0 ? sent : undefined, last);
  const keyOf = source.keyOf(tools);
  for (let row = 2; row <= last; row++) {
    const key = keyOf((name) => cells.get(name)?.[row - 1] ?? '');
    if (!key) continue;
    const [mark, cell] = [sentMark(home, source.table, key), String(marks[row - 1] ?? '')];
    const rows = cell === mark ? found.sent : isRefusedMark(cell, mark) ? found.refused : found.due;
    rows.push({ row, key, mark });
  }
  return found;
}

/** Rows between those that are due are read along, but not more than this on a page. */
const PAGE_SPREAD = 2;

function pagesOf(due: readonly Due[], most: number): Due[][] {
  const pages: Due[][] = [];
  for (const each of due) {
    const page = pages[pages.length - 1];
    const [first] = page ?? [];
    if (page && first && page.length < most && each.row - first.row < most * PAGE_SPREAD) page.push(each);
    else pages.push([each]);
  }
  return pages;
}

/**
 * Sends what a sheet has for BigQuery, page by page, until `untilMs`. The mark of a row is written when BigQuery has
 * confirmed it, never before: killed at any place, rows are sent again, and none is left out. Throws `ArchiveRefusal`,
 * after the rows that were confirmed are marked. Returns how many were.
 */
export function sendSheet(
  tools: Sending,
  home: ArchiveHome,
  source: ArchiveSource,
  sheet: ArchiveSheet,
  { withRefused, untilMs }: { withRefused: boolean; untilMs: number },
): number {
  const { due, refused } = rowsByMark(tools, home, source, sheet);
  const open = withRefused ? [...due, ...refused].sort((left, right) => left.row - right.row) : due;
  if (open.length === 0) return 0;
  const column = withSentColumn(tools, sheet);
  // Do not send what could not be marked: it would come again and again.
  if (!sheet.table.canEdit({ row: 2, column, rows: 1, columns: 1 })) return 0;
  let sent = 0;
  for (const page of pagesOf(open, source.rowsAPage)) {
    if (tools.host.clock.now() >= untilMs) break;
    sent += sendPage(tools, home, source, sheet, page);
  }
  return sent;
}

/** Where the marks stand by now; a column that somebody deleted is added again, and all rows count as not sent. */
function withSentColumn({ workbook }: Tools, { table }: ArchiveSheet): number {
  return untilInPlace(table, () => {
    const headers = headersOf(table);
    const column = headers.indexOf(SENT_HEADER) + 1;
    if (column > 0) return column;
    return appendHeaders(workbook, table, headers, [SENT_HEADER]) ? headers.length + 1 : undefined;
  });
}

function sendPage(
  tools: Sending,
  home: ArchiveHome,
  source: ArchiveSource,
  sheet: ArchiveSheet,
  page: readonly Due[],
): number {
  const { table, idHeader } = sheet;
  const headers = headersOf(table);
  const column = headers.indexOf(SENT_HEADER) + 1;
  if (column === 0 || !headers.includes(idHeader)) return 0;
  const { standing, marks, ids } = standingOn(tools, home, source, sheet, page, {
    column,
    id: headers.indexOf(idHeader),
  });
  // Rows are looked for where they stood: a mark that comes to stand elsewhere counts for nothing.
  const own = { table, idHeader, headers, rows: ids, count: ids.size, bottom: table.lastRow() };
  let sent = 0;
  try {
    for (const part of partsOf(standing)) {
      const rows = part.map(({ sending }) => sending);
      const refused = tools.archive.append(rows, { ...home, table: archiveTableId(source.table) });
      const reasons = new Map(refused.map(({ index, why }) => [index, why]));
      part.forEach(({ row, mark }, index) => {
        const why = reasons.get(index);
        if (why === undefined) sent += 1;
        setCell(marks, row, column, why === undefined ? mark : refusedMark(mark, why));
      });
    }
  } finally {
    // Also where a later part was refused. Where cells were moved meanwhile nothing is marked, and the rows come again.
    overwriteRows(tools.workbook, own, marks);
  }
  return sent;
}

/** What one call of BigQuery confirms. */
const ROWS_A_PART = 500;

function partsOf<T>(rows: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < rows.length; from += ROWS_A_PART) parts.push(rows.slice(from, from + ROWS_A_PART));
  return parts;
}

/**
 * The rows of a page as they stand now, without those that have been moved: they come another time. `marks` is what the
 * column of marks holds between them, so that a page is written in one piece.
 */
function standingOn(
  tools: Tools,
  home: ArchiveHome,
  source: ArchiveSource,
  { table, columns }: ArchiveSheet,
  page: readonly Due[],
  { column, id }: { column: number; id: number },
): { standing: (Due & { sending: ArchiveRow })[]; marks: CellWrites; ids: Map<string, number> } {
  const first = page[0]?.row ?? 0;
  const last = page[page.length - 1]?.row ?? 0;
  const area = { row: first, column: 1, rows: last - first + 1, columns: Math.max(column, table.lastColumn()) };
  const cells: CellValue[][] = table.read(area);
  const marks: CellWrites = new Map();
  cells.forEach((own, at) => {
    const mark = own[column - 1] ?? '';
    if (isMark(mark)) setCell(marks, first + at, column, mark);
  });
  const keyOf = source.keyOf(tools);
  const standing = page.flatMap((due) => {
    const own = cells[due.row - first] ?? [];
    const at: CellAt = (name) => own[(columns.get(name) ?? 0) - 1] ?? '';
    const key = keyOf(at);
    if (key?.id !== due.key.id || key.atMs !== due.key.atMs) return [];
    // Of the figures that go, which may have been corrected since the first look.
    const mark = sentMark(home, source.table, key);
    try {
      return [{ ...due, mark, sending: { id: key.id, values: source.valuesOf(tools, at, key) } }];
    } catch {
      // A person has changed the cell of an answer.
      setCell(marks, due.row, column, refusedMark(mark, ARCHIVE_TEXT.unreadable));
      return [];
    }
  });
  const ids = new Map(standing.map(({ row }) => [String(cells[row - first]?.[id]), row]));
  return { standing, marks, ids };
}
