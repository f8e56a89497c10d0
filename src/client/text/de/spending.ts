import { ago, number, requests } from '../../format';
import type { SPENDING } from '../spending';
import { n } from './plural';

export const SPENDING_DE: typeof SPENDING = {
  balanceTitle: 'Anfragen, die auf dem Schlüssel übrig sind',
  left: (left) => number(left) + ' übrig',
  leftAsOf: (left, at) => number(left) + ' übrig · ' + ago(at),
  usedToday: (used) => number(used) + ' heute',
  usedTodayShort: (used) => number(used) + ' heute',
  pause: 'Ausgaben pausieren',
  pauseHint: 'Alle Ausgaben in dieser Tabelle pausieren. Gespeichertes bleibt zu sehen.',
  pausedSwitch: 'Pausiert',
  isPaused: 'Ausgaben sind pausiert',
  resume: 'Ausgaben fortsetzen',
  paused: 'Ausgaben sind pausiert.',
  resumed: 'Ausgaben laufen wieder.',
  raiseCap: 'Limit erhöhen',
  dayCapReached: (cap) => 'Das Tageslimit von ' + requests(cap) + ' ist erreicht.',
  underWay: (calls) => n(calls, 'Aufruf ist', 'Aufrufe sind') + ' unterwegs',
  leftOnKey: ({ left, told, at }) =>
    'Laut influData sind ' +
    requests(told) +
    ' übrig (geprüft ' +
    ago(at) +
    ').' +
    (told > left ? ' Bis zu ' + number(told - left) + ' davon können für letzte Aufrufe noch berechnet werden.' : ''),
};
