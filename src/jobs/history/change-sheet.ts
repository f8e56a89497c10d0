import { lazy } from '../../core/lazy';
import { HISTORY_SAID } from '../../schema/said-text';
import { badInput } from '../../core/error';
import type { CellValue, Page } from '../../core/page';
import type { Host, Table, Tools, Workbook } from '../../core/ports';
import { columnLetters, quotedSheet } from '../../core/text';
import { DAY_MS } from '../../core/time';
import { historyText } from '../../schema/spoken-text';
import { creatorOf } from '../../schema/history-line';
import { historyDe } from '../../schema/text/de/history';
import { historyEn } from '../../schema/text/history';
import { area, Grid } from '../../sheet/grid';
import { INK, LINE, PAPER, QUIET } from '../../sheet/house-style';
import { COUNT, DAY, ENGAGEMENT, SCORE } from '../../sheet/number-format';
import { safeText } from '../../sheet/safe-text';
import { isAsLaid, ownPage, ownPages } from '../pipeline/own-page';
import { appendBelow } from '../run/append-below';
import { localDays } from '../run/local-day';
import type { HistoryTab } from '../run/history-tab';
import { changeOf, WATCHED_NAMES, watchedKey, type Base, type Change, type Thresholds, type Watched } from './change';

const MARK = 'change ';
const COLUMNS = ['day', 'platform', 'handle', 'figure', 'fromDay', 'from', 'to', 'change', 'trend'] as const;
type Column = (typeof COLUMNS)[number];

const WIDTHS: Record<Column, number> = {
  day: 110,
  platform: 110,
  handle: 170,
  figure: 120,
  fromDay: 110,
  from: 100,
  to: 100,
  change: 90,
  trend: 160,
};
const DEFAULTS: Record<Watched, readonly [threshold: number, format: string]> = {
  followers: [0.1, '0%'],
  engagement: [1, '0.0'],
  profileScore: [1, '0.0'],
};
/** Of a value, and of its change. */
const FORMATS: Record<Watched, readonly [string, string]> = {
  followers: [COUNT, '+0.0%;-0.0%;0.0%'],
  engagement: [ENGAGEMENT, '+0.00;-0.00;0.00'],
  profileScore: [SCORE, '+0.0;-0.0;0.0'],
};
const DEFAULT_DAYS = 30;
const LABEL_ROW = 4;
const HEADER_ROW = 7;
/** Nobody puts more above the list. */
const TOP_ROWS = 40;

type Text = ReturnType<typeof historyEn>;
const inputsOf = ({ changes }: Text): [label: string, name: 'since' | Watched][] =>
  (['since', ...WATCHED_NAMES] as const).map((name) => [changes[name], name]);

function page(host: Host): Omit<Page, 'name'> {
  const text = historyText();
  const { title, hint, columns } = text.changes;
  const grid = new Grid();
  grid.put(1, 1, title);
  grid.put(2, 1, hint);
  const { clock } = host;
  const day = clock.day(clock.now() - DEFAULT_DAYS * DAY_MS, host.timeZone());
  grid.put(LABEL_ROW, 1, ...inputsOf(text).map(([label]) => label));
  grid.put(LABEL_ROW + 1, 1, localDays(host)(new Date(day)), ...WATCHED_NAMES.map((name) => DEFAULTS[name][0]));
  grid.put(HEADER_ROW, 1, ...COLUMNS.map((name) => columns[name]));
  return {
    cells: grid.cells(),
    widths: COLUMNS.map((name) => WIDTHS[name]),
    looks: [
      { areas: [area(1, 1, 1, 1)], size: 18, bold: true, color: INK },
      { areas: [area(2, 1, 1, 1), area(LABEL_ROW, 1, 1, 4)], color: QUIET },
      { areas: [area(LABEL_ROW + 1, 1, 1, 4)], bold: true, color: INK, fill: PAPER, align: 'left' },
      { areas: [area(LABEL_ROW + 1, 1, 1, 1)], format: DAY },
      ...WATCHED_NAMES.map((name, at) => ({
        areas: [area(LABEL_ROW + 1, at + 2, 1, 1)],
        format: DEFAULTS[name][1],
      })),
      { areas: [area(HEADER_ROW, 1, 1, COLUMNS.length)], bold: true, color: INK, fill: LINE },
    ],
    heights: new Map([[1, 32]]),
    frozenRows: HEADER_ROW,
  };
}

/** Without these nobody can say what was told. The last one is the mark by which the sheet is known. */
const NEEDED = ['day', 'platform', 'handle', 'figure', 'to'] as const;
const KNOWN_BY = `${MARK}to`;
const changeMarks = lazy(
  () =>
    new Map(
      COLUMNS.map((name, at): [string, number] => [MARK + name, at + 1]).sort(
        ([left], [right]) => Number(left === KNOWN_BY) - Number(right === KNOWN_BY),
      ),
    ),
);

/** The sheet of changes, if there is one. */
export const changeSheet = (workbook: Workbook): Table | undefined => workbook.marked(KNOWN_BY)[0]?.table;

/** Makes it where there is none. One that somebody uses stays, whatever columns are deleted: `readChangeSheet` says so. */
export function openChangeSheet(host: Host, workbook: Workbook): Table {
  const laid = page(host);
  const isUsed = (table: Table): boolean =>
    [...table.marks().keys()].some((mark) => changeMarks().has(mark)) && !isAsLaid(table, laid);
  return (
    ownPages(workbook, KIND).find(isUsed) ?? ownPage(workbook, KIND, laid, historyText().changes.title, changeMarks())
  );
}

const KIND = 'changes';

/** What a person wants to be told, and what was told already. */
export interface ChangeMemory {
  since: string;
  thresholds: Thresholds;
  told: Map<string, Base>;
  columns: ReadonlyMap<string, number>;
  /** The row above the list, and its number. */
  headers: readonly string[];
  headerRow: number;
  text: Text;
}

/** Found by labels and marks, wherever they were moved. Throws `badInput` with what is to be corrected. */
export function readChangeSheet(table: Table, dayOf: (atMs: number) => string): ChangeMemory {
  const marks = table.marks();
  const columns = new Map([...marks].map(([mark, column]) => [mark.slice(MARK.length), column]));
  const rows = table.lastRow();
  const cells = rows === 0 ? [] : table.read(area(1, 1, rows, Math.max(1, table.lastColumn(), ...marks.values())));
  const texts = cells.slice(0, TOP_ROWS).map((row) => row.map((cell) => String(cell).trim()));
  // It speaks the language in which it was laid out.
  const isThere = ({ changes }: Text): boolean => texts.some((row) => row.includes(changes.since));
  const text = [historyText(), historyEn(), historyDe()].find(isThere) ?? historyText();
  const lost = NEEDED.find((name) => !columns.has(name));
  if (lost !== undefined) throw badInput(HISTORY_SAID.changes.lostColumn(table.name(), text.changes.columns[lost]));
  const below = (label: string): CellValue => {
    const at = texts.findIndex((row) => row.includes(label));
    if (at < 0) throw badInput(HISTORY_SAID.changes.noLabel(table.name(), label));
    return cells[at + 1]?.[(texts[at] ?? []).indexOf(label)] ?? '';
  };
  const thresholds: { [Name in Watched]?: number } = {};
  let since = '';
  for (const [label, name] of inputsOf(text)) {
    const value = below(label);
    if (String(value).trim() === '') continue;
    if (name === 'since') {
      if (!(value instanceof Date)) throw badInput(HISTORY_SAID.changes.noDay(label));
      since = dayOf(value.getTime());
    } else if (typeof value === 'number' && value >= 0) thresholds[name] = value;
    else throw badInput(HISTORY_SAID.changes.noNumber(label));
  }
  const isHeaders = (row: readonly string[]): boolean =>
    COLUMNS.some((name) => row[(columns.get(name) ?? 0) - 1] === text.changes.columns[name]);
  const headerRow = texts.findIndex(isHeaders) + 1 || HEADER_ROW;
  const headers = (cells[headerRow - 1] ?? []).map(String);
  return { since, thresholds, told: toldIn(cells, columns, text, dayOf), columns, headers, headerRow, text };
}

/** The last change of each figure. A row that a person deletes is told again. */
function toldIn(
  cells: readonly CellValue[][],
  columns: ReadonlyMap<string, number>,
  text: Text,
  dayOf: (atMs: number) => string,
): Map<string, Base> {
  const told = new Map<string, Base>();
  for (const row of cells) {
    const at = (name: Column): CellValue => row[(columns.get(name) ?? 0) - 1] ?? '';
    const [day, value, label] = [at('day'), at('to'), String(at('figure')).trim()];
    const figure = WATCHED_NAMES.find((name) => text.columns[name] === label);
    if (!(day instanceof Date) || typeof value !== 'number' || !figure) continue;
    const handle = String(at('handle')).trim();
    const [, id] = /^id:(.+)$/.exec(handle) ?? [];
    const creator = id === undefined ? { platform: String(at('platform')).trim(), handle, id: '' } : { ...BY_ID, id };
    const key = watchedKey(creatorOf(creator), figure);
    const base = { day: dayOf(day.getTime()), value };
    if ((told.get(key)?.day ?? '') <= base.day) told.set(key, base);
  }
  return told;
}

const BY_ID = { platform: '', handle: '' };

function formatOf(figure: Watched, name: Column): string {
  if (name === 'day' || name === 'fromDay') return DAY;
  if (name === 'from' || name === 'to') return FORMATS[figure][0];
  return name === 'change' ? FORMATS[figure][1] : 'General';
}

/** Below what is there, with a line of each creator's history. False: moved meanwhile, and taken back. */
export function appendChanges(
  { host, workbook }: Tools,
  table: Table,
  { columns, headers, headerRow, text }: ChangeMemory,
  changes: readonly Change[],
  history: HistoryTab,
): boolean {
  const names = new Map([...columns].map(([name, column]) => [column, name as Column]));
  const all = Array.from({ length: Math.max(...columns.values()) }, (_, at) => names.get(at + 1));
  const localDay = localDays(host);
  const cellOf = ({ line, figure, fromDay, from, to }: Change, name: Column): CellValue =>
    ({
      day: localDay(new Date(line.day)),
      platform: safeText(line.platform),
      handle: safeText(line.handle || `id:${line.id}`),
      figure: text.columns[figure],
      fromDay: localDay(new Date(fromDay)),
      from,
      to,
      change: changeOf(figure, from, to) ?? '',
      trend: trendFormula(columns, history, figure),
    })[name];
  return appendBelow(
    workbook,
    { table, headers, headerRow, keys: NEEDED.flatMap((name) => columns.get(name) ?? []) },
    changes.map((change) => all.map((name) => name && cellOf(change, name))),
    { cellFormats: changes.map(({ figure }) => all.map((name) => (name ? formatOf(figure, name) : 'General'))) },
  );
}

const whole = (column: number | undefined): string => {
  const letters = column === undefined ? '' : columnLetters(column);
  return `$${letters}:$${letters}`;
};

/** Of its own row, wherever that is moved. A column that is gone leaves it blank. */
function trendFormula(columns: ReadonlyMap<string, number>, history: HistoryTab, figure: Watched): string {
  const sheet = quotedSheet(history.table.name());
  const [platform, handle] = (['platform', 'handle'] as const).map((name) => [
    history.columns.get(name),
    columns.get(name),
  ]);
  const value = history.columns.get(figure);
  if ([value, ...(platform ?? []), ...(handle ?? [])].includes(undefined)) return '';
  const own = ([there, here]: (number | undefined)[]): string => `${sheet}${whole(there)}=INDEX(${whole(here)};ROW())`;
  return `=IFERROR(SPARKLINE(FILTER(${sheet}${whole(value)};${own(platform ?? [])};${own(handle ?? [])}));"")`;
}
