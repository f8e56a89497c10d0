import type { CellValue, Table, Workbook, Tools } from '../../core/ports';
import { NOT_RUN, WAITING } from '../../schema/row-status';
import { isOverBudget } from '../../schema/run-reason';
import { columnCells, setCell, writeCells, type CellWrites } from '../run/cell-block';
import type { RunJob } from '../run/run-step';
import { leftOutOf, placesOf, type LeftOutPlace } from '../pipeline/left-out';
import type { PipelineRow } from '../pipeline/pipeline-sheet';
import { PIPELINE_CELL } from '../../schema/text/pipeline';
import { creatorsIn, type KeyCell } from '../selection/key-column';
import { enriched, type Enriched } from './enrich-answer';
import { added, recounted } from './enrich-count';
import { layoutOf, type EnrichLayout } from './enrich-layout';
import { queued } from './enrich-queue';
import { editedSince, keysIn, ownedRows, readingOf } from './enrich-rows';
import { ENRICH_RUN, type EnrichRun } from './enrich-state';
import { writeRows } from './enrich-write';
import { countNotGiven } from './not-given';

/** 19 waves of an organization key, about 21 s. With fewer rows the fixed costs of a step would slow the pace; rows that a slower key does not reach keep waiting. */
const ROWS_A_STEP = 475;

/**
 * One step: takes the next rows that wait, asks, and writes to the rows that hold the handles by then, wherever they were
 * moved. Rows that cannot be found wait for the last look.
 */
function enrichStep(tools: Tools, run: EnrichRun, isResumed: boolean): Partial<EnrichRun> {
  const { host, workbook } = tools;
  const table = workbook.byId(run.sheetId);
  if (!table) return { state: 'done', reason: { code: 'sheetDeleted', sheet: run.sheetName } };
  const layout = layoutOf(table, run.fields);
  const before = isResumed ? recounted(run, columnCells(table, layout.status, table.lastRow())) : run.counts;
  const found = nextRows(workbook, table, layout, run);
  if (found.rows.length === 0) {
    const counts = found.states ? recounted(run, found.states) : before;
    return { state: 'done', reason: undefined, sheetName: table.name(), next: found.next, counts };
  }
  const all = creatorsIn(found.rows);
  // As things stand now: who was marked meanwhile is not bought.
  const out = leftOutOf(tools, all);
  const isMarked = run.byStatus === 'mark';
  const creators = isMarked ? all : new Map([...all].filter(([key]) => !out.has(key)));
  const asked = run.action === 'enrich' ? enriched(host, run, creators) : queued(host, run, creators);
  const results = withStatuses(asked.results, out, isMarked);
  const counts = writeRows(tools, table, run, { row: found.next, rows: ROWS_A_STEP }, results);
  countNotGiven(host, run.fields, asked.results.values());
  const isMore = asked.problem === undefined;
  return {
    counts: added(before, counts),
    // Creators that got no turn are in these rows, so the next step looks at them again.
    next: asked.results.size < creators.size ? found.next : found.next + ROWS_A_STEP,
    idle: asked.results.size === 0 && creators.size > 0 ? (run.idle ?? 0) + 1 : 0,
    state: isMore ? 'running' : 'stopped',
    reason: asked.problem,
    leftOut: placesOf(newIn(out.values(), run.leftOut), run.leftOut),
  };
}

/** Says in the cells of creators that are left out what their status is, and where. */
function withStatuses(
  results: ReadonlyMap<string, Enriched>,
  out: ReadonlyMap<string, PipelineRow>,
  isMarked: boolean,
): Map<string, Enriched> {
  const told = new Map(results);
  for (const [key, { status, sheet }] of out) {
    const result = results.get(key);
    if (!isMarked) told.set(key, { status: PIPELINE_CELL.skipped(status, sheet), outcome: 'skipped' });
    else if (result) told.set(key, { ...result, status: PIPELINE_CELL.marked(result.status, status, sheet) });
  }
  return told;
}

/** All were counted when the run was planned, except places that are new since. */
const newIn = (rows: Iterable<PipelineRow>, places: readonly LeftOutPlace[] = []): PipelineRow[] =>
  [...rows].filter((row) => !places.some(({ sheet, status }) => sheet === row.sheet && status === row.status));

/** The next rows that wait, from `next` on. After the last row it looks over the whole sheet once more. */
function nextRows(
  workbook: Workbook,
  table: Table,
  layout: EnrichLayout,
  run: EnrichRun,
): { next: number; rows: KeyCell[]; states?: CellValue[] } {
  const lastRow = table.lastRow();
  for (let next = run.next; next <= lastRow; next += ROWS_A_STEP) {
    const rows = waitingRows(table, layout, run, next, Math.min(ROWS_A_STEP, lastRow - next + 1));
    if (rows.length > 0) return { next, rows };
  }
  const { next, states } = leftOver(workbook, table, layout, run);
  if (next === undefined) return { next: lastRow + 1, rows: [], states };
  return { next, rows: waitingRows(table, layout, run, next, Math.min(ROWS_A_STEP, lastRow - next + 1)) };
}

function waitingRows(table: Table, layout: EnrichLayout, run: EnrichRun, row: number, rows: number): KeyCell[] {
  const columns = Math.max(layout.key, layout.platform ?? 0, layout.status);
  const cells = table.read({ row, column: 1, rows, columns });
  return keysIn(table, layout, run, row, cells).filter((_, at) => cells[at]?.[layout.status - 1] === WAITING);
}

/**
 * Looks for rows that people moved past the run, and for rows whose handle was changed or deleted since they were filled.
 * Their values are removed. A row that this run had filled waits again; no other row is ever bought. Returns the first row
 * that waits, and all statuses.
 */
function leftOver(
  workbook: Workbook,
  table: Table,
  layout: EnrichLayout,
  run: EnrichRun,
): { next: number | undefined; states: CellValue[] } {
  const all = ownedRows(table, layout, (_, owner) => readingOf(owner, run));
  if (all.length === 0) return { next: undefined, states: [] };
  const [states = [], dates] = [layout.status, layout.asOf].map((column) => columnCells(table, column, all.length));
  const standing = new Set(all.flatMap(({ cell }) => (cell.kind === 'creator' ? [cell.key] : [])));
  const writes: CellWrites = new Map();
  let first: number | undefined;
  let formulas: string[][] | undefined;
  for (const { cell, owner, isEdited } of all) {
    const { row } = cell;
    let state = states[row - 1];
    if (isEdited && state !== WAITING) {
      const date = dates?.[row - 1];
      const isOfThisRun = date instanceof Date && date.getTime() >= run.startedMs;
      const isStray = standing.has(owner);
      if (date instanceof Date && !isOfThisRun && !isStray) {
        // Filled by an earlier run; nobody has asked for this row now.
        if (cell.kind !== 'blank') {
          setCell(writes, row, layout.status, editedSince(owner));
          setCell(writes, row, layout.creator, '');
        }
        continue;
      }
      // Only a row that this run has filled is known to be selected. If its creator stands elsewhere too, the values have only strayed here.
      state = cell.kind === 'blank' ? '' : isOfThisRun && !isStray ? WAITING : NOT_RUN;
      const last = Math.max(1, layout.asOf, ...layout.fields.map((column) => column ?? 0));
      formulas ??= table.formulas({ row: 1, column: 1, rows: all.length, columns: last });
      for (const column of [...layout.fields, layout.asOf])
        if (column !== undefined && !formulas[row - 1]?.[column - 1]) setCell(writes, row, column, '');
      setCell(writes, row, layout.status, state);
      setCell(writes, row, layout.creator, '');
    }
    if (state === WAITING) first ??= row;
  }
  writeCells(table, writes);
  if (writes.size > 0) workbook.flush();
  return { next: first, states };
}

/** Tells rows that still wait that the run has ended, so that nothing in the sheet seems to be under way. */
function endEnrich({ workbook }: Tools, { sheetId, reason }: EnrichRun): void {
  const table = workbook.byId(sheetId);
  const column = table?.marks().get('status');
  const rows = table?.lastRow() ?? 0;
  if (!table || column === undefined || rows === 0) return;
  const writes: CellWrites = new Map();
  const why = isOverBudget(reason) ? NOT_RUN + ': budget' : NOT_RUN;
  columnCells(table, column, rows).forEach((cell, index) => {
    if (cell === WAITING) setCell(writes, index + 1, column, why);
  });
  writeCells(table, writes);
  workbook.flush();
}

export const ENRICH: RunJob<EnrichRun> = { ...ENRICH_RUN, step: enrichStep, end: endEnrich };
