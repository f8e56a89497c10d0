import type { RunForm, RunView } from '../../sidebar/calls';
import { call } from '../call';
import { useDrive, type RunCalls, type RunControl } from '../run/use-drive';

export type SearchControl = RunControl<RunView, RunForm>;

const CALLS: RunCalls<RunView, RunForm> = {
  start: (form) => call('startRun', form),
  step: (id, resume, cap) => call('stepRun', { id, resume, cap }),
  stop: (id) => call('stopRun', { id }),
  drop: (id) => call('dropRun', { id }),
  progressOf: ({ donePages, written, skipped, charged }) => [donePages, written, skipped, charged].join(),
};

/** The run that writes a search to a sheet. */
export const useRun = (onRest: (run: RunView) => void): SearchControl => useDrive(CALLS, onRest);
