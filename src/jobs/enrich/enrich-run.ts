import { archiveAnswers } from '../../gate/archived';
import type { Area, CellValue, Host, Table, Workbook } from '../../core/ports';
import { isBlank } from '../../core/text';
import { NOT_RUN, WAITING } from '../../schema/row-status';
import { safeText } from '../../sheet/safe-text';
import { spelled } from '../../sheet/yes-no';
import { oneSpelling } from '../../api/answer-names';
import { blocksOf, columnCells, setCell, writeCells, type CellWrites } from '../run/cell-block';
import type { Tools } from '../run/tools';
import { enriched, type Enriched } from './enrich-answer';
import { added, recounted, type Counts } from './enrich-count';
import { CREATOR_KEY, editedSince, layoutOf, platformOf, readingOf, type EnrichLayout } from './enrich-layout';
import { queued } from './enrich-queue';
import { creatorsIn, keyCell, type KeyCell } from '../selection/key-cell';
import { linkedValues } from '../selection/key-column';
import { localDays } from '../run/local-day';
import { areMoved, origins, readBefore, takeBack, type Before } from '../run/moved-rows';
import { headersOf } from '../run/own-rows';
import type { RunJob } from '../run/run-step';
import { endEnrich } from './enrich-end';
import { ENRICH_RUN, type EnrichRun } from './enrich-state';

/** 19 waves of an organization key, about 21 s: fewer would not keep the pace beside what a step needs anyway; what a slower key does not get to keeps waiting. */
const ROWS_A_STEP = 475;

/**
 * One step: takes the next rows that wait, asks, and writes to the rows that hold the handles then, wherever they have
 * been moved to; what cannot be found waits for the last look.
 */
function enrichStep({ host, workbook }: Tools, run: EnrichRun, isResumed: boolean): Partial<EnrichRun> {
  const table = workbook.byId(run.sheetId);
  if (!table) return { state: 'done', reason: { code: 'sheetDeleted', sheet: run.sheetName } };
  const layout = layoutOf(table, run.fields);
  const before = isResumed ? recounted(run, columnCells(table, layout.status, table.lastRow())) : run.counts;
  const found = nextRows(workbook, table, layout, run);
  if (found.rows.length === 0) {
    const counts = found.states ? recounted(run, found.states) : before;
    return { state: 'done', reason: undefined, sheetName: table.name(), next: found.next, counts };
  }
  const creators = creatorsIn(found.rows);
  const asked = run.action === 'enrich' ? enriched(host, run, creators) : queued(host, run, creators);
  const counts = writeRows(host, workbook, table, run, found.next, asked.results);
  const isMore = asked.problem === undefined;
  return {
    counts: added(before, counts),
    // What did not get its turn is in these rows: they are looked at again.
    next: asked.results.size < creators.size ? found.next : found.next + ROWS_A_STEP,
    idle: asked.results.size === 0 && creators.size > 0 ? (run.idle ?? 0) + 1 : 0,
    state: isMore ? 'running' : 'stopped',
    reason: asked.problem,
  };
}

/** The next rows that wait, from `next` on; behind the last row, one last look over the whole sheet. */
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
  const { next, states } = leftOver(workbook, table, layout, run, lastRow);
  if (next === undefined) return { next: lastRow + 1, rows: [], states };
  return { next, rows: waitingRows(table, layout, run, next, Math.min(ROWS_A_STEP, lastRow - next + 1)) };
}

function waitingRows(table: Table, layout: EnrichLayout, run: EnrichRun, row: number, rows: number): KeyCell[] {
  const columns = Math.max(layout.key, layout.platform ?? 0, layout.status);
  const cells = table.read({ row, column: 1, rows, columns });
  return withLinks(table, layout, run, row, cells).flatMap((each, index) =>
    each[layout.status - 1] === WAITING ? [keyIn(each, layout, run, row + index)] : [],
  );
}

/** The rows with the links under their names, where the run reads those. */
function withLinks(
  table: Table,
  { key }: EnrichLayout,
  { reading }: EnrichRun,
  row: number,
  cells: readonly CellValue[][],
): CellValue[][] {
  if (!reading?.links) return [...cells];
  const names = linkedValues(
    table,
    row,
    key,
    cells.map((each) => each[key - 1] ?? ''),
  );
  return cells.map((each, at) => each.map((value, index) => (index === key - 1 ? (names[at] ?? '') : value)));
}

const keyIn = (cells: readonly CellValue[], { key, platform }: EnrichLayout, run: EnrichRun, row: number): KeyCell =>
  keyCell(row, platform === undefined ? '' : cells[platform - 1], run.platform, cells[key - 1], run.reading);

/**
 * Rows that people moved while the run was somewhere else, and rows whose handle is no longer the one that their values
 * belong to, or gone: those values are taken away, and a row that this run had filled waits again; no other is ever bought.
 * Returns the first that waits, and all statuses.
 */
function leftOver(
  workbook: Workbook,
  table: Table,
  layout: EnrichLayout,
  run: EnrichRun,
  lastRow: number,
): { next: number | undefined; states: CellValue[] } {
  if (lastRow < 1) return { next: undefined, states: [] };
  const [values = [], platforms, states = [], creators, dates] = [
    layout.key,
    layout.platform,
    layout.status,
    layout.creator,
    layout.asOf,
  ].map((column) => columnCells(table, column, lastRow));
  const creatorIn = (row: number): string => oneSpelling(String(creators?.[row - 1] ?? ''));
  const read = (keys: readonly CellValue[], row: number): KeyCell => {
    const creator = creatorIn(row);
    const reading = CREATOR_KEY.test(creator) ? readingOf(creator) : run.reading;
    return keyCell(row, platforms?.[row - 1], platformOf(creator, run.platform), keys[row - 1], reading);
  };
  const isOther = (cell: KeyCell): boolean =>
    CREATOR_KEY.test(creatorIn(cell.row)) && !(cell.kind === 'creator' && cell.key === creatorIn(cell.row));
  let cells = states.map((_, index) => read(values, index + 1));
  // This run or one before may have read the links under the names.
  if (run.reading?.links || cells.some(isOther)) {
    const linked = linkedValues(table, 1, layout.key, values);
    cells = cells.map((cell) => (isOther(cell) ? read(linked, cell.row) : cell));
  }
  const standing = new Set(cells.flatMap((cell) => (cell.kind === 'creator' ? [cell.key] : [])));
  const writes: CellWrites = new Map();
  let first: number | undefined;
  let formulas: string[][] | undefined;
  for (const cell of cells) {
    const { row } = cell;
    const creator = creatorIn(row);
    let state = states[row - 1];
    if (isOther(cell) && state !== WAITING) {
      const date = dates?.[row - 1];
      const isOfThisRun = date instanceof Date && date.getTime() >= run.startedMs;
      const isStray = standing.has(creator);
      if (date instanceof Date && !isOfThisRun && !isStray) {
        // Of an earlier run: nobody asked for this row.
        if (cell.kind !== 'blank') {
          setCell(writes, row, layout.status, editedSince(creator));
          setCell(writes, row, layout.creator, '');
        }
        continue;
      }
      // Only a row that this run has filled is known to be selected. A stray's own row is somewhere else.
      state = cell.kind === 'blank' ? '' : isOfThisRun && !isStray ? WAITING : NOT_RUN;
      const last = Math.max(1, layout.asOf, ...layout.fields.map((column) => column ?? 0));
      formulas ??= table.formulas({ row: 1, column: 1, rows: lastRow, columns: last });
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

/** Writes each result beside its own handle: rows are read again just before, since people sort and insert meanwhile. */
function writeRows(
  host: Host,
  workbook: Workbook,
  table: Table,
  run: EnrichRun,
  row: number,
  results: ReadonlyMap<string, Enriched>,
): Counts {
  // Into the data tab first: what stands there is never bought again, whatever happens to the rows.
  archiveAnswers(
    host,
    [...results.values()].flatMap(({ paid }) => paid ?? []),
  );
  const layout = layoutOf(table, run.fields);
  const lastRow = table.lastRow();
  const rows = Math.min(ROWS_A_STEP, lastRow - row + 1);
  const counts: Counts = {};
  if (rows < 1) return counts;
  const columns = Math.max(...Object.values({ ...layout, fields: 0 }), ...layout.fields.map((column) => column ?? 0));
  const area = { row, column: 1, rows, columns };
  // Rows around, too: people may move those to where is written.
  const first = Math.max(1, row - MARGIN);
  const held = readBefore(table, { ...area, row: first, rows: Math.min(lastRow, row + rows + MARGIN) - first + 1 });
  const places = { headers: headersOf(table), ...placesIn(table, run, held.area) };
  // Moved already while it was read: what waits is looked at again.
  if (movedSince({ layout, names: held.cells.map((each) => nameIn(each, layout)) }, places)) return counts;
  const cells = held.cells.slice(row - first, row - first + rows);
  const formulas = held.formulas.slice(row - first, row - first + rows);
  const writes: CellWrites = new Map();
  const localDay = localDays(host);
  const named = withLinks(table, layout, run, row, cells);
  const hasBooleans = (column: number): boolean => held.cells.some((each) => typeof each[column - 1] === 'boolean');
  cells.forEach((before, index) => {
    if (before[layout.status - 1] !== WAITING) return;
    const key = keyIn(named[index] ?? before, layout, run, row + index);
    const result = key.kind === 'creator' ? results.get(key.key) : withoutCreator(key);
    if (!result) return;
    counts[result.outcome] = (counts[result.outcome] ?? 0) + 1;
    const at = row + index;
    setCell(writes, at, layout.status, safeText(result.status));
    if (key.kind === 'creator') setCell(writes, at, layout.creator, safeText(key.key));
    // What stays from before keeps its date: a good value is never replaced by an error.
    if (result.values && result.atMs !== undefined) setCell(writes, at, layout.asOf, new Date(result.atMs));
    result.values?.forEach((value, order) => {
      const column = layout.fields[order];
      if (column === undefined) return;
      const old = before[column - 1] ?? '';
      const isFormula = (formulas?.[index]?.[column - 1] ?? '') !== '';
      if (isFormula || (run.mode === 'fill' && old !== '') || (value === '' && old !== '')) return;
      setCell(writes, at, column, value instanceof Date ? localDay(value) : spelled(value, hasBooleans(column)));
    });
  });
  const own = [layout.status, layout.asOf, layout.creator, ...layout.fields];
  if (run.mode === 'new') closeGaps(writes, cells, row, own, (value) => value === '');
  else if (blocksOf(writes).length > MOST_BLOCKS) {
    const dressed = table.dressedTexts(area);
    const isPlain = (value: CellValue, at: number, column: number): boolean =>
      !formulas?.[at]?.[column - 1] && !dressed[at]?.[column - 1] && isSameWhenRewritten(value);
    closeGaps(writes, cells, row, own, isPlain);
  }
  writeRowsWhole(workbook, table, writes, layout);
  return wasMoved(workbook, table, run, held, places, writes) ? {} : counts;
}

const MARGIN = 20;

/** Where columns are, and which handle each row has. */
interface Places {
  layout: EnrichLayout;
  names: string[];
}

const nameIn = (cells: readonly CellValue[], { key, platform = 0 }: EnrichLayout): string =>
  isBlank(cells[key - 1]) ? '' : `${String(cells[platform - 1] ?? '')}/${String(cells[key - 1])}`;

function placesIn(table: Table, run: EnrichRun, area: Area): Places {
  const layout = layoutOf(table, run.fields);
  const rows = Math.max(1, Math.min(area.rows, table.lastRow() - area.row + 1));
  const cells = table.read({ ...area, rows, columns: Math.max(layout.key, layout.platform ?? 0) });
  return { layout, names: cells.map((each) => nameIn(each, layout)) };
}

const isShifted = (before: Places, now: Places): boolean =>
  JSON.stringify(before.layout) !== JSON.stringify(now.layout);
const movedSince = (before: Places, now: Places): boolean =>
  isShifted(before, now) || areMoved(origins(before.names, now.names));

/**
 * Whether rows or columns were moved between the read and the write. Then what was written is taken back: every row holds
 * what it held, those of the run wait again, and what was bought for them is known.
 */
function wasMoved(
  workbook: Workbook,
  table: Table,
  run: EnrichRun,
  before: Before,
  places: Places & { headers: string[] },
  writes: CellWrites,
): boolean {
  const now = placesIn(table, run, before.area);
  if (!movedSince(places, now)) return false;
  const { headers } = places;
  const columns = isShifted(places, now) ? origins(headers, headersOf(table)) : headers.map((_, at) => at);
  takeBack(table, before, writes, origins(places.names, now.names), columns);
  workbook.flush();
  return true;
}

/** A value that the sheet refuses must leave no row behind that says it was done: statuses go last, unless all is one write. */
function writeRowsWhole(workbook: Workbook, table: Table, writes: CellWrites, layout: EnrichLayout): void {
  const isLast = (column: number): boolean => [layout.status, layout.asOf, layout.creator].includes(column);
  const parts = blocksOf(writes).length > 1 ? [false, true] : [undefined];
  for (const part of parts) {
    const some: CellWrites = new Map();
    for (const [row, cells] of writes)
      for (const [column, value] of cells)
        if (part === undefined || isLast(column) === part) setCell(some, row, column, value);
    writeCells(table, some);
    if (some.size > 0) workbook.flush();
  }
}

/** More writes than this in a batch would take minutes: then cells between them are written with what they hold. */
const MOST_BLOCKS = 12;
const FIRST_PLAIN_YEAR = 1901;

/** Whether a cell is the same after what it holds was written to it again: no time of day, no error, no text that needs an apostrophe. */
function isSameWhenRewritten(value: CellValue): boolean {
  if (value instanceof Date) return value.getFullYear() >= FIRST_PLAIN_YEAR;
  return typeof value !== 'string' || (safeText(value) === value && !value.startsWith('#'));
}

/** Cells of our columns between those that are written, where they can stay what they are: with them a batch is a few writes. */
function closeGaps(
  writes: CellWrites,
  cells: readonly CellValue[][],
  firstRow: number,
  columns: readonly (number | undefined)[],
  canStay: (value: CellValue, at: number, column: number) => boolean,
): void {
  const written = [...writes.keys()];
  const last = Math.max(...written);
  for (let row = Math.min(...written); row <= last; row++)
    for (const column of columns) {
      if (column === undefined || writes.get(row)?.has(column)) continue;
      const value = cells[row - firstRow]?.[column - 1] ?? '';
      if (canStay(value, row - firstRow, column)) setCell(writes, row, column, value);
    }
}

const withoutCreator = (cell: KeyCell): Enriched =>
  cell.kind === 'unreadable'
    ? { status: `unreadable: ${cell.why}`, outcome: 'unreadable' }
    : { status: '', outcome: 'blank' };

export const ENRICH: RunJob<EnrichRun> = { ...ENRICH_RUN, step: enrichStep, end: endEnrich };
