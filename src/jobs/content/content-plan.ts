import { badInput, InfluError } from '../../core/error';
import { contentText } from '../../schema/content-search';
import type { Tools } from '../../core/ports';
import { campaignOf } from './campaign-cap';
import { isOrdered } from './content-page';
import { contentSheet, createContentSheet, ownPieces, writeContentMemo, type ContentMemo } from './content-sheet';
import { watermarkOf, type Stretch } from './content-stretch';
import { readSync } from './content-sync';
import { beginRun, freshRun } from '../run/run-state';
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
}

/** A run is one property of 9 KB and still grows a little, so it has room for far fewer gaps than the sheet's memo. */
const LONGEST_RUN = 8_000;

/** Makes sheet and plan. Free. */
export function planContentRun({ host, workbook }: Tools, plan: PullPlan): ContentRun {
  const { action, filters, max, sheetId, cap } = plan;
  const known = sheetId === undefined ? undefined : contentSheet(workbook, sheetId);
  const table = known?.table ?? createContentSheet(workbook, filters, plan.thumbnails);
  const isSame = known !== undefined && contentText(known.memo.filters) === contentText(filters);
  const open = isSame ? known.memo.open : [{}];
  const isAll = action === 'refresh' || !isOrdered(plan);
  const ascends = known?.memo.ascends;
  const campaign = sheetId === undefined ? undefined : campaignOf(host.documentProperties.all(), sheetId);
  // The tracker would count those for whom it has been asked as new, and buy all their posts again.
  if (campaign !== undefined && !isSame) throw badInput(CAMPAIGN_SAID.otherPosts(table.name()));
  const run: ContentRun = {
    ...freshRun(host, table, cap),
    kind: 'content',
    action,
    filters: { ...filters },
    max,
    todo: isAll ? [{}] : gapsFirst(open),
    open,
    walk: { edge: 0, ...(ascends === undefined ? {} : { ascends }) },
    page: 1,
    cursor: '',
    offset: 0,
    isExpired: false,
    pieces: 0,
    added: 0,
    updated: 0,
    before: known ? ownPieces(table, known.memo.fields).count : 0,
    again: true,
    ...(campaign === undefined ? {} : { campaign }),
  };
  // Checked before anything is bought: a step whose progress cannot be saved would lose what it paid for.
  if (JSON.stringify(run).length > LONGEST_RUN)
    throw new InfluError('sheet', CONTENT_REFUSAL.manyGaps(table.name(), open.length));
  beginRun(host, run, CONTENT_RUN);
  if (!isSame) writeContentMemo(table, { fields: {}, syncedAtMs: 0, ...known?.memo, filters: { ...filters }, open });
  return run;
}

/** Gaps of earlier pulls come before what is new; otherwise they would be bought twice. */
const gapsFirst = (open: readonly Stretch[]): Stretch[] =>
  [...open].sort((left, right) => (right.to ?? -1) - (left.to ?? -1));

/** Throws `badInput` if there is no way to tell what is new. */
export function demandSyncable({ filters, open }: Pick<ContentMemo, 'filters' | 'open'>): void {
  if (!isOrdered({ action: 'pull', filters }) && watermarkOf(open) === undefined)
    throw badInput(CONTENT_REFUSAL.unordered(String(filters['sorting'])));
}

/** Plans a sync of what is new; with `refresh`, known pieces are fetched again too. Free. */
export function planSync(tools: Tools, sheetId: number, max: number, refresh: boolean, cap: number): ContentRun {
  const { memo } = contentSheet(tools.workbook, sheetId);
  if (!refresh) demandSyncable(memo);
  // A sync whose charges could not be counted must not start.
  readSync(tools.host.documentProperties.all(), sheetId, tools.host.clock.now());
  const action = refresh ? 'refresh' : 'sync';
  return planContentRun(tools, { action, filters: memo.filters, max, sheetId, thumbnails: false, cap });
}
