import type { vettingEn } from '../vetting-refusal';

export const vettingDe = (): ReturnType<typeof vettingEn> => ({
  noList: 'Erst zu einer Liste mit Creatorn gehen.',
  changed: 'Inzwischen wurden Zeilen oder Spalten verschoben. Die Liste ansehen und die Ampeln neu ergänzen.',
  isSettings: (sheet) => `„${sheet}“ enthält die Einstellungen der Ampeln. Zur Liste selbst gehen.`,
  noHeader: 'Ampeln brauchen eine Zeile mit Überschriften über den Handles. Eine ergänzen und erneut versuchen.',
  otherSheet: 'Inzwischen ist ein anderes Blatt vorn. Zur Liste zurückgehen oder erst dieses ansehen.',
  noFlags: 'Mindestens eine Ampel wählen.',
  noFigures: (names) => `Die Spalten ${names} fehlen. Die Ampeln neu ergänzen, um ihre Zahlen zu bekommen.`,
  lostLabel: (sheet, label) =>
    `Dem Blatt „${sheet}“ fehlt die Zelle „${label}“. Wiederherstellen oder das Blatt löschen, um ein neues zu bekommen.`,
  protectedColumns: (sheet) => `Das Blatt „${sheet}“ oder die Spalten seiner Ampeln sind geschützt. Um Zugriff bitten.`,
});
