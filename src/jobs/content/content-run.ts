import { readBudget } from '../../gate/budget';
import { chargedTo } from '../../gate/ledger-view';
import { spentByRun } from '../../gate/run-spend';
import { InfluError } from '../../core/error';
import type { Host, Table, Tools } from '../../core/ports';
import { instantMs, SECOND_MS } from '../../core/time';
import type { ContentPage } from '../../schema/content';
import { CONTENT_PAGE_SIZE } from '../../schema/content-page';
import { campaignOf, leaveCampaign, takeCampaign } from './campaign-cap';
import { askPage, isOrdered } from './content-page';
import {
  contentSheet,
  contentSheets,
  ownPieces,
  widenForFields,
  writeContentMemo,
  writePieces,
  type ContentMemo,
} from './content-sheet';
import { restOf, stillOpen, type Stretch, type Walk } from './content-stretch';
import { countCharge } from './content-sync';
import { isAtItsCap, type RestPlace, type RunReason } from '../../schema/run-reason';
import type { OwnRows } from '../run/own-rows';
import { changeRun } from '../run/run-state';
import type { RunJob } from '../run/run-step';
import { CONTENT_RUN, type ContentRun } from './content-state';
import { CONTENT_REFUSAL } from '../../schema/said-text';

/** After this, a step begins no further page. */
const LAST_PAGE_MS = 20 * SECOND_MS;

/**
 * One step: page after page for about 20 s. Each is written and noted before the next is asked for, so a stop at any place
 * loses nothing that was paid for. 1 request for each piece that comes.
 */
function contentStep({ host, workbook }: Tools, before: ContentRun): Partial<ContentRun> {
  const beganMs = host.clock.now();
  let run: ContentRun = { ...before, isExpired: false };
  const table = workbook.byId(run.sheetId);
  if (!table) return { state: 'done', reason: { code: 'sheetDeleted', sheet: run.sheetName } };
  const { memo } = contentSheet(workbook, run.sheetId);
  let own: OwnRows | undefined = ownPieces(table, memo.fields);
  if (!table.canEdit({ row: 2, column: 1, rows: 1, columns: 1 }))
    throw new InfluError('sheet', CONTENT_REFUSAL.protectedSheet(table.name()));
  let room = roomOf(host, run);
  const ended = (state: 'stopped' | 'done', reason?: RunReason): Partial<ContentRun> => {
    rememberContent(host, table, contentSheet(workbook, run.sheetId).memo, run, state);
    return { ...run, sheetName: table.name(), state, reason };
  };
  for (;;) {
    const [stretch] = run.todo;
    if (!stretch) return ended('done', nothingNew(host, run, memo));
    if (run.pieces >= run.max) return ended('done', { code: 'full', posts: run.max });
    if (host.clock.now() - beganMs > LAST_PAGE_MS) return run;
    const limit = limitOf(run, room);
    const got = askPage(host, run, stretch, limit, beganMs);
    if (got.kind === 'later') return run;
    if (got.kind === 'expired') {
      run = expired(run, stretch);
      return ended('stopped', { code: 'placeLost', from: restPlace(run) });
    }
    if (got.kind === 'problem') {
      room = got.isBudget ? roomOf(host, run) : room;
      // The page would cost more than may still be spent, so ask for exactly what is left.
      if (got.isBudget && limitOf(run, room) < limit) continue;
      return ended('stopped', got.reason);
    }
    const { page, atMs, charged } = got;
    const fields = widenForFields(workbook, table, memo.fields, page.pieces);
    if (fields !== memo.fields) {
      Object.assign(memo, contentSheet(workbook, run.sheetId).memo, { fields });
      writeContentMemo(table, memo);
      own = undefined;
    }
    const written = writePieces(workbook, table, fields, page.pieces, atMs, run.action === 'refresh', own);
    own = written.own;
    room = Math.min(room - charged, page.remaining ?? Infinity);
    const progress = {
      ...afterPage(run, stretch, page),
      // A killed step may have written rows that no checkpoint counts.
      added: Math.max(run.added + written.added, own.count - run.before),
      updated: run.updated + written.updated,
      // Consent to buy a lost page again was for that page only.
      buyLost: false,
    };
    const isCircle = page.nextCursor !== undefined && page.nextCursor === run.cursor;
    run = noted(host, table, memo, { ...run, ...progress });
    if (isCircle) {
      run = expired(run, stretch);
      return ended('stopped', { code: 'circle', from: restPlace(run) });
    }
    if (run.state !== 'running') return ended('stopped', run.reason);
  }
}

/** Said of a sync that has added no post, before its sheet notes that it was synced now. */
function nothingNew(host: Host, { id, action, added }: ContentRun, { syncedAtMs }: ContentMemo): RunReason | undefined {
  if (action !== 'sync' || added > 0) return undefined;
  return {
    code: 'nothingNew',
    ...(syncedAtMs > 0 ? { sinceDay: host.clock.day(syncedAtMs, host.timeZone()) } : {}),
    requests: spentByRun(host.documentProperties.all(), id).charged,
  };
}

/** Saves the checkpoint. If somebody has ended the run meanwhile, what it has brought is kept all the same. */
function noted(host: Host, table: Table, memo: ContentMemo, progress: ContentRun): ContentRun {
  try {
    // The cap of this step may be for tonight only, so it is not saved.
    const keep = ({ state, reason, cap }: ContentRun) => ({ ...progress, state, reason, cap });
    return { ...changeRun(host, progress.id, CONTENT_RUN, keep), cap: progress.cap };
  } catch (error) {
    rememberContent(host, table, memo, progress, 'stopped');
    throw error;
  }
}

/** What may still be spent, in requests, as far as is known here; the gate has the last word. */
function roomOf(host: Host, { id, cap }: ContentRun): number {
  const { today, balance, keep } = readBudget(host);
  return Math.min(cap - chargedTo(host, id), today, (balance?.left ?? Infinity) - keep);
}

/** The last page asks for exactly what is left. If nothing is left, the gate says why. */
const limitOf = ({ max, pieces }: ContentRun, room: number): number =>
  Math.min(CONTENT_PAGE_SIZE, max - pieces, Math.max(1, room));

/** Where the run stands after a page: further in the list, or at the next stretch. */
function afterPage(run: ContentRun, stretch: Stretch, page: ContentPage): Partial<ContentRun> {
  const walk = walked(run.walk, page, isOrdered(run));
  const offset = run.offset + page.returned;
  const isMore = page.byOffset
    ? page.returned > 0 && offset < (page.count ?? Infinity)
    : page.returned > 0 && page.nextCursor !== undefined;
  const next = { page: run.page + 1, pieces: run.pieces + page.returned };
  if (isMore) {
    const place = page.byOffset ? { cursor: '', offset } : { cursor: page.nextCursor ?? '', offset: 0 };
    return { ...next, ...place, walk, open: run.open, todo: run.todo };
  }
  return {
    ...next,
    ...NEW_PLACE,
    walk: freshWalk(walk),
    open: stillOpen(run.open, stretch, walk, true),
    todo: run.todo.slice(1),
  };
}

const NEW_PLACE = { cursor: '', offset: 0 };
const freshWalk = ({ ascends, isMixed }: ContentRun['walk']): ContentRun['walk'] => ({
  edge: 0,
  ...(ascends === undefined || isMixed ? {} : { ascends }),
});
/** Pieces that come in no order leave no place from which to go on. */
const orderOf = (walk: ContentRun['walk']): Walk => (walk.isMixed ? {} : walk);

/** Instants with more digits than ms are rounded outwards, so that no piece falls between two queries. */
const digitsBeyondMs = (text: unknown): number => (/\.\d{3}0*[1-9]/.test(String(text)) ? 1 : 0);

/**
 * With offsets, uploads in the meantime push the list down. If more were uploaded than had come, this page begins beyond
 * where the one before ended, and what lies between may be incomplete.
 */
const leaps = ({ ascends, oldest, newest }: ContentRun['walk'], ms: number): boolean =>
  ascends === undefined || (ascends ? ms < (oldest ?? -Infinity) : ms > (newest ?? Infinity));

function walked(before: ContentRun['walk'], { pieces, byOffset }: ContentPage, ordered: boolean): ContentRun['walk'] {
  const walk = { ...before };
  for (const [index, { uploaded }] of pieces.entries()) {
    const ms = instantMs(uploaded);
    if (ms === undefined) continue;
    const isNewOffset = index === 0 && byOffset;
    if (isNewOffset && ordered && leaps(walk, ms)) {
      delete walk.oldest;
      delete walk.newest;
    }
    if (ordered && walk.last !== undefined && ms !== walk.last && !isNewOffset) {
      const ascends = ms > walk.last;
      // Pages may overlap when they come by offset; they are in order all the same.
      if (ascends !== (walk.ascends ??= ascends) && index > 0) walk.isMixed = true;
    }
    walk.edge = ms === walk.last ? walk.edge + 1 : 1;
    walk.last = ms;
    walk.newest = Math.max(walk.newest ?? ms, ms);
    walk.oldest = Math.min(walk.oldest ?? Infinity, ms + digitsBeyondMs(uploaded));
  }
  return walk;
}

/** Ends the stretch here and puts what is left of it next. Sorted by reach there is nowhere to go on from. */
function expired(run: ContentRun, stretch: Stretch): ContentRun {
  const place = { ...run, ...NEW_PLACE, page: run.page + 1, isExpired: true };
  if (!isOrdered(run)) return { ...place, pieces: 0, walk: freshWalk(run.walk) };
  return {
    ...place,
    open: stillOpen(run.open, stretch, orderOf(run.walk), false),
    todo: [restOf(stretch, orderOf(run.walk)), ...run.todo.slice(1)],
    walk: { ...freshWalk(run.walk), edge: run.walk.edge },
  };
}

/** Where resuming begins, and how many posts of that instant are paid for once more. */
export function restPlace(run: ContentRun): RestPlace {
  const rest = run.todo[0] ?? {};
  const atMs = run.walk.ascends === true ? rest.from : rest.to;
  return !isOrdered(run) || atMs === undefined ? {} : { atMs, posts: run.walk.edge };
}

/** Saves what the sheet holds now and was asked for. The watermark moves only if nothing before it is left open. */
function rememberContent(host: Host, table: Table, memo: ContentMemo, run: ContentRun, state = run.state): void {
  const [under] = run.todo;
  const open = under && isOrdered(run) ? stillOpen(run.open, under, orderOf(run.walk), false) : run.open;
  const { ascends: known, ...others } = memo;
  const ascends = run.walk.isMixed ? undefined : (run.walk.ascends ?? known);
  writeContentMemo(table, {
    ...others,
    ...(ascends === undefined ? {} : { ascends }),
    open,
    posts: run.before + run.added,
    // Begun by a version that did not count.
    ...(memo.posts === undefined && run.before > 0 ? { isCut: true } : {}),
    filters: run.filters,
    syncedAtMs: state === 'done' ? host.clock.now() : memo.syncedAtMs,
  });
  countCharge(host, run);
}

/** When a run is ended, what it has brought stays, and the sheet remembers how far that goes. */
function endContent({ host, workbook }: Tools, run: ContentRun): void {
  const sheet = contentSheets(workbook).find(({ table }) => table.id() === run.sheetId);
  if (sheet) rememberContent(host, sheet.table, sheet.memo, run);
}

/** A step for a campaign's sheet spends under the campaign's cap as well. */
function stepWithin(tools: Tools, run: ContentRun): Partial<ContentRun> {
  const { id } = run;
  // One that an older bundle began does not name it.
  const campaign = run.campaign ?? campaignOf(tools.host.documentProperties.all(), run.sheetId);
  if (campaign === undefined) return contentStep(tools, run);
  const share = takeCampaign(tools.host, campaign, id);
  if (share.kind === 'busy') return { state: 'stopped', reason: { code: 'campaignBusy' } };
  try {
    const reason = { code: 'campaignCap', requests: share.cap } as const;
    if (share.left <= 0) return { state: 'stopped', reason };
    const done = contentStep(tools, { ...run, cap: Math.min(run.cap, share.mostCharged) });
    const isCampaigns = share.mostCharged < run.cap && isAtItsCap(done.reason);
    return isCampaigns ? { ...done, reason } : done;
  } finally {
    leaveCampaign(tools.host, campaign, id);
  }
}

export const CONTENT: RunJob<ContentRun> = { ...CONTENT_RUN, step: stepWithin, end: endContent };
