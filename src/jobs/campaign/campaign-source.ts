import { badInput } from '../../core/error';
import type { Table, Tools, Workbook } from '../../core/ports';
import { CAMPAIGN_SAID } from '../../schema/said-text';
import { STATUSES } from '../../schema/text/status';
import { statusesDe } from '../../schema/text/de/status';
import { columnLike, markOf } from '../pipeline/pipeline-column';
import { columnCells } from '../run/cell-block';
import { creatorsIn } from '../selection/key-column';
import { listRows, selectedRows, type SelectedRows } from '../selection/selected-rows';

/** The list in front, as a campaign can be made of it. */
export interface CampaignSource {
  sheetId: number;
  sheet: string;
  /** Different creators. */
  creators: number;
  /** Rows that name nobody. */
  unread: number;
  /** Statuses that rows have, with how many creators. The one that is proposed comes first. */
  statuses: { status: string; creators: number }[];
  /** It says agreed, in whatever words. */
  isAgreed: boolean;
  hasFees: boolean;
}

const AGREED =
  /^(agreed|booked|confirmed|signed|won|zugesagt|gebucht|bestätigt|vereinbart|acordado|confirmé|confermato)$/i;
const isAgreed = (status: string): boolean =>
  [STATUSES.agreed, statusesDe().agreed].includes(status.toLowerCase()) || AGREED.test(status);

/** A list with its columns of statuses and fees, if it has such. */
export interface SourceList extends SelectedRows {
  statuses: ReadonlyMap<number, string>;
  feeColumn: number | undefined;
}

/** Reads cells only. Throws `badInput` where it is no list. */
export function sourceList(table: Table, platform: string): SourceList {
  const marks = table.marks();
  const list = listIn(table, platform, marks.get(markOf('creator')));
  const { headers } = list.understood;
  const used = new Set([list.keys.column, list.keys.platformColumn ?? 0]);
  const statusColumn = marks.get(markOf('status')) ?? columnLike('status', headers, used);
  const feeColumn = marks.get(markOf('fee')) ?? columnLike('fee', headers, used);
  const cells = columnCells(table, statusColumn, table.lastRow());
  const statuses = new Map(
    list.cells.flatMap(({ row, kind }) => (kind === 'creator' ? [[row, String(cells[row - 1] ?? '').trim()]] : [])),
  ) as ReadonlyMap<number, string>;
  return { ...list, statuses, feeColumn };
}

const listIn = (table: Table, platform: string, column: number | undefined): SelectedRows =>
  listRows(table, platform, column === undefined ? {} : { column }, false, CAMPAIGN_SAID.noCreators(table.name()));

export function campaignSource({ workbook }: Tools, platform: string): CampaignSource {
  const table = workbook.active();
  if (!table) throw badInput(CAMPAIGN_SAID.noList);
  const list = sourceList(table, platform);
  const counts = new Map<string, number>();
  for (const status of list.statuses.values()) if (status !== '') counts.set(status, (counts.get(status) ?? 0) + 1);
  const statuses = [...counts]
    .map(([status, creators]) => ({ status, creators }))
    .sort((one, other) => Number(isAgreed(other.status)) - Number(isAgreed(one.status)));
  return {
    sheetId: table.id(),
    sheet: table.name(),
    creators: creatorsIn(list.cells).size,
    unread: list.cells.filter(({ kind }) => kind === 'unreadable').length,
    statuses: statuses.slice(0, MOST_STATUSES),
    isAgreed: isAgreed(statuses[0]?.status ?? ''),
    hasFees: list.feeColumn !== undefined,
  };
}
const MOST_STATUSES = 12;

/** `all`, `selected`, or the rows with a status. */
export type RowChoice = { rows: 'all' | 'selected' } | { status: string };

/** The rows that were chosen, each creator once, with all rows that name them. */
export function chosenRows({ workbook }: Tools, list: SourceList, choice: RowChoice, platform: string): SourceRows {
  const wanted =
    'status' in choice
      ? (row: number) => list.statuses.get(row) === choice.status
      : choice.rows === 'all'
        ? () => true
        : isIn(selectedIn(workbook, list, platform));
  const rows = new Map<string, SourceRows[number]>();
  for (const cell of list.cells)
    if (cell.kind === 'creator' && wanted(cell.row))
      rows.set(cell.key, { ...(rows.get(cell.key) ?? cell), rows: [...(rows.get(cell.key)?.rows ?? []), cell.row] });
  return [...rows.values()];
}
type SourceRows = (Extract<SelectedRows['cells'][number], { kind: 'creator' }> & { rows: readonly number[] })[];

/** Rows of another sheet, which has come in front since the list was read, say nothing about the list. */
function selectedIn(workbook: Workbook, { table, keys }: SourceList, platform: string): SelectedRows['cells'] {
  if (workbook.active()?.id() !== table.id()) throw badInput(CAMPAIGN_SAID.noList);
  return selectedRows(workbook, platform, { column: keys.column }).cells;
}

const isIn = (cells: SelectedRows['cells']): ((row: number) => boolean) => {
  const rows = new Set(cells.map(({ row }) => row));
  return (row) => rows.has(row);
};
