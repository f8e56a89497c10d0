import type { ComponentChildren } from 'preact';
import { ago, count, hourText, number, price, price as priceText } from '../format';

/** Sentences of enrich. */
export const ENRICH = {
  theRowsAreChosenThe: 'The rows are chosen. The price stands above Start.',
  runTheOther: (part: number, requestsValue: number): string =>
    'Run the other ' + number(part) + ' · ' + priceText(requestsValue),
  tryOnFirst: (creators: number, requestsValue: number): string =>
    'Try on ' + count(creators, 'row') + ' first · ' + priceText(requestsValue),
  cellsThatHoldAValue: 'Cells that hold a value keep it. To see what is bought, choose “Overwrite these columns”.',
  whatBecameOfEachRow: 'What became of each row is written to the column “influData status”.',
  fromColumn: (columnLetters: string): string => 'from column ' + columnLetters,
  fields: (shown: ComponentChildren): ComponentChildren => ['Fields ', shown],
  findAField: 'Find a field',
  eMailGrowthAudience: 'e-mail, growth, audience…',
  noFieldIsCalledSo: 'No field is called so. ',
  chosen: (chosen: number): string => number(chosen) + ' chosen',
  addAPath: 'Add a path',
  add: 'Add',
  moreAsTheApiNames: 'More, as the API names them',
  who: 'Who',
  reach: 'Reach',
  quality: 'Quality',
  data: 'Data',
  audience: 'Audience',
  requestsACreator: (AUDIENCE_PRICE: number): string => AUDIENCE_PRICE + ' requests a creator',
  retryFailed: (failed: number): string => 'Retry ' + number(failed) + ' failed',
  checkQueued: (waiting: number): string => 'Check ' + number(waiting) + ' queued',
  audiencePending: 'audience pending',
  theReasonOfEachFailure: 'The reason of each failure is in its row.',
  infludataFetchesTheQueuedOnes: 'influData fetches the queued ones now. Come back in 24–48 h.',
  unreadableCorrectTheHandlesThen: (unreadable: number): string =>
    number(unreadable) + ' unreadable: correct the handles, then run them again.',
  formulasOverTheseCreatorsAre: 'Formulas over these creators are free now.',
  lessThanAMinuteLeft: 'less than a minute left',
  aboutMinLeft: (round: number): string => 'about ' + round + ' min left',
  aboutHLeft: (round: number): string => 'about ' + round + ' h left',
  more: (more: number): string => number(more) + ' more',
  thereAlready: ' there already.',
  notInTheLastCreators: (fieldNames: string, creators: number): string =>
    fieldNames + ': not in the last ' + number(creators) + ' creators.',
  notInTheLast: (creators: number): string => 'not in the last ' + number(creators),
  getData: 'Get data',
  queueForEnrichmentFree: 'Queue for enrichment · free',
  infludataFetchesTheCreatorsThat:
    'influData fetches the creators that it does not know yet. That takes 24–48 h; get their data then.',
  refreshWeeklyFree: 'Refresh weekly · free',
  infludataLooksAtTheCreators: 'influData looks at the creators that it knows every week from now on.',
  action: 'Action',
  allSelected: 'All selected',
  failedAndNotRun: 'Failed and not run',
  queuedAndPending: 'Queued and pending',
  olderThan: 'Older than …',
  rows: 'Rows',
  olderThanInDays: 'Older than, in days',
  days: 'days',
  newColumns: 'New columns',
  toTheRightOfEverything: 'To the right of everything.',
  fillEmptyCells: 'Fill empty cells',
  inColumnsOfTheseNames: 'In columns of these names; what stands there stays.',
  overwriteTheseColumns: 'Overwrite these columns',
  inColumnsOfTheseNames2: 'In columns of these names; newer values replace older.',
  whereValuesGo: 'Where values go',
  yourFormulasAndNotesAre: 'Your formulas and notes are never touched. A good value is never replaced by an error.',
  writeTo: (first: string): string => 'Write to ' + first,
  standsOver: (header: string): string => '“' + header + '” stands over ',
  theFirstIsWrittenTo: 'The first is written to.',
  newColumnsAreAdded: 'New columns are added.',
  aNewColumnIsAdded: 'A new column is added.',
  rowsWhoseDataIsOlder: 'Rows whose data is older than',
  atAbout: 'At about',
  spendsAtMost: 'Spends at most',
  requestsADay: 'requests a day',
  atAboutRowsOfOlder: (hour: number, sheet: string, olderThanDays: number, cap: number): string =>
    'At about ' +
    hourText(hour) +
    ', rows of “' +
    sheet +
    '” older than ' +
    count(olderThanDays, 'day') +
    ' are bought again, at most ' +
    price(cap) +
    ' a day.',
  started: (part: string, part2: string, startedAt: string): string =>
    '' + part + part2 + ' · started ' + ago(startedAt),
  closingTheSidebarPausesIt: 'Closing the sidebar pauses it too. Rows may be sorted, added and removed meanwhile.',
  of: (shown: ComponentChildren, rows: number): ComponentChildren => [shown, ' of ', count(rows, 'row')],
  firstRowsInAbout25: 'first rows in about 25 s',
  thatIsTheMostThe: 'That is the most. The free status check comes first: creators without a report are not bought.',
  chooseAtLeastOneField: 'Choose at least one field.',
  chooseAtMostFieldsAre: (MOST_FIELDS: number, fields: number): string =>
    'Choose at most ' + MOST_FIELDS + ' fields: ' + fields + ' are chosen.',
  writeAWholeNumber: 'Write a whole number.',
  theSelectedCellsAreBlank: 'The selected cells are blank.',
  noSelectedRowsMatch: 'No selected rows match.',
  noCreatorCanBeRead: 'No creator can be read in the selected cells.',
  saved: (known: number): string => ', ' + number(known) + ' saved',
  start: (priceValue: number): string => 'Start · ' + priceText(priceValue),
};
