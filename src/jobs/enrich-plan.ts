import { peek } from '../api/client';
import { badInput, InfluError } from '../core/error';
import type { CellValue, Table } from '../core/ports';
import { DAY_MS } from '../core/time';
import type { Creator } from '../schema/creator';
import { setCell, writeCells, type CellWrites } from './cell-block';
import type { Bench } from './click';
import { enrichField, questionOf, type EnrichField } from './enrich-answer';
import { CREATOR_KEY, existingColumns, fieldMark, STATUS_COLUMNS, WAITING } from './enrich-layout';
import { readKeys, type KeyCell, type KeyColumn } from './key-column';
import { openRuns, saveRun, type EnrichRun } from './run-state';

/** Which of the selected rows: all, or by what an earlier run said of them. */
export type WhichRows = 'all' | 'failed' | 'queued' | 'old';

export interface EnrichPlan {
  sheetId: number;
  keys: KeyColumn;
  action: EnrichRun['action'];
  /** Of handles that name none; blank: none. */
  platform: string;
  fields: readonly string[];
  mode: EnrichRun['mode'];
  which: WhichRows;
  /** For `old`. */
  olderThanDays: number;
  again: boolean;
  cap: number;
}

const MOST_FIELDS = 60;
export const NOTHING_TO_DO = 'There is nothing to do in these rows.';

/** What is asked for and what it would cost, in requests. Nothing is sent. */
export interface EnrichPrice {
  creators: number;
  /** Known and fresh: free. */
  known: number;
  requests: number;
}

export function priceOf(
  { host }: Bench,
  creators: readonly Creator[],
  fields: readonly EnrichField[],
  again: boolean,
): EnrichPrice {
  const questions = creators.flatMap((creator) => {
    try {
      return [questionOf(fields, creator)];
    } catch (error) {
      if (error instanceof InfluError) return [];
      throw error;
    }
  });
  const known = again ? new Map<string, never>() : peek(host, questions);
  const isKnown = (key: string): boolean => !['receipt', 'unreadable', undefined].includes(known.get(key)?.state);
  const open = questions.filter(({ key }) => !isKnown(key));
  return {
    creators: creators.length,
    known: questions.length - open.length,
    requests: open.reduce((sum, { requests }) => sum + requests, 0),
  };
}

/** Marks the rows and makes the columns. Free. Throws what is wrong with the plan or the sheet, then nothing is changed. */
export function planEnrichRun({ host, workbook }: Bench, plan: EnrichPlan): EnrichRun {
  const table = workbook.byId(plan.sheetId);
  if (!table) throw badInput('This sheet is not there any more. Select the handles again.');
  const other = openRuns(host.documentProperties.all()).find(
    (run) => run.kind === 'enrich' && run.sheetId === plan.sheetId,
  );
  if (other)
    throw badInput(
      `A run on this sheet is not finished: ${other.who === host.person() ? 'yours' : 'somebody else started it'} at ${new Date(other.startedMs).toISOString().slice(0, 16).replace('T', ' ')} UTC. Resume or discard it first.`,
    );
  const fields = plan.action === 'enrich' ? [...new Set(plan.fields.map((name) => enrichField(name).name))] : [];
  if (plan.action === 'enrich' && (fields.length === 0 || fields.length > MOST_FIELDS))
    throw badInput(`Choose 1 to ${MOST_FIELDS} fields.`);
  const rows = rowsOf(table, plan, host.clock.now());
  if (rows.length === 0) throw badInput(NOTHING_TO_DO);
  const writes: CellWrites = new Map();
  const statusColumn = makeColumns(table, plan, fields.map(enrichField));
  markEdited(table, plan, writes);
  for (const { row } of rows) setCell(writes, row, statusColumn, WAITING);
  writeCells(table, writes);
  workbook.flush();
  const run: EnrichRun = {
    version: 1,
    kind: 'enrich',
    id: host.uniqueId(),
    state: 'running',
    message: '',
    action: plan.action,
    sheetId: table.id(),
    sheetName: table.name(),
    platform: plan.platform,
    fields,
    mode: plan.mode,
    next: rows[0]?.row ?? 1,
    rows: rows.length,
    counts: {},
    cap: plan.cap,
    charged: 0,
    who: host.person(),
    startedMs: host.clock.now(),
    busyUntilMs: 0,
    driver: host.person(),
    steppedMs: host.clock.now(),
    again: plan.again,
    buyLost: false,
  };
  saveRun(host, run);
  return run;
}

/**
 * Rows whose handle was edited since an earlier run: their values belong to somebody else. They are told so, and are no
 * business of this run unless they are selected.
 */
function markEdited(table: Table, { keys, platform }: EnrichPlan, writes: CellWrites): void {
  const marks = table.marks();
  const [status, creator] = [marks.get('status'), marks.get('creator')];
  const rows = table.lastRow();
  if (creator === undefined || rows < 1) return;
  const creators = table.read({ row: 1, column: creator, rows, columns: 1 });
  if (creators.every(([cell]) => cell === '')) return;
  for (const cell of readKeys(table, { ...keys, blocks: [{ row: 1, rows }] }, platform)) {
    const was = String(creators[cell.row - 1]?.[0] ?? '');
    if (!CREATOR_KEY.test(was) || (cell.kind === 'creator' && cell.key === was)) continue;
    setCell(writes, cell.row, creator, '');
    setCell(writes, cell.row, status, `handle edited since: values are of ${was}`);
  }
}

/** Blank rows are left out. */
export function rowsOf(
  table: Table,
  { keys, platform, which, olderThanDays }: Pick<EnrichPlan, 'keys' | 'platform' | 'which' | 'olderThanDays'>,
  nowMs: number,
): KeyCell[] {
  const cells = readKeys(table, keys, platform).filter(({ kind }) => kind !== 'blank');
  if (which === 'all') return cells;
  const marks = table.marks();
  const lastRow = table.lastRow();
  const read = (role: string): CellValue[] => {
    const column = marks.get(role);
    return column === undefined
      ? []
      : table.read({ row: 1, column, rows: lastRow, columns: 1 }).map(([cell]) => cell ?? '');
  };
  const states = read('status');
  const dates = which === 'old' ? read('asOf') : [];
  const limitMs = nowMs - olderThanDays * DAY_MS;
  const isWanted: Record<WhichRows, (row: number) => boolean> = {
    all: () => true,
    failed: (row) => /^(failed|not run|waiting)/.test(String(states[row - 1] ?? '')),
    queued: (row) => /^(queued|audience pending|in the database)/.test(String(states[row - 1] ?? '')),
    old: (row) => {
      const date = dates[row - 1];
      return date instanceof Date && date.getTime() < limitMs;
    },
  };
  return cells.filter(({ row }) => isWanted[which](row));
}

/** Finds or adds the columns, writes their headers, and marks all of them. Returns the status column. */
function makeColumns(table: Table, plan: EnrichPlan, fields: readonly EnrichField[]): number {
  const { keys, mode } = plan;
  const marks = table.marks();
  const width = table.lastColumn();
  const headers =
    keys.headerRow === undefined
      ? []
      : (table.read({ row: keys.headerRow, column: 1, rows: 1, columns: width })[0] ?? []);
  const isNew = mode === 'new' && plan.action === 'enrich';
  const existing = isNew ? fields.map(() => undefined) : existingColumns(marks, headers, fields);
  const wanted = [
    ...fields.map(({ name, label }, index) => ({ mark: fieldMark(name), header: label, column: existing[index] })),
    ...STATUS_COLUMNS.map(([mark, header]) => ({
      mark: mark as string,
      header,
      column: isNew ? undefined : marks.get(mark),
    })),
  ];
  const rows = Math.max(1, table.lastRow());
  for (const { header, column } of wanted)
    if (column !== undefined && !table.canEdit({ row: 1, column, rows, columns: 1 }))
      throw new InfluError(
        'sheet',
        `The column "${header}" is protected from you. Choose new columns, or ask the owner.`,
      );
  let next = width;
  const added = wanted.filter(({ column }) => column === undefined);
  const columns = new Map(wanted.map(({ mark, column }) => [mark, column ?? (next += 1)]));
  if (added.length > 0) {
    if (
      !table.canEdit({ row: 1, column: 1, rows: 1, columns: 1 }) &&
      !table.canEdit({ row: rows, column: keys.column, rows: 1, columns: 1 })
    )
      throw new InfluError(
        'sheet',
        `The sheet "${table.name()}" is protected from you. Ask its owner, or copy the handles to a sheet of yours.`,
      );
    table.widenTo(next);
    if (keys.headerRow !== undefined)
      table.write({ row: keys.headerRow, column: width + 1, rows: 1, columns: added.length }, [
        added.map(({ header }) => header),
      ]);
  }
  table.setMarks(
    new Map([
      ['key', keys.column],
      ...(keys.platformColumn === undefined ? [] : [['platform', keys.platformColumn] as const]),
      ...columns,
    ]),
    keys.platformColumn === undefined ? ['platform'] : [],
  );
  return columns.get('status') ?? 0;
}
