import type { HISTORY } from '../history';
import { creatorsDative, n, quoted } from './plural';

export const HISTORY_DE: typeof HISTORY = {
  title: 'Verlauf',
  hint: 'Wird das Profil eines Creators abgerufen, kommen seine Werte mit dem Tag als Zeile in ein Blatt, höchstens eine am Tag. Kostenlos.',
  keep: 'Verlauf führen',
  lines: (lines, sheet) => n(lines, 'Zeile', 'Zeilen') + ' in ' + quoted(sheet) + '.',
  noLines: 'Noch keine Zeilen: Sie kommen mit den nächsten abgerufenen Profilen.',
  waiting: (lines) => n(lines, 'Zeile', 'Zeilen') + ' noch nicht geschrieben.',
  lost: (lines) =>
    'Solange hier niemand influData öffnete, fehlte der Platz: Entfallen ' +
    (lines === 1 ? 'ist ' : 'sind ') +
    n(lines, 'ältere Zeile', 'ältere Zeilen') +
    '.',
  open: 'Verlauf öffnen',
  changed: 'Was sich geändert hat',
  changedHint:
    'Listet auf, wer die eigenen Schwellen überschritten hat, jede Änderung einmal. Tag und Schwellen sind Zellen dieses Blatts.',
  told: ({ sheet, changes, creators }) =>
    changes === 0
      ? 'Nichts Neues in ' + quoted(sheet) + '.'
      : n(changes, 'neue Änderung', 'neue Änderungen') +
        ' von ' +
        creatorsDative(creators) +
        ' in ' +
        quoted(sheet) +
        '.',
};
