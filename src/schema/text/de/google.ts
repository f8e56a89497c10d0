import type { googleEn } from '../google';

export const googleDe = (): ReturnType<typeof googleEn> => ({
  dailyCalls:
    'Googles Tageskontingent für Webaufrufe ist erreicht. Morgen weitermachen; „Verbrauch“ im Menü zeigt, ob etwas berechnet wurde.',
  manyCalls:
    'Google erlaubt gerade keine weiteren Webaufrufe. In einer Minute erneut versuchen; „Verbrauch“ im Menü zeigt, ob etwas berechnet wurde.',
  noAddress:
    'Diese Kopie des Add-ons darf influData nicht erreichen, weil die Adresse in ihrem Manifest fehlt. Neu installieren.',
  noDocument: 'influData arbeitet in einer Tabelle. Dort unter Erweiterungen öffnen.',
  propertyStore: (said) =>
    `Googles Speicher antwortet nicht. Später erneut versuchen; nichts wird doppelt bezahlt. (${said})`,
  noTab: (tab) => `Ein Blatt ${tab} gibt es nicht.`,
  noSpreadsheet: 'Keine Tabelle ist geöffnet.',
  refused: (doing, said) => `Google Sheets konnte nicht ${doing}: ${said}`,
  work: {
    read: 'diese Tabelle lesen',
    write: 'in diese Tabelle schreiben',
    mark: 'ein Blatt oder dessen Spalten markieren',
    columns: 'Spalten hinzufügen',
    format: 'Zellen formatieren',
    layout: 'ein Blatt einrichten',
    protect: 'Zellen schützen',
    rename: 'ein Blatt umbenennen',
    choices: 'eine Auswahlliste anlegen',
    pictures: 'Bilder in Zellen setzen',
    sheet: 'ein Blatt hinzufügen',
  },
  memoTooLong: (sheet) =>
    `Zu „${sheet}“ ist mehr zu merken, als Google Sheets speichern kann. Nichts wurde geändert. In ein neues Blatt schreiben.`,
  noScheduleRight:
    'Diese Kopie des Add-ons darf nichts planen: Google verlangt dafür eine weitere Berechtigung (README, Schedules). Bis dahin von Hand aktualisieren.',
  manyTriggers:
    'Google erlaubt 20 Trigger je Konto und Skript. Einige unter script.google.com bei Meine Trigger löschen, dann den Zeitplan neu einrichten.',
  noSchedule: (said) => `Google hat den Zeitplan nicht eingerichtet. Später erneut versuchen: ${said}`,
});
