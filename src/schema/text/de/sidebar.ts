import type { sidebarEn } from '../sidebar';

export const sidebarDe = (): ReturnType<typeof sidebarEn> => ({
  deletedSheet: 'einem gelöschten Blatt',
  sheetGone: (sheet) => `Das Blatt „${sheet}“ gibt es nicht mehr: Es wurde umbenannt oder gelöscht.`,
  noTurn:
    'Andere Aufrufe von influData ließen diese Suche 20 Sekunden warten, nichts wurde berechnet. Erneut versuchen.',
  searchPaused: 'Ausgaben sind pausiert, nichts wurde gesucht. Unter Konto die Ausgaben fortsetzen.',
  pagesTurned: 'Die erste Seite liegt hinter der letzten. Mit der kleineren Zahl beginnen.',
  searchName: (most) => `Der Suche einen Namen von höchstens ${most} Zeichen geben.`,
});
