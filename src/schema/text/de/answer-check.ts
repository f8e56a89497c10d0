import { listed } from '../count';
import type { answerCheckEn } from '../answer-check';

/** Types, as the bug report and the API name them. */
const ART: Readonly<Record<string, string>> = {
  text: 'Text',
  number: 'Zahl',
  boolean: 'ja/nein',
  list: 'Liste',
  object: 'Objekt',
};
const art = (type: string): string => ART[type] ?? type;

export const answerCheckDe = (): ReturnType<typeof answerCheckEn> => ({
  asked: {
    'cities of Germany': 'Städte in Deutschland',
    'data status': 'Datenstatus',
    'queue for enrichment': 'Warteschlange zum Anreichern',
    'search with keywords': 'Suche mit Stichwörtern',
    'audience report': 'Audience-Report',
  },
  line: (asked, finding) => `${asked}: ${finding}`,
  notReady: 'Der Report ist noch nicht fertig (1 Anfrage). Morgen noch einmal prüfen.',
  notInDatabase: 'Der Creator ist noch nicht in der Datenbank. Morgen noch einmal prüfen.',
  notFound: 'Creator nicht gefunden',
  noReply: 'keine Antwort',
  notAsked: (why) => `nicht geprüft. ${why}`,
  paused: 'nicht geprüft, weil Ausgaben pausiert sind',
  noTurn: 'nicht geprüft, weil andere Aufrufe laufen. In einer Minute erneut versuchen.',
  unreadable: 'Das Add-on konnte diese Antwort nicht lesen.',
  missing: (fields) => `Laut Vertrag ${fields.length > 1 ? 'fehlen' : 'fehlt'} ${fields.join(', ')}.`,
  wrongType: (field, types, expected) => `${field} ist ${types.map(art).join(' oder ')} statt ${art(expected)}`,
  unknown: (fields) => `unbekannt: ${fields.join(', ')}`,
  fewFields: (expected, found) =>
    `Von ${listed(expected, 'und')} ${found.length > 0 ? `gibt es nur ${found.join(', ')}` : 'gibt es keines'}.`,
  unclearScale: (section, form) => `Skala von ${section} unklar, deshalb gezeigt, wie sie kam (${form})`,
  counts: (section, form) => `${section} enthält Zahlen statt Anteile (${form})`,
  unknownSection: (section, form) => `unbekannter Abschnitt ${section} (${form})`,
  noSection: 'kein Abschnitt einer Audience gefunden',
});
