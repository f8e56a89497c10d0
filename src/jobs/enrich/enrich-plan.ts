import { look } from '../../gate/client';
import { questionsFor } from '../../api/question';
import { badInput, type InfluError } from '../../core/error';
import type { CellValue, Table, Workbook, Tools } from '../../core/ports';
import { DAY_MS } from '../../core/time';
import type { Creator } from '../../schema/creator';
import { columnCells, setCell, writeCells, type CellWrites } from '../run/cell-block';
import { enrichField, questionOf, typedEnrichField, type EnrichField } from './enrich-answer';
import { countsOf, type Counts } from './enrich-count';
import { showColumns } from '../selection/show-columns';
import { dressColumns, makeColumns, namingRow } from './enrich-columns';
import { partOf } from './enrich-offer';
import { movedSince, namesIn, placesIn } from '../run/places';
import { editedSince, ownedRows, ownersIn, readingOf } from './enrich-rows';
import { isInGroup, NOT_RUN, WAITING } from '../../schema/row-status';
import { hiddenRows } from '../selection/hidden-rows';
import { leftOutOf, placesOf } from '../pipeline/left-out';
import { creatorsIn, type KeyCell, readKeys } from '../selection/key-column';
import { isSaved, isTold } from '../run/purchase';
import { areMoved, origins, readBefore, takeBack } from '../run/moved-rows';
import { beginRun, forgetRun, freshRun, saveRun, STEP_LEASE_MS } from '../run/run-state';
import { ENRICH_RUN, type EnrichPlan, type EnrichRun, type WhichRows } from './enrich-state';
import type { Said } from '../../core/said';
import { ENRICH_TEXT } from '../../schema/said-text';

const MOST_FIELDS = 60;
/** Together, in characters: a run is one property of 9 KB. */
const LONGEST_FIELDS = 4_000;
/** Everything is there already. */
export const isNothingToDo = (said: Said): boolean => said.code === ENRICH_TEXT.nothingToDo.code;

export interface EnrichPrice {
  /** Different creators. */
  creators: number;
  /** Those whose data is known and fresh: free. */
  known: number;
  /** What the others cost at most. */
  requests: number;
  /** The part of it that the first creators cost. */
  firstRequests: number;
}

/** What is asked for and what it would cost. Nothing is sent. */
export function enrichPrice(
  { host }: Tools,
  creators: ReadonlyMap<string, Creator>,
  fields: readonly EnrichField[],
  again: boolean,
  first: ReadonlySet<string> = new Set(),
): EnrichPrice {
  const { questions } = questionsFor(creators, (creator) => questionOf(fields, creator));
  const known = again ? new Map<string, never>() : look(host, [...questions.values()]);
  const open = [...questions].filter(([, { key }]) => !isSaved(known.get(key), isTold));
  const sum = (some: typeof open): number => some.reduce((total, [, { requests }]) => total + requests, 0);
  return {
    creators: creators.size,
    known: questions.size - open.length,
    requests: sum(open),
    firstRequests: sum(open.filter(([key]) => first.has(key))),
  };
}

/** Marks the rows and makes the columns. Free. Throws what is wrong with the plan or the sheet, then nothing is changed. */
export function planEnrichRun({ host, workbook }: Tools, plan: EnrichPlan): EnrichRun {
  const table = workbook.byId(plan.sheetId);
  if (!table) throw badInput(ENRICH_TEXT.sheetGone);
  const fields = plan.action === 'enrich' ? [...new Set(plan.fields.map((name) => typedEnrichField(name).name))] : [];
  if (plan.action === 'enrich' && (fields.length === 0 || fields.length > MOST_FIELDS))
    throw badInput(ENRICH_TEXT.fieldCount(MOST_FIELDS));
  if (fields.join().length > LONGEST_FIELDS) throw badInput(ENRICH_TEXT.longFields);
  const lastRow = Math.max(1, table.lastRow());
  const before = namesIn(table, { row: 1, rows: lastRow }, plan.keys.column, plan.keys.platformColumn);
  const all = rowsOf(table, plan, host.clock.now());
  // By their status the first ones are no longer among the others.
  const isWhole = plan.part === undefined || (plan.part === 'rest' && plan.which !== 'all');
  const wanted = isWhole ? all : partOf(all, plan.part === 'first');
  const hidden = plan.skipsHidden ? hiddenRows(table, wanted).rows : new Set<number>();
  const { platform, keys } = plan;
  const owners = plan.keepsOwners
    ? ownersIn(table, keys, { platform, reading: keys.reading })
    : new Map<number, string>();
  const isOther = (cell: KeyCell): boolean =>
    owners.has(cell.row) && !(cell.kind === 'creator' && cell.key === owners.get(cell.row));
  const rows = wanted.filter((cell) => !hidden.has(cell.row) && !isOther(cell));
  if (rows.length === 0) throw badInput(ENRICH_TEXT.nothingToDo);
  const run: EnrichRun = {
    ...freshRun(host, table, plan.cap),
    kind: 'enrich',
    action: plan.action,
    platform: plan.platform,
    ...(plan.keys.reading && { reading: plan.keys.reading }),
    fields,
    mode: plan.mode,
    next: rows[0]?.row ?? 1,
    rows: rows.length,
    counts: {},
    // Nobody steps it before its columns are there.
    busyUntilMs: host.clock.now() + STEP_LEASE_MS,
    again: plan.again,
    ...(plan.byStatus && { byStatus: plan.byStatus }),
    leftOut: placesOf(leftOutOf({ host, workbook }, creatorsIn(rows)).values()),
  };
  beginRun(host, run, ENRICH_RUN);
  let others: Counts;
  try {
    others = markRows(workbook, table, plan, fields.map(enrichField), rows, before);
  } catch (error) {
    forgetRun(host, run.id);
    throw error;
  }
  const ready = { ...run, others, busyUntilMs: 0 };
  saveRun(host, ready);
  return ready;
}

/** Columns read beside those that are written to, so that what people insert there is known. */
const MARGIN = 5;

/**
 * Returns the other rows by outcome. If people have moved rows or columns since the selection was read, or while this was
 * written, it puts everything back and throws.
 */
function markRows(
  workbook: Workbook,
  table: Table,
  plan: EnrichPlan,
  fields: readonly EnrichField[],
  selected: readonly KeyCell[],
  before: readonly string[],
): Counts {
  const rows = new Set(selected.map(({ row }) => row));
  const { keys } = plan;
  const made = makeColumns(table, plan, fields, changed);
  const statusColumn = made.status;
  const writes: CellWrites = new Map();
  const lastRow = table.lastRow();
  const states = columnCells(table, statusColumn, lastRow);
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  states.forEach((state, index) => {
    const row = index + 1;
    // Left behind by a run that is gone. Nobody expects to pay for these rows now.
    if (state === WAITING && !rows.has(row)) setCell(writes, row, statusColumn, NOT_RUN);
    // Writing what stands between them too makes one write of ten thousand scattered rows.
    else if (row > first && row < last) setCell(writes, row, statusColumn, state);
  });
  markEdited(table, plan, rows, writes);
  for (const row of rows) setCell(writes, row, statusColumn, WAITING);
  const written = [...new Set([...writes.values()].flatMap((cells) => [...cells.keys()]))];
  const column = Math.max(1, Math.min(...written) - MARGIN);
  const held = readBefore(table, { row: 1, column, rows: lastRow, columns: Math.max(...written) + 1 - column });
  const heldHeaders = readBefore(table, { row: keys.headerRow ?? 1, column: 1, rows: 1, columns: made.last });
  const header = { row: namingRow(keys), width: made.last + MARGIN };
  const places = placesIn(table, { row: 1, rows: lastRow }, header);
  // Marks are read once more, since columns may have been moved after the places were read.
  if (areMoved(origins(before, places.names)) || table.marks().get('status') !== statusColumn) throw changed();
  writeCells(table, made.headers);
  writeCells(table, writes);
  workbook.flush();
  const moved = movedSince(table, places);
  if (moved) {
    // A column whose header we have overwritten has lost its name. It has moved as far as our columns did.
    const by = (moved.marks.get('status') ?? statusColumn) - statusColumn;
    const from = moved.columns.map((was, at) => was ?? (moved.columns.includes(at - by) ? undefined : at - by));
    const headerAt = (keys.headerRow ?? 1) - 1;
    // The write may have come before the move, or after it.
    for (const right of new Set([0, by])) {
      takeBack(table, held, rightBy(writes, right), moved.rows, from);
      takeBack(
        table,
        heldHeaders,
        rightBy(made.headers, right),
        [moved.rows[headerAt] === headerAt ? 0 : undefined],
        from,
      );
    }
    workbook.flush();
    throw changed();
  }
  dressColumns(table, made, keys.headerRow);
  showColumns(workbook, table, made.added[made.added.length - 1]?.column, keys.column);
  return countsOf(states.map((state, index) => writes.get(index + 1)?.get(statusColumn) ?? state));
}

const rightBy = (writes: CellWrites, columns: number): CellWrites =>
  new Map([...writes].map(([row, cells]) => [row, new Map([...cells].map(([at, value]) => [at + columns, value]))]));

const changed = (): InfluError => badInput(ENRICH_TEXT.sheetChanged);

/**
 * Handles rows whose handle was edited since an earlier run, so that their values belong to somebody else. If the row is
 * selected, the values are removed; otherwise its status says so, and this run leaves it alone.
 */
function markEdited(table: Table, plan: EnrichPlan, selected: ReadonlySet<number>, writes: CellWrites): void {
  const marks = table.marks();
  const [status, creator] = [marks.get('status'), marks.get('creator')];
  if (creator === undefined || columnCells(table, creator, table.lastRow()).every((cell) => cell === '')) return;
  const { column: key, platformColumn: platform, reading } = plan.keys;
  // This run's platform says nothing about rows that are not selected.
  const edited = ownedRows(table, { key, platform, creator }, (row, owner) =>
    selected.has(row) ? { platform: plan.platform, reading, mayLink: false } : readingOf(owner, plan),
  ).filter(({ isEdited }) => isEdited);
  if (edited.length === 0) return;
  const columns = [...marks].flatMap(([mark, column]) => (/^(field:|asOf$)/.test(mark) ? [column] : []));
  const rows = table.lastRow();
  const formulas = table.formulas({ row: 1, column: 1, rows, columns: Math.max(1, ...columns) });
  for (const { cell, owner } of edited) {
    const { row } = cell;
    setCell(writes, row, creator, '');
    if (!selected.has(row)) setCell(writes, row, status, editedSince(owner));
    else for (const column of columns) if (!formulas[row - 1]?.[column - 1]) setCell(writes, row, column, '');
  }
}

/** Blank rows are left out. */
function rowsOf(
  table: Table,
  { keys, platform, ...which }: Pick<EnrichPlan, 'keys' | 'platform' | 'which' | 'olderThanDays'>,
  nowMs: number,
): KeyCell[] {
  return wantedOf(table, readKeys(table, keys, platform), which, nowMs);
}

/** The cells of the rows that are wanted, out of all that were read. */
export function wantedOf(
  table: Table,
  all: readonly KeyCell[],
  { which, olderThanDays }: Pick<EnrichPlan, 'which' | 'olderThanDays'>,
  nowMs: number,
): KeyCell[] {
  const cells = all.filter(({ kind }) => kind !== 'blank');
  if (which === 'all') return cells;
  const marks = table.marks();
  const lastRow = table.lastRow();
  const read = (role: string): CellValue[] => columnCells(table, marks.get(role), lastRow);
  const states = read('status');
  const dates = which === 'old' ? read('asOf') : [];
  const limitMs = nowMs - olderThanDays * DAY_MS;
  const isWanted: Record<WhichRows, (row: number) => boolean> = {
    all: () => true,
    failed: (row) => isInGroup('failed', states[row - 1]),
    queued: (row) => isInGroup('queued', states[row - 1]),
    old: (row) => {
      const date = dates[row - 1];
      return date instanceof Date && date.getTime() < limitMs;
    },
  };
  return cells.filter(({ row }) => isWanted[which](row));
}
