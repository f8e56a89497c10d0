import { ago, number, requests } from '../format';

/** Balance, caps and the pause, wherever they stand. */
export const SPENDING = {
  balanceTitle: 'Requests left on the key',
  left: (left: number): string => number(left) + ' left',
  leftAsOf: (left: number, at: string): string => number(left) + ' left · ' + ago(at),
  usedToday: (used: number): string => number(used) + ' used today',
  /** Beside the switch that says that spending is paused. */
  usedTodayShort: (used: number): string => number(used) + ' today',
  pause: 'Pause spending',
  pauseHint: 'Pause all spending in this spreadsheet. What is saved still shows.',
  pausedSwitch: 'Paused',
  isPaused: 'Spending is paused',
  resume: 'Resume spending',
  paused: 'Spending is paused.',
  resumed: 'Spending resumed.',
  raiseCap: 'Raise cap',
  dayCapReached: (cap: number): string => "You've reached your daily cap of " + requests(cap) + '.',
  underWay: (calls: number): string => (calls === 1 ? '1 call is' : number(calls) + ' calls are') + ' under way',
  leftOnKey: ({ left, told, at }: { left: number; told: number; at: string }): string =>
    'influData says ' +
    requests(told) +
    (told === 1 ? ' is' : ' are') +
    ' left (checked ' +
    ago(at) +
    ').' +
    (told > left ? ' Up to ' + number(told - left) + ' of them may still be charged for recent calls.' : ''),
};
