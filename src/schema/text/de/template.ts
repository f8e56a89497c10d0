import type { templateEn } from '../template';
import { statusesDe } from './status';

export const templateDe = (): ReturnType<typeof templateEn> => ({
  inserted: (sheet) => `„${sheet}“ ist fertig. Das war kostenlos.`,
  tick: 'Zahlen holen',
  ticked: 'Haken kostet bis zu',
  requests: ['" Anfrage"', '" Anfragen"'],
  withinDays: ['"bis "', '" Tage"'],
  beyondDays: ['"über "', '" Tage"'],
  example: 'Beispiel',
  exampleFee: 'Beispiel, Honorar erfunden',

  creator: 'Creator',
  platform: 'Plattform',
  light: 'Ampel',
  followers: 'Follower',
  engagement: 'Engagement %',
  country: 'Land',
  growth: 'Wachstum % im Monat',
  refreshed: 'Daten vom',
  status: 'Status',
  fee: 'Honorar',
  fees: 'Honorare',
  cpm: 'TKP',
  notes: 'Notizen',

  statuses: statusesDe(),

  examples: {
    name: 'Beispiel-Creator',
    handle: 'Handle',
  },

  shortlist: {
    name: 'Shortlist',
    hint: 'Diese Zeilen sind Beispiele mit erfundenen Honoraren zum Überschreiben. Für die Zahlen A4 anhaken, 1 Anfrage je Creator. Gespeicherte Creator kosten nichts.',
    lastContact: 'Letzter Kontakt',
    creators: 'Creator',
    agreedCreators: 'Zugesagt',
    agreedFees: 'Zugesagte Honorare',
  },

  vetting: {
    name: 'Vetting',
    hint: 'Diese Zeilen sind Beispiele zum Überschreiben. Eigene Schwellen in D3:G4 eintragen, dann A4 anhaken, 1 Anfrage je Creator. Fehlt eine Zahl, ist die Ampel „unknown“, nie „green“.',
    greenFrom: 'Grün ab',
    redBelow: 'Rot unter',
    why: 'Nicht grün wegen',
    missing: ' (fehlt)',
    parts: { followers: 'Follower', engagement: 'Engagement', growth: 'Wachstum', refreshed: 'Alter der Daten' },
  },

  plan: {
    name: 'Mediaplan',
    hint: 'Diese Zeilen sind Beispiele mit erfundenen Honoraren zum Überschreiben. Für die Zahlen A4 anhaken, 1 Anfrage je Creator. Budget und Reichweite je Beitrag nach eigener Schätzung eintragen.',
    posts: 'Beiträge',
    expectedReach: 'Erwartete Reichweite',
    budget: 'Budget',
    left: 'Rest vom Budget',
    reachShare: 'Reichweite, % der Follower',
  },
});
