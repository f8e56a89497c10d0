import { listed } from '../count';
import type { reportEn } from '../report-refusal';
import { zahl } from './count';

export const reportDe = (): ReturnType<typeof reportEn> => ({
  targets: (most, longest) => `Höchstens ${most} Ziele je Art wählen, jedes mit höchstens ${longest} Zeichen.`,
  manyCreators: (most) => `Höchstens ${zahl(most)} Creator auf einmal auswählen.`,
  noReports: 'Keiner dieser Creator hat einen gespeicherten Audience-Report. Erst die Reports erstellen.',
  withoutReport: 'Für alle ohne Audience-Report erst einen erstellen, dann den Fit-Score neu.',
  chooseFees: 'Die Spalte mit den Honoraren wählen.',
  ownColumn: 'Diese Spalte stammt von der Angebotsprüfung selbst. Die mit den Honoraren wählen.',
  selectRows: 'Erst die Zeilen mit den Handles auswählen.',
  withoutData: 'Alle ohne Daten anreichern (je 1 Anfrage), dann neu prüfen.',
  protectedColumns: (sheet) =>
    `Das Blatt „${sheet}“ oder einige seiner Spalten sind geschützt. Um Zugriff bitten oder die Zeilen in ein eigenes Blatt kopieren.`,
  currencies: (codes, rows, count) =>
    `Honorare stehen in ${listed(codes, 'und')}. ${count === 1 ? 'Zeile' : 'Die Zeilen'} ${rows.join(', ')}${count > rows.length ? ' und weitere' : ''} ${count === 1 ? 'weicht ab und zählt' : 'weichen ab und zählen'} nicht zu den Medianen.`,
  pendingUnreadable: (property) =>
    `Die Liste der ausstehenden Reports ist nicht lesbar. Die Dokumenteigenschaft ${property} löschen, um neu anzufangen.`,
  selectCells: 'Erst Zellen mit Handles auswählen.',
  longHandles: 'Diese Handles sind zu lang für einen Lauf. Weniger davon auswählen.',
});
