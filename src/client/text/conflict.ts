import { count, number, price } from '../format';

/** *Manage*: creators like one, and brands that a shortlist has worked with. */
export const CONFLICT = {
  alike: 'More like this',
  alikeHint:
    "Select a creator's row in any list, or open the creator's report. Find opens with similar filters filled in.",

  check: 'Conflict check',
  checkHint:
    'Which creators of this sheet have mentioned your competitors, as a new sheet with a column for each brand. What is saved is free.',
  brandsStand: 'Brands and competitors stand in a sheet of their own.',
  noBrands: 'First list your brands and competitors.',
  brands: (competitors: number, own: number): string =>
    count(competitors, 'competitor') + (own > 0 ? ' · ' + number(own) + ' of your own' : ''),
  makeBrands: 'Make the sheet Brands',
  openBrands: 'Open Brands',
  typeBrands: (sheet: string): string =>
    'Type your brands into “' + sheet + '”, then open the sheet with your creators.',
  timelines: (creators: number, sheet: string, saved: number, hidden: number | undefined): string =>
    'Timelines of ' +
    count(creators, 'creator') +
    ' in “' +
    sheet +
    '”' +
    (hidden === undefined ? ', hidden rows too' : hidden > 0 ? ', ' + count(hidden, 'hidden row') + ' left out' : '') +
    ' · ' +
    number(saved) +
    ' saved',
  toCheck: 'To get timelines',
  checkFor: (cost: number): string => (cost === 0 ? 'Check · free' : 'Get and check · ' + price(cost)),
  checkSaved: 'Check what is saved · free',
  changed: 'The sheet has changed. Look at the new price, then check.',
  noTurn: (left: number): string =>
    'Some timelines did not come: ' + count(left, 'creator') + ' left. What came is saved. Try again later.',
  made: (sheet: string): string => 'Made “' + sheet + '”.',
  result: ({
    sheet,
    creators,
    conflicts,
    unknown,
  }: {
    sheet: string;
    creators: number;
    conflicts: number;
    unknown: number;
  }): string =>
    'Made “' +
    sheet +
    '”: ' +
    number(conflicts) +
    ' of ' +
    count(creators, 'creator') +
    ' mentioned a competitor' +
    (unknown > 0 ? '. Nothing is saved about ' + number(unknown) : '') +
    '.',
  posts: 'Their posts',
  postsHint:
    'Sheets with posts are read too. Getting posts costs 1 request a post; Content opens filled in, and you set the most there.',
  since: 'Posts of the last',
  months: (months: number): string => count(months, 'month'),
  getPosts: (creators: number, left: number): string =>
    'Get posts of ' + count(creators, 'creator') + (left > 0 ? ' (' + number(left) + ' later)' : '') + '…',
  postsFilled: 'The creators and the first day are filled in. Set the most posts, then start.',
  allAsked: 'Posts of all these creators have been fetched, as far as influData has them.',
};
