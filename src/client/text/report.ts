import type { ComponentChildren } from 'preact';
import { ago, count, number, price as priceText, requests } from '../format';

/** Report: audience reports, comparisons, pending reports, fit score, offer check. */
export const REPORT = {
  kindSheets: 'Audience reports, one sheet each',
  kindComparison: 'Compare audiences, up to 20 on one sheet',
  kindProfiles: 'Compare creators',
  priceEach: (each: number): string => requests(each) + ' per creator',
  any: 'Any',
  fitMade: 'The fit score is ready.',
  fitScore: 'Fit score',
  fitHint:
    'How well each audience matches your target, from reports you already have. The sheet shows how it is calculated.',
  audienceCountries: 'Audience countries',
  audienceAges: 'Audience ages',
  audienceGender: 'Audience gender',
  audienceLanguages: 'Audience languages',
  men: 'men',
  women: 'women',
  noTargets: 'Choose at least one of these.',
  makeFitFree: 'Make fit score · free',
  offersChecked: 'The offers are checked.',
  offerCheck: 'Offer check',
  offerHint:
    'What each fee costs per thousand views and per engagement, next to this sheet’s median, from data you already have.',
  feeColumn: 'Fee column',
  chooseColumn: 'Choose a column',
  noFeeColumn: 'Choose the column with the fees.',
  noColumns: 'Select the handles in a sheet that has a column of fees.',
  checkOffersFree: 'Check offers · free',
  selectionMoved: 'Your selection has changed. Look at the fee column, then check again.',
  madeIn: (sheet: string, creators: number): string => '“' + sheet + '”: ' + count(creators, 'creator') + '.',
  /** `isMore`: only the first of them are named. */
  withoutReport: (creators: number, isMore: boolean): string =>
    (isMore ? 'At least ' : '') + number(creators) + ' without a report',
  withoutData: (creators: number, isMore: boolean): string =>
    (isMore ? 'At least ' : '') + number(creators) + ' without saved data',
  columnNamed: (columnLetters: string): string => 'Column ' + columnLetters,
  started: (label: string, startedAt: string): string => label + ' · started ' + ago(startedAt),
  pauseHint: 'Closing the sidebar pauses it too.',
  creatorsDone: (done: ComponentChildren, creators: number): ComponentChildren => [
    done,
    ' of ',
    count(creators, 'creator'),
  ],
  openIt: 'Open it',
  openFirst: 'Open the first',
  sheet: 'Sheet',
  sheets: 'Sheets',
  sheetsMade: 'Sheets that were made',
  leftOut: 'Left out',
  pendingStep: (waiting: number): string => number(waiting) + ' pending: check “Pending reports” later.',
  queuedStep: (queued: number): string =>
    count(queued, 'creator') + ' queued: influData is collecting them. Check back in 24–48 hours.',
  reportType: 'Report type',
  creators: 'Creators',
  creatorsInSheet: (creators: number, sheet: string): string => count(creators, 'creator') + ' · ' + sheet,
  tooMany: (most: number, beyond: number): string =>
    'At most ' +
    number(most) +
    ' at once: ' +
    number(beyond) +
    ' more ' +
    (beyond === 1 ? 'is' : 'are') +
    ' selected and left out.',
  savedFree: 'saved · free',
  saved: 'saved',
  toBuy: 'to buy',
  notChecked: 'not checked',
  pending: 'pending',
  noAudienceData: 'no audience data',
  notFound: 'not found',
  queued: 'queued',
  noReports: 'no reports',
  withoutReports: 'without reports',
  /** For ears. */
  selectionRead: (area: string, creators: number, states: string): string =>
    area + ': ' + count(creators, 'creator') + (creators > 0 ? ', ' + states : ''),
  checkHint: 'That is the most. The free check tells you who has audience data, and the exact price.',
  noCreators: 'No creators found in these cells. Select handles or profile links.',
  nothingToMake: (creators: number): string =>
    'There is nothing to create for ' + (creators === 1 ? 'this creator' : 'these creators') + ' yet.',
  checkFree: 'Check for audience data · free',
  create: 'Create',
  createReports: (creators: number, price: number): string =>
    'Create ' + count(creators, 'report') + ' · ' + priceText(price),
  compareAudiences: (creators: number, price: number): string =>
    'Compare ' + count(creators, 'audience') + ' · ' + priceText(price),
  compareCreators: (creators: number, price: number): string =>
    'Compare ' + count(creators, 'creator') + ' · ' + priceText(price),
  noneReady: 'None is ready yet.',
  readyCount: (ready: number, all: number): string => number(ready) + ' of ' + number(all) + ' ready.',
  removed: 'Removed from the list.',
  pendingTitle: (shown: ComponentChildren): ComponentChildren => ['Pending reports ', shown],
  pendingEmpty: 'When influData is still analyzing an audience, the creator waits here until you can buy the report.',
  pendingHint: 'influData was still analyzing these. Checking again is free.',
  since: (platform: string, since: string): string => platform + ' · since ' + ago(since),
  removeNamed: (handle: string): string => 'Remove ' + handle + ' from the list',
  noneReadyHint: 'None is ready yet. Most take a day or two.',
  checkAgainFree: 'Check again · free',
  /** `isAll`: else there are more than one run takes. */
  buyReports: (reports: number, isAll: boolean, price: number): string =>
    'Buy ' + (isAll ? '' : 'the first ') + count(reports, 'report') + ' · ' + priceText(price),
  readyPrice: (each: number): string => 'ready · ' + priceText(each),
  notYet: 'not yet',
};
