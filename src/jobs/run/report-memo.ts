import type { Table, Workbook } from '../../core/ports';
import { isRecord, parseJson } from '../../core/text';

/** What a report's sheet remembers: the run that made it and, where it is of one creator, who that is, as runs name creators. */
export const reportMemo = (run: string, creator?: string): string =>
  JSON.stringify({ report: run, ...(creator === undefined ? {} : { creator }) });

/** Whose report a sheet is; undefined where it is none, or one of an earlier version. */
export function creatorOfReport(workbook: Workbook, table: Table): string | undefined {
  const id = table.id();
  const memo = parseJson(workbook.memos().find((each) => each.table.id() === id)?.text ?? '');
  const creator = isRecord(memo) && 'report' in memo ? memo['creator'] : undefined;
  return typeof creator === 'string' ? creator : undefined;
}
