import type { EnrichForm, EnrichView } from '../../sidebar/calls';
import { call } from '../call';
import { useDrive, type RunCalls, type RunControl } from '../run/use-drive';

export type EnrichControl = RunControl<EnrichView, EnrichForm>;

const CALLS: RunCalls<EnrichView, EnrichForm> = {
  start: (form) => call('startEnrich', form),
  step: (id, resume, cap) => call('stepEnrich', { id, resume, cap }),
  stop: (id) => call('stopEnrich', { id }),
  drop: (id) => call('dropEnrich', { id }),
  progressOf: ({ doneRows }) => String(doneRows),
};

/** The run over rows of a sheet. */
export const useEnrich = (onRest: (run: EnrichView) => void): EnrichControl => useDrive(CALLS, onRest);
