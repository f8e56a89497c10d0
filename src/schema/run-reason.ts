/** A limit in the way of spending, with its figure in requests. */
export type LimitReason =
  | { code: 'spendingPaused' }
  | { code: 'dayCap' | 'formulaCap' | 'runCap' | 'monthCap' | 'keptBalance'; requests: number }
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
  /** influData does not know the place in its list any more, or its list leads back to itself: where resuming begins. */
  | { code: 'placeLost' | 'circle'; from: RestPlace }
  /** A first pull stands in the way of a sync. */
  | { code: 'pullOpen' }
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
export const isOverBudget = (reason: RunReason | undefined): boolean =>
  reason !== undefined && reason.code !== 'spendingPaused' && reason.code in LIMIT_TEXTS;

const LIMIT_TEXTS: { [Code in LimitReason['code']]: (requests: number) => string } = {
  spendingPaused: () => 'paused',
  dayCap: (requests) =>
    `${requests} requests a day (maxRequestsPerDay). Raise it in the settings or wait until tomorrow.`,
  formulaCap: (requests) =>
    `${requests} formula requests a day (maxFormulaRequestsPerDay). Raise it in the settings or wait until tomorrow.`,
  runCap: (requests) => `${requests} requests a run (maxRequestsPerRun). Raise it for this run or in the settings.`,
  monthCap: (requests) => `${requests} requests a month for its syncs.`,
  keptBalance: (requests) =>
    `the balance would fall below the ${requests} to keep (keepBalance). Lower it in the settings or buy more requests.`,
  balanceUnknown: () =>
    'a balance is to be kept (keepBalance), and without the client id it cannot be read. Add the client id beside the API key.',
  balanceUsed: () => 'the balance of this API key is used up. Buy more requests or use another key.',
  balanceShort: () => 'the balance of this API key does not reach. Buy more requests or use another key.',
};

/** What a cell shows, short: a state first. */
export const limitText = (limit: LimitReason): string =>
  limit.code === 'spendingPaused'
    ? 'paused'
    : `budget reached: ${LIMIT_TEXTS[limit.code]('requests' in limit ? limit.requests : 0)}`;

/** What makes a key count as a trial key that may be none. */
const DOUBTS = { noClientId: 'no client id says otherwise', setting: 'the setting Kind of key says so' } as const;

const onPage = (page: number | undefined): string => (page === undefined ? '' : `Page ${page}: `);

const TEXTS: { [Code in Exclude<RunReason['code'], LimitReason['code']>]: (reason: never) => string } = {
  paused: () => 'Paused.',
  noTurn: () =>
    'No call got its turn for a minute, because other influData calls are under way or Google refuses the lock. Nothing was charged for this. Resume in some minutes.',
  sheetDeleted: ({ sheet }: { sheet: string }) =>
    `The sheet "${sheet}" was deleted, so the run ended. Start a new one.`,
  lost: ({ page, requests }: { page?: number; requests?: number }) =>
    page !== undefined
      ? `Page ${page} was paid for, but its detail is no longer kept. Resume buys such pages once more, at 1 request each.`
      : requests !== undefined
        ? `A page was paid for (${requests} requests), but is no longer kept. Resume buys it once more.`
        : 'Some of what this run paid for is no longer kept. Resume buys that once more.',
  unreadable: ({ page }: { page?: number }) =>
    page === undefined
      ? 'A page was sent that could not be read, and may have been charged. Resume buys it once more.'
      : `${onPage(page)}influData sent an answer that could not be read. Resume asks once more, at 1 request.`,
  full: ({ posts }: { posts: number }) =>
    `The ${posts} pieces that were asked for came; there may be more. The next sync goes on from here.`,
  placeLost: ({ from }: { from: RestPlace }) =>
    `influData does not know the place in its list any more, as happens when a pull rests. ${restText(from)}`,
  circle: ({ from }: { from: RestPlace }) => `influData's list leads back to itself. ${restText(from)}`,
  pullOpen: () => 'Its first pull is not finished. Resume or end that first.',
  reportsMade: ({ sheets, without }: { sheets: number; without: number }) => {
    const made = `${sheets} ${sheets === 1 ? 'sheet' : 'sheets'} made.`;
    return without === 0 ? made : `${made} ${without} ${without === 1 ? 'creator has' : 'creators have'} no report.`;
  },
  noWeekly: ({ because }: { because: 'trial' | keyof typeof DOUBTS }) =>
    because === 'trial'
      ? 'Trial keys have no weekly refresh. Use a key of an organization plan.'
      : `Trial keys have no weekly refresh. This one counts as a trial key because ${DOUBTS[because]}. If it is an organization's, choose Organization as Kind of key in Extensions > influData > API key and account, then resume.`,
  failed: ({ message, page }: { message: string; page?: number }) => onPage(page) + message,
};

/** Why resuming costs more than the posts that are left. */
export function restText({ atMs, posts = 0 }: RestPlace): string {
  if (atMs === undefined)
    return 'Resuming begins at the first piece again: what stands in the sheet is paid for once more, and written once.';
  const those = posts === 1 ? '1 piece of that instant is' : `${posts} pieces of that instant are`;
  return `Resuming goes on from ${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC: ${those} paid for once more.`;
}

/** One sentence for people that ends with the next step; blank where there is nothing to say. */
export function reasonText(reason: RunReason | undefined): string {
  if (!reason) return '';
  if (reason.code === 'spendingPaused')
    return 'Spending is paused. Switch it on again in the Account tab, then resume.';
  if (reason.code in LIMIT_TEXTS) return limitText(reason as LimitReason);
  return TEXTS[reason.code as keyof typeof TEXTS](reason as never);
}
