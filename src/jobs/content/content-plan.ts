import { badInput, InfluError } from '../../core/error';
import { contentText } from '../../schema/content-search';
import type { Tools } from '../../core/ports';
import { cappedCampaignOf } from './campaign-cap';
import { isOrdered } from './content-page';
import {
  contentSheet,
  createContentSheet,
  hasLostPosts,
  ownPieces,
  writeContentMemo,
  type ContentMemo,
} from './content-sheet';
import { missingIn, watermarkOf, type Stretch } from './content-stretch';
import { readSync } from './content-sync';
import { bringSaved } from './saved-posts';
import { beginRun, demandNoneOpen, forgetRun, freshRun } from '../run/run-state';
import { CONTENT_RUN, type ContentRun } from './content-state';
import { CAMPAIGN_SAID, CONTENT_REFUSAL } from '../../schema/said-text';

export interface PullPlan {
  action: ContentRun['action'];
  filters: Readonly<Record<string, string>>;
  /** The most pieces, and so the most requests. */
  max: number;
  /** An existing content sheet; undefined makes a new one. */
  sheetId?: number | undefined;
  /** A column of pictures; their signed links live for 24 hours. */
  thumbnails: boolean;
  /** The most that it may spend, in requests. */
  cap: number;
  /** What is to be asked for, where that is not what the sheet's own query has left open, and the sheet of which that is true. */
  asked?: { open: readonly Stretch[]; of: ContentSheet };
}

/** A run is one property of 9 KB and still grows a little, so it has room for far fewer gaps than the sheet's memo. */
const LONGEST_RUN = 8_000;

/** Makes sheet and plan. Free. */
export function planContentRun({ host, workbook }: Tools, plan: PullPlan): ContentRun {
  const { action, filters, max, sheetId, cap } = plan;
  const found = plan.asked?.of ?? (sheetId === undefined ? undefined : contentSheet(workbook, sheetId));
  const before = found ? ownPieces(found.table, found.memo.fields).count : 0;
  const known = found && withCutNoted({ host, workbook }, found, before);
  const table = known?.table ?? createContentSheet(workbook, filters, plan.thumbnails);
  const isSame = known !== undefined && contentText(known.memo.filters) === contentText(filters);
  const open = plan.asked?.open ?? (isSame ? known.memo.open : [{}]);
  const isAll = action === 'refresh' || !isOrdered(plan);
  const ascends = known?.memo.ascends;
  const campaign = sheetId === undefined ? undefined : cappedCampaignOf({ host, workbook }, sheetId);
  // The tracker would count those for whom it has been asked as new, and buy all their posts again.
  if (campaign !== undefined && !isSame && !plan.asked) throw badInput(CAMPAIGN_SAID.otherPosts(table.name()));
  const run: ContentRun = {
    ...freshRun(host, table, cap),
    kind: 'content',
    action,
    filters: { ...filters },
    max,
    todo: isAll ? [{}] : gapsFirst(open),
    open: [...open],
    walk: { edge: 0, ...(ascends === undefined ? {} : { ascends }) },
    page: 1,
    cursor: '',
    offset: 0,
    isExpired: false,
    pieces: 0,
    added: 0,
    updated: 0,
    before,
    again: true,
    ...(campaign === undefined ? {} : { campaign }),
  };
  // Checked before anything is bought: a step whose progress cannot be saved would lose what it paid for.
  if (JSON.stringify(run).length > LONGEST_RUN)
    throw new InfluError('sheet', CONTENT_REFUSAL.manyGaps(table.name(), open.length));
  beginRun(host, run, CONTENT_RUN);
  // A run that ended between the look and the start has bought what this one was to ask for.
  if (known && JSON.stringify(contentSheet(workbook, table.id()).memo) !== JSON.stringify(known.memo)) {
    forgetRun(host, run.id);
    throw new InfluError('sheet', CONTENT_REFUSAL.justSynced(table.name()));
  }
  if (!isSame || plan.asked) {
    const fresh = { fields: {}, syncedAtMs: 0, posts: 0 };
    writeContentMemo(table, { ...(known?.memo ?? fresh), filters: { ...filters }, open: run.open });
  }
  return run;
}

type ContentSheet = ReturnType<typeof contentSheet>;

/** Notes that posts were deleted, before others come: with those, their number would say nothing any more. */
function withCutNoted(
  { host, workbook }: Pick<Tools, 'host' | 'workbook'>,
  sheet: ContentSheet,
  count: number,
): ContentSheet {
  const { table, memo } = sheet;
  if (memo.isCut === true || !hasLostPosts(memo, count)) return sheet;
  // What that one notes at its end must not be overwritten, or it would be bought again.
  demandNoneOpen(host, table.id(), CONTENT_RUN);
  writeContentMemo(table, { ...contentSheet(workbook, table.id()).memo, isCut: true });
  return contentSheet(workbook, table.id());
}

/** Gaps of earlier pulls come before what is new; otherwise they would be bought twice. */
const gapsFirst = (open: readonly Stretch[]): Stretch[] =>
  [...open].sort((left, right) => (right.to ?? -1) - (left.to ?? -1));

/** Throws `badInput` if there is no way to tell what is new. */
export function demandSyncable({ filters, open }: Pick<ContentMemo, 'filters' | 'open'>): void {
  if (!isOrdered({ action: 'pull', filters }) && watermarkOf(open) === undefined)
    throw badInput(CONTENT_REFUSAL.unordered(String(filters['sorting'])));
}

/** From which day on posts are meant. */
interface FirstDay {
  uploadedFrom?: string;
}

/**
 * Plans a sync of what is new; with `refresh`, known pieces are fetched again too. `from`: posts of an earlier day than was
 * asked for come as well, and those that are there are not bought again. Of a campaign's creators other sheets may have posts
 * already: these are copied. Free.
 */
export function planSync(
  tools: Tools,
  sheetId: number,
  max: number,
  refresh: boolean,
  cap: number,
  from?: FirstDay,
): ContentRun {
  const { host, workbook } = tools;
  const seen = contentSheet(workbook, sheetId);
  if (!refresh) demandSyncable(seen.memo);
  // A sync whose charges could not be counted must not start.
  readSync(host.documentProperties.all(), sheetId, host.clock.now());
  const plan = { action: refresh ? 'refresh' : 'sync', max, sheetId, thumbnails: false, cap } as const;
  if (cappedCampaignOf(tools, sheetId) === undefined)
    return planContentRun(tools, { ...plan, filters: seen.memo.filters });
  const sheet = withCutNoted(tools, seen, ownPieces(seen.table, seen.memo.fields).count);
  const { memo } = sheet;
  const asked = isEarlier(memo, from) ? { filters: withFirstDay(memo, from), open: missingIn(memo) } : memo;
  const open = refresh ? asked.open : bringSaved(workbook, sheet, asked);
  return planContentRun(tools, { ...plan, filters: asked.filters, asked: { open, of: sheet } });
}

/** Whether a first day lies before the one that a sheet was asked from. */
export const isEarlier = ({ filters }: Pick<ContentMemo, 'filters'>, from: FirstDay | undefined): boolean =>
  from !== undefined &&
  filters['uploadedFrom'] !== undefined &&
  (from.uploadedFrom === undefined || from.uploadedFrom < filters['uploadedFrom']);

function withFirstDay({ filters }: Pick<ContentMemo, 'filters'>, from: FirstDay = {}): Record<string, string> {
  const { uploadedFrom: _, ...others } = filters;
  return { ...others, ...from };
}
