import { dayText, requestsText } from './count';

/** In the note of a cell that has nothing to show: what was paid for. */
export const PAID = {
  creator: (atMs: number, requests: number): string =>
    `Paid on ${dayText(atMs)}; details no longer stored. Enrich the row to get them (${requestsText(requests)}).`,
  search: (atMs: number): string =>
    `Paid on ${dayText(atMs)}; details no longer stored. Search in the sidebar to get them (1 request a page).`,
  posts: (atMs: number): string =>
    `Paid on ${dayText(atMs)}; details no longer stored. Find posts in the sidebar to get them (1 request a post).`,
};

/** What keeps a formula from buying, and the page as well. */
export const cellEn = () => ({
  unreadable:
    "influData sent a reply we couldn't read; you may have been charged. It is not asked again today. Enrich the row to try now.",
  newerState:
    'A newer version of influData is used in this spreadsheet, so this older one spends nothing: reload the page, or have the add-on updated.',
  noKey: 'Connect influData first: Extensions › influData › API key and account. A trial is free.',
  audienceOff: 'Turn on "Audience reports in formulas" under Account › More. Each report costs 20 requests.',
  postsOff: 'Turn on "Posts in formulas" under Account › More. Each post costs 1 request.',
});
