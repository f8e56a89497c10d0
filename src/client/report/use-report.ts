import type { ReportForm, ReportView } from '../../sidebar/report-calls';
import { call } from '../call';
import { useDrive, type RunCalls, type RunControl } from '../run/use-drive';

export type ReportControl = RunControl<ReportView, ReportForm>;

const CALLS: RunCalls<ReportView, ReportForm> = {
  start: (form) => call('startReport', form),
  step: (id, resume, cap) => call('stepReport', { id, resume, cap }),
  stop: (id) => call('stopReport', { id }),
  drop: (id) => call('dropReport', { id }),
  progressOf: ({ doneCreators, sheets, charged }) => [doneCreators, sheets.length, charged].join(),
};

/** The run that makes reports. */
export const useReport = (onRest: (run: ReportView) => void): ReportControl => useDrive(CALLS, onRest);
