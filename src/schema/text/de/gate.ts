import type { gateEn, recordEn } from '../gate';

export const gateDe = (): ReturnType<typeof gateEn> => ({
  busy: 'Andere Aufrufe von influData sind in der Tabelle noch unterwegs. In einer Minute erneut versuchen.',
  storeFull:
    'Der Speicher der Tabelle ist voll, deshalb wird nichts mehr gekauft. Entfernen, was andere Skripte darin ablegen.',
  storeFullSave:
    'Googles Speicher ist voll, das ließ sich nicht speichern. Entfernen, was andere Skripte darin ablegen, und erneut versuchen.',
  unreadable: (what) =>
    `In dieser Tabelle ist unlesbar: ${what}. Deshalb wird nichts gekauft. „Verbrauch“ im Menü influData repariert das.`,
  tabUnreadable:
    'Das ausgeblendete Blatt „influData data“ mit allem Bezahlten ist nicht lesbar, deshalb wird nichts gekauft. Erneut versuchen. Wurde es gelöscht oder umbenannt, das rückgängig machen; um ohne es weiterzumachen, ein leeres Blatt mit diesem Namen anlegen.',
  tabNotWritten: (why) =>
    `In das ausgeblendete Blatt „influData data“ ließ sich nicht schreiben: ${why} Das Bezahlte ist gespeichert. Den Grund beheben, dann fortsetzen.`,
  settingsRefused: 'Diese Einstellungen gehen nicht: Limits sind ganze Zahlen ab 0, Tage liegen zwischen 0 und 3.650.',
  settingsUnreadable: (property) => `Die Einstellungen sind nicht lesbar. Die Dokumenteigenschaft ${property} löschen.`,
  settingsStop: (property, why) =>
    `Ausgaben sind pausiert, weil die Einstellungen nicht lesbar sind: ${why}. Die Dokumenteigenschaft ${property} korrigieren oder löschen.`,
  notAnObject: 'sie sind kein JSON-Objekt',
  badValue: (name) => `„${name}“ hat einen unzulässigen Wert`,
});

/** Behind a colon. */
export const recordDe = (): ReturnType<typeof recordEn> => ({
  budget: 'die gespeicherten Ausgaben',
  pace: 'das gespeicherte Tempo',
  reservation: 'eine gespeicherte Reservierung',
  answers: 'die gespeicherten Antworten',
});
