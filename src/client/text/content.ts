import type { ComponentChildren } from 'preact';
import { ago, count, hourText, instantLabel, list, number, price, requests } from '../format';

/** Content: filters, what to get, syncs, the summary. */
export const CONTENT = {
  summaryMade: 'The summary is ready.',
  makeSummary: 'Make summary · free',
  /** Of the form, which can be in sight beside it. */
  makeTheSummary: 'Make the summary · free',
  updateSummary: 'Update summary · free',
  summaryMadeIn: (sheet: string): string => 'The summary is ready in “' + sheet + '”.',
  summaryIn: (sheet: string): string => 'In “' + sheet + '”.',
  campaignSummary: 'Campaign summary',
  summaryHint: 'Posts, reach and engagement by creator and day, as formulas and charts.',
  rateLabel: 'Earned media: your rate per 1,000 reach',
  rateExample: 'none',
  badRate: 'Enter a number such as 12.50.',
  rateHint: 'In your currency. You can change it in the summary later.',
  noneOfTypes: (platforms: readonly string[]): string =>
    list(platforms) +
    (platforms.length === 1 ? ' has' : ' have') +
    ' none of these types, so nothing comes from ' +
    (platforms.length === 1 ? 'it.' : 'them.'),
  resetFilters: 'Reset filters',
  formulaHint: 'The formula costs 1 request per post, for at most 100 posts.',
  formulaOffHint: 'The formula costs 1 request per post. First turn on “Posts in formulas” under Account › More.',
  handlesAndMore: (named: string, more: number): string => named + ' and ' + number(more) + ' more',
  platforms: 'Platforms',
  types: 'Types · all if none is chosen',
  posts: 'Posts',
  reels: 'Reels',
  stories: 'Stories',
  videos: 'Videos',
  shorts: 'Shorts',
  creators: 'Creators',
  creatorsExample: 'Anyone, or @handle',
  keywords: 'Keywords in caption, hashtags, mentions',
  keywordsExample: 'summer sale, skincare',
  hashtags: 'Hashtags',
  uploaded: 'Uploaded',
  uploadedHint: 'Whole days, in UTC.',
  until: (dayText: string): string => 'until ' + dayText,
  since: (dayText: string): string => 'since ' + dayText,
  followers: 'Followers',
  from: 'from',
  noLimit: 'no limit',
  followersHint: (usualMinimum: string): string =>
    'At least ' + usualMinimum + ' followers unless you change it. Enter 0 for everyone.',
  reachOrViews: 'Reach or views',
  views: 'views',
  sortBy: 'Sort by',
  newestFirst: 'Newest first',
  largestReachFirst: 'Largest reach first',
  mostViralFirst: 'Most viral first',
  noPlatform: 'Choose a platform.',
  overUsualMinimum: (usualMinimum: string): string =>
    'The minimum is ' + usualMinimum + ' unless you change it. Enter a smaller one, or 0 for everyone.',
  filtersReused: 'The sheet’s filters are in the form.',
  contentFilters: 'Content filters',
  into: 'Into',
  newSheet: 'A new sheet',
  appendTo: (name: string): string => 'Append to “' + name + '”',
  appendHint: 'These filters replace the sheet’s own: its next syncs use them.',
  thumbnailColumn: 'Thumbnail column',
  thumbnailHint: 'The pictures go blank after 24 hours, when their links expire.',
  toGetPosts: 'To get posts',
  sheetLost: 'The sheet to append to is no longer in front, so a new one will be made.',
  atMost: 'At most',
  priceWhat: (most: number): string => 'Up to ' + count(most, 'post') + ', at most ' + requests(most),
  getPosts: 'Get posts',
  getPostsAtMost: (most: number): string => 'Get posts · at most ' + price(most),
  /** `sheet`: blank where it is clear; `startedAt`: undefined once it is over. */
  runAbout: (sheet: string, filters: string, startedAt: string | undefined): string =>
    (sheet === '' ? '' : '“' + sheet + '” · ') +
    filters +
    (startedAt === undefined ? '' : ' · started ' + ago(startedAt)),
  pauseHint: (most: number): string =>
    'Spends at most ' + requests(most) + '. Closing the sidebar pauses it too; what you paid for is in the sheet.',
  postsDone: (posts: ComponentChildren, isOne: boolean): ComponentChildren => [posts, isOne ? ' post' : ' posts'],
  postsSoFar: (posts: ComponentChildren, most: number): ComponentChildren => [
    posts,
    ' of at most ',
    count(most, 'post'),
  ],
  added: 'added',
  refreshed: 'refreshed',
  alreadyThere: 'already there',
  noPosts: (canLoosen: boolean): string =>
    'No posts match all of these filters.' + (canLoosen ? ' Remove one, then try again:' : ''),
  noNewPosts: 'No new posts since the last sync.',
  takenOut: 'The form has the other filters. Check the price, then get posts.',
  addFrom: (area: string): string => 'Add from ' + (area === '' ? 'selected cells' : area),
  removeAll: (handles: number): string => 'Remove all ' + number(handles),
  handlesTaken: (handles: number, area: string, leftOut: number): string =>
    (handles === 0 ? 'No handles' : count(handles, 'creator')) +
    ' from ' +
    area +
    '.' +
    (leftOut === 0
      ? ''
      : ' ' +
        count(leftOut, 'cell') +
        (leftOut === 1 ? ' is' : ' are') +
        ' left out: unreadable, or too many for one query.'),
  synced: (syncedAt: string): string => ' · synced ' + ago(syncedAt),
  getOtherPosts: 'Get other posts…',
  reuseFilters: 'Reuse its filters…',
  scheduleOn: (hour: number, cap: number): string =>
    'Every day at about ' + hourText(hour) + ', new posts are added, for at most ' + requests(cap) + '.',
  monthUsedOf: (used: ComponentChildren, monthCap: number): ComponentChildren => [
    'This month: ',
    used,
    ' of ',
    requests(monthCap),
    ' used.',
  ],
  monthUsed: (used: number): string => 'Syncs of this sheet used ' + requests(used) + ' this month.',
  inPostsLabel: (label: string): string => label + ', in posts',
  postsUnit: 'posts',
  requestsUnit: 'requests',
  whatToFetch: (shown: ComponentChildren): ComponentChildren => ['What to get ', shown],
  fetchesAll: 'from the first post',
  fetches: (isComplete: boolean, refreshesSaved: boolean): string =>
    (isComplete ? 'new' : 'missing, new') + (refreshesSaved ? ', saved' : ''),
  refreshSaved: 'Refresh saved posts too',
  refreshSavedHint: (posts: number): string =>
    'Updates their figures: 1 request for each of the ' + count(posts, 'post') + ' that comes again.',
  syncWhat: '1 request per post, at most',
  syncNow: (most: number | undefined): string => 'Sync now' + (most === undefined ? '' : ' · at most ' + price(most)),
  refreshFigures: (most: number | undefined): string =>
    'Refresh figures' + (most === undefined ? '' : ' · at most ' + price(most)),
  sheetStep: (posts: ComponentChildren, step: string): ComponentChildren => [posts, ', ', step],
  postCount: (posts: number): string => count(posts, 'post'),
  upToDateThrough: (iso: string): string => 'up to date through ' + instantLabel(iso).replace(',', ''),
  stepIncomplete: 'incomplete: the next sync gets the missing posts first',
  stepUnknown: 'not all matching posts are here, so we can’t tell which are new',
  scheduleHour: 'At about',
  oClock: 'o’clock',
  scheduleCap: 'A sync spends at most',
  scheduleMonthCap: 'A month, at most',
  monthBelowSync: 'That is less than one sync may spend.',
};
