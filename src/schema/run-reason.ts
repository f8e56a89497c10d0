import { spoken } from './language';
import { limitsDe, reasonDe } from './text/de/reason';
import { LIMITS, REASON } from './text/reason';

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
  | { code: 'failed'; error: string; message: string; page?: number };

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

const texts = /* @__PURE__ */ spoken(REASON, reasonDe);
/** Beside a run: by the limit's code. */
const limitTexts = /* @__PURE__ */ spoken<Record<keyof typeof LIMITS, (figure: number) => string> | undefined>(
  undefined,
  limitsDe,
);

const TEXTS: { [Code in Exclude<RunReason['code'], keyof typeof LIMITS>]: (reason: never) => string } = {
  spendingPaused: () => texts().spendingPaused,
  paused: () => texts().paused,
  noTurn: () => texts().noTurn,
  sheetDeleted: ({ sheet }: { sheet: string }) => texts().sheetDeleted(sheet),
  lost: ({ page, requests }: { page?: number; requests?: number }) =>
    page !== undefined ? texts().lostPage(page) : requests !== undefined ? texts().lostPosts(requests) : texts().lost,
  unreadable: ({ page }: { page?: number }) => (page === undefined ? texts().unreadable : texts().unreadablePage(page)),
  full: ({ posts }: { posts: number }) => texts().full(posts),
  nothingNew: ({ sinceDay, requests }: { sinceDay?: string; requests: number }) =>
    texts().nothingNew(sinceDay === undefined ? undefined : Date.parse(sinceDay), requests),
  placeLost: ({ from }: { from: RestPlace }) => texts().placeLost(restText(from)),
  circle: ({ from }: { from: RestPlace }) => texts().circle(restText(from)),
  pullOpen: () => texts().pullOpen,
  campaignBusy: () => texts().campaignBusy,
  reportsMade: ({ sheets, without }: { sheets: number; without: number }) => texts().reportsMade(sheets, without),
  noWeekly: ({ because }: { because: 'trial' | keyof typeof REASON.noWeekly }) =>
    because === 'trial' ? texts().noWeeklyTrial : texts().noWeekly[because],
  failed: ({ message, page }: { message: string; page?: number }) =>
    page === undefined ? message : texts().failedPage(page, message),
};

/** Why resuming costs more than the posts that are left. */
export const restText = ({ atMs, posts = 0 }: RestPlace): string =>
  atMs === undefined
    ? texts().restAtFirst
    : texts().restAt(new Date(atMs).toISOString().slice(0, 16).replace('T', ' '), posts);

const isLimit = (reason: RunReason): reason is Exclude<LimitReason, { code: 'spendingPaused' }> =>
  reason.code in LIMITS;

/** One sentence for people that ends with the next step; blank where there is nothing to say. */
export function reasonText(reason: RunReason | undefined): string {
  if (!reason) return '';
  if (isLimit(reason)) return (limitTexts()?.[reason.code] ?? LIMITS[reason.code].run)(figureOf(reason));
  return TEXTS[reason.code as keyof typeof TEXTS](reason as never);
}
