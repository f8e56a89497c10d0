import type { ComponentChildren } from 'preact';
import { ago, count, hourText, list, number, price as priceText, requests } from '../format';

/** Enrich: fields, rows, where values go, what became of them. */
export const ENRICH = {
  rowsSelected: 'Rows selected. Check the price, then start.',
  runRest: (creators: number, most: number): string => 'Run the other ' + number(creators) + ' · ' + priceText(most),
  tryFirst: (creators: number, most: number): string =>
    'Try ' + count(creators, 'creator') + ' first · ' + priceText(most),
  fillHidesValues:
    'Cells that hold a value keep it, so you would pay for data you can’t see. Choose “Overwrite columns” to see it.',
  statusColumnHint: 'The result for each row goes to the column “influData status”.',
  rowCount: (rows: number): string => count(rows, 'row'),
  creatorCount: (creators: number): string => count(creators, 'creator'),
  duplicateCount: (duplicates: number): string => count(duplicates, 'duplicate'),
  blankCount: (blanks: number): string => number(blanks) + ' blank',
  platformsFrom: (columnLetters: string): string => 'platforms from column ' + columnLetters,
  fieldsTitle: (shown: ComponentChildren): ComponentChildren => ['Fields ', shown],
  findField: 'Find a field',
  findFieldExample: 'e-mail, growth, audience…',
  advancedHint: (isNoneFound: boolean): string =>
    (isNoneFound ? 'No field has that name. ' : '') +
    'Other fields appear here once we have seen some of influData’s replies. You can also add one by its path.',
  fieldsSelected: (fields: number): string => number(fields) + ' selected',
  addPath: 'Add a path',
  add: 'Add',
  advancedFields: 'Advanced fields',
  groupWho: 'Who',
  groupReach: 'Reach',
  groupQuality: 'Quality',
  groupData: 'Data',
  groupTimeline: 'Last 12 months',
  groupAudience: 'Audience',
  audiencePrice: (each: number): string => requests(each) + ' per creator',
  retryFailed: (failed: number): string => 'Retry ' + number(failed) + ' failed',
  checkQueued: (waiting: number): string => 'Check ' + number(waiting) + ' queued',
  failedHint: 'Each failed row says why.',
  queuedHint: 'influData is collecting the queued creators. Check back in 24–48 hours.',
  unreadableHint: (unreadable: number): string =>
    number(unreadable) + ' unreadable: correct the handles, then run them again.',
  formulasFree: 'Formulas for these creators are free now.',
  underMinuteLeft: 'less than a minute left',
  minutesLeft: (minutes: number): string => 'about ' + minutes + ' min left',
  hoursLeft: (hours: number): string => 'about ' + hours + ' h left',
  moreFields: (more: number): string => number(more) + ' more',
  alreadyThere: (names: readonly string[], isOne: boolean): string =>
    list(names) + (isOne ? ' is' : ' are') + ' already in the sheet.',
  thereRemark: 'in the sheet',
  fieldMissing: (field: string, creators: number): string =>
    field + ': none of the last ' + number(creators) + ' creators had it.',
  missingRemark: (creators: number): string => 'not in the last ' + number(creators),
  getData: 'Get data',
  queueFree: 'Queue for enrichment · free',
  queueHint: 'influData collects the creators it doesn’t have yet. That takes 24–48 hours; then get their data.',
  weeklyFree: 'Refresh weekly · free',
  weeklyHint: 'influData updates the creators it has every week from now on.',
  action: 'Action',
  allSelected: 'All selected',
  failedAndNotRun: 'Failed or not run',
  queuedAndPending: 'Queued or pending',
  olderThan: 'Older than…',
  rows: 'Rows',
  olderThanLabel: 'Older than, in days',
  days: 'days',
  newColumns: 'New columns',
  newColumnsHint: 'To the right of your data.',
  fillEmpty: 'Fill empty cells',
  fillHint: 'In columns with these names. Filled cells stay as they are.',
  overwrite: 'Overwrite columns',
  overwriteHint: 'In columns with these names. New values replace old ones.',
  whereValuesGo: 'Where values go',
  safetyHint: 'Your formulas and notes are never touched. An error never replaces a good value.',
  writeToColumns: (columns: readonly string[]): string => 'Write to ' + list(columns),
  doublesHint: (doubles: readonly { header: string; columns: readonly string[] }[], takesFirst: boolean): string =>
    doubles.map(({ header, columns }) => '“' + header + '” is the header of ' + list(columns) + '. ').join('') +
    (takesFirst ? 'The first is used.' : doubles.length > 1 ? 'New columns are added.' : 'A new column is added.'),
  scheduleDays: 'Rows with data older than',
  scheduleHour: 'At about',
  oClock: 'o’clock',
  scheduleCap: 'Spends at most',
  requestsPerDay: 'requests a day',
  scheduleOn: (hour: number, sheet: string, olderThanDays: number, cap: number): string =>
    'Every day at about ' +
    hourText(hour) +
    ', rows of “' +
    sheet +
    '” older than ' +
    count(olderThanDays, 'day') +
    ' are refreshed, for at most ' +
    requests(cap) +
    '.',
  /** `sheet`: blank where it is clear. */
  started: (sheet: string, fields: string, startedAt: string): string =>
    (sheet === '' ? '' : '“' + sheet + '” · ') + (fields === '' ? 'free' : fields) + ' · started ' + ago(startedAt),
  pauseHint: 'Closing the sidebar pauses it too. You can sort, add and remove rows meanwhile.',
  rowsDone: (done: ComponentChildren, rows: number): ComponentChildren => [done, ' of ', count(rows, 'row')],
  firstRowsSoon: 'first rows in about 25 s',
  audienceHint: 'That is the most. A free check comes first: creators without an audience report are not bought.',
  noFields: 'Choose at least one field.',
  tooManyFields: (most: number, fields: number): string =>
    'Choose at most ' + most + ' fields. You have ' + fields + ' now.',
  wholeNumber: 'Enter a whole number.',
  blankCells: 'The selected cells are blank.',
  noSelectedRowsMatch: 'No selected rows match.',
  noCreators: 'No creators found in these cells. Select handles or profile links.',
  priceWhat: (creators: number, saved: number): string =>
    count(creators, 'creator') + (saved > 0 ? ', ' + number(saved) + ' saved' : ''),
  start: (price: number): string => 'Start · ' + priceText(price),
};
