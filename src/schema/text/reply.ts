import { counted, dayText, figure, listed, requestsText } from './count';

/** Where keys are, as the menu calls it. */
export const ACCOUNT_PLACE = 'Extensions › influData › API key and account';

/** What influData's replies mean, in a cell, a row or the sidebar. */
export const replyEn = () => ({
  badKey: (keyEnd: string): string =>
    `influData refused the API key ending in ${keyEnd}: it is wrong or has expired. Replace it under ${ACCOUNT_PLACE}.`,
  volumeUsed: (untilMs?: number): string =>
    `This key's requests for the month are used up${untilMs === undefined ? '' : ` until ${dayText(untilMs)}`}. If you bought more, click Try again under ${ACCOUNT_PLACE}. Otherwise use another key.`,
  balanceShort: (needed: number, available: number): string =>
    `Your balance is too low: this needs ${requestsText(needed)}, and ${available === 1 ? '1 is' : `${figure(available)} are`} left. Buy more requests, or use another key under ${ACCOUNT_PLACE}.`,
  balanceLow: (said: string): string =>
    `Your balance is too low for this (${said}). Buy more requests, or use another key under ${ACCOUNT_PLACE}.`,
  notIncluded: {
    audience: `This key's plan doesn't include audience reports. Ask influData to add them, or use another key under ${ACCOUNT_PLACE}.`,
    content: `This key's plan doesn't include posts. Ask influData to add them, or use another key under ${ACCOUNT_PLACE}.`,
    other: `This key's plan doesn't include this. Ask influData to add it, or use another key under ${ACCOUNT_PLACE}.`,
  },
  forbidden:
    "influData refused this: the key's balance is too low, or its plan doesn't include it. Usage in the menu shows the balance.",
  busy: 'influData is getting too many requests from this key. Try again in a minute.',
  apiDown: 'influData has a problem at the moment. Nothing was charged; try again later.',
  rejected: "influData didn't accept this request. Check the platform and the handle.",
  noWeekly:
    "influData refused the weekly refresh: trial keys don't have it. Use an organization key, or run this without it.",
  unreadable: "influData sent a reply we couldn't read. Try again in 10 minutes; you may have been charged.",
  unreadableFree: "influData sent a reply we couldn't read. Nothing was charged; try again in 10 minutes.",
  empty: 'influData sent an empty reply. Try again in a few minutes.',
  unreachable:
    "We couldn't reach influData. Check your connection and try again; Usage in the menu shows whether you were charged.",
  /** As the API answers, with its own words. */
  withStatus: (sentence: string, status: number, said: string): string =>
    `${sentence} (${status}${said === '' ? '' : `: ${said}`})`,
  noClientId: `To read the balance we need your client id, which came with your key. Add it under ${ACCOUNT_PLACE}.`,
  noBalance: "influData didn't send a balance. Try again later.",
  requestTooLong: 'This request is too long for Google to send. Use fewer or shorter filters.',
  halfCharacter: 'This text is cut off in the middle of a character. Enter all of it.',
  /** `what`: one of `data`. */
  lackingPlatform: (platform: string, what: string, others: readonly string[]): string =>
    `influData has no ${what} for ${platform}. Use ${listed(others, 'or')}.`,
  data: { reports: 'audience reports', status: 'data status', enrichment: 'enrichment', posts: 'content' },
  queueSize: (most: number, count: number): string =>
    `Queue 1 to ${counted(most, 'creator')} at once, not ${figure(count)}.`,
  postsAtOnce: (most: number): string => `Get 1 to ${counted(most, 'post')} at once.`,
});
