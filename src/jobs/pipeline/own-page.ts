import type { Page } from '../../core/page';
import type { Table, Workbook } from '../../core/ports';
import { freeName } from '../run/sheet-name';

/**
 * A sheet of ours that there is once, known by the last of its marks, so that it can be renamed. Its memo is written first
 * and that mark last: one without it was killed while it was made, and is made again.
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
  const memo = JSON.stringify({ version: 1, kind });
  // Or killed before its memo: empty, under our name.
  const named = workbook.find(title);
  const begun =
    workbook.memos().find(({ text }) => text === memo)?.table ?? (named?.lastRow() === 0 ? named : undefined);
  const table = workbook.createPage({ ...page, name: begun?.name() ?? freeName(workbook, [title]) }, memo);
  table.setMarks(marks);
  workbook.flush();
  return table;
}
