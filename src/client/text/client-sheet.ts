import { count, number } from '../format';

const named = (names: readonly string[]): string =>
  names.slice(0, 3).join(', ') + (names.length > 3 ? ' and ' + number(names.length - 3) + ' more' : '');

/** *Client sheet*: the copy for a client, and what comes back. */
export const CLIENT_SHEET = {
  title: 'Client sheet',
  hint: 'A copy of this list for your client: values and pictures only, with room to approve, decline and comment. Free.',
  reading: 'Reading the sheet…',
  list: (sheet: string, creators: number): string => '“' + sheet + '”: ' + count(creators, 'creator') + '.',
  stayOut: 'Hidden rows stay out.',
  hiddenUnknown: 'Too many rows to look for hidden ones, so those are copied too.',
  leftOut: (rows: number): string =>
    count(rows, 'row') + ' without a readable creator stay' + (rows === 1 ? 's' : '') + ' out.',
  byIdAlone: (rows: number): string =>
    count(rows, 'row') + ' with only an influData id stay' + (rows === 1 ? 's' : '') + ' out: add their handles.',
  platform: 'Platform for plain handles',
  asSheetSays: 'Automatic',
  columns: 'Columns for the client',
  columnsHint: 'Creator, platform, decision and comment are always there.',
  make: 'Make client sheet',
  made: (sheet: string, creators: number): string => 'Made “' + sheet + '” with ' + count(creators, 'creator') + '.',
  pictures: (placed: number, left: number): string =>
    count(placed, 'picture') + (left > 0 ? ', ' + number(left) + ' couldn’t be copied' : '') + '.',
  hidden: (rows: number): string => count(rows, 'hidden row') + ' left out.',
  blanked: (cells: number): string => count(cells, 'cell') + ' with an error or still loading left blank.',
  share:
    'Whoever can open this spreadsheet sees all of its sheets. To share only this one, right-click its tab and choose Copy to › New spreadsheet.',
  decisions: 'Read decisions',
  decisionsHint: 'Brings decisions and comments back into your list, by creator.',
  from: 'From',
  choose: 'Choose a sheet',
  pasted: 'Rows that I paste',
  paste: 'Rows of the client’s sheet, with headers',
  pasteHint: 'Select them there, copy, and paste them here.',
  read: (creators: number, changed: number): string =>
    count(creators, 'answer') + ' read, ' + count(changed, 'row') + ' of your list changed.',
  readFrom: (creator: string, decision: string, comment: string): string =>
    'Read from “' +
    creator +
    '”, “' +
    decision +
    '”' +
    (comment === '' ? '; no comment column found.' : ' and “' + comment + '”.'),
  none: (names: readonly string[]): string => 'No decision yet: ' + named(names) + '.',
  kept: (names: readonly string[]): string => 'Had one before, so your list keeps it: ' + named(names) + '.',
  gone: (names: readonly string[]): string => 'Not in your list any more: ' + named(names) + '.',
  conflicting: (names: readonly string[]): string => 'Decided in two ways, so left as is: ' + named(names) + '.',
  other: (names: readonly string[]): string => 'In their own words: ' + named(names) + '.',
  unreadable: (rows: readonly number[]): string =>
    'An answer without a readable creator in ' + (rows.length === 1 ? 'row ' : 'rows ') + named(rows.map(String)) + '.',
};
