import type { RunView } from '../../src/sidebar/run-calls';
import { gate, type SidebarOptions } from './sidebar-harness';

type Replies = NonNullable<SidebarOptions['replies']>;

export interface Worker<Run> {
  replies: Replies;
  run: () => Run;
  /** Stands still until what it gives is called. */
  hold: () => () => void;
}

/** The server's side of a run. `next` is a step; `starts` are replies to what begins it, which `begin` changes it for. */
export function workerOf<Run extends RunView>(
  first: Run,
  next: (run: Run) => Run,
  starts: (begin: (change: Partial<Run>) => Run) => Replies,
): Worker<Run> {
  let run = first;
  let held = Promise.resolve();
  const changed = (change: object): Run => (run = { ...run, ...change });
  return {
    run: () => run,
    hold() {
      const { opened, open } = gate();
      held = opened;
      return open;
    },
    replies: {
      ...starts(changed),
      async stepRun({ resume, cap }) {
        if (resume) changed({ state: 'running', message: '', cap: cap ?? run.cap });
        await held;
        return run.state === 'running' ? changed(next(run)) : run;
      },
      pauseRun: () => changed({ state: 'stopped', message: 'Paused.', reason: { code: 'paused' } }),
      endRun: () => ({}),
    },
  };
}
