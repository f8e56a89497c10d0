import type { searchEn } from '../search';

export const searchDe = (): ReturnType<typeof searchEn> => ({
  unreadable: (property) => `Die gespeicherten Suchen sind nicht lesbar. Die Dokumenteigenschaft ${property} löschen.`,
  gone: (name) =>
    `Die gespeicherte Suche „${name}“ gibt es nicht mehr. Die Seitenleiste neu öffnen, um die jetzigen zu sehen.`,
  nameTaken: (name) => `Eine gespeicherte Suche „${name}“ gibt es schon. Einen anderen Namen wählen.`,
  most: (most) => `Höchstens ${most} Suchen lassen sich speichern. Erst eine löschen.`,
  noRoom: 'Für eine weitere Suche ist kein Platz. Erst eine löschen.',
  sheetGone: 'Das Ergebnisblatt gibt es nicht mehr. In ein neues schreiben.',
  failed:
    'influData konnte diese Suche nicht beenden und hat vielleicht 1 Anfrage berechnet; „Verbrauch“ im Menü zeigt das Guthaben. In 10 Minuten erneut versuchen.',
  oneCreator: 'Einen Creator auswählen: eine Zeile einer Liste oder eine Zelle seines Reports.',
  platformFirst: 'Erst die Plattform dieses Creators wählen.',
  noTurn:
    'Andere Aufrufe von influData ließen dieses Profil 20 Sekunden warten, nichts wurde berechnet. Erneut versuchen.',
  notFound: (id) => `influData findet ${id} nicht. Das Handle prüfen.`,
  stillQueued: (id) => `influData sammelt noch Daten zu ${id}. Später erneut versuchen.`,
  noProfile: (id) => `influData hat kein lesbares Profil zu ${id}. Morgen erneut versuchen.`,
  noName: 'Dieser Creator hat weder Handle noch ID.',
});
