import type { ContentForm, ContentView } from '../../sidebar/content-calls';
import { call } from '../call';
import { useDrive, type RunCalls, type RunControl } from '../run/use-drive';

/** A first pull, or a sync of a sheet that has one. */
export type ContentStart =
  | ({ action: 'pull' } & ContentForm)
  | { action: 'sync'; sheetId: number; max: number; refresh: boolean; cap: number | null };

export type ContentControl = RunControl<ContentView, ContentStart>;

const CALLS: RunCalls<ContentView, ContentStart> = {
  start: ({ action, ...form }) =>
    action === 'pull'
      ? call('startContent', form as ContentForm)
      : call('syncContent', form as Omit<ContentStart & { action: 'sync' }, 'action'>),
  step: (id, resume, cap) => call('stepContent', { id, resume, cap }),
  stop: (id) => call('stopContent', { id }),
  drop: (id) => call('dropContent', { id }),
  progressOf: ({ pieces, charged }) => [pieces, charged].join(),
};

/** The run that writes content to a sheet. */
export const useContent = (onRest: (run: ContentView) => void): ContentControl => useDrive(CALLS, onRest);
