import { list, number } from '../../format';
import { creatorText, placesIn, type PIPELINE } from '../pipeline';
import { creators as creatorCount, isOne, n, quoted } from './plural';

const some = (names: readonly string[], most: number): string =>
  list(names.length > most ? [...names.slice(0, most), number(names.length - most) + ' weiteren'] : names);

const placesText = placesIn(quoted, some);

export const PIPELINE_DE: typeof PIPELINE = {
  title: 'Pipeline',
  hint: 'Ergänzt in der vorderen Liste Status, Zuständige, Wiedervorlage, Notiz und Honorar und benutzt solche Spalten, wenn es sie gibt. Kostenlos.',
  platform: 'Plattform für bloße Handles',
  make: 'Zur Pipeline machen',
  made: (sheet, creators) => quoted(sheet) + ' ist eine Pipeline: ' + creatorCount(creators) + '.',
  added: (headers) => 'Ergänzt: ' + headers.join(', ') + '.',
  taken: (headers) => 'Schon da und benutzt: ' + headers.join(', ') + '.',
  asBefore: 'Alle Spalten waren schon da.',
  ownList: 'Die eigene Auswahlliste für den Status bleibt.',
  otherWords: (sheet, words) =>
    list(words.map(quoted)) +
    ' in ' +
    quoted(sheet) +
    (words.length === 1 ? ' gehört' : ' gehören') +
    ' nicht zu den Statuswörtern. Mit „Status bearbeiten“ ergänzen.',
  words: 'Status bearbeiten',
  wordsHint: 'Status, ihre Farben und wer ausgelassen wird, stehen in einem Blatt.',
  wordsShown: (sheet) => quoted(sheet) + ' ist jetzt vorn.',
  compare: 'Status vergleichen',
  compareHint: 'Creator werden in jedem Blatt erkannt, nach Handle, Link oder ID.',
  compared: (sheets, creators) =>
    'Kein Widerspruch: ' + creatorCount(creators) + ' mit Status in ' + n(sheets, 'Pipeline', 'Pipelines') + '.',
  noPipelines: 'Noch keine Pipelines. Erst eine Liste dazu machen.',
  disagreeing: (creators) => n(creators, 'Creator hat', 'Creator haben') + ' verschiedene Status:',
  disagreement: (creator, rows) =>
    creatorText(creator) +
    ': ' +
    some(
      rows.map(({ sheet, row, status }) => status + ' in ' + quoted(sheet) + ', Zeile ' + number(row)),
      4,
    ),
  moreDisagree: (more) => 'Und ' + number(more) + ' weitere.',
  lost: (sheets) =>
    list(sheets.map(quoted)) +
    (sheets.length === 1 ? ' hat' : ' haben') +
    ' die Creator-Spalte verloren, dort zählt also kein Status. Rückgängig machen oder neu zur Pipeline machen.',

  unread: (rows) =>
    'Kein lesbarer Creator in ' +
    some(
      rows.map(({ sheet, row }) => quoted(sheet) + ', Zeile ' + number(row)),
      3,
    ) +
    ', der Status dort zählt also für niemanden. Handle korrigieren oder Plattform nennen.',

  doNotContact: 'Nicht kontaktieren',
  doNotContactHint: 'Suche und Daten lassen diese Creator aus. Sie kommen in ein Blatt, das sich bearbeiten lässt.',
  paste: 'Handles, Links oder IDs',
  pasteHint: 'Einer je Zeile, oder durch Kommas getrennt.',
  add: 'In die Liste aufnehmen',
  addedTo: (sheet, added, already) =>
    creatorCount(added) +
    ' in ' +
    quoted(sheet) +
    ' aufgenommen' +
    (already > 0 ? ', ' + number(already) + ' schon da' : '') +
    '.',
  notUnderstood: (pieces) => 'Nicht verstanden (' + number(pieces) + '):',
  unreadable: (text, why) => quoted(text) + ': ' + why,
  moreUnreadable: (more) => 'Und ' + number(more) + ' weitere.',

  byStatus: 'Nach Status ausgelassen',
  skip: 'Auslassen',
  enrichAndMark: 'Anreichern und markieren',
  writeAndMark: 'Schreiben und markieren',
  selected: (creators, places) => creatorCount(creators) + ': ' + placesText(places) + '.',
  before: (creators, places, here) =>
    creatorCount(creators) +
    ' mit einem Status zum Auslassen: ' +
    placesText(places) +
    '.' +
    (here === undefined ? '' : ' Davon ' + (here === 0 ? 'keiner' : number(here)) + ' unter den ersten 20.'),
  after: (creators, isMarked, places) =>
    number(creators) + (isMarked ? ' markiert: ' : ' ausgelassen: ') + placesText(places) + '.',
  inPrice: (creators) => ', ' + number(creators) + (isOne(creators) ? ' ausgelassener' : ' ausgelassene'),
};
