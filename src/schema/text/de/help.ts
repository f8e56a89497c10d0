import type { cellStatuses, GLOSSARY, StatusHelp } from '../help';
import { menuLabelsDe } from './menu';

const EINGEREIHT = 'influData hat diesen Creator noch nicht und holt die Daten; kostenlos';
const AUDIENCE = 'influData hat den Creator, der Audience-Report ist noch nicht fertig; kostete 1 Anfrage';
const KEINER = 'diesen Creator gibt es auf dieser Plattform nicht';
const HANDLE = 'Handle und Plattform prüfen';

/** The words are those that stand in cells: they are English for everybody. */
export function cellStatusesDe(): ReturnType<typeof cellStatuses> {
  const neu = menuLabelsDe().recalculate;
  return [
    {
      words: ['pending'],
      meaning: 'die Zeit reichte nicht, oder eine andere Zelle holt es gerade; nichts wird doppelt bezahlt',
      next: neu,
    },
    { words: ['queued'], meaning: EINGEREIHT, next: `morgen: ${neu}` },
    { words: ['audience pending'], meaning: AUDIENCE, next: `morgen: ${neu}` },
    { words: ['not found'], meaning: KEINER, next: HANDLE },
    {
      words: ['ready', 'no audience data', 'private'],
      meaning: 'was influData von dem Creator hat, aus INFLU_STATUS',
      next: '',
    },
    {
      words: ['paused'],
      meaning: 'Ausgaben sind pausiert, und dies ist noch nicht gespeichert',
      next: `Ausgaben fortsetzen, dann: ${neu}`,
    },
    {
      words: ['budget reached: ...'],
      meaning: 'ein Limit oder das Guthaben ist verbraucht; der Text sagt, welches',
      next: `unter Konto das Limit erhöhen oder bis morgen warten, dann: ${neu}`,
    },
    {
      words: ['Paid on ...'],
      meaning: 'gekauft, aber dieser Teil war zu groß, um so lange gespeichert zu bleiben',
      next: 'die Zeile anreichern, um ihn neu zu bekommen (1 Anfrage)',
    },
    {
      words: ['#ERROR!'],
      meaning: 'die Notiz der Zelle sagt, was nicht stimmt; in einem Bereich die Zelle selbst',
      next: 'tun, was dort steht',
    },
    { words: ['leer'], meaning: 'kein Handle, oder der Creator hat diesen Wert nicht', next: '' },
  ];
}

export const rowStatusesDe = (): readonly StatusHelp[] => [
  {
    words: ['waiting'],
    meaning: 'der Lauf war noch nicht bei dieser Zeile',
    next: 'warten oder den Lauf fortsetzen',
  },
  {
    words: ['done'],
    meaning: 'in diesem Lauf gekauft; mit „some detail not kept“ war ein Teil zu groß zum Speichern',
    next: '',
  },
  { words: ['cached'], meaning: 'aus Gespeichertem ausgefüllt, kostenlos', next: '' },
  {
    words: ['queued'],
    meaning: `${EINGEREIHT}; oder die Zeile wurde selbst eingereiht`,
    next: 'die Zeile morgen noch einmal anreichern',
  },
  { words: ['audience pending'], meaning: AUDIENCE, next: 'die Zeile morgen noch einmal anreichern' },
  { words: ['not found'], meaning: KEINER, next: HANDLE },
  { words: ['private'], meaning: 'das Konto ist privat; was influData hat, steht im Blatt', next: '' },
  { words: ['no audience data'], meaning: 'influData hat keinen Audience-Report zu diesem Creator', next: '' },
  {
    words: ['failed: ...'],
    meaning: 'die Anfrage ist fehlgeschlagen; der Text sagt, warum',
    next: 'die fehlgeschlagenen Zeilen noch einmal anreichern',
  },
  {
    words: ['unreadable: ...'],
    meaning: 'das ist kein Handle; der Text sagt, was es ist',
    next: 'die Zelle korrigieren',
  },
  {
    words: ['skipped: ...'],
    meaning: 'ein Status in einer Pipeline lässt diesen Creator aus; der Text sagt, welcher und wo',
    next: 'den Status ändern, oder: anreichern und markieren',
  },
  { words: ['not run'], meaning: 'der Lauf endete vor dieser Zeile', next: 'diese Zeilen noch einmal anreichern' },
  {
    words: ['handle edited since: ...'],
    meaning: 'die Werte gehören zu dem Handle, das vorher hier stand',
    next: 'die Zeile noch einmal anreichern',
  },
  {
    words: ['in the database, refresh queued', 'in the database, no refresh queued'],
    meaning: 'influData hat den Creator schon; ob eine Aktualisierung eingereiht wurde',
    next: '',
  },
  { words: ['weekly refresh'], meaning: 'influData aktualisiert diesen Creator jede Woche', next: '' },
];

export const archiveStatusesDe = (): readonly StatusHelp[] => [
  { words: ['sent ...'], meaning: 'BigQuery hat diese Zeile so bestätigt, wie sie dasteht', next: '' },
  {
    words: ['refused ...'],
    meaning: 'BigQuery hat diese Zeile abgelehnt; der Text sagt, warum',
    next: 'die Zeile korrigieren, dann unter Konto › BigQuery senden',
  },
  { words: ['leer'], meaning: 'diese Zeile geht beim nächsten Mal mit', next: '' },
];

export const glossaryDe = (): typeof GLOSSARY => [
  {
    term: 'Engagement',
    meaning: 'Likes durch Follower, in Prozent: der Median der letzten 12 Beiträge. 4,2 heißt 4,2 %.',
  },
  { term: 'Wachstum', meaning: 'Wie sehr sich die Zahl der Follower ändert, in Prozent im Monat.' },
  { term: 'Profil-Score', meaning: 'influDatas Bewertung eines Profils, von 1 bis 10.' },
  {
    term: 'Relevanz',
    meaning:
      'Wie gut ein Creator zu den Stichwörtern einer Suche passt, von 0 bis 100. Nur Suchen mit Stichwörtern haben sie.',
  },
  {
    term: 'Glaubwürdigkeit',
    meaning:
      'Die Qualität der Konten einer Audience: echte Menschen, Influencer (mehr als 2.000 eigene Follower), Massenfolger (folgen mehr als 1.500 Konten) und verdächtige Konten. Audience-Reports zeigen sie als Follower-Qualität.',
  },
  { term: 'Verdächtig', meaning: 'Der Anteil verdächtiger und inaktiver Konten an allen Followern.' },
];

export const formulaGivesDe = (): Readonly<Record<string, string>> => ({
  INFLU_FOLLOWERS: 'eine Zahl',
  INFLU_ENGAGEMENT: 'eine Zahl in Prozent: 4,2 heißt 4,2 %',
  INFLU_GROWTH: 'eine Zahl in Prozent im Monat',
  INFLU_PROFILE: 'ein Wert für ein Feld; eine Zeile je Creator für mehrere',
  INFLU_TIMELINE: 'Zeilen aus Datum und Wert, für SPARKLINE und Diagramme',
  INFLU_STATUS: 'ready, no audience data, queued, private, not found; oder die Felder',
  INFLU_AUDIENCE: 'Zeilen aus Abschnitt, Bezeichnung und Anteil von 0 bis 1',
  INFLU_SEARCH: 'eine Zeile je passendem Creator, 20 pro Seite',
  INFLU_COUNT: 'wie viele Creator passen',
  INFLU_CONTENT: 'Zeilen aus Plattform, Handle, Art, Datum, Reichweite, Likes, Kommentaren, Text und Link',
  INFLU_BALANCE: 'Anfragen, die auf dem Schlüssel übrig sind',
  INFLU_CITIES: 'Namen von Städten, einer je Zeile',
  INFLU_CATEGORIES: 'Zeilen aus Schlüssel und Bezeichnung',
});
