import { number } from '../../format';
import type { CLIENT_SHEET } from '../client-sheet';
import { creators as creatorCount, n, quoted } from './plural';

const named = (names: readonly string[]): string =>
  names.slice(0, 3).join(', ') + (names.length > 3 ? ' und ' + number(names.length - 3) + ' weitere' : '');

export const CLIENT_SHEET_DE: typeof CLIENT_SHEET = {
  title: 'Kundenblatt',
  hint: 'Eine Kopie dieser Liste für Kunden: nur Werte und Bilder, mit Platz für Entscheidung und Kommentar. Kostenlos.',
  reading: 'Das Blatt wird gelesen…',
  list: (sheet, creators) => quoted(sheet) + ': ' + creatorCount(creators) + '.',
  stayOut: 'Ausgeblendete Zeilen bleiben weg.',
  hiddenUnknown: 'Zu viele Zeilen, um ausgeblendete zu erkennen: Auch sie werden kopiert.',
  leftOut: (rows) => n(rows, 'Zeile ohne lesbaren Creator bleibt', 'Zeilen ohne lesbaren Creator bleiben') + ' weg.',
  byIdAlone: (rows) =>
    n(rows, 'Zeile hat nur eine influData-ID und bleibt', 'Zeilen haben nur eine influData-ID und bleiben') +
    ' weg: Handles ergänzen.',
  platform: 'Plattform für bloße Handles',
  asSheetSays: 'Auto',
  columns: 'Spalten für den Kunden',
  columnsHint: 'Creator, Plattform, Entscheidung und Kommentar sind immer dabei.',
  make: 'Kundenblatt erstellen',
  made: (sheet, creators) => quoted(sheet) + ' mit ' + n(creators, 'Creator', 'Creatorn') + ' erstellt.',
  pictures: (placed, left) =>
    n(placed, 'Bild', 'Bilder') + (left > 0 ? ', ' + number(left) + ' nicht kopierbar' : '') + '.',
  hidden: (rows) => n(rows, 'ausgeblendete Zeile', 'ausgeblendete Zeilen') + ' weggelassen.',
  blanked: (cells) => n(cells, 'Zelle', 'Zellen') + ' mit Fehler oder noch ladend leer gelassen.',
  share:
    'Wer diese Tabelle öffnen kann, sieht alle Blätter. Um nur dieses zu teilen: Rechtsklick auf den Reiter, Kopieren nach › Neue Tabelle.',
  decisions: 'Entscheidungen lesen',
  decisionsHint: 'Holt Entscheidungen und Kommentare zurück in die Liste, nach Creator.',
  from: 'Aus',
  choose: 'Ein Blatt wählen',
  pasted: 'Eingefügten Zeilen',
  paste: 'Zeilen des Kundenblatts, mit Kopfzeile',
  pasteHint: 'Dort auswählen, kopieren und hier einfügen.',
  read: (creators, changed) =>
    n(creators, 'Antwort', 'Antworten') + ' gelesen, ' + n(changed, 'Zeile', 'Zeilen') + ' der Liste geändert.',
  readFrom: (creator, decision, comment) =>
    'Gelesen aus ' +
    quoted(creator) +
    ', ' +
    quoted(decision) +
    (comment === '' ? '; keine Kommentarspalte gefunden.' : ' und ' + quoted(comment) + '.'),
  none: (names) => 'Noch ohne Entscheidung: ' + named(names) + '.',
  kept: (names) => 'Hatten schon eine, die Liste behält sie: ' + named(names) + '.',
  gone: (names) => 'Nicht mehr in der Liste: ' + named(names) + '.',
  conflicting: (names) => 'Zweierlei entschieden, daher unverändert: ' + named(names) + '.',
  other: (names) => 'In eigenen Worten: ' + named(names) + '.',
  unreadable: (rows) =>
    'Eine Antwort ohne lesbaren Creator in ' +
    (rows.length === 1 ? 'Zeile ' : 'den Zeilen ') +
    named(rows.map(String)) +
    '.',
};
