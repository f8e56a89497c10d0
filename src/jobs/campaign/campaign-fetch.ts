import { badInput } from '../../core/error';
import type { Tools } from '../../core/ports';
import { CAMPAIGN_SAID } from '../../schema/said-text';
import { campaignText } from '../../schema/sheet-text';
import { parseContentFilters } from '../../schema/content-search';
import type { Creator } from '../../schema/creator';
import { locked } from '../../gate/locked';
import { hostReading } from '../../sheet/host-reading';
import { campaignMemo, type CampaignMemo } from '../content/campaign-memo';
import { campaignCharged, campaignOf, changeCampaign } from '../content/campaign-cap';
import { planSync } from '../content/content-plan';
import { contentSheets, emptyContentSheet } from '../content/content-sheet';
import type { ContentRun } from '../content/content-state';
import { joinSchedule } from '../content/content-sync';
import { savedElsewhere } from '../content/saved-posts';
import { keysAsked, nextToAsk } from '../content/sheet-post';
import { campaignRows, type CampaignRows } from './campaign-rows';
import { postsSheets, trackerById, type Tracker } from './campaign-sheet';
import { firstDayOf, postsFrom, uploadedFrom } from './posts-from';

/** How posts of a campaign are fetched: sheet after sheet, each by an ordinary run. */
export interface CampaignFetch {
  sheetId: number;
  /** The most that the campaign may ever spend, and the most posts of this run. */
  cap: number;
  max: number;
  /** What this run may spend. */
  runCap: number;
  /** Known posts are bought again, for their figures. */
  refresh: boolean;
  /** Sheets with posts that were fetched in this round already. */
  done: readonly number[];
}

/**
 * The next run of a round: what is new in a sheet with posts, or a new sheet for creators who have none. Undefined: the
 * round is over. Free. Killed in the middle, it leaves a sheet without posts, which the next one takes.
 */
export function nextFetch(tools: Tools, form: CampaignFetch): ContentRun | undefined {
  const { host, workbook } = tools;
  const { max, runCap, refresh, done } = form;
  const { tracker, record } = capped(tools, form);
  if (campaignCharged(record) >= form.cap) throw badInput(CAMPAIGN_SAID.capUsed(form.cap));
  remember(tracker, record.sheets);
  // One that was entered and not scheduled, because that was killed.
  joinSchedule(host, record.sheets);
  const sheets = postsSheets(workbook, tracker);
  const read = campaignRows(host, tracker);
  const next = sheets.find(({ table }) => !done.includes(table.id()));
  const from = postsFrom(host, tracker, read);
  if (next) return planSync(tools, next.table.id(), max, refresh && isFilled(next), runCap, firstDayOf(from));
  const open = uncovered(sheets, read);
  const { creators: saved } = savedElsewhere(workbook, new Set(record.sheets), open);
  // Apart from the others, or all would be bought.
  const chunk = nextToAsk(new Set(), saved.length > 0 ? saved : open);
  if (!chunk) {
    if (sheets.length === 0) throw badInput(CAMPAIGN_SAID.noContent);
    return undefined;
  }
  const { filters } = parseContentFilters(
    {
      platform: [chunk.platform],
      username: chunk.handles,
      // The usual least number of followers would leave small creators out without a word, 1 those whose number is not known.
      followerMin: 0,
      ...uploadedFrom(from),
    },
    hostReading(host),
  );
  const sheetId = newSheet(tools, tracker, filters);
  return planSync(tools, sheetId, max, false, runCap);
}

/** Sets what a campaign may ever spend, also less than it has spent: then its nights buy nothing more. Free. */
export const setCampaignCap = (tools: Tools, form: Pick<CampaignFetch, 'sheetId' | 'cap'>): void =>
  void capped(tools, form);

function capped(tools: Tools, form: Pick<CampaignFetch, 'sheetId' | 'cap'>) {
  const tracker = withMemo(tools, form.sheetId);
  const ours = postsSheets(tools.workbook, tracker).map(({ table }) => table.id());
  // A copied spreadsheet has the sheets and none of the properties.
  const record = changeCampaign(tools.host, tracker.memo.id, ({ sheets }, properties) => ({
    cap: form.cap,
    sheets: [...new Set([...sheets, ...ours.filter((each) => campaignOf(properties, each) === undefined)])],
  }));
  return { tracker, record };
}

const isFilled = ({ memo }: ReturnType<typeof contentSheets>[number]): boolean => memo.syncedAtMs > 0;

type WithMemo = Tracker & { memo: CampaignMemo };

/** A tracker that was made of a template gets its memo now; under the lock, or two people would make two campaigns. */
function withMemo({ host, workbook }: Tools, sheetId: number): WithMemo {
  const known = trackerById(workbook, sheetId);
  if (known.memo) return { ...known, memo: known.memo };
  return locked(host, () => {
    const tracker = trackerById(workbook, sheetId);
    if (tracker.memo) return { ...tracker, memo: tracker.memo };
    const memo = { id: host.uniqueId(), posts: [] };
    tracker.table.setMemo(campaignMemo(memo));
    workbook.flush();
    return { ...tracker, memo };
  });
}

/** The record is written first: a memo that was not is mended here. */
function remember(tracker: WithMemo, sheets: readonly number[]): void {
  const missing = sheets.filter((id) => !tracker.memo.posts.includes(id));
  if (missing.length === 0) return;
  tracker.memo = { ...tracker.memo, posts: [...tracker.memo.posts, ...missing] };
  tracker.table.setMemo(campaignMemo(tracker.memo));
}

/** Creators by handle whose posts nobody has asked for in this campaign, each once. */
export function uncovered(sheets: ReturnType<typeof contentSheets>, { rows }: Pick<CampaignRows, 'rows'>): Creator[] {
  const asked = new Set(sheets.flatMap(({ memo }) => keysAsked(memo)));
  const creators = new Map(rows.map(({ creator, deliverable }) => [deliverable.creator, creator]));
  return [...creators.values()].filter((creator) => nextToAsk(asked, [creator]) !== undefined);
}

/** Of whom a sheet has all posts. Somebody may have set another day since it was begun. */
const shape = (filters: Readonly<Record<string, string>>): string => JSON.stringify({ ...filters, uploadedFrom: '' });

/**
 * Makes the sheet, then enters it under the lock: whoever comes second finds the creators covered, and buys nothing twice.
 * A sheet for the same that was never entered is taken.
 */
function newSheet({ host, workbook }: Tools, tracker: WithMemo, filters: Record<string, string>): number {
  const title = campaignText().postsName(tracker.table.name());
  const properties = host.documentProperties.all();
  const named = workbook.find(title);
  // Killed before its memo, it is empty and has our name.
  const begun =
    contentSheets(workbook).find(
      ({ table, memo }) =>
        shape(memo.filters) === shape(filters) &&
        table.lastRow() <= 1 &&
        campaignOf(properties, table.id()) === undefined,
    )?.table ?? (named?.lastRow() === 0 ? named : undefined);
  const table = emptyContentSheet(workbook, title, filters, begun);
  workbook.flush();
  const keys = new Set(keysAsked({ filters }));
  let entered = table.id();
  const record = changeCampaign(host, tracker.memo.id, ({ sheets }) => {
    const other = contentSheets(workbook).find(
      (each) => sheets.includes(each.table.id()) && keysAsked(each.memo).some((key) => keys.has(key)),
    );
    entered = other?.table.id() ?? table.id();
    return { sheets: [...new Set([...sheets, entered])] };
  });
  remember(tracker, record.sheets);
  joinSchedule(host, record.sheets);
  return entered;
}
