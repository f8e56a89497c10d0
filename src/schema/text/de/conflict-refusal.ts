import type { conflictEn } from '../conflict-refusal';
import { zahl } from './count';

export const conflictDe = (): ReturnType<typeof conflictEn> => ({
  noBrandsSheet: 'Erst das Blatt für Marken erstellen und die Marken eintragen.',
  noBrands: (sheet) => `Erst die Wettbewerber in das Blatt „${sheet}“ eintragen.`,
  noHeader: (sheet, header) =>
    `Dem Blatt „${sheet}“ fehlt die Spalte „${header}“. Erst die Überschrift wiederherstellen.`,
  tooManyBrands: (most) => `Höchstens ${most} Marken auf einmal. Erst einige löschen.`,
  tooManyCreators: (most) => `Höchstens ${zahl(most)} Creator auf einmal. Erst das Blatt teilen.`,
  noCreators: 'In diesem Blatt stehen keine Handles. Erst das Blatt mit den Creatorn öffnen.',
  otherSheet: 'Inzwischen ist ein anderes Blatt vorn. Erst dessen Preis ansehen.',
  onBrands: 'Hier die Marken eintragen, dann das Blatt mit den Creatorn öffnen.',
  listGone: 'Die Liste dieser Prüfung gibt es nicht mehr. Ein anderes Blatt mit Creatorn öffnen.',
  spendingPaused: 'Ausgaben sind pausiert. Unter Konto fortsetzen.',
});
