import { lazy } from '../core/lazy';
import { LIMIT_RUNS, REASON } from './said-text';
import { saidOf, type Said, type Told } from '../core/said';
import { spokenOf } from './language';
import { LIMITS } from './text/reason';

/** A limit in the way of spending, with its figure in requests. */
export type LimitReason =
  | { code: 'spendingPaused' }
  | { code: 'dayCap' | 'formulaCap' | 'runCap' | 'monthCap' | 'campaignCap' | 'keptBalance'; requests: number }
  | { code: 'balanceUnknown' | 'balanceUsed' | 'balanceShort' };

/**
 * Why a run rests, or what came of it: a closed set of codes with their figures. The page and the server tell one from
 * another by its code; `reasonText` is what people read. Stored with the run.
 */
export type RunReason =
  | LimitReason
  /** A person paused it. */
  | { code: 'paused' }
  /** No call got its turn for a minute. */
  | { code: 'noTurn' }
  | { code: 'sheetDeleted'; sheet: string }
  /** Paid for and no longer kept: resuming buys it once more. `page` of a search, `requests` of a page of posts. */
  | { code: 'lost'; page?: number; requests?: number }
  /** An answer that could not be read; resuming buys it once more. */
  | { code: 'unreadable'; page?: number }
  /** As many posts came as were asked for. */
  | { code: 'full'; posts: number }
  /** A sync that found nothing: since the day of the one before, if there was one, and what that cost. */
  | { code: 'nothingNew'; sinceDay?: string; requests: number }
  /** influData does not know the place in its list any more, or its list leads back to itself: where resuming begins. */
  | { code: 'placeLost' | 'circle'; from: RestPlace }
  /** A first pull stands in the way of a sync. */
  | { code: 'pullOpen' }
  /** Another run fetches posts of the same campaign. */
  | { code: 'campaignBusy' }
  | { code: 'reportsMade'; sheets: number; without: number }
  /** A trial key has no weekly refresh: surely one, or because no client id, or the setting, says so. */
  | { code: 'noWeekly'; because: 'trial' | 'noClientId' | 'setting' }
  /** What influData or the spreadsheet refused, with its `ErrorCode` and its own sentence. */
  | ({ code: 'failed'; error: string; page?: number } & Told);

/** Where a pull goes on: at an instant, with so many posts of it paid for once more; without one, at the first post. */
export interface RestPlace {
  atMs?: number;
  posts?: number;
}

/** The run has reached its own cap; a larger one lets it go on. */
export const isAtItsCap = (reason: RunReason | undefined): boolean => reason?.code === 'runCap';

/** A cap or the balance is in the way. */
export const isOverBudget = (reason: RunReason | undefined): boolean => reason !== undefined && reason.code in LIMITS;

/** What a cell shows, short: a state first. */
export const limitText = (limit: LimitReason): string =>
  limit.code === 'spendingPaused' ? 'paused' : `budget reached: ${LIMITS[limit.code].cell(figureOf(limit))}`;

const figureOf = (limit: LimitReason): number => ('requests' in limit ? limit.requests : 0);

const saidBy = lazy((): { [Code in Exclude<RunReason['code'], keyof typeof LIMITS>]: (reason: never) => Said } => ({
  spendingPaused: () => REASON.spendingPaused,
  paused: () => REASON.paused,
  noTurn: () => REASON.noTurn,
  sheetDeleted: ({ sheet }: { sheet: string }) => REASON.sheetDeleted(sheet),
  lost: ({ page, requests }: { page?: number; requests?: number }) =>
    page !== undefined ? REASON.lostPage(page) : requests !== undefined ? REASON.lostPosts(requests) : REASON.lost,
  unreadable: ({ page }: { page?: number }) => (page === undefined ? REASON.unreadable : REASON.unreadablePage(page)),
  full: ({ posts }: { posts: number }) => REASON.full(posts),
  nothingNew: ({ sinceDay, requests }: { sinceDay?: string; requests: number }) =>
    REASON.nothingNew(sinceDay === undefined ? undefined : Date.parse(sinceDay), requests),
  placeLost: ({ from }: { from: RestPlace }) => REASON.placeLost(restSaid(from)),
  circle: ({ from }: { from: RestPlace }) => REASON.circle(restSaid(from)),
  pullOpen: () => REASON.pullOpen,
  campaignBusy: () => REASON.campaignBusy,
  reportsMade: ({ sheets, without }: { sheets: number; without: number }) => REASON.reportsMade(sheets, without),
  noWeekly: ({ because }: { because: 'trial' | keyof typeof REASON.noWeekly }) =>
    because === 'trial' ? REASON.noWeeklyTrial : REASON.noWeekly[because],
  failed: ({ page, ...told }: Told & { page?: number }) =>
    page === undefined ? saidOf(told) : REASON.failedPage(page, saidOf(told)),
}));

const restSaid = ({ atMs, posts = 0 }: RestPlace): Said =>
  atMs === undefined
    ? REASON.restAtFirst
    : REASON.restAt(new Date(atMs).toISOString().slice(0, 16).replace('T', ' '), posts);

/** Why resuming costs more than the posts that are left. */
export const restText = (place: RestPlace): string => spokenOf(restSaid(place));

const isLimit = (reason: RunReason): reason is Exclude<LimitReason, { code: 'spendingPaused' }> =>
  reason.code in LIMITS;

/** One sentence for people that ends with the next step. */
export function reasonSaid(reason: RunReason): Said {
  if (isLimit(reason)) return LIMIT_RUNS[reason.code](figureOf(reason));
  return saidBy()[reason.code as keyof ReturnType<typeof saidBy>](reason as never);
}

/** In the reader's language; blank where there is nothing to say. */
export const reasonText = (reason: RunReason | undefined): string => (reason ? spokenOf(reasonSaid(reason)) : '');
