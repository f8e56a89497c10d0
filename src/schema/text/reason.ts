import { counted, dayText, requestsText } from './count';

/** A limit in the way: behind `budget reached:` in a cell, and as a sentence beside a run. Figures are requests. */
interface LimitText {
  cell: (figure: number) => string;
  run: (figure: number) => string;
}

const BALANCE_USED = 'Buy more requests or use another key.';

export const LIMITS = {
  dayCap: {
    cell: (cap) => `today's cap of ${requestsText(cap)}. Raise it under Account.`,
    run: (cap) => `You've reached today's cap of ${requestsText(cap)}. Raise it under Account.`,
  },
  formulaCap: {
    cell: (cap) => `today's cap of ${requestsText(cap)} for formulas. Raise it under Account.`,
    run: (cap) => `You've reached today's cap of ${requestsText(cap)} for formulas. Raise it under Account.`,
  },
  runCap: {
    cell: (cap) => `this run's cap of ${requestsText(cap)}. Raise it to go on.`,
    run: (cap) => `This run has reached its cap of ${requestsText(cap)}. Raise it to go on.`,
  },
  monthCap: {
    cell: (cap) => `this month's cap of ${requestsText(cap)} for keeping this sheet up to date.`,
    run: (cap) => `This sheet has reached its monthly cap of ${requestsText(cap)}. Raise it under Content.`,
  },
  campaignCap: {
    cell: (cap) => `the campaign's cap of ${requestsText(cap)}.`,
    run: (cap) =>
      `This campaign has reached its cap of ${requestsText(cap)}. Raise it in the campaign tracker under Manage.`,
  },
  keptBalance: {
    cell: (kept) => `at least ${requestsText(kept)} must stay on the balance. Lower that under Account.`,
    run: (kept) =>
      `At least ${requestsText(kept)} must stay on your balance. Lower that under Account or buy more requests.`,
  },
  balanceUnknown: {
    cell: () => "some balance must stay, and it can't be read without your client id. Add it under Account.",
    run: () => "Some balance must stay, and it can't be read without your client id. Add it under Account.",
  },
  balanceUsed: {
    cell: () => `the balance of this API key is used up. ${BALANCE_USED}`,
    run: () => `The balance of this API key is used up. ${BALANCE_USED}`,
  },
  balanceShort: {
    cell: () => `the balance of this API key is too low. ${BALANCE_USED}`,
    run: () => `The balance of this API key is too low. ${BALANCE_USED}`,
  },
} satisfies Record<string, LimitText>;

export type CapsText = { [Code in keyof typeof LIMITS]: (figure: number) => string };
export const capsEn = () =>
  Object.fromEntries(Object.entries(LIMITS).map(([code, { run }]) => [code, run])) as CapsText;
/** Why a run rests, or what came of it. */
export const reasonEn = () => ({
  spendingPaused: 'Spending is paused. Resume spending under Account, then resume the run.',
  paused: 'Paused.',
  noTurn:
    'No call got through for a minute: other influData calls are running, or Google refused the lock. This cost nothing. Resume in a few minutes.',
  sheetDeleted: (sheet: string): string => `The sheet "${sheet}" was deleted, so the run ended. Start a new one.`,
  lostPage: (page: number): string =>
    `Page ${page} was paid for, but its details are no longer stored. Resuming buys such pages again (1 request each).`,
  lostPosts: (requests: number): string =>
    `A page was paid for (${requestsText(requests)}), but it is no longer stored. Resuming buys it again.`,
  lost: 'Some of what this run paid for is no longer stored. Resuming buys it again.',
  unreadable: "influData sent a page we couldn't read; you may have been charged. Resuming buys it again.",
  unreadablePage: (page: number): string =>
    `Page ${page}: influData sent a reply we couldn't read. Resuming asks again (1 request).`,
  full: (posts: number): string =>
    `All ${counted(posts, 'post')} you asked for are here; there may be more. The next sync goes on from here.`,
  nothingNew: (sinceMs: number | undefined, requests: number): string =>
    `Nothing new${sinceMs === undefined ? '' : ` since ${dayText(sinceMs)}`}. ` +
    (requests === 0 ? 'This was free.' : `${requestsText(requests)} used.`),
  placeLost: (rest: string): string =>
    `influData no longer knows where this fetch left off, as happens after a long pause. ${rest}`,
  circle: (rest: string): string => `influData's list leads back to itself. ${rest}`,
  pullOpen: "This sheet's first fetch is not finished. Resume or end it first.",
  campaignBusy: 'Another run is fetching posts of this campaign. Resume in two minutes.',
  reportsMade: (sheets: number, without: number): string =>
    `${counted(sheets, 'sheet')} made.` +
    (without === 0 ? '' : ` ${counted(without, 'creator')} ${without === 1 ? 'has' : 'have'} no report.`),
  noWeeklyTrial: "Trial keys don't have the weekly refresh. Use an organization key.",
  noWeekly: {
    noClientId:
      "Trial keys don't have the weekly refresh, and without a client id this key counts as one. If it is an organization key, choose Organization as Kind of key under Account › More, then resume.",
    setting:
      "Trial keys don't have the weekly refresh, and the setting Kind of key says that this is one. If it is an organization key, choose Organization there (Account › More), then resume.",
  },
  failedPage: (page: number, message: string): string => `Page ${page}: ${message}`,
  restAtFirst:
    'Resuming starts again at the first post: those already in the sheet are paid for again and written once.',
  restAt: (instant: string, posts: number): string =>
    `Resuming goes on from ${instant} UTC: ${counted(posts, 'post')} of that instant ${posts === 1 ? 'is' : 'are'} paid for again.`,
});
