import { count, list, number, price, requests } from '../format';
import type { DeliverableState } from '../../schema/deliverable-state';
import { STATE_WORDS } from '../../schema/text/deliverable-state';

/** What cells say, as they say it: English for everybody. */
export const statesText = (states: Partial<Record<DeliverableState, number>>): string =>
  Object.entries(states)
    .map(([state, many]) => number(many) + ' ' + STATE_WORDS[state as DeliverableState])
    .join(' · ');

/** *Campaign tracker*: what was agreed, and the posts that came of it. */
export const CAMPAIGN_PAGE = {
  title: 'Campaign tracker',
  hint: 'A sheet with a row for each agreed post. It finds the posts and says which are live, late or missing, with CPM.',
  reading: 'Reading the sheet…',
  list: (sheet: string, creators: number): string => '“' + sheet + '”: ' + count(creators, 'creator') + '.',
  unread: (rows: number): string =>
    count(rows, 'row') + ' without a creator ' + (rows === 1 ? 'stays' : 'stay') + ' out.',
  rows: 'Creators',
  withStatus: (status: string, creators: number): string => status + ' (' + number(creators) + ')',
  selected: 'In the selected rows',
  all: (creators: number): string => 'All ' + number(creators),
  types: 'Each of them posts',
  typeNames: { post: 'Post', reel: 'Reel', story: 'Story', video: 'Video', short: 'Short' },
  due: 'Due',
  hashtags: 'Required hashtags',
  mentions: 'Required mentions',
  disclosure: 'Must say that it is an ad',
  disclosureHint: 'Such as #ad or Anzeige, in twelve languages.',
  from: 'Posts from',
  fromHint: 'Only posts from this day on are fetched.',
  feesSplit: 'The agreed fee is split evenly over a creator’s posts.',
  make: 'Make the tracker',
  made: (sheet: string, deliverables: number): string =>
    'Made “' + sheet + '” with ' + count(deliverables, 'row') + '. Nothing was charged.',
  byIdAlone: (creators: number): string =>
    count(creators, 'creator') + ' left out: without a handle their posts can’t be found.',
  textFees: (creators: number): string =>
    'The fee of ' + count(creators, 'creator') + ' is text, not one number: it counts in no total.',
  chooseType: 'Choose at least one kind of post.',

  tracker: (sheet: string, deliverables: number, open: number): string =>
    '“' + sheet + '”: ' + count(deliverables, 'agreed post') + ', ' + number(open) + ' without one yet.',
  chosen: (rows: number): string =>
    count(rows, 'row') + ' set by hand ' + (rows === 1 ? 'stays' : 'stay') + ' as typed.',
  postsIn: (posts: number, sheets: readonly string[]): string =>
    count(posts, 'post') + ' in ' + list(sheets.map((name) => '“' + name + '”')) + '.',
  fresh: (creators: number): string => 'No posts yet of ' + count(creators, 'creator') + '.',
  freshFrom: (day: string): string => 'Their posts from ' + day + ' on.',
  freshAll: '“Posts from” is blank: all their posts, however old.',
  saved: (creators: number, sheets: readonly string[]): string =>
    'Posts of ' +
    count(creators, 'creator') +
    ' are saved in ' +
    list(sheets.map((name) => '“' + name + '”')) +
    ' already: they come free, with their figures of then. Only what is missing there is charged.',
  earlier: (day: string | undefined): string =>
    (day === undefined ? '“Posts from” is blank now: all older posts' : 'Older posts, from ' + day + ' on,') +
    ' come as well, 1 request each. What is saved is not bought again.',
  fromLost: 'No cell over the tracker says “Posts from” any more. Undo that before new posts are bought.',
  fromUnread: (text: string): string =>
    '“' + text + '” under “Posts from” is no date. Type one, or clear the cell for all posts.',
  cap: 'Cap for the whole campaign',
  capHint: (used: number): string => requests(used) + ' used so far, by all syncs.',
  noCap: 'None is saved in this spreadsheet yet. Without one no posts are bought.',
  saveCap: (cap: number): string => 'Save ' + number(cap) + ' as the cap',
  capBelow: 'This campaign has used that much already. Raise the cap to get more posts.',
  atMost: 'At most',
  refresh: 'Refresh figures of saved posts',
  refreshHint: (posts: number): string =>
    '1 request for each post that comes again, of ' +
    count(posts, 'post') +
    '. Brings posts, too, that influData found days after their upload.',
  what: 'All posts of these creators, 1 request each',
  toGet: 'To get posts',
  get: (most: number | undefined): string => 'Get posts' + (most === undefined ? '' : ' · at most ' + price(most)),
  update: 'Update from saved posts (free)',
  occupied: 'Finish or end the run under Content to get more posts.',
  changed: 'The sheet has changed. Look at the price and try again.',
  updated: (sheet: string, states: string, found: number, changed: number): string =>
    '“' +
    sheet +
    '” is up to date: ' +
    states +
    '.' +
    (found === 0 ? '' : ' ' + count(found, 'post') + ' found now.') +
    (changed === 0 ? '' : ' ' + count(changed, 'row') + ' changed.'),
};
