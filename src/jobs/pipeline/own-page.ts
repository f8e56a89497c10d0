import type { Page } from '../../core/page';
import type { Table, Workbook } from '../../core/ports';
import { freeName } from '../run/sheet-name';

/** Sheets that have our memo, whatever columns people have deleted. */
export function ownPages(workbook: Workbook, kind: string): Table[] {
  const memo = memoOf(kind);
  return workbook.memos().flatMap(({ table, text }) => (text === memo ? [table] : []));
}

const memoOf = (kind: string): string => JSON.stringify({ version: 1, kind });

/** Nothing is there but what was laid out, or less: nobody has used it yet. */
export function isAsLaid(table: Table, { cells }: Pick<Page, 'cells'>): boolean {
  const rows = table.lastRow();
  if (rows === 0) return true;
  const there = table.read({ row: 1, column: 1, rows, columns: Math.max(1, table.lastColumn()) });
  return there.every((line, row) =>
    line.every((cell, column) => cell === '' || String(cell) === String(cells[row]?.[column] ?? '')),
  );
}

/**
 * A sheet of ours that there is once, known by the last of its marks, so that it can be renamed. Its memo is written first
 * and that mark last: one without it that is as we laid it was killed while it was made, and is made again. Otherwise
 * somebody has deleted the column with the mark: what is left there stays, and a new one stands beside it.
 */
export function ownPage(
  workbook: Workbook,
  kind: string,
  page: Omit<Page, 'name'>,
  title: string,
  marks: ReadonlyMap<string, number>,
): Table {
  const mark = [...marks.keys()].pop() ?? '';
  const [there] = workbook.marked(mark);
  if (there) return there.table;
  // Or killed before its memo: empty, under our name.
  const named = workbook.find(title);
  const begun =
    ownPages(workbook, kind).find((table) => isAsLaid(table, page)) ?? (named?.lastRow() === 0 ? named : undefined);
  const table = workbook.createPage({ ...page, name: begun?.name() ?? freeName(workbook, [title]) }, memoOf(kind));
  table.setMarks(marks);
  workbook.flush();
  return table;
}
