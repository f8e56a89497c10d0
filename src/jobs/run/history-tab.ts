import type { CellValue, Host, Table, Tools, Workbook } from '../../core/ports';
import { HISTORY_PROPERTY, readHistory } from '../../gate/history-store';
import { HISTORY_COLUMNS, historyLineId, type HistoryLine } from '../../schema/history-line';
import { historyText } from '../../schema/spoken-text';
import { historyDe } from '../../schema/text/de/history';
import { historyEn } from '../../schema/text/history';
import { COUNT, DAY, ENGAGEMENT, GROWTH, SCORE } from '../../sheet/number-format';
import { safeText } from '../../sheet/safe-text';
import { localDays } from './local-day';
import { appendBelow } from './append-below';
import { headersOf } from './own-rows';
import { appendHeaders, untilInPlace } from './own-write';

const HISTORY_TAB = 'influData history';

export type HistoryColumn = (typeof HISTORY_COLUMNS)[number];

/** Without these nobody could say which lines are there, so they come back. */
const KEYS: readonly HistoryColumn[] = ['day', 'platform', 'handle', 'id'];
const WIDTHS: Record<HistoryColumn, number> = {
  day: 90,
  platform: 90,
  handle: 170,
  id: 120,
  followers: 100,
  engagement: 100,
  growth: 100,
  profileScore: 100,
};
const FORMATS: Record<HistoryColumn, string> = {
  day: DAY,
  platform: 'General',
  handle: 'General',
  id: 'General',
  followers: COUNT,
  engagement: ENGAGEMENT,
  growth: GROWTH,
  profileScore: SCORE,
};
const MARK = 'history ';

/** The tab, and where its columns stand by now; one that a person has deleted is missing. */
export interface HistoryTab {
  table: Table;
  columns: ReadonlyMap<HistoryColumn, number>;
}

/** Who a row is about; `at` gives a cell of it. */
export function whoIn(
  at: (name: 'platform' | 'handle' | 'id') => CellValue,
): Pick<HistoryLine, 'platform' | 'handle' | 'id'> {
  const text = (name: Parameters<typeof at>[0]): string => String(at(name)).trim();
  return { platform: text('platform'), handle: text('handle'), id: text('id') };
}

/** Undefined where there is none. It is known by its id, under any name. */
export const historyTable = (workbook: Workbook, sheetId: number | undefined): Table | undefined =>
  (sheetId === undefined ? undefined : workbook.byId(sheetId)) ?? workbook.find(HISTORY_TAB);

/** The tab of a history that was switched off: by its name, or else by its marks. */
export const foundAgain = (workbook: Workbook): Table | undefined =>
  workbook.find(HISTORY_TAB) ?? workbook.marked(`${MARK}day`)[0]?.table;

/** The same for whoever has not read what is stored. One property call. */
export const keptTable = ({ host, workbook }: Tools): Table | undefined =>
  historyTable(workbook, readHistory(host.documentProperties.get(HISTORY_PROPERTY))?.sheetId);

/** Makes the tab where there is none, and columns without which it could not go on. */
export function openHistory(workbook: Workbook, sheetId: number | undefined): HistoryTab {
  const labels = historyText().columns;
  const header = (name: HistoryColumn): string => labels[name];
  const table =
    historyTable(workbook, sheetId) ??
    workbook.create(
      HISTORY_TAB,
      HISTORY_COLUMNS.map((name) => ({ header: header(name), width: WIDTHS[name], format: FORMATS[name] })),
      true,
    );
  const columns = historyColumns(table);
  // Killed while it was made, it is blank.
  const missing = (columns.size === 0 ? HISTORY_COLUMNS : KEYS).filter((name) => !columns.has(name));
  if (missing.length === 0) return { table, columns };
  untilInPlace(table, () => appendHeaders(workbook, table, headersOf(table), missing.map(header)) || undefined);
  return { table, columns: historyColumns(table) };
}

/** By their headers in any of our languages; marks tell those that were renamed. */
export function historyColumns(table: Table): Map<HistoryColumn, number> {
  const headers = headersOf(table).map((text) => text.trim().toLowerCase());
  const found = new Map<HistoryColumn, number>();
  for (const name of HISTORY_COLUMNS) {
    const texts = new Set([historyEn(), historyDe()].map(({ columns }) => columns[name].toLowerCase()));
    const at = headers.findIndex((text) => texts.has(text));
    if (at >= 0) found.set(name, at + 1);
  }
  if (found.size === HISTORY_COLUMNS.length || headers.length === 0) return found;
  const marks = table.marks();
  for (const name of HISTORY_COLUMNS) {
    const at = marks.get(MARK + name);
    if (at !== undefined && !found.has(name)) found.set(name, at);
  }
  return found;
}

/** Once: what is found by its header needs no mark. */
export const markHistory = ({ table, columns }: HistoryTab): void =>
  table.setMarks(new Map([...columns].map(([name, at]) => [MARK + name, at])));

/** Rows read at once. */
const BLOCK = 2_000;

/**
 * The ids of the lines that stand there of these days. Read from below, and no further than until as many are found as there are: that
 * is all of them in the order in which they were added; where somebody has sorted or deleted rows, the whole tab is read.
 */
export function standingLines(
  { table, columns }: HistoryTab,
  days: ReadonlySet<string>,
  most: number,
  dayOf: (atMs: number) => string,
): Map<string, string> {
  const found = new Map<string, string>();
  const places = KEYS.map((name) => columns.get(name) ?? 1);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  for (let to = table.lastRow(); to > 1 && found.size < most; to -= BLOCK) {
    const row = Math.max(2, to - BLOCK + 1);
    for (const cells of table.read({ row, column: first, rows: to - row + 1, columns: last - first + 1 })) {
      const at = (name: HistoryColumn): CellValue => cells[(columns.get(name) ?? 1) - first] ?? '';
      const written = at('day');
      const day = written instanceof Date ? dayOf(written.getTime()) : String(written).trim();
      if (days.has(day)) found.set(historyLineId({ day, ...whoIn(at) }), day);
    }
  }
  return found;
}

/** Below everything. Columns of a person are left alone. Throws where people move rows all the time. */
export function appendLines(host: Host, workbook: Workbook, table: Table, lines: readonly HistoryLine[]): void {
  const localDay = localDays(host);
  const cellOf = (line: HistoryLine, name: HistoryColumn): CellValue => {
    if (name === 'day') return localDay(new Date(line.day));
    const value = line[name] ?? '';
    return typeof value === 'string' ? safeText(value) : value;
  };
  const write = (): boolean => {
    const headers = headersOf(table);
    const columns = historyColumns(table);
    if (KEYS.some((name) => !columns.has(name))) return false;
    const names = new Map([...columns].map(([name, column]) => [column, name]));
    const all = Array.from({ length: Math.max(...columns.values()) }, (_, at) => names.get(at + 1));
    return appendBelow(
      workbook,
      { table, headers, headerRow: 1, keys: KEYS.flatMap((name) => columns.get(name) ?? []) },
      lines.map((line) => all.map((name) => name && cellOf(line, name))),
      { formats: all.map((name) => (name ? FORMATS[name] : 'General')) },
    );
  };
  untilInPlace(table, () => write() || undefined);
}
