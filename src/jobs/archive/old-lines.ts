import type { Tools } from '../../core/ports';
import { DAY_MS } from '../../core/time';
import { locked } from '../../gate/locked';
import type { ArchiveHome } from '../../schema/archive-table';
import type { ArchiveSheet, RowKey } from './archive-source';
import { HISTORY_LINES } from './history-source';
import { areSent, rowsByMark } from './send-rows';

/** Lines of the history that may leave the spreadsheet once BigQuery has them. */
const KEPT_MS = 365 * DAY_MS;
/** Rows looked at and deleted at once. */
const BLOCK = 2_000;

export function isOld({ host }: Tools): (line: { key: RowKey }) => boolean {
  const beforeMs = host.clock.now() - KEPT_MS;
  return ({ key }) => key.atMs < beforeMs;
}

const oldRows = (tools: Tools, home: ArchiveHome): { sheet: ArchiveSheet; rows: number[] }[] =>
  HISTORY_LINES.sheets(tools).map((sheet) => {
    const { sent } = rowsByMark(tools, home, HISTORY_LINES, sheet);
    return { sheet, rows: sent.filter(isOld(tools)).map(({ row }) => row) };
  });

/** The lowest rows that stand directly one below the other. */
function lowestRun(rows: readonly number[]): { row: number; rows: number } | undefined {
  const last = rows[rows.length - 1];
  if (last === undefined) return undefined;
  let at = rows.length - 1;
  while (at > 0 && rows[at - 1] === (rows[at] ?? 0) - 1 && rows.length - at < BLOCK) at -= 1;
  return { row: rows[at] ?? last, rows: rows.length - at };
}

/**
 * Deletes lines that are old and that BigQuery has confirmed, from below, until `untilMs`. The tab is looked at anew each
 * time, and the rows once more where they stand last, because people sort it. Returns how many are gone.
 */
export function removeOld(tools: Tools, home: ArchiveHome, untilMs: number): number {
  let removed = 0;
  while (tools.host.clock.now() < untilMs) {
    const found = oldRows(tools, home).find(({ rows }) => rows.length > 0);
    const run = found && lowestRun(found.rows);
    if (!found || !run) break;
    const { sheet } = found;
    // Lines that are written meanwhile would stand below what goes.
    removed += locked(tools.host, () => {
      const gone = sheet.table.deleteRows(run.row, run.rows, (row, rows) =>
        areSent(tools, home, HISTORY_LINES, sheet, { row, rows }, isOld(tools)),
      );
      tools.workbook.flush();
      return gone;
    });
  }
  return removed;
}
