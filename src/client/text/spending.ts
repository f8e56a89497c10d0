import { ago, number, requests } from '../format';

/** Balance, caps and the pause, wherever they stand. */
export const SPENDING = {
  balanceTitle: 'Requests left on the key',
  left: (left: number): string => number(left) + ' left',
  pause: 'Pause spending',
  pauseHint: 'Pause all spending in this spreadsheet. What is saved still shows.',
  isPaused: 'Spending is paused',
  resume: 'Resume spending',
  paused: 'Spending is paused.',
  raiseCap: 'Raise cap',
  dayCapReached: (cap: number): string => "You've reached your daily cap of " + requests(cap) + '.',
  unconfirmed: (most: number): string => ', up to ' + number(most) + ' more unconfirmed',
  underWay: (calls: number): string => (calls === 1 ? '1 call is' : number(calls) + ' calls are') + ' under way',
  leftOnKey: (left: number, at: string): string => 'influData says ' + number(left) + ' are left, ' + ago(at) + '.',
};
