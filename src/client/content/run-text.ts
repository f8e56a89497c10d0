import type { ContentView } from '../../sidebar/content-calls';
import type { ContentControl } from './use-content';

type Shown = Pick<ContentControl, 'run' | 'isDriving' | 'isStopping' | 'error'>;

const DOING: Record<ContentView['action'], string> = {
  pull: 'Getting content into',
  sync: 'Syncing',
  refresh: 'Syncing and refreshing',
};
const DONE: Record<ContentView['action'], string> = {
  pull: 'Content is in',
  sync: 'Synced',
  refresh: 'Synced and refreshed',
};
const NOUN: Record<ContentView['action'], string> = { pull: 'pull', sync: 'sync', refresh: 'sync' };

/** What the run is at, in a few words. */
export function runTitle({ run, isDriving, isStopping, error }: Shown): string {
  if (!run) return '';
  const sheet = ' “' + run.sheet + '”';
  if (isDriving) return isStopping ? 'Stopping after the page under way…' : DOING[run.action] + sheet + '…';
  if (run.state === 'done') return DONE[run.action] + sheet;
  if (error) return 'The ' + NOUN[run.action] + ' was interrupted';
  return run.state === 'running'
    ? 'A ' + NOUN[run.action] + ' is not finished'
    : 'The ' + NOUN[run.action] + ' is stopped';
}

/** What came of the pieces, without those that there are none of; nothing, if all were added. */
export const outcomes = ({ pieces: all, added, updated, repeated }: ContentView): { label: string; pieces: number }[] =>
  [
    { label: 'added', pieces: added },
    { label: 'refreshed', pieces: updated },
    { label: 'there already', pieces: repeated },
  ].filter(({ label, pieces }) => pieces > 0 && !(label === 'added' && pieces === all));

/** It has spent what it may, and there is more to get. */
export const isAtItsCap = ({ state, charged, cap, resumeCosts, message }: ContentView): boolean =>
  state !== 'done' && resumeCosts > 0 && (charged >= cap || message.includes('maxRequestsPerRun'));

/** The server's word for what the person did; the title says it already. */
const STOPPED = 'Stopped.';

/** What else is to be said of a run that rests. */
export const messageOf = ({ message }: ContentView): string => (message === STOPPED ? '' : message);
