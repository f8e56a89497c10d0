import { number } from '../format';

/** Sentences of ui. */
export const UI = {
  dataOpens: (last: string): string => '[data-opens="' + last,
  remove: (label: string): string => 'Remove ' + label,
  cancel: 'Cancel',
  list: (id: string): string => id + '-list',
  clear: (part: string): string => 'Clear ' + part,
  loading: 'Loading…',
  notInTheListTaken: 'Not in the list: taken as you type it.',
  nothingFits: 'Nothing fits.',
  show: (part: string): string => 'Show ' + part,
  hide: 'Hide',
  show2: 'Show',
  upTo: 'up to',
  upTo2: ' up to',
  copied: 'Copied',
  severalGoogleAccounts: 'Several Google accounts',
  tryAgain: 'Try again',
  openAccount: 'Open Account',
  hint: (id: string): string => id + '-hint',
  problem: (id: string): string => id + '-problem',
  chosen: (chosen: number): string => number(chosen) + ' chosen',
  done: 'Done',
};
