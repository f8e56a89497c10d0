import { counted, quoted, requestsText } from './count';

/** Of the campaign tracker: its sheets, and what stands in the way of one. */
export const campaignEn = () => ({
  name: 'Campaign tracker',
  hint: 'One row for each post that was agreed. Type over anything: what you type stays. The Campaign tracker under Manage finds the posts.',
  exampleHint:
    'These rows are examples with invented figures: type over them. Nothing in this sheet costs requests. The Campaign tracker under Manage finds the posts.',
  creator: 'Creator',
  platform: 'Platform',
  type: 'Type',
  due: 'Due',
  tags: 'Hashtags',
  mentions: 'Mentions',
  disclosure: 'Disclosure',
  fee: 'Fee',
  post: 'Post',
  state: 'State',
  lacks: 'Missing in post',
  posted: 'Posted',
  reach: 'Reach',
  likes: 'Likes',
  comments: 'Comments',
  engagement: 'Engagement',
  cpm: 'CPM',
  costPerEngagement: 'Cost per engagement',
  others: 'Also posted',
  notes: 'Notes',
  found: 'Found for you',
  id: 'Row key',
  at: 'Row in posts',
  words: 'Words of the post',

  deliverables: 'Deliverables',
  live: 'Posts live',
  open: 'Still open',
  overdue: 'Missing',
  fees: 'Fees',
  from: 'Posts from',
  through: 'Posts complete through',
  removed: 'Words that are no disclosure',
  pattern: 'Words that disclose',

  exampleFee: 'Example, invented figures',

  sheetName: (list: string): string => `Campaign ${list}`,
  postsName: (tracker: string): string => `Posts of ${tracker}`,
  totalsName: (tracker: string): string => `Totals of ${tracker}`,
  totals: (tracker: string): string => `Totals of ${quoted(tracker)}`,
  totalsHint: 'Formulas over the tracker: they follow it. Change them as you like.',
  count: 'Deliverables',
  spendChart: 'Fees and CPM by creator',
  stateChart: 'Deliverables by state',

  noList: 'Open the sheet with your list or your tracker first.',
  noCreators: (sheet: string): string =>
    `No creators found in ${quoted(sheet)}. Open a list with handles or profile links, or a campaign tracker.`,
  nobody: 'None of these rows names a creator by handle, so nothing was made.',
  noTypes: 'Choose what each creator posts.',
  gone: 'That sheet was deleted or is no campaign tracker any more. Open yours and look again.',
  lostColumn: (sheet: string, header: string): string =>
    `The column ${quoted(header)} of ${quoted(sheet)} was deleted. Put it back with Undo, or make a new tracker.`,
  noContent: 'influData has posts of Instagram, TikTok and YouTube. No row names a creator there.',
  isProtected: (sheet: string): string =>
    `${quoted(sheet)} or some of its columns are protected. Ask its owner for access.`,
  capUsed: (cap: number): string =>
    `This campaign has used its cap of ${requestsText(cap)}. Raise it to get more posts.`,
  noCap: (tracker: string): string =>
    `Posts of ${quoted(tracker)} have no cap in this spreadsheet yet. Open the tracker, then save its cap under Manage › Campaign tracker.`,
  otherPosts: (sheet: string): string =>
    `${quoted(sheet)} holds the posts of a campaign, so what it asks for stays. Get other posts into a new sheet.`,
  fromLost:
    'No cell over the tracker says “Posts from” any more, so it is not known how old posts may be. Undo that, or write “Posts from” in a cell over the headers and the day below it.',
  fromUnread: (text: string): string =>
    `${quoted(text)} under “Posts from” is no date, so it is not known how old posts may be. Type a date, or clear the cell for all posts.`,
  unreadable: (name: string): string =>
    `What this campaign has spent can't be read (document property ${name}), so nothing is bought. Delete that property only if you know why.`,
  tooMany: (most: number): string => `A tracker holds at most ${counted(most, 'deliverable')}.`,
});
