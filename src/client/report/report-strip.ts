import { number } from '../format';
import type { ReportControl } from './use-report';

/** The run in one line, for the foot of other tabs. */
export const reportStrip = ({ run, isDriving }: ReportControl): string =>
  (run?.state === 'done' ? 'Reports made: ' : isDriving ? 'Making reports: ' : 'Reports stopped: ') +
  number(run?.doneCreators ?? 0) +
  ' of ' +
  number(run?.creators ?? 0);
