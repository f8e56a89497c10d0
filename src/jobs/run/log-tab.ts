import { lazy } from '../../core/lazy';
import type { CellValue, Column, Host, Table, Workbook } from '../../core/ports';
import { drainLedger } from '../../gate/ledger-view';
import type { LedgerLine } from '../../gate/ledger';
import { COUNT, TIME } from '../../sheet/number-format';
import { safeText } from '../../sheet/safe-text';
import { appendBelow } from './append-below';
import { headersOf } from './own-rows';
import { untilInPlace } from './own-write';

export const LOG_TAB = 'influData log';

const [TIME_HEADER, WHAT, DETAIL, ENDPOINT, ENTRY] = ['Time', 'What', 'Detail', 'Endpoint', 'Entry'];

interface LogColumn extends Column {
  /** What it was called in tabs of earlier versions, which keep their columns. */
  formerly?: string;
  cell: (line: LedgerLine) => CellValue;
}

/** A new tab's columns in order: what a person reads, then what tells entries apart. */
const logColumns = lazy((): readonly LogColumn[] => [
  { header: TIME_HEADER, width: 130, format: TIME, cell: ({ atMs }) => new Date(atMs) },
  { header: 'Who', width: 190, cell: ({ who }) => safeText(whoText(who)) },
  { header: WHAT, width: 150, cell: ({ what }) => safeText(WORDS[what] ?? what) },
  { header: DETAIL, width: 200, cell: ({ endpoint }) => safeText(details()[endpoint]?.text ?? endpoint) },
  {
    header: 'Creators',
    width: 84,
    format: COUNT,
    cell: ({ endpoint, creators }) => (details()[endpoint]?.isOfOne ? creators : ''),
  },
  { header: 'Requests', formerly: 'Requests charged', width: 84, format: COUNT, cell: ({ charged }) => charged },
  {
    header: 'Unconfirmed, at most',
    formerly: 'Charge unknown, at most',
    width: 110,
    format: COUNT,
    cell: ({ unknown }) => unknown,
  },
  { header: 'Key ends in', width: 90, cell: ({ keyEnd }) => safeText(keyEnd) },
  { header: ENDPOINT, width: 120, cell: ({ endpoint }) => safeText(endpoint) },
  { header: ENTRY, width: 90, cell: ({ id }) => safeText(id) },
]);

/** By what the ledger calls it. */
const WORDS: Readonly<Record<string, string>> = {
  formula: 'Formula',
  search: 'Search',
  run: 'Enrich',
  report: 'Report',
  content: 'Content',
  queue: 'Queue for enrichment',
  'weekly refresh': 'Weekly refresh',
  account: 'Account',
  'check of answers': 'Check of answers',
};

/** `isOfOne`: a call is about one creator. The ledger counts calls, and one for a page of a search is no creator. */
const details = lazy((): Readonly<Record<string, { text: string; isOfOne?: true }>> => ({
  getUserData: { text: 'creator data', isOfOne: true },
  checkDataStatus: { text: 'free check of creators', isOfOne: true },
  bulkAddToEnrich: { text: 'creators queued' },
  discovery: { text: 'search results' },
  getContent: { text: 'posts' },
  getClientInfo: { text: 'balance' },
  getCitiesForCountry: { text: 'cities of a country' },
}));

/** Google names nobody without further rights: a person is told by the end of a key, which changes every 30 days. */
const whoText = (who: string): string =>
  /^[\w-]{20,}$/.test(who) ? `Person …${who.slice(-4)}` : who.replace(/^formula/, 'Formula');

/** How many rows back to look for lines that a stopped execution had already written. */
const ROWS_LOOKED_AT = 500;

/** Writes what waits in the ledger to the log tab, each entry once. Returns how many. Free. */
export function writeLog(host: Host, workbook: Workbook): number {
  return drainLedger(host, (lines) => {
    const { table, columns } = logTab(workbook);
    const written = writtenEntries(table, columns);
    const fresh = lines.filter((line) => !written.has(entryOf(line.id, line.endpoint)));
    add(
      workbook,
      table,
      fresh.map(
        (line) =>
          ({ cell }) =>
            cell(line),
      ),
    );
  });
}

/** A line that is no charge: what went wrong where nobody was looking. */
export function writeNote(host: Host, workbook: Workbook, what: string, text: string): void {
  const { table, columns } = logTab(workbook);
  const detail = columns.some((column) => column?.header === DETAIL) ? DETAIL : ENDPOINT;
  const cells: Record<string, CellValue> = {
    [TIME_HEADER]: new Date(host.clock.now()),
    [WHAT]: safeText(what),
    [detail]: safeText(text),
  };
  add(workbook, table, [({ header }) => cells[header] ?? '']);
}

type Columns = readonly (LogColumn | undefined)[];

/** What tells rows apart. */
const KEYS: ReadonlySet<string> = new Set([TIME_HEADER, WHAT, ENDPOINT, ENTRY]);

function add(workbook: Workbook, table: Table, rows: readonly ((column: LogColumn) => CellValue)[]): void {
  const write = (): boolean => {
    const headers = headersOf(table);
    const columns = columnsIn(headers);
    return appendBelow(
      workbook,
      {
        table,
        headers,
        headerRow: 1,
        keys: columns.flatMap((column, at) => (column && KEYS.has(column.header) ? [at + 1] : [])),
      },
      rows.map((cellOf) => columns.map((column) => column && cellOf(column))),
      { formats: columns.map((column) => column?.format ?? 'General') },
    );
  };
  if (rows.length > 0) untilInPlace(table, () => write() || undefined);
}

function logTab(workbook: Workbook): { table: Table; columns: Columns } {
  const found = workbook.find(LOG_TAB);
  if (!found) return { table: workbook.create(LOG_TAB, logColumns()), columns: logColumns() };
  return { table: found, columns: columnsIn(headersOf(found)) };
}

/** What stands where; a tab whose headers are gone is written as a new one. */
function columnsIn(headers: readonly string[]): Columns {
  const columns = headers.map((text) =>
    logColumns().find(({ header, formerly }) => header === text || formerly === text),
  );
  return columns.some(Boolean) ? columns : logColumns();
}

const entryOf = (id: string, endpoint: string): string => `${id} ${endpoint}`;

function writtenEntries(table: Table, columns: Columns): Set<string> {
  const last = table.lastRow();
  const rows = Math.min(ROWS_LOOKED_AT, last - 1);
  if (rows <= 0) return new Set();
  const cells = table.read({ row: last - rows + 1, column: 1, rows, columns: columns.length });
  const [id, endpoint] = [ENTRY, ENDPOINT].map((header) => columns.findIndex((column) => column?.header === header));
  return new Set(cells.map((row) => entryOf(String(row[id ?? -1]), String(row[endpoint ?? -1]))));
}
