import { expect, test } from 'vitest';
import { createWarehouse, WarehouseFailure } from '../../dev/emulator/warehouse';
import type { CellValue, Table, Tools } from '../../src/core/ports';
import { bigQuery } from '../../src/google/big-query';
import { named, keyValues, type ArchiveSource } from '../../src/jobs/archive/archive-source';
import { sendSheet } from '../../src/jobs/archive/send-rows';
import { SENT_HEADER } from '../../src/jobs/archive/sent-mark';
import { archiveTableId } from '../../src/schema/archive-table';
import { fieldsOf, newest } from './warehouse-table';

// The core alone over a sheet in memory and BigQuery's double: no emulator, no bundle.

const HOME = { project: 'our-project', dataset: 'social' };
const PLACE = { projectId: HOME.project, datasetId: HOME.dataset, tableId: archiveTableId('history') };
const DAY_MS = 86_400_000;
const FIRST_MS = Date.UTC(2025, 11, 1);

class Killed extends Error {}

/** A sheet as far as sending needs one; `tick` may kill before each call. */
function memoryTable(cells: CellValue[][], tick: () => void): Table {
  const known: Partial<Table> = {
    name: () => 'History',
    lastRow: () => cells.length,
    lastColumn: () => cells[0]?.length ?? 0,
    read({ row, column, rows, columns }) {
      tick();
      const read = cells.slice(row - 1, row - 1 + rows);
      if (columns === 1) return read.map((own) => [own[column - 1] ?? '']);
      return read.map((own) => Array.from({ length: columns }, (_, at) => own[column - 1 + at] ?? ''));
    },
    formulas: ({ rows, columns }) => Array.from({ length: rows }, () => Array<string>(columns).fill('')),
    canEdit: () => true,
    widenTo: () => undefined,
    write({ row, column }, values) {
      tick();
      values.forEach((own, at) => own.forEach((value, more) => (cells[row - 1 + at]![column - 1 + more] = value)));
    },
  };
  return new Proxy(known as Table, {
    get: (own, name) => Reflect.get(own, name) ?? expect.unreachable(`no ${String(name)}`),
  });
}

const SOURCE: ArchiveSource = {
  table: 'history',
  key: ['handle', 'as_of'],
  rowsAPage: 2_000,
  sheets: () => [],
  keyOf: () => (at) => {
    const asOf = at('as_of');
    return asOf instanceof Date
      ? { id: `${String(at('handle'))}/${asOf.toISOString().slice(0, 10)}`, atMs: asOf.getTime() }
      : undefined;
  },
  valuesOf: (_, at, key) => named({ ...keyValues(key), handle: at('handle'), followers: at('followers') }),
};

const rowsOf = (creators: number, days: number): CellValue[][] => [
  ['Handle', 'Day', 'Followers'],
  ...Array.from({ length: creators * days }, (_, at): CellValue[] => [
    `creator${at % creators}`,
    new Date(FIRST_MS + Math.floor(at / creators) * DAY_MS),
    1_000 + at,
  ]),
];

function world(cells: CellValue[][]) {
  const warehouse = createWarehouse();
  warehouse.createTable(PLACE, fieldsOf('history'));
  const now = { ms: Date.UTC(2026, 10, 23, 8), ticks: 0, killAt: Infinity };
  const tick = (): void => {
    now.ms += 300;
    now.ticks += 1;
    if (now.ticks === now.killAt) throw new Killed();
  };
  const globals = globalThis as { BigQuery?: unknown };
  globals.BigQuery = {
    Tabledata: {
      insertAll(request: object, projectId: string, datasetId: string, tableId: string) {
        tick();
        try {
          return warehouse.insertAll(
            JSON.parse(JSON.stringify(request)),
            { projectId, datasetId, tableId },
            'u',
            now.ms,
          );
        } catch (error) {
          if (!(error instanceof WarehouseFailure)) throw error;
          // As Apps Script hands it on.
          throw Object.assign(error, { details: { code: error.code, errors: [{ reason: error.reason }] } });
        }
      },
    },
  };
  const table = memoryTable(cells, tick);
  const tools = {
    host: { clock: { now: () => now.ms } },
    workbook: { flush: tick },
    archive: bigQuery(),
  } as unknown as Tools & { archive: NonNullable<Tools['archive']> };
  const sheet = {
    table,
    idHeader: 'Handle',
    columns: new Map([
      ['handle', 1],
      ['as_of', 2],
      ['followers', 3],
    ]),
  };
  const send = (withRefused = false): number =>
    sendSheet(tools, HOME, SOURCE, sheet, { withRefused, untilMs: Infinity });
  return { warehouse, now, send, cells };
}

// 100,000 take some seconds: ARCHIVE_ROWS=100000 npx vitest run test/archive
const ROWS = Number(process.env['ARCHIVE_ROWS'] ?? 10_000);
const DAYS = 20;

test('replies lost and executions killed: each row comes at least once, and stands in the view once', () => {
  const { warehouse, now, send, cells } = world(rowsOf(ROWS / DAYS, DAYS));
  let calls = 0;
  const often = Math.ceil(ROWS / 1_500);
  warehouse.fault = () => {
    calls += 1;
    return calls % often === 0 ? 'lostReply' : calls === 4 ? 'quotaExceeded' : undefined;
  };
  for (let executions = 1; ; executions++) {
    expect(executions).toBeLessThan(40);
    now.killAt = executions % 2 === 0 ? now.ticks + 8 + ((executions * 7) % (often * 2)) : Infinity;
    try {
      if (send() === 0) break;
    } catch (error) {
      if (!(error instanceof Killed) && (error as Error).name !== 'ArchiveRefusal') throw error;
    }
  }
  const rows = warehouse.rows(PLACE);
  const view = newest(rows);
  expect(view.length).toBe(ROWS);
  expect(view.reduce((sum, { followers }) => sum + Number(followers), 0)).toBe(
    cells.slice(1).reduce((sum, [, , followers]) => sum + Number(followers), 0),
  );
  // The test would prove little if nothing had come twice.
  expect(rows.length).toBeGreaterThan(ROWS * 1.002);
  const column = cells[0]!.indexOf(SENT_HEADER);
  expect(cells.slice(1).every((own) => /^sent \w+$/.test(String(own[column])))).toBe(true);
});

test('a bad row stays and says why once; the others go, and it goes when it is mended and asked for', () => {
  const { warehouse, send, cells } = world(rowsOf(1_200, 1));
  cells[701]![2] = 'many';
  expect(send()).toBe(1_199);
  expect(cells[701]![3]).toMatch(/^refused \w+: Cannot convert value to INT64 \(bad value\): many/);
  // Nobody asked, so it is not sent again and again.
  warehouse.fault = () => expect.unreachable('sent without being asked');
  expect(send()).toBe(0);
  warehouse.fault = undefined;
  expect(warehouse.rows(PLACE)).toHaveLength(1_199);
  cells[701]![2] = 5;
  expect(send(true)).toBe(1);
  expect(newest(warehouse.rows(PLACE)).filter(({ handle }) => handle === 'creator700')).toMatchObject([
    { followers: 5 },
  ]);
});

test('a mark counts for its own row only: sorted, copied or with newer figures, a row is sent', () => {
  const { warehouse, send, cells } = world(rowsOf(4, 1));
  expect(send()).toBe(4);
  // The column of marks was sorted by itself.
  [cells[1]![3], cells[2]![3]] = [cells[2]![3]!, cells[1]![3]!];
  expect(send()).toBe(2);
  cells[3]![1] = new Date(FIRST_MS + DAY_MS + 5);
  cells.push(['creator9', new Date(FIRST_MS), 1, cells[1]![3]!]);
  expect(send()).toBe(2);
  expect(send()).toBe(0);
  expect(newest(warehouse.rows(PLACE)).length).toBe(6);
});

test('what Google finds too large goes in halves, down to the one row that is', () => {
  const { warehouse, send, cells } = world(rowsOf(40, 1));
  let calls = 0;
  warehouse.fault = () => ([1, 2, 3, 4, 5, 6, 7].includes(++calls) ? 'requestTooLarge' : undefined);
  // 40, 20, 10, 5, 3, 2, 1: the first row alone is refused as well.
  expect(send()).toBe(39);
  expect(cells[1]![3]).toMatch(/^refused \w+: requestTooLarge/);
  expect(newest(warehouse.rows(PLACE))).toHaveLength(39);
});

// The reasons of bigquery/docs/error-messages that writing can meet, and errors of Google's APIs as a whole.
test.each<[code: number, reason: string, message: string, refusal: string]>([
  [403, 'accessDenied', 'Access Denied: Table p:d.t', 'access'],
  [403, 'accessDenied', 'BigQuery: Streaming insert is not allowed in the free tier', 'billing'],
  [403, 'billingNotEnabled', 'no billing', 'billing'],
  [403, 'accessNotConfigured', 'BigQuery API has not been used in project 1 before or it is disabled', 'notEnabled'],
  [403, 'forbidden', 'BigQuery API has not been used in project 1 before or it is disabled', 'notEnabled'],
  [403, 'insufficientPermissions', 'Request had insufficient authentication scopes.', 'notGranted'],
  [403, 'quotaExceeded', 'Quota exceeded', 'quota'],
  [403, 'rateLimitExceeded', 'Exceeded rate limits', 'quota'],
  [429, 'rateLimitExceeded', 'Exceeded rate limits', 'quota'],
  [403, 'blocked', 'temporarily denied', 'quota'],
  [404, 'notFound', 'Not found: Table p:d.t', 'noTable'],
  [400, 'invalid', 'No rows present in the request.', 'other'],
  [400, 'timeout', 'timed out', 'noReply'],
  [500, 'internalError', 'An internal error occurred', 'noReply'],
  [503, 'backendError', 'Error encountered during execution. Retrying may solve the problem.', 'noReply'],
  [0, '', 'Empty response', 'noReply'],
])('%i %s, "%s": %s', (code, reason, message, refusal) => {
  const globals = globalThis as { BigQuery?: unknown };
  const details = code === 0 ? undefined : { code, errors: [{ reason }] };
  globals.BigQuery = {
    Tabledata: {
      insertAll() {
        throw Object.assign(new Error(message), { details });
      },
    },
  };
  expect(() => bigQuery()?.append([{ id: 'a', values: {} }], { ...HOME, table: 't' })).toThrow(
    expect.objectContaining({ code: refusal, message }),
  );
});
