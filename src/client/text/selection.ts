import type { ComponentChildren } from 'preact';
import { count, list, number, price } from '../format';

/** What is selected and how it was read, in Enrich, Report and Content. */
export const SELECTION = {
  platformDiffers: (likely: string, selected: string): string =>
    'This column looks like ' + likely + ', but ' + (selected === '' ? 'no platform' : selected) + ' is selected.',
  usePlatform: (platform: string): string => 'Use ' + platform,
  otherColumns: (columns: string): string => 'Creators could also be in ' + columns + '.',
  hiddenUnknown: 'There are too many rows to look for hidden ones, so those are included.',
  changeReading: (shown: ComponentChildren): ComponentChildren => [shown, ' Change'],
  creatorsColumn: 'Creators in',
  platformColumn: 'Platform column',
  none: 'None',
  headerRow: 'Header row',
  headerRowOption: (row: number, texts: string): string => 'Row ' + number(row) + ': ' + texts,
  filterViewHint: 'Rows hidden only by a filter view are included.',
  unreadableCount: (cells: number): string => count(cells, 'cell') + ' can’t be read',
  unreadableRows: 'Rows that can’t be read',
  rowName: (row: number): string => 'Row ' + number(row),
  andMore: (more: number): string => '… and ' + number(more) + ' more.',
  platformPerRow: 'None: each row has its own',
  reading: 'Reading the selection…',
  nothingSelected: 'Nothing selected yet',
  follows: 'Follows your selection',
  readAgain: 'Read selection again',
  selectHint: 'Select handles, @handles or profile links in a column.',
  platformForPlainHandles: 'Platform for plain handles',
  toGetData: 'To get data',
  selectionMoved: 'Your selection has changed. Check the new price, then start.',
  start: 'Start',
  /** `requests`: what it adds; 0 where it is chosen already. */
  refreshAnyway: (requests: number): string => 'Refresh anyway' + (requests > 0 ? ' (' + price(requests) + ')' : ''),
  refreshHint: 'Buys everything again, including what you have.',
  savedHint: (saved: number): string => number(saved) + ' saved, so free.',
  columnNamed: (columnLetters: string): string => 'column ' + columnLetters,
  moreColumns: (more: number): string => number(more) + ' more',
  unusedColumns: (names: string): string => 'Not used: ' + names + '.',
  /** `columnLetters`: blank where no one column holds them. */
  creatorsFrom: (columnLetters: string, byLinks: boolean): string =>
    'Creators in ' + (columnLetters === '' ? 'the selection' : columnLetters) + (byLinks ? ', by their links' : ''),
  noHeaders: 'no headers',
  headersInRow: (headerRow: number): string => 'headers in row ' + number(headerRow),
  platformsIn: (columnLetters: string): string => 'platforms in ' + columnLetters,
  includeHidden: (rows: number): string => 'Include ' + count(rows, 'hidden row'),
  includeFillers: (cells: number, texts: readonly string[]): string =>
    'Include ' +
    count(cells, 'cell') +
    (cells === 1 ? ' that says ' : ' that say ') +
    list(
      texts.map((text) => '“' + text + '”'),
      'or',
    ),
};
