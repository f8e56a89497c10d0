import type { Tools } from '../../core/ports';
import { campaignCharged, readCampaign } from '../content/campaign-cap';
import { ownPieces } from '../content/content-sheet';
import { sharedSchedule, type ContentSchedule } from '../content/content-sync';
import { uncovered } from './campaign-fetch';
import { campaignRows } from './campaign-rows';
import { postsSheets, trackerInFront } from './campaign-sheet';
import { postsFrom, type PostsFrom } from './posts-from';

/** A tracker as the page shows it. */
export interface CampaignTracker {
  sheetId: number;
  sheet: string;
  deliverables: number;
  /** Rows without a post, and rows in which a person chose. */
  open: number;
  chosen: number;
  /** Creators whose posts were not asked for yet. */
  fresh: number;
  /** Sheets with posts, and the posts in them. */
  sheets: { id: number; name: string; posts: number }[];
  /** Null: nothing was fetched yet, so there is none. */
  cap: number | null;
  used: number;
  /** Which posts of `fresh` are asked for. */
  from: PostsFrom;
  schedule: ContentSchedule | null;
}

/** The tracker in front, or that whose posts or totals are. Reads cells only. */
export function campaignTrackerView({ host, workbook }: Tools): CampaignTracker | undefined {
  const tracker = trackerInFront(workbook);
  if (!tracker) return undefined;
  const read = campaignRows(host, tracker);
  const sheets = postsSheets(workbook, tracker);
  const properties = host.documentProperties.all();
  const record = tracker.memo && readCampaign(properties, tracker.memo.id);
  return {
    sheetId: tracker.table.id(),
    sheet: tracker.table.name(),
    deliverables: read.rows.length,
    open: read.rows.filter(({ post }) => post === '').length,
    chosen: read.rows.filter(({ deliverable }) => deliverable.chosen !== '').length,
    fresh: uncovered(sheets, read).length,
    sheets: sheets.map(({ table, memo }) => ({
      id: table.id(),
      name: table.name(),
      posts: ownPieces(table, memo.fields).count,
    })),
    cap: record?.cap ?? null,
    used: record ? campaignCharged(record) : 0,
    from: postsFrom(host, tracker, read),
    schedule: sharedSchedule(
      properties,
      sheets.map(({ table }) => table.id()),
      host.clock.now(),
    ),
  };
}
