import type { clientSheetEn } from '../client-sheet-refusal';

export const clientSheetDe = (): ReturnType<typeof clientSheetEn> => ({
  noCreators: (sheet) =>
    `Keine Creator in „${sheet}“ gefunden. Das Blatt mit der Liste öffnen, Handles oder Profil-Links in einer Spalte.`,
  noList: 'Erst das Blatt mit der Liste öffnen.',
  listGone: 'Das Blatt wurde gelöscht oder ist inzwischen ein anderes. Die Liste öffnen und neu ansehen.',
  columnsMoved: 'Spalten der Liste wurden verschoben oder umbenannt. Sie neu ansehen, dann das Blatt erstellen.',
  rowsMoved: (sheet) =>
    `In „${sheet}“ werden gerade Zeilen verschoben, also wurde nichts erstellt. Danach erneut versuchen.`,
  nobody: 'Keine Zeile der Liste nennt einen Creator, den ein Kunde erkennen könnte. Nichts wurde erstellt.',
  sourceGone: 'Das Blatt mit den Entscheidungen wurde gelöscht. Ein anderes wählen oder die Zeilen einfügen.',
  noDecisionColumn: (from) =>
    `Keine Spalte mit Entscheidungen in ${from}. Sie braucht die Überschrift „Entscheidung“ oder Zellen mit freigeben, ablehnen oder vielleicht.`,
  nobodyDecided: (from) =>
    `Keine Creator in ${from}. Das Kundenblatt wählen oder dessen Zeilen mit den Überschriften einfügen.`,
  pastedRows: 'den eingefügten Zeilen',
  sheetNamed: (sheet) => `„${sheet}“`,
  protectedList: (sheet) =>
    `Das Blatt „${sheet}“ oder seine Spalten für Entscheidungen sind geschützt. Um Zugriff bitten.`,
});
