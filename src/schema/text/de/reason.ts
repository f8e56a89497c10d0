import type { capsEn, reasonEn } from '../reason';
import { anfragen, anzahl, tag, zahl } from './count';

const LEER = 'Anfragen nachkaufen oder einen anderen Schlüssel benutzen.';

export const capsDe = (): ReturnType<typeof capsEn> => ({
  dayCap: (cap) => `Das heutige Limit von ${anfragen(cap)} ist erreicht. Unter Konto erhöhen.`,
  formulaCap: (cap) => `Das heutige Limit von ${anfragen(cap)} für Formeln ist erreicht. Unter Konto erhöhen.`,
  runCap: (cap) => `Dieser Lauf hat sein Limit von ${anfragen(cap)} erreicht. Zum Weitermachen erhöhen.`,
  monthCap: (cap) => `Dieses Blatt hat sein Monatslimit von ${anfragen(cap)} erreicht. Unter Content erhöhen.`,
  campaignCap: (cap) =>
    `Diese Kampagne hat ihr Limit von ${anfragen(cap)} erreicht. Im Kampagnen-Tracker unter Planen erhöhen.`,
  keptBalance: (kept) =>
    `Mindestens ${anfragen(kept)} müssen als Guthaben bleiben. Unter Konto senken oder Anfragen nachkaufen.`,
  balanceUnknown: () => 'Etwas Guthaben muss bleiben, und ohne Client-ID ist es nicht lesbar. Unter Konto ergänzen.',
  balanceUsed: () => `Das Guthaben dieses API-Schlüssels ist verbraucht. ${LEER}`,
  balanceShort: () => `Das Guthaben dieses API-Schlüssels reicht nicht. ${LEER}`,
});

export const reasonDe = (): ReturnType<typeof reasonEn> => ({
  spendingPaused: 'Ausgaben sind pausiert. Erst unter Konto die Ausgaben fortsetzen, dann den Lauf.',
  paused: 'Pausiert.',
  noTurn:
    'Eine Minute lang kam kein Aufruf durch: Andere Aufrufe laufen, oder Google verweigerte die Sperre. Das kostete nichts. In ein paar Minuten fortsetzen.',
  sheetDeleted: (sheet) => `Das Blatt „${sheet}“ wurde gelöscht, also endete der Lauf. Einen neuen starten.`,
  lostPage: (page) =>
    `Seite ${page} wurde bezahlt, ihre Einzelheiten sind aber nicht mehr gespeichert. Fortsetzen kauft solche Seiten neu (je 1 Anfrage).`,
  lostPosts: (requests) =>
    `Eine Seite wurde bezahlt (${anfragen(requests)}), ist aber nicht mehr gespeichert. Fortsetzen kauft sie neu.`,
  lost: 'Einiges Bezahlte dieses Laufs ist nicht mehr gespeichert. Fortsetzen kauft es neu.',
  unreadable: 'Eine Seite von influData war nicht lesbar; vielleicht wurde sie berechnet. Fortsetzen kauft sie neu.',
  unreadablePage: (page) =>
    `Seite ${page}: Die Antwort von influData war nicht lesbar. Fortsetzen fragt noch einmal (1 Anfrage).`,
  full: (posts) =>
    `${posts === 1 ? 'Der verlangte Beitrag ist' : `Alle ${zahl(posts)} verlangten Beiträge sind`} da; vielleicht gibt es mehr. Der nächste Abgleich macht hier weiter.`,
  nothingNew: (sinceMs, requests) =>
    `Nichts Neues${sinceMs === undefined ? '' : ` seit ${tag(sinceMs)}`}. ` +
    (requests === 0 ? 'Das war kostenlos.' : `${anfragen(requests)} verbraucht.`),
  placeLost: (rest) => `influData weiß nicht mehr, wo das Holen aufhörte, wie es nach langer Pause vorkommt. ${rest}`,
  circle: (rest) => `Die Liste von influData führt auf sich selbst zurück. ${rest}`,
  pullOpen: 'Das erste Holen dieses Blatts ist nicht fertig. Erst fortsetzen oder beenden.',
  campaignBusy: 'Ein anderer Lauf holt Beiträge dieser Kampagne. In zwei Minuten fortsetzen.',
  reportsMade: (sheets, without) =>
    `${anzahl(sheets, 'Blatt', 'Blätter')} erstellt.` + (without === 0 ? '' : ` ${zahl(without)} Creator ohne Report.`),
  noWeeklyTrial: 'Testschlüssel haben keine wöchentliche Aktualisierung. Einen Unternehmensschlüssel benutzen.',
  noWeekly: {
    noClientId:
      'Testschlüssel haben keine wöchentliche Aktualisierung, und ohne Client-ID gilt dieser als einer. Ist es ein Unternehmensschlüssel, unter Konto › Mehr als Art des Schlüssels Unternehmen wählen, dann fortsetzen.',
    setting:
      'Testschlüssel haben keine wöchentliche Aktualisierung, und laut Einstellung ist dieser einer. Ist es ein Unternehmensschlüssel, unter Konto › Mehr als Art des Schlüssels Unternehmen wählen, dann fortsetzen.',
  },
  failedPage: (page, message) => `Seite ${page}: ${message}`,
  restAtFirst:
    'Fortsetzen beginnt wieder beim ersten Beitrag: Was schon im Blatt steht, wird noch einmal bezahlt und nur einmal geschrieben.',
  restAt: (instant, posts) =>
    `Fortsetzen macht bei ${instant} UTC weiter: ${anzahl(posts, 'Beitrag', 'Beiträge')} von dann ${posts === 1 ? 'wird' : 'werden'} noch einmal bezahlt.`,
});
