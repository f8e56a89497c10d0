import type { RunReason } from '../schema/run-reason';

/** What is shown of every run. */
export interface RunBase {
  id: string;
  state: 'running' | 'stopped' | 'done';
  /** Why it rests, or what came of it: the code tells, `message` is the same as a sentence. */
  reason?: RunReason;
  message: string;
  sheet: string;
  charged: number;
  cap: number;
  startedAt: string;
}
