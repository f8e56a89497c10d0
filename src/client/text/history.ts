import type { ToldChanges } from '../../sidebar/history-calls';
import { count } from '../format';

/** *History*: figures of creators by day, and what changed. */
export const HISTORY = {
  title: 'History',
  hint: 'Each time a creator’s profile is fetched, its figures become a dated line in a sheet here, at most one a day. Free.',
  keep: 'Keep a history',
  lines: (lines: number, sheet: string): string => count(lines, 'line') + ' in “' + sheet + '”.',
  noLines: 'No lines yet: they come with the next profiles that are fetched.',
  waiting: (lines: number): string => count(lines, 'line') + ' not written yet.',
  lost: (lines: number): string =>
    'While nobody opened influData here, ' + count(lines, 'line') + ' had no room and gave way to newer ones.',
  open: 'Open history',
  changed: 'What changed',
  changedHint: 'Lists who crossed your thresholds, each change once. Day and thresholds are cells of that sheet.',
  told: ({ sheet, changes, creators }: ToldChanges): string =>
    changes === 0
      ? 'Nothing new in “' + sheet + '”.'
      : count(changes, 'new change') + ' of ' + count(creators, 'creator') + ' in “' + sheet + '”.',
};
