import type { HISTORY } from '../history';
import { anzahl } from './count';

export const historyDe = (): typeof HISTORY => ({
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
  full: (lines) =>
    `Diese Tabelle hat zehn Millionen Zellen, mehr erlaubt Google nicht, deshalb warten ${anzahl(lines, 'Zeile', 'Zeilen')} des Verlaufs. Blätter oder alte Zeilen des Verlaufs löschen, dann erneut öffnen.`,
});
