import type { CellValue, Host, Table, Workbook } from '../../core/ports';
import { drainLedger } from '../../gate/ledger-view';
import type { LedgerLine } from '../../gate/ledger';
import { safeText } from '../../sheet/safe-text';

export const LOG_TAB = 'influData log';

/** The tab's columns, in order. */
const COLUMNS: readonly (readonly [header: string, cell: (line: LedgerLine) => CellValue])[] = [
  ['Time', ({ atMs }) => new Date(atMs)],
  ['Who', ({ who }) => safeText(who)],
  ['What', ({ what }) => safeText(what)],
  ['Endpoint', ({ endpoint }) => safeText(endpoint)],
  ['Creators', ({ creators }) => creators],
  ['Requests charged', ({ charged }) => charged],
  ['Charge unknown, at most', ({ unknown }) => unknown],
  ['Key ends in', ({ keyEnd }) => safeText(keyEnd)],
  ['Entry', ({ id }) => safeText(id)],
];

/** How far back a line is looked for that a stopped execution had written already. */
const ROWS_LOOKED_AT = 500;

/** Writes what waits in the ledger to the log tab, each entry once. Returns how many. Free. */
export function writeLog(host: Host, workbook: Workbook): number {
  return drainLedger(host, (lines) => {
    const table = logTab(workbook);
    const written = writtenEntries(table);
    const rows = lines
      .filter((line) => !written.has(entryOf(line.id, line.endpoint)))
      .map((line) => COLUMNS.map(([, cell]) => cell(line)));
    if (rows.length > 0) table.append(rows);
    workbook.flush();
  });
}

/** A line that is no charge: what went wrong where nobody was looking. */
export function writeNote(host: Host, workbook: Workbook, what: string, text: string): void {
  const cells: CellValue[] = [new Date(host.clock.now()), '', safeText(what), safeText(text)];
  logTab(workbook).append([[...cells, ...COLUMNS.slice(cells.length).map(() => '')]]);
  workbook.flush();
}

const logTab = (workbook: Workbook): Table =>
  workbook.find(LOG_TAB) ??
  workbook.create(
    LOG_TAB,
    COLUMNS.map(([header]) => ({ header })),
  );

const entryOf = (id: string, endpoint: string): string => `${id} ${endpoint}`;

function writtenEntries(table: Table): Set<string> {
  const last = table.lastRow();
  const rows = Math.min(ROWS_LOOKED_AT, last - 1);
  if (rows <= 0) return new Set();
  const cells = table.read({ row: last - rows + 1, column: 1, rows, columns: COLUMNS.length });
  return new Set(cells.map((row) => entryOf(String(row[8]), String(row[3]))));
}
