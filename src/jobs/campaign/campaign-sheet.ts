import { badInput, InfluError } from '../../core/error';
import type { CellValue, Table, Workbook } from '../../core/ports';
import { CAMPAIGN_SAID } from '../../schema/said-text';
import { CAMPAIGN_COLUMNS, campaignMark, TRACKER_MARK, type CampaignColumn } from '../template/campaign-column';
import { campaignMemos, type CampaignMemo } from '../content/campaign-memo';
import { contentSheets } from '../content/content-sheet';

/** In place of their sheet's id: totals are to be made. A tracker of a template has none, nor has one whose totals somebody deleted. */
export const TOTALS_DUE = -1;

export const areTotalsDue = (memo: CampaignMemo | undefined): boolean =>
  memo?.totalsId === TOTALS_DUE || memo?.totalsBegun === true;

/** A sheet with one row for each post that was agreed. Columns count from 1; those that were deleted are missing. */
export interface Tracker {
  table: Table;
  columns: ReadonlyMap<CampaignColumn, number>;
  memo: CampaignMemo | undefined;
}

/** Without these nothing can be matched, or states would be untrue. */
const NEEDED = ['creator', 'post', 'found', 'id', 'lacks', 'posted', 'words', 'at'] as const;

/** Every tracker. One whose making was killed has no marks yet. */
export function trackers(workbook: Workbook): Tracker[] {
  const marked = workbook.marked(TRACKER_MARK);
  if (marked.length === 0) return [];
  const memos = new Map(campaignMemos(workbook).map(({ table, memo }) => [table.id(), memo]));
  return marked.map(({ table, marks }) => ({ table, columns: columnsIn(marks), memo: memos.get(table.id()) }));
}

/** Whether a tracker of that campaign is there, also one that lost columns. */
export const hasTracker = (workbook: Workbook, id: string): boolean =>
  campaignMemos(workbook).some(({ memo }) => memo.id === id);

const columnsIn = (marks: ReadonlyMap<string, number>): Map<CampaignColumn, number> =>
  new Map(
    CAMPAIGN_COLUMNS.flatMap((name) => {
      const column = marks.get(campaignMark(name));
      return column === undefined ? [] : [[name, column] as const];
    }),
  );

export const columnsNow = (table: Table): Map<CampaignColumn, number> => columnsIn(table.marks());

/** The tracker in front, or the one whose posts or totals are. */
export function trackerInFront(workbook: Workbook): Tracker | undefined {
  const id = workbook.active()?.id();
  return trackers(workbook).find(
    ({ table, memo }) => id !== undefined && [table.id(), memo?.totalsId, ...(memo?.posts ?? [])].includes(id),
  );
}

/** Throws `badInput` where it is gone, `sheet` where one of the columns is that nothing goes without. */
export function trackerById(workbook: Workbook, id: number): Tracker {
  const tracker = trackers(workbook).find(({ table }) => table.id() === id);
  if (!tracker) throw badInput(CAMPAIGN_SAID.gone);
  const lost = NEEDED.find((name) => !tracker.columns.has(name));
  if (lost !== undefined)
    throw new InfluError('sheet', CAMPAIGN_SAID.lostColumn(tracker.table.name(), CAMPAIGN_SAID[lost]));
  return tracker;
}

/** The content sheets with its posts that are still there, in the order in which they were made. */
export function postsSheets(workbook: Workbook, { memo }: Pick<Tracker, 'memo'>): ReturnType<typeof contentSheets> {
  if (!memo || memo.posts.length === 0) return [];
  const sheets = contentSheets(workbook);
  return memo.posts.flatMap((id) => sheets.find(({ table }) => table.id() === id) ?? []);
}

export const textIn = (cells: readonly CellValue[], column: number | undefined): string =>
  column === undefined ? '' : String(cells[column - 1] ?? '').trim();
