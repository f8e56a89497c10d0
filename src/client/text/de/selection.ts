import { list, number, price } from '../../format';
import type { SELECTION } from '../selection';
import { isOne, n, quoted, rows as rowCount } from './plural';

export const SELECTION_DE: typeof SELECTION = {
  platformDiffers: (likely, selected) =>
    'Sieht nach ' + likely + ' aus, gewählt ist ' + (selected === '' ? 'keine Plattform' : selected) + '.',
  usePlatform: (platform) => platform + ' verwenden',
  otherColumns: (columns) => 'Creator könnten auch in ' + columns + ' stehen.',
  hiddenUnknown: 'Zu viele Zeilen, um ausgeblendete zu erkennen: Sie zählen mit.',
  changeReading: (shown) => [shown, ' Ändern'],
  creatorsColumn: 'Creator in',
  platformColumn: 'Plattformspalte',
  none: 'Keine',
  headerRow: 'Kopfzeile',
  headerRowOption: (row, texts) => 'Zeile ' + number(row) + ': ' + texts,
  filterViewHint: 'Zeilen, die nur eine Filteransicht ausblendet, zählen mit.',
  unreadableCount: (cells) => n(cells, 'Zelle ist', 'Zellen sind') + ' nicht lesbar',
  unreadableRows: 'Nicht lesbare Zeilen',
  rowName: (row) => 'Zeile ' + number(row),
  andMore: (more) => '… und ' + number(more) + ' weitere.',
  platformPerRow: 'Keine: Jede Zeile hat ihre eigene',
  reading: 'Auswahl wird gelesen…',
  nothingSelected: 'Noch nichts ausgewählt',
  follows: 'Folgt der Auswahl',
  readAgain: 'Auswahl neu lesen',
  selectHint: 'Handles, @Handles oder Profil-Links in einer Spalte auswählen.',
  platformForPlainHandles: 'Plattform für bloße Handles',
  toGetData: 'Für Daten',
  selectionMoved: 'Die Auswahl hat sich geändert. Den neuen Preis ansehen, dann starten.',
  start: 'Starten',
  refreshAnyway: (requests) => 'Trotzdem aktualisieren' + (requests > 0 ? ' (' + price(requests) + ')' : ''),
  refreshHint: 'Kauft alles neu, auch Vorhandenes.',
  savedHint: (saved) => number(saved) + ' gespeichert, also kostenlos.',
  columnNamed: (columnLetters) => 'Spalte ' + columnLetters,
  moreColumns: (more) => number(more) + ' weitere',
  unusedColumns: (names) => 'Nicht benutzt: ' + names + '.',
  creatorsFrom: (columnLetters, byLinks) =>
    'Creator in ' + (columnLetters === '' ? 'der Auswahl' : columnLetters) + (byLinks ? ', nach ihren Links' : ''),
  noHeaders: 'keine Kopfzeile',
  headersInRow: (headerRow) => 'Kopfzeile in Zeile ' + number(headerRow),
  platformsIn: (columnLetters) => 'Plattformen in ' + columnLetters,
  includeHidden: (rows) => rowCount(rows) + ', die ausgeblendet ' + (isOne(rows) ? 'ist' : 'sind') + ', mitnehmen',
  includeFillers: (cells, texts) =>
    n(cells, 'Zelle', 'Zellen') + ' mit ' + list(texts.map(quoted), 'oder') + ' mitnehmen',
};
