import * as z from 'zod/mini';
import { badInput, InfluError } from '../../core/error';
import { lazy } from '../../core/lazy';
import type { CellValue, Table, Workbook } from '../../core/ports';
import { parseJson } from '../../core/text';
import { CAMPAIGN_SAID } from '../../schema/said-text';
import { CAMPAIGN_COLUMNS, campaignMark, TRACKER_MARK, type CampaignColumn } from '../template/campaign-column';
import { contentSheets } from '../content/content-sheet';

const memoSchema = lazy(() =>
  z.object({
    version: z.literal(1),
    kind: z.literal('campaign'),
    /** Its name among the document properties, where its cap stands. */
    id: z.string(),
    /** The sheets with its posts, and with its totals. */
    posts: z.array(z.number()),
    totalsId: z.optional(z.number()),
  }),
);

/** In place of their sheet's id: totals are to be made. A tracker of a template has none, nor has one whose totals somebody deleted. */
export const TOTALS_DUE = -1;

/** What a tracker remembers. One that was made of a template has none before its first posts. */
export type CampaignMemo = Omit<z.infer<ReturnType<typeof memoSchema>>, 'version' | 'kind'>;

export const campaignMemo = (memo: CampaignMemo): string => JSON.stringify({ version: 1, kind: 'campaign', ...memo });

/** A sheet with one row for each post that was agreed. Columns count from 1; those that were deleted are missing. */
export interface Tracker {
  table: Table;
  columns: ReadonlyMap<CampaignColumn, number>;
  memo: CampaignMemo | undefined;
}

/** Without these nothing can be matched, or states would be untrue. */
const NEEDED = ['creator', 'post', 'found', 'id', 'lacks', 'posted', 'words', 'at'] as const;

const campaignMemos = (workbook: Workbook): { table: Table; memo: CampaignMemo }[] =>
  workbook.memos().flatMap(({ table, text }) => {
    const read = z.safeParse(memoSchema(), parseJson(text));
    return read.success ? [{ table, memo: read.data }] : [];
  });

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
