import type { campaignEn } from '../campaign';
import { anfragen, zahl } from './count';

const blatt = (name: string): string => `„${name}“`;

export const campaignDe = (): ReturnType<typeof campaignEn> => ({
  name: 'Kampagnen-Tracker',
  hint: 'Eine Zeile je vereinbartem Beitrag. Alles ist überschreibbar, eigene Eingaben bleiben. Der Kampagnen-Tracker unter Planen findet die Beiträge.',
  exampleHint:
    'Diese Zeilen sind Beispiele mit erfundenen Zahlen: einfach überschreiben. Nichts in diesem Blatt kostet Anfragen. Der Kampagnen-Tracker unter Planen findet die Beiträge.',
  creator: 'Creator',
  platform: 'Plattform',
  type: 'Art',
  due: 'Fällig',
  tags: 'Hashtags',
  mentions: 'Erwähnungen',
  disclosure: 'Werbekennzeichnung',
  fee: 'Honorar',
  post: 'Beitrag',
  state: 'Stand',
  lacks: 'Fehlt im Beitrag',
  posted: 'Veröffentlicht',
  reach: 'Reichweite',
  likes: 'Likes',
  comments: 'Kommentare',
  engagement: 'Engagement',
  cpm: 'TKP',
  costPerEngagement: 'Kosten je Interaktion',
  others: 'Auch veröffentlicht',
  notes: 'Notizen',
  found: 'Automatisch gefunden',
  id: 'Zeilenschlüssel',
  at: 'Zeile der Beiträge',
  words: 'Wörter des Beitrags',

  deliverables: 'Leistungen',
  live: 'Beiträge online',
  open: 'Noch offen',
  overdue: 'Fehlend',
  fees: 'Honorare',
  from: 'Beiträge ab',
  through: 'Beiträge vollständig bis',
  removed: 'Wörter ohne Kennzeichnung',
  pattern: 'Wörter der Kennzeichnung',

  exampleFee: 'Beispiel, erfundene Zahlen',

  sheetName: (list) => `Kampagne ${list}`,
  postsName: (tracker) => `Beiträge von ${tracker}`,
  totalsName: (tracker) => `Summen von ${tracker}`,
  totals: (tracker) => `Summen von ${blatt(tracker)}`,
  totalsHint: 'Formeln über dem Tracker: Sie folgen ihm und dürfen geändert werden.',
  count: 'Leistungen',
  spendChart: 'Honorare und TKP je Creator',
  stateChart: 'Leistungen nach Stand',

  noList: 'Erst das Blatt mit der Liste oder den Tracker öffnen.',
  noCreators: (sheet) =>
    `In ${blatt(sheet)} sind keine Creator. Eine Liste mit Handles oder Profil-Links öffnen, oder einen Kampagnen-Tracker.`,
  nobody: 'Keine dieser Zeilen nennt einen Creator mit Handle, nichts wurde erstellt.',
  noTypes: 'Wählen, was jeder Creator veröffentlicht.',
  gone: 'Dieses Blatt wurde gelöscht oder ist kein Kampagnen-Tracker mehr. Den Tracker öffnen und noch einmal nachsehen.',
  lostColumn: (sheet, header) =>
    `Die Spalte ${blatt(header)} von ${blatt(sheet)} wurde gelöscht. Mit Rückgängig zurückholen oder einen neuen Tracker erstellen.`,
  noContent: 'influData hat Beiträge von Instagram, TikTok und YouTube. Keine Zeile nennt einen Creator von dort.',
  isProtected: (sheet) => `${blatt(sheet)} oder einige Spalten sind geschützt. Beim Eigentümer um Zugriff bitten.`,
  capUsed: (cap) => `Diese Kampagne hat ihr Limit von ${anfragen(cap)} verbraucht. Für mehr Beiträge erhöhen.`,
  noCap: (tracker) =>
    `Für die Beiträge von ${blatt(tracker)} gibt es in dieser Tabelle noch kein Limit. Den Tracker öffnen und es unter Planen › Kampagnen-Tracker speichern.`,
  otherPosts: (sheet) =>
    `${blatt(sheet)} enthält die Beiträge einer Kampagne, ihre Suche bleibt. Andere Beiträge in ein neues Blatt holen.`,
  fromLost:
    'Über dem Tracker steht kein „Beiträge ab“ mehr. So bleibt offen, wie alt Beiträge sein dürfen. Rückgängig machen, oder über den Spaltentiteln „Beiträge ab“ in eine Zelle schreiben und den Tag darunter.',
  fromUnread: (text) =>
    `${blatt(text)} unter „Beiträge ab“ ist kein Datum. So bleibt offen, wie alt Beiträge sein dürfen. Ein Datum eintragen, oder die Zelle leeren für alle Beiträge.`,
  unreadable: (name) =>
    `Was diese Kampagne verbraucht hat, ist nicht lesbar (Dokumenteigenschaft ${name}); nichts wird gekauft. Nur bei bekanntem Grund löschen.`,
  tooMany: (most) => `Ein Tracker fasst höchstens ${zahl(most)} Leistungen.`,
});
