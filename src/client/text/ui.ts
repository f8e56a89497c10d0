import { number } from '../format';

/** What controls say for themselves, whatever they are used for. */
export const UI = {
  tabs: 'influData',
  remove: (label: string): string => 'Remove ' + label,
  cancel: 'Cancel',
  clear: (part: string): string => 'Clear ' + part,
  loading: 'Loading…',
  notInList: 'Not in the list; used as typed.',
  noMatches: 'No matches.',
  quoted: (text: string): string => '“' + text + '”',
  show: 'Show',
  showNamed: (part: string): string => 'Show ' + part,
  hide: 'Hide',
  from: 'from',
  upTo: 'up to',
  fromNamed: (label: string): string => label + ' from',
  upToNamed: (label: string): string => label + ' up to',
  lastDayNamed: (label: string): string => label + ' to',
  copied: 'Copied',
  copyByHand: 'Press Ctrl+C (⌘C) to copy',
  manyAccounts: 'Several Google accounts',
  tryAgain: 'Try again',
  openAccount: 'Open Account',
  selected: (selected: number): string => number(selected) + ' selected',
  done: 'Done',
};
