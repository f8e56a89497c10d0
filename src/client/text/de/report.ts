import { ago, number, price as priceText, requests } from '../../format';
import type { REPORT } from '../report';
import { creators as creatorCount, isOne, n, quoted } from './plural';

const reportCount = (reports: number): string => n(reports, 'Report', 'Reports');

export const REPORT_DE: typeof REPORT = {
  kindSheets: 'Audience-Reports, je ein Blatt',
  kindComparison: 'Audiences vergleichen, bis zu 20 auf einem Blatt',
  kindProfiles: 'Creator vergleichen',
  priceEach: (each) => requests(each) + ' je Creator',
  any: 'Alle',
  fitMade: 'Der Fit-Score ist fertig.',
  fitScore: 'Fit-Score',
  fitHint: 'Wie gut jede Audience zum Ziel passt, aus vorhandenen Reports. Das Blatt zeigt, wie er berechnet wird.',
  audienceCountries: 'Länder der Audience',
  audienceAges: 'Alter der Audience',
  audienceGender: 'Geschlecht der Audience',
  audienceLanguages: 'Sprachen der Audience',
  men: 'Männer',
  women: 'Frauen',
  noTargets: 'Mindestens eines davon wählen.',
  makeFitFree: 'Fit-Score erstellen · kostenlos',
  offersChecked: 'Die Angebote sind geprüft.',
  offerCheck: 'Angebote prüfen',
  offerHint:
    'Was jedes Honorar je tausend Aufrufe und je Interaktion kostet, neben dem Median dieses Blatts, aus vorhandenen Daten.',
  feeColumn: 'Honorarspalte',
  chooseColumn: 'Eine Spalte wählen',
  noFeeColumn: 'Die Spalte mit den Honoraren wählen.',
  noColumns: 'Die Handles in einem Blatt auswählen, das eine Spalte mit Honoraren hat.',
  checkOffersFree: 'Angebote jetzt prüfen · kostenlos',
  selectionMoved: 'Die Auswahl hat sich geändert. Die Honorarspalte ansehen, dann neu prüfen.',
  madeIn: (sheet, creators) => quoted(sheet) + ': ' + creatorCount(creators) + '.',
  withoutReport: (creators, isMore) => (isMore ? 'Mindestens ' : '') + number(creators) + ' ohne Report',
  withoutData: (creators, isMore) => (isMore ? 'Mindestens ' : '') + number(creators) + ' ohne gespeicherte Daten',
  columnNamed: (columnLetters) => 'Spalte ' + columnLetters,
  started: (label, startedAt) => label + ' · begonnen ' + ago(startedAt),
  pauseHint: 'Auch das Schließen der Seitenleiste pausiert.',
  creatorsDone: (done, creators) => [done, ' von ', n(creators, 'Creator', 'Creatorn')],
  openIt: 'Öffnen',
  openFirst: 'Das erste öffnen',
  sheet: 'Blatt',
  sheets: 'Blätter',
  sheetsMade: 'Erstellte Blätter',
  leftOut: 'Ausgelassen',
  pendingStep: (waiting) => number(waiting) + ' in Arbeit: später unter „Ausstehende Reports“ prüfen.',
  queuedStep: (queued) =>
    creatorCount(queued) + ' eingereiht: influData sammelt noch. In 24 bis 48 Stunden wieder prüfen.',
  reportType: 'Art des Reports',
  creators: 'Creator',
  creatorsInSheet: (creators, sheet) => creatorCount(creators) + ' · ' + sheet,
  tooMany: (most, beyond) =>
    'Höchstens ' +
    number(most) +
    ' auf einmal: ' +
    number(beyond) +
    ' weitere ' +
    (isOne(beyond) ? 'ist' : 'sind') +
    ' ausgewählt und ' +
    (isOne(beyond) ? 'bleibt' : 'bleiben') +
    ' weg.',
  savedFree: 'gespeichert · kostenlos',
  saved: 'gespeichert',
  toBuy: 'zu kaufen',
  notChecked: 'ungeprüft',
  pending: 'in Arbeit',
  noAudienceData: 'ohne Audience-Daten',
  notFound: 'nicht gefunden',
  queued: 'eingereiht',
  noReports: 'keine Reports',
  withoutReports: 'ohne Reports',
  selectionRead: (area, creators, states) => area + ': ' + creatorCount(creators) + (creators > 0 ? ', ' + states : ''),
  checkHint: 'Das ist das Höchste. Die kostenlose Prüfung sagt, wer Audience-Daten hat, und den genauen Preis.',
  noCreators: 'Keine Creator in diesen Zellen. Handles oder Profil-Links auswählen.',
  nothingToMake: (creators) =>
    'Für ' + (isOne(creators) ? 'diesen' : 'diese') + ' Creator gibt es noch nichts zu erstellen.',
  checkFree: 'Audience-Daten prüfen · kostenlos',
  create: 'Erstellen',
  createReports: (creators, price) => reportCount(creators) + ' erstellen · ' + priceText(price),
  compareAudiences: (creators, price) => n(creators, 'Audience', 'Audiences') + ' vergleichen · ' + priceText(price),
  compareCreators: (creators, price) => creatorCount(creators) + ' vergleichen · ' + priceText(price),
  noneReady: 'Noch keiner ist fertig.',
  readyCount: (ready, all) => number(ready) + ' von ' + number(all) + ' fertig.',
  removed: 'Aus der Liste entfernt.',
  pendingTitle: (shown) => ['Ausstehende Reports ', shown],
  pendingEmpty:
    'Solange influData eine Audience noch auswertet, wartet der Creator hier, bis sich der Report kaufen lässt.',
  pendingHint: 'influData war hier noch bei der Auswertung. Erneut prüfen ist kostenlos.',
  since: (platform, since) => platform + ' · seit: ' + ago(since),
  removeNamed: (handle) => handle + ' aus der Liste entfernen',
  noneReadyHint: 'Noch keiner ist fertig. Meist dauert es ein bis zwei Tage.',
  checkAgainFree: 'Erneut prüfen · kostenlos',
  buyReports: (reports, isAll, price) =>
    (isAll ? '' : 'Die ersten ') + reportCount(reports) + ' kaufen · ' + priceText(price),
  readyPrice: (each) => 'fertig · ' + priceText(each),
  notYet: 'noch nicht',
};
