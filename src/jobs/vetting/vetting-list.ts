import { badInput } from '../../core/error';
import type { CellValue, Table, Tools } from '../../core/ports';
import { outcomeOf, type RowOutcome } from '../../schema/row-status';
import { VETTING_REFUSAL } from '../../schema/said-text';
import { enrichField } from '../enrich/enrich-answer';
import { existingColumns } from '../enrich/enrich-layout';
import { columnCells } from '../run/cell-block';
import type { KeyCell, KeyColumn } from '../selection/key-column';
import { allRows, type SelectedRows } from '../selection/selected-rows';
import { fieldsOf, type FigureName, type FlagName } from './flag';
import { isSettings } from './vetting-sheet';

/** A list of creators, whole, with a row of headers. */
export type VettingList = SelectedRows & { headerRow: number };

/** Reads the sheet in front, whatever is selected in it. Throws `badInput` where it is no list of creators. */
export function vettingList({ workbook }: Tools, platform: string, looksForHidden: boolean): VettingList {
  const table = workbook.active();
  if (!table) throw badInput(VETTING_REFUSAL.noList);
  if (isSettings(workbook, table)) throw badInput(VETTING_REFUSAL.isSettings(table.name()));
  const list = allRows(table, platform, {}, looksForHidden);
  const { headerRow } = list.keys;
  if (headerRow === undefined) throw badInput(VETTING_REFUSAL.noHeader);
  return { ...list, headerRow };
}

/** Where the figures of flags stand, by their marks or headers; undefined: nowhere yet. */
export function figureColumns(
  marks: ReadonlyMap<string, number>,
  headers: readonly string[],
  fields: readonly FigureName[],
): Map<FigureName, number | undefined> {
  const columns = existingColumns(marks, headers, fields.map(enrichField));
  return new Map(fields.map((name, at) => [name, columns[at]]));
}

/** What comes in one answer: if all of it is blank in a row, it was never asked for. */
const TOGETHER: readonly (readonly FigureName[])[] = [
  ['followers', 'engagement', 'lastRefreshDate', 'private'],
  ['bestMonthGrowth', 'bestMonth', 'worstMonthGrowth', 'worstMonth', 'mentions'],
  ['audienceSuspicious', 'audienceCountries'],
];

/** An earlier run's word on why there is nothing: asking again would cost, and bring the same. */
const SETTLED: ReadonlySet<RowOutcome | undefined> = new Set<RowOutcome>(['not found', 'no audience data', 'private']);

/** The rows whose figures are still to be got: all that are seen while a column is missing. */
export function rowsWithout(
  { table, understood, cells }: SelectedRows,
  flags: readonly FlagName[],
  marks: ReadonlyMap<string, number>,
): KeyCell[] {
  const columns = figureColumns(marks, understood.headers, fieldsOf(flags));
  const rows = cells.filter(({ kind }) => kind === 'creator');
  if (rows.length === 0 || [...columns.values()].includes(undefined)) return rows;
  const last = Math.max(0, ...rows.map(({ row }) => row));
  const read = (column: number | undefined): CellValue[] => columnCells(table, column, last);
  const groups = TOGETHER.map((names) => names.flatMap((name) => columns.get(name) ?? []).map(read)).filter(
    (group) => group.length > 0,
  );
  const [states, owners] = [read(marks.get('status')), read(marks.get('creator'))];
  return rows.filter((cell) => {
    const at = cell.row - 1;
    const owner = owners[at] ?? '';
    if (owner !== '' && cell.kind === 'creator' && owner !== cell.key) return true;
    return !SETTLED.has(outcomeOf(states[at])) && groups.some((group) => group.every((column) => column[at] === ''));
  });
}

/** The last row that names somebody. */
export function lastNamed(table: Table, { column }: KeyColumn, from: number): number {
  const last = table.lastRow();
  if (last < from) return from - 1;
  const keys = table.read({ row: from, column, rows: last - from + 1, columns: 1 });
  return from + keys.map(([cell]) => cell !== '').lastIndexOf(true);
}
