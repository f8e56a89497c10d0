import { isPlatform, PLATFORMS } from '../../schema/platform';
import type { LeftOutView } from '../../sidebar/pipeline-calls';
import { count, list, number } from '../format';

type Places = LeftOutView['places'];

const quoted = (sheet: string): string => '“' + sheet + '”';
const some = (names: readonly string[], most: number): string =>
  list(names.length > most ? [...names.slice(0, most), number(names.length - most) + ' more'] : names);

/** `do not contact in “Shortlist” (2) and “Do not contact” (1)`; a figure only where there are several places. */
export const placesIn =
  (quote: typeof quoted, shown: typeof some) =>
  (places: Places): string =>
    list(
      [...new Set(places.map(({ status }) => status))].map((status) => {
        const of = places.filter((place) => place.status === status);
        const names = of.map(({ sheet, creators }) =>
          places.length > 1 ? quote(sheet) + ' (' + number(creators) + ')' : quote(sheet),
        );
        return status + ' in ' + shown(names, 3);
      }),
    );
const placesText = placesIn(quoted, some);

/** `@lena.vogt (Instagram)` of a key such as `instagram/lena.vogt`. */
export function creatorText(key: string): string {
  const [, platform = '', name = ''] = /^([a-z]+)\/(.*)$/.exec(key) ?? [];
  if (!isPlatform(platform)) return key;
  return (name.startsWith('uid:') ? name : '@' + name) + ' (' + PLATFORMS[platform].label + ')';
}

/** *Pipeline*, and what Find and Enrich say of creators whose status skips them. */
export const PIPELINE = {
  title: 'Pipeline',
  hint: 'Adds status, owner, next date, note and fee to the list in front, and uses such columns if it has them. Free.',
  platform: 'Platform for plain handles',
  make: 'Make this a pipeline',
  made: (sheet: string, creators: number): string =>
    quoted(sheet) + ' is a pipeline: ' + count(creators, 'creator') + '.',
  added: (headers: readonly string[]): string => 'Added: ' + headers.join(', ') + '.',
  taken: (headers: readonly string[]): string => 'Already there and used: ' + headers.join(', ') + '.',
  asBefore: 'All columns were there already.',
  ownList: 'Your own dropdown for the status stays.',
  otherWords: (sheet: string, words: readonly string[]): string =>
    list(words.map(quoted)) +
    ' in ' +
    quoted(sheet) +
    (words.length === 1 ? ' is' : ' are') +
    ' not among your status words. Choose “Edit statuses” to add ' +
    (words.length === 1 ? 'it.' : 'them.'),
  words: 'Edit statuses',
  wordsHint: 'Statuses, their colors and who is left out are set in one sheet.',
  wordsShown: (sheet: string): string => quoted(sheet) + ' is in front.',
  compare: 'Compare statuses',
  compareHint: 'A creator is recognized in every sheet, by handle, link or id.',
  compared: (sheets: number, creators: number): string =>
    'No disagreement: ' + count(creators, 'creator') + ' with a status in ' + count(sheets, 'pipeline') + '.',
  noPipelines: 'No pipelines yet. Make one of a list first.',
  disagreeing: (creators: number): string =>
    count(creators, 'creator') + (creators === 1 ? ' has' : ' have') + ' different statuses:',
  disagreement: (creator: string, rows: readonly { sheet: string; row: number; status: string }[]): string =>
    creatorText(creator) +
    ': ' +
    some(
      rows.map(({ sheet, row, status }) => status + ' in ' + quoted(sheet) + ', row ' + number(row)),
      4,
    ),
  moreDisagree: (more: number): string => 'And ' + number(more) + ' more.',
  lost: (sheets: readonly string[]): string =>
    list(sheets.map(quoted)) +
    (sheets.length === 1 ? ' has' : ' have') +
    ' lost the column of creators, so no status there counts. Undo that, or make it a pipeline again.',

  unread: (rows: readonly { sheet: string; row: number }[]): string =>
    'No readable creator in ' +
    some(
      rows.map(({ sheet, row }) => quoted(sheet) + ', row ' + number(row)),
      3,
    ) +
    ', so the status there counts for nobody. Correct the handle or name its platform.',

  doNotContact: 'Do not contact',
  doNotContactHint: 'Find and Enrich skip these creators. They go to a sheet that you can edit.',
  paste: 'Handles, links or ids',
  pasteHint: 'One a line, or separated by commas.',
  add: 'Add to the list',
  addedTo: (sheet: string, added: number, already: number): string =>
    count(added, 'creator') +
    ' added to ' +
    quoted(sheet) +
    (already > 0 ? ', ' + number(already) + ' already there' : '') +
    '.',
  notUnderstood: (pieces: number): string => 'Not understood (' + number(pieces) + '):',
  unreadable: (text: string, why: string): string => quoted(text) + ': ' + why,
  moreUnreadable: (more: number): string => 'And ' + number(more) + ' more.',

  byStatus: 'Skipped by status',
  skip: 'Skip',
  enrichAndMark: 'Enrich and mark',
  writeAndMark: 'Write and mark',
  /** Of the creators that are selected. */
  selected: (creators: number, places: Places): string => count(creators, 'creator') + ': ' + placesText(places) + '.',
  /** Of all creators of the spreadsheet; `here`: among the first that were found. */
  before: (creators: number, places: Places, here: number | undefined): string =>
    count(creators, 'creator') +
    ' with a status to skip: ' +
    placesText(places) +
    '.' +
    (here === undefined ? '' : ' ' + (here === 0 ? 'None' : number(here)) + ' of them among the first 20.'),
  after: (creators: number, isMarked: boolean, places: Places): string =>
    number(creators) + (isMarked ? ' marked: ' : ' skipped: ') + placesText(places) + '.',
  inPrice: (creators: number): string => ', ' + number(creators) + ' skipped',
};
