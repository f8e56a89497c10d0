import type { APP } from '../app';

export const APP_DE: typeof APP = {
  title: 'influData',
  find: 'Suche',
  enrich: 'Daten',
  reports: 'Reports',
  content: 'Content',
  manage: 'Planen',
  account: 'Konto',
  allow: 'Erlauben',
  readyToEnrich: 'Die neuen Zeilen sind ausgewählt. Jetzt die Daten wählen.',
  manyAccounts:
    'Google hat diese Seite abgelehnt, weil mehrere Google-Konten angemeldet sind. Die Tabelle in einem privaten Fenster oder in einem Chrome-Profil mit einem Konto öffnen und die Seitenleiste neu starten.',
  noConnection: 'Google konnte das Add-on nicht erreichen. Verbindung prüfen und erneut versuchen.',
  pageFailed: 'Auf dieser Seite ist etwas schiefgegangen. Die Seitenleiste schließen und neu öffnen.',
  silentSeconds: 'Keine Antwort seit 30 Sekunden. Erneut versuchen.',
  silent: 'Keine Antwort seit sechs Minuten. Erneut versuchen.',
  silentSearch:
    'Keine Antwort seit sechs Minuten. Erneut versuchen: Bezahlte Seiten werden nicht noch einmal berechnet.',
  silentStart:
    'Keine Antwort seit sechs Minuten. Die Seitenleiste schließen und neu öffnen. Hat der Lauf begonnen, lässt er sich dort fortsetzen.',
  silentStep: 'Keine Antwort seit sechs Minuten. „Weiter“ wählen: Bezahltes wird nicht noch einmal berechnet.',
};
