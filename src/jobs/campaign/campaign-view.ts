import type { Tools } from '../../core/ports';
import { campaignCharged, readCampaign } from '../content/campaign-cap';
import { isEarlier } from '../content/content-plan';
import { ownPieces } from '../content/content-sheet';
import { sharedSchedule, type ContentSchedule } from '../content/content-sync';
import { savedElsewhere } from '../content/saved-posts';
import { uncovered } from './campaign-fetch';
import { campaignRows } from './campaign-rows';
import { postsSheets, trackerInFront } from './campaign-sheet';
import { firstDayOf, postsFrom, type PostsFrom } from './posts-from';

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
  /** Of these, those whose posts other sheets have already, and the names of those sheets. */
  saved: { creators: number; sheets: string[] };
  /** Which posts of `fresh` are asked for. */
  from: PostsFrom;
  /** Sheets with posts that were asked for from a later day on: what is older comes next. */
  earlier: number;
  schedule: ContentSchedule | null;
}

/** The tracker in front, or that whose posts or totals are. Reads cells only. */
export function campaignTrackerView({ host, workbook }: Tools): CampaignTracker | undefined {
  const tracker = trackerInFront(workbook);
  if (!tracker) return undefined;
  const read = campaignRows(host, tracker);
  const sheets = postsSheets(workbook, tracker);
  const properties = host.documentProperties.all();
  const from = postsFrom(host, tracker, read);
  const open = uncovered(sheets, read);
  const saved = savedElsewhere(workbook, new Set(tracker.memo?.posts), open);
  const record = tracker.memo && readCampaign(properties, tracker.memo.id);
  return {
    sheetId: tracker.table.id(),
    sheet: tracker.table.name(),
    deliverables: read.rows.length,
    open: read.rows.filter(({ post }) => post === '').length,
    chosen: read.rows.filter(({ deliverable }) => deliverable.chosen !== '').length,
    fresh: open.length,
    saved: { creators: saved.creators.length, sheets: saved.sheets },
    sheets: sheets.map(({ table, memo }) => ({
      id: table.id(),
      name: table.name(),
      posts: ownPieces(table, memo.fields).count,
    })),
    cap: record?.cap ?? null,
    used: record ? campaignCharged(record) : 0,
    from,
    earlier: sheets.filter(({ memo }) => isEarlier(memo, firstDayOf(from))).length,
    schedule: sharedSchedule(
      properties,
      sheets.map(({ table }) => table.id()),
      host.clock.now(),
    ),
  };
}
