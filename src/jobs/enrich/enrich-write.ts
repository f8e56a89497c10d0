import { englishOf } from '../../core/said';
import type { Area, CellValue, Table, Workbook, Tools } from '../../core/ports';
import { answersToDataTab } from '../../gate/data-tab-answers';
import { WAITING } from '../../schema/row-status';
import { safeText } from '../../sheet/safe-text';
import { spelled } from '../../sheet/yes-no';
import { blocksOf, setCell, writeCells, type CellWrites } from '../run/cell-block';
import { localDays } from '../run/local-day';
import { readBefore, takeBack } from '../run/moved-rows';
import type { KeyCell } from '../selection/key-column';
import type { Enriched } from './enrich-answer';
import type { Counts } from './enrich-count';
import { layoutOf, type EnrichLayout } from './enrich-layout';
import { movedSince, placesIn, rowName } from '../run/places';
import { keysIn } from './enrich-rows';
import type { EnrichRun } from './enrich-state';

const MARGIN = 20;
/** A new sheet has 26 columns, and reading beyond its edge costs another call. */
const MARGIN_COLUMNS = 10;

/** Writes each result beside its own handle: rows are read again just before, since people sort and insert meanwhile. */
export function writeRows(
  { host, workbook }: Tools,
  table: Table,
  run: EnrichRun,
  { row, rows: most }: Pick<Area, 'row' | 'rows'>,
  results: ReadonlyMap<string, Enriched>,
): Counts {
  // Into the data tab first: what stands there is never bought again, whatever happens to the rows.
  answersToDataTab(
    host,
    [...results.values()].flatMap(({ paid }) => paid ?? []),
  );
  const lastRow = table.lastRow();
  const rows = Math.min(most, lastRow - row + 1);
  const counts: Counts = {};
  if (rows < 1) return counts;
  // Rows around them too, and further columns: people may move those to where is written.
  const first = Math.max(1, row - MARGIN);
  const around = { row: first, rows: Math.min(lastRow, row + rows + MARGIN) - first + 1 };
  const marks = table.marks();
  const layout = layoutOf(table, run.fields, marks);
  const own = [layout.status, layout.asOf, layout.creator, ...layout.fields];
  const columns = Math.max(layout.key, layout.platform ?? 0, ...own.map((column) => column ?? 0));
  const held = readBefore(table, { ...around, column: 1, columns });
  const names = held.cells.map((each) => rowName(each[layout.key - 1], each[(layout.platform ?? 0) - 1]));
  const places = placesIn(table, around, { row: 1, width: columns + MARGIN_COLUMNS }, marks, names);
  // Moved while it was being read: the next step looks at these rows again.
  if (movedSince(table, places)) return counts;
  const cells = held.cells.slice(row - first, row - first + rows);
  const formulas = held.formulas.slice(row - first, row - first + rows);
  const writes: CellWrites = new Map();
  const localDay = localDays(host);
  const hasBooleans = (column: number): boolean => held.cells.some((each) => typeof each[column - 1] === 'boolean');
  const keys = keysIn(table, layout, run, row, cells);
  cells.forEach((before, index) => {
    const key = keys[index];
    if (!key || before[layout.status - 1] !== WAITING) return;
    const result = key.kind === 'creator' ? results.get(key.key) : withoutCreator(key);
    if (!result) return;
    counts[result.outcome] = (counts[result.outcome] ?? 0) + 1;
    const at = row + index;
    setCell(writes, at, layout.status, safeText(result.status));
    if (key.kind === 'creator') setCell(writes, at, layout.creator, safeText(key.key));
    // A good value is never replaced by an error, and what stays keeps its date.
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
  if (run.mode === 'new') closeGaps(writes, cells, row, own, (value) => value === '');
  else if (blocksOf(writes).length > MOST_BLOCKS) {
    const dressed = table.dressedTexts({ row, rows, column: 1, columns });
    const isPlain = (value: CellValue, at: number, column: number): boolean =>
      !formulas?.[at]?.[column - 1] && !dressed[at]?.[column - 1] && isSameWhenRewritten(value);
    closeGaps(writes, cells, row, own, isPlain);
  }
  writeRowsWhole(workbook, table, writes, layout);
  const moved = movedSince(table, places);
  if (!moved) return counts;
  // Every row gets back what it held. The run's rows wait again; what was bought for them is known.
  takeBack(table, held, writes, moved.rows, moved.columns);
  workbook.flush();
  return {};
}

/** Writes statuses last, unless everything is one write: if the sheet refuses a value, no row must say that it is done. */
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

/** More writes than this in a batch would take minutes. Then the cells in between are written too, with what they hold. */
const MOST_BLOCKS = 12;
const FIRST_PLAIN_YEAR = 1901;

/** Whether a cell stays the same when its value is written to it again: no time of day, no error, no text that needs an apostrophe. */
function isSameWhenRewritten(value: CellValue): boolean {
  if (value instanceof Date) return value.getFullYear() >= FIRST_PLAIN_YEAR;
  return typeof value !== 'string' || (safeText(value) === value && !value.startsWith('#'));
}

/** Adds the cells between those that are written, if they can stay as they are, so that a batch takes few writes. */
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
    ? { status: `unreadable: ${englishOf(cell.why)}`, outcome: 'unreadable' }
    : { status: '', outcome: 'blank' };
