// BigQuery as far as tabledata.insertAll goes: tables keep the rows that were streamed into them. It asks nothing of the
// rest of the emulator, so that a test can fill it with 100,000 rows. No queries: what a view makes of the rows is a
// question of SQL, which nothing here speaks.
import { hashed, nameOfTable, rowErrors, type Field, type Place, type RowError } from './warehouse-row';

/** bigquery/quotas#streaming_inserts: where it is exceeded, "invalid errors". */
const INSERT_ALL = {
  maxRequestBytes: 10 * 1024 * 1024,
  maxRows: 50_000,
  maxInsertIdCharacters: 128,
  /** bigquery/docs/streaming-data-into-bigquery#dataconsistency: "remembers this ID for at least one minute". */
  remembersMs: 60_000,
} as const;

/** The body of insertAll, as in @types/google-apps-script. */
export interface InsertAllRequest {
  rows?: { insertId?: string; json?: object }[];
  skipInvalidRows?: boolean;
  ignoreUnknownValues?: boolean;
}

export interface InsertAllResponse {
  kind: 'bigquery#tableDataInsertAllResponse';
  insertErrors?: { index: number; errors: RowError[] }[];
}

/** bigquery/docs/error-messages: the reasons, each with its HTTP code. The sentences are assumed, but for those named. */
const FAILURES = {
  accessDenied: 403,
  billingNotEnabled: 403,
  quotaExceeded: 403,
  /** "403" in the table of error messages; the guide on quota errors speaks of 429, too. */
  rateLimitExceeded: 429,
  notFound: 404,
  invalid: 400,
  requestTooLarge: 413,
  backendError: 503,
} as const;
export type FailureReason = keyof typeof FAILURES;

/** What the API says where it does nothing. */
export class WarehouseFailure extends Error {
  readonly reason: FailureReason;
  readonly code: number;
  constructor(reason: FailureReason, message: string) {
    super(message);
    this.reason = reason;
    this.code = FAILURES[reason];
  }
}

/** The reply was lost on its way: what was written stays written. */
export class LostReply extends Error {}

interface Table {
  fields: Readonly<Record<string, Field>>;
  rows: Record<string, unknown>[];
  /** When each id was last seen. */
  seenMs: Map<string, number>;
}

export interface Warehouse {
  /** False: a project of the free tier. */
  billing: boolean;
  /** Who has no role on the dataset. */
  denied: Set<string>;
  createTable(place: Place, fields: Readonly<Record<string, Field>>): void;
  /** All rows of a table in the order in which they came, duplicates too. */
  rows(place: Place): Record<string, unknown>[];
  /** Asked before each call: `lostReply` writes and then answers nothing. */
  fault?: ((place: Place) => 'lostReply' | FailureReason | undefined) | undefined;
  insertAll(request: InsertAllRequest, place: Place, user: string, nowMs: number): InsertAllResponse;
}

/** Of some ids it knows nothing any more, however soon they come again: "best effort". */
const isForgotten = (insertId: string): boolean => hashed(insertId) % 4 === 0;

export function createWarehouse(): Warehouse {
  const tables = new Map<string, Table>();

  function tableAt(place: Place): Table {
    const table = tables.get(nameOfTable(place));
    // The documented form of the sentence.
    if (!table) throw new WarehouseFailure('notFound', `Not found: Table ${nameOfTable(place)}`);
    return table;
  }

  function insert(table: Table, request: InsertAllRequest, nowMs: number): InsertAllResponse {
    const rows = request.rows ?? [];
    const errors = rows.map((row) =>
      rowErrors(row, table.fields, request.ignoreUnknownValues === true, INSERT_ALL.maxInsertIdCharacters, nowMs),
    );
    const isAnyBad = errors.some((each) => each.length > 0);
    const stopsAll = isAnyBad && request.skipInvalidRows !== true;
    rows.forEach(({ insertId, json }, index) => {
      if (stopsAll || errors[index]!.length > 0) return;
      if (insertId !== undefined && insertId !== '') {
        const isKnown = nowMs - (table.seenMs.get(insertId) ?? -Infinity) < INSERT_ALL.remembersMs;
        table.seenMs.set(insertId, nowMs);
        if (isKnown && !isForgotten(insertId)) return;
      }
      table.rows.push({ ...(json as Record<string, unknown>) });
    });
    if (!isAnyBad) return { kind: 'bigquery#tableDataInsertAllResponse' };
    // "stopped": the row was fine, and others kept it out.
    const stopped = [{ reason: 'stopped', location: '', debugInfo: '', message: '' }];
    const told = errors.flatMap((each, index) =>
      each.length > 0 ? [{ index, errors: each }] : stopsAll ? [{ index, errors: stopped }] : [],
    );
    return { kind: 'bigquery#tableDataInsertAllResponse', insertErrors: told };
  }

  const warehouse: Warehouse = {
    billing: true,
    denied: new Set(),
    createTable: (place, fields) => void tables.set(nameOfTable(place), { fields, rows: [], seenMs: new Map() }),
    rows: (place) => [...tableAt(place).rows],
    insertAll(request, place, user, nowMs) {
      const fault = warehouse.fault?.(place);
      if (fault && fault !== 'lostReply') throw new WarehouseFailure(fault, `${fault} (a fault of the test)`);
      if (warehouse.denied.has(user))
        throw new WarehouseFailure(
          'accessDenied',
          `Access Denied: Table ${nameOfTable(place)}: Permission bigquery.tables.updateData denied on table ${nameOfTable(place)} (or it may not exist).`,
        );
      if (!warehouse.billing)
        // bigquery/docs/streaming-data-into-bigquery has this sentence; that its reason is accessDenied is assumed.
        throw new WarehouseFailure('accessDenied', 'BigQuery: Streaming insert is not allowed in the free tier');
      const table = tableAt(place);
      const count = request.rows?.length ?? 0;
      if (count === 0) throw new WarehouseFailure('invalid', 'No rows present in the request.');
      if (count > INSERT_ALL.maxRows)
        throw new WarehouseFailure('invalid', `Too many rows present in the request: ${count}.`);
      if (Buffer.byteLength(JSON.stringify(request)) > INSERT_ALL.maxRequestBytes)
        throw new WarehouseFailure('requestTooLarge', 'Request payload size exceeds the limit: 10485760 bytes.');
      const response = insert(table, request, nowMs);
      if (fault === 'lostReply') throw new LostReply('lost');
      return response;
    },
  };
  return warehouse;
}
