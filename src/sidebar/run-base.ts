import type { AnyRun } from '../jobs/run/run-state';
import type { RunReason } from '../schema/run-reason';

/** What a run has spent, in requests. */
export interface RunFigures {
  /** What it was surely charged. */
  used: number;
  /** What may have been charged on top of that: calls that were lost or are under way, at their worst. */
  unconfirmed: number;
  /** Calls that are under way for it now. */
  underWay: number;
}

/** What is shown of every run. */
export interface RunBase extends RunFigures, Pick<AnyRun, 'id' | 'state' | 'cap'> {
  /** Why it rests, or what came of it: the code tells, `message` is the same as a sentence. */
  reason?: RunReason;
  message: string;
  sheet: string;
  startedAt: string;
}
