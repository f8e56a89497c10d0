import type { historyEn } from '../history';
import { anzahl } from './count';

export const historyDe = (): ReturnType<typeof historyEn> => ({
  columns: {
    day: 'Datum',
    platform: 'Plattform',
    handle: 'Handle',
    id: 'influData-ID',
    followers: 'Follower',
    engagement: 'Engagement %',
    growth: 'Wachstum % im Monat',
    profileScore: 'Profil-Score',
  },
  changes: {
    title: 'Was sich geändert hat',
    hint: 'Einen Tag eintragen und um wie viel sich ein Wert ändern muss. Jede Änderung steht hier einmal, bis es noch einmal so weit geht.',
    since: 'Seit',
    followers: 'Follower ±',
    engagement: 'Engagement ± Punkte',
    profileScore: 'Score ± Punkte',
    columns: {
      day: 'Datum',
      platform: 'Plattform',
      handle: 'Handle',
      figure: 'Wert',
      fromDay: 'Verglichen mit',
      from: 'Vorher',
      to: 'Nachher',
      change: 'Änderung',
      trend: 'Verlauf',
    },
    noHistory: 'Im Verlauf stehen noch keine Zeilen. Einschalten: Sie kommen mit den nächsten abgerufenen Profilen.',
    noLabel: (sheet, label) =>
      `Im Blatt „${sheet}“ fehlt die Zelle „${label}“ mit ihrem Wert darunter. Wiederherstellen oder das Blatt löschen, dann kommt ein neues.`,
    lostColumn: (sheet, header) =>
      `Die Spalte „${header}“ im Blatt „${sheet}“ wurde gelöscht. Mit Rückgängig zurückholen oder das Blatt löschen, dann kommt ein neues.`,
    noNumber: (label) => `„${label}“ braucht in der Zelle darunter eine Zahl ab 0 oder nichts.`,
    noDay: (label) => `„${label}“ braucht in der Zelle darunter ein Datum oder nichts.`,
  },
  unreadable:
    'Einige Zeilen, die auf den Verlauf warten, sind nicht lesbar. Die von gespeicherten Profilen stehen in seinem Blatt. Zum Fortfahren unter Planen „Verlauf führen“ aus- und wieder einschalten: Nicht lesbare Zeilen werden dabei gelöscht.',
  stateUnreadable:
    'Was über den Verlauf gespeichert ist, ist nicht lesbar, deshalb kommen keine Zeilen dazu. „Verlauf führen“ einschalten, dann geht es im selben Blatt weiter.',
  full: (lines) =>
    `Diese Tabelle hat zehn Millionen Zellen, mehr erlaubt Google nicht, deshalb warten ${anzahl(lines, 'Zeile', 'Zeilen')} des Verlaufs. Blätter oder alte Zeilen des Verlaufs löschen, dann erneut öffnen.`,
});
