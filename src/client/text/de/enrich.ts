import { ago, hourText, list, number, price as priceText, requests } from '../../format';
import type { ENRICH } from '../enrich';
import { creators as creatorCount, isOne, n, quoted, rows as rowCount } from './plural';

export const ENRICH_DE: typeof ENRICH = {
  rowsSelected: 'Zeilen ausgewählt. Preis prüfen, dann starten.',
  runRest: (creators, most) => 'Die übrigen ' + number(creators) + ' · ' + priceText(most),
  tryFirst: (creators, most) => 'Erst ' + creatorCount(creators) + ' probieren · ' + priceText(most),
  fillHidesValues:
    'Zellen mit Wert behalten ihn: So würden Daten bezahlt, die nicht zu sehen sind. „Spalten überschreiben“ zeigt sie.',
  statusColumnHint: 'Das Ergebnis jeder Zeile steht in der Spalte „influData status“.',
  rowCount: (rows) => rowCount(rows),
  creatorCount: (creators) => creatorCount(creators),
  duplicateCount: (duplicates) => number(duplicates) + ' doppelt',
  blankCount: (blanks) => number(blanks) + ' leer',
  platformsFrom: (columnLetters) => 'Plattformen aus Spalte ' + columnLetters,
  fieldsTitle: (shown) => ['Felder ', shown],
  findField: 'Feld suchen',
  findFieldExample: 'E-Mail, Follower, Audience…',
  advancedHint: (isNoneFound) =>
    (isNoneFound ? 'Kein Feld heißt so. ' : '') +
    'Weitere Felder erscheinen, sobald Antworten von influData da waren. Ein Feld lässt sich auch per Pfad hinzufügen.',
  fieldsSelected: (fields) => number(fields) + ' ausgewählt',
  addPath: 'Pfad hinzufügen',
  add: 'Hinzufügen',
  advancedFields: 'Besondere Felder',
  groupWho: 'Wer',
  groupReach: 'Reichweite',
  groupQuality: 'Qualität',
  groupData: 'Datenstand',
  groupTimeline: 'Letzte 12 Monate',
  groupAudience: 'Audience',
  audiencePrice: (each) => requests(each) + ' je Creator',
  retryFailed: (failed) => number(failed) + ' fehlgeschlagene wiederholen',
  checkQueued: (waiting) => number(waiting) + ' eingereihte prüfen',
  failedHint: 'Jede fehlgeschlagene Zeile sagt, warum.',
  queuedHint: 'influData sammelt die eingereihten Creator. In 24 bis 48 Stunden noch einmal prüfen.',
  unreadableHint: (unreadable) =>
    number(unreadable) + ' nicht lesbar: Handles korrigieren, dann noch einmal laufen lassen.',
  formulasFree: 'Formeln für diese Creator sind jetzt kostenlos.',
  underMinuteLeft: 'weniger als eine Minute',
  minutesLeft: (minutes) => 'noch etwa ' + minutes + ' Min.',
  hoursLeft: (hours) => 'noch etwa ' + hours + ' Std.',
  moreFields: (more) => number(more) + ' weitere',
  alreadyThere: (names, single) => list(names) + (single ? ' steht' : ' stehen') + ' schon im Blatt.',
  thereRemark: 'im Blatt',
  fieldMissing: (field, creators) => field + ': Keiner der letzten ' + number(creators) + ' Creator hatte es.',
  missingRemark: (creators) => 'nicht bei den letzten ' + number(creators),
  getData: 'Daten holen',
  queueFree: 'Zum Sammeln einreihen · kostenlos',
  queueHint: 'influData sammelt die Creator, die es noch nicht hat. Das dauert 24 bis 48 Stunden; danach Daten holen.',
  weeklyFree: 'Wöchentlich aktualisieren · kostenlos',
  weeklyHint: 'influData aktualisiert die Creator, die es hat, ab jetzt jede Woche.',
  action: 'Aktion',
  allSelected: 'Alle ausgewählten',
  failedAndNotRun: 'Fehlgeschlagen oder nicht gelaufen',
  queuedAndPending: 'Eingereiht oder ausstehend',
  olderThan: 'Älter als…',
  rows: 'Zeilen',
  olderThanLabel: 'Älter als, in Tagen',
  days: 'Tage',
  newColumns: 'Neue Spalten',
  newColumnsHint: 'Rechts neben den Daten.',
  fillEmpty: 'Leere Zellen füllen',
  fillHint: 'In Spalten mit diesen Namen. Gefüllte Zellen bleiben, wie sie sind.',
  overwrite: 'Spalten überschreiben',
  overwriteHint: 'In Spalten mit diesen Namen. Neue Werte ersetzen alte.',
  whereValuesGo: 'Wohin mit den Werten',
  safetyHint: 'Eigene Formeln und Notizen bleiben unberührt. Ein Fehler ersetzt nie einen guten Wert.',
  writeToColumns: (columns) => 'Schreibt in ' + list(columns),
  doublesHint: (doubles, takesFirst) =>
    doubles.map(({ header, columns }) => quoted(header) + ' steht über ' + list(columns) + '. ').join('') +
    (takesFirst
      ? 'Die erste wird benutzt.'
      : doubles.length > 1
        ? 'Neue Spalten kommen hinzu.'
        : 'Eine neue Spalte kommt hinzu.'),
  scheduleDays: 'Zeilen mit Daten älter als',
  scheduleHour: 'Gegen',
  oClock: 'Uhr',
  scheduleCap: 'Gibt höchstens aus',
  requestsPerDay: 'Anfragen am Tag',
  scheduleOn: (hour, sheet, olderThanDays, cap) =>
    'Täglich gegen ' +
    hourText(hour) +
    ' werden Zeilen von ' +
    quoted(sheet) +
    ', die älter als ' +
    n(olderThanDays, 'Tag', 'Tage') +
    ' sind, aktualisiert, für höchstens ' +
    requests(cap) +
    '.',
  started: (sheet, fields, startedAt) =>
    (sheet === '' ? '' : quoted(sheet) + ' · ') +
    (fields === '' ? 'kostenlos' : fields) +
    ' · begonnen ' +
    ago(startedAt),
  pauseHint:
    'Auch das Schließen der Seitenleiste pausiert. Zeilen dürfen inzwischen sortiert, ergänzt und gelöscht werden.',
  rowsDone: (done, rows) => [done, ' von ', rowCount(rows)],
  firstRowsSoon: 'erste Zeilen in etwa 25 s',
  audienceHint: 'Das ist das Höchste. Erst wird kostenlos geprüft: Creator ohne Audience-Report werden nicht gekauft.',
  noFields: 'Mindestens ein Feld wählen.',
  tooManyFields: (most, fields) => 'Höchstens ' + most + ' Felder wählen. Jetzt sind es ' + fields + '.',
  wholeNumber: 'Eine ganze Zahl eingeben.',
  blankCells: 'Die ausgewählten Zellen sind leer.',
  noSelectedRowsMatch: 'Keine ausgewählte Zeile passt.',
  noCreators: 'Keine Creator in diesen Zellen. Handles oder Profil-Links auswählen.',
  priceWhat: (creators, saved) =>
    creatorCount(creators) +
    (saved > 0 ? ', ' + number(saved) + (isOne(saved) ? ' gespeicherter' : ' gespeicherte') : ''),
  start: (price) => 'Starten · ' + priceText(price),
};
