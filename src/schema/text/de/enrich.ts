import type { enrichEn } from '../enrich';

export const enrichDe = (): ReturnType<typeof enrichEn> => ({
  nothingToDo: 'In diesen Zeilen gibt es nichts zu tun. Andere auswählen.',
  sheetGone: 'Dieses Blatt gibt es nicht mehr. Die Handles neu auswählen.',
  fieldCount: (most) => `1 bis ${most} Felder wählen.`,
  longFields: 'Diese Feldpfade sind zu lang für einen Lauf. Weniger wählen.',
  sheetChanged: 'Das Blatt hat sich geändert, seit die Auswahl gelesen wurde. Die Handles neu auswählen.',
  protectedColumn: (header) => `Die Spalte „${header}“ ist geschützt. Neue Spalten wählen oder um Zugriff bitten.`,
  protectedSheet: (sheet) =>
    `Das Blatt „${sheet}“ oder einige seiner Zeilen sind geschützt. Um Zugriff bitten oder die Handles in ein eigenes Blatt kopieren.`,
  spillingColumn: (header, row) =>
    `Die Spalte „${header}“ füllt eine Formel in Zeile ${row}, Werte würden sie stören. Neue Spalten wählen oder die Formel erst in Werte umwandeln.`,
  handlesDeleted: (sheet) =>
    `Die Spalte mit den Handles in „${sheet}“ wurde gelöscht, der Lauf kann nicht weiter. Das rückgängig machen und fortsetzen oder den Lauf beenden.`,
  columnDeleted: (column, sheet) =>
    `Die Spalte „${column}“ in „${sheet}“ wurde gelöscht; was übrig ist, lässt sich nicht mehr erkennen. Das rückgängig machen und fortsetzen oder den Lauf beenden und einen neuen starten.`,
  queueUnreadable: 'Die Antwort von influData war nicht lesbar. Später erneut versuchen.',
});
