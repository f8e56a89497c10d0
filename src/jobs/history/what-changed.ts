import { badInput } from '../../core/error';
import type { CellValue, Tools } from '../../core/ports';
import { byQuarter } from '../../core/time';
import { HISTORY_PROPERTY, readHistory } from '../../gate/history-store';
import { locked } from '../../gate/locked';
import { HISTORY_FIGURES, type HistoryLine } from '../../schema/history-line';
import { HISTORY_SAID } from '../../schema/said-text';
import { drainHistory } from '../run/history-drain';
import { historyColumns, keptTable, whoIn, type HistoryColumn, type HistoryTab } from '../run/history-tab';
import { untilInPlace } from '../run/own-write';
import { changesIn } from './change';
import { appendChanges, changeSheet, openChangeSheet, readChangeSheet } from './change-sheet';

export interface ToldChanges {
  sheet: string;
  /** Changes that were not listed before. */
  changes: number;
  creators: number;
}

/**
 * Lists what crossed a threshold of the sheet of changes since its day, and was not listed there before. The sheet is its
 * own memory: killed at any instant, or clicked by two people, each change comes once. Free. Throws `badInput` where a
 * threshold cannot be read.
 */
export function tellChanges(tools: Tools): ToldChanges {
  const { host, workbook } = tools;
  drainHistory(tools);
  const history = historyTab(tools);
  if (!history) throw badInput(HISTORY_SAID.changes.noHistory);
  const table = changeSheet(workbook) ?? locked(host, () => openChangeSheet(host, workbook));
  const zone = host.timeZone();
  const dayOf = byQuarter((atMs) => host.clock.day(atMs, zone));
  const lines = linesSince(history, readChangeSheet(table, dayOf).since, dayOf);
  const changes = locked(host, () =>
    untilInPlace(table, () => {
      const memory = readChangeSheet(table, dayOf);
      const found = changesIn(lines, memory.since, memory.thresholds, memory.told);
      return found.length === 0 || appendChanges(tools, table, memory, found, history) ? found : undefined;
    }),
  );
  const creators = new Set(changes.map(({ line: { platform, handle, id } }) => `${platform} ${handle} ${id}`));
  return { sheet: table.name(), changes: changes.length, creators: creators.size };
}

/** After a night, where somebody has made the sheet. What keeps it from that is told to whoever clicks. */
export function keepChanges(tools: Tools): void {
  try {
    if (readHistory(tools.host.documentProperties.get(HISTORY_PROPERTY)) && changeSheet(tools.workbook))
      tellChanges(tools);
  } catch {
    // Nothing is lost: the next look finds it.
  }
}

function historyTab(tools: Tools): HistoryTab | undefined {
  const table = keptTable(tools);
  return table && table.lastRow() > 1 ? { table, columns: historyColumns(table) } : undefined;
}

/** Rows read at once. */
const BLOCK = 20_000;

/** Days first, so that years of other lines are not read. */
function linesSince({ table, columns }: HistoryTab, since: string, dayOf: (atMs: number) => string): HistoryLine[] {
  const dayColumn = columns.get('day') ?? 1;
  const lines: HistoryLine[] = [];
  for (let row = 2, last = table.lastRow(); row <= last; row += BLOCK) {
    const rows = Math.min(BLOCK, last - row + 1);
    const days = table.read({ row, column: dayColumn, rows, columns: 1 }).map(([cell = '']) => dayIn(cell, dayOf));
    const first = days.findIndex((day) => day !== '' && day >= since);
    if (first < 0) continue;
    const wide = Math.max(...columns.values());
    const cells = table.read({ row: row + first, column: 1, rows: rows - first, columns: wide });
    cells.forEach((each, at) => {
      const day = days[first + at] ?? '';
      if (day !== '' && day >= since) lines.push(lineIn(each, columns, day));
    });
  }
  return lines;
}

const dayIn = (cell: CellValue, dayOf: (atMs: number) => string): string => {
  if (cell instanceof Date) return dayOf(cell.getTime());
  return /^\d{4}-\d\d-\d\d$/.test(String(cell)) ? String(cell) : '';
};

function lineIn(cells: readonly CellValue[], columns: HistoryTab['columns'], day: string): HistoryLine {
  const at = (name: HistoryColumn): CellValue => cells[(columns.get(name) ?? 0) - 1] ?? '';
  const line: HistoryLine = { day, ...whoIn(at) };
  for (const name of HISTORY_FIGURES) {
    const value = at(name);
    if (typeof value === 'number') line[name] = value;
  }
  return line;
}
