import { useEffect, useRef, useState } from 'preact/hooks';
import type { CallError } from '../call';
import { callError } from '../ui/use-action';

/** A step that changed nothing waits for the pace or for another execution. */
const NO_PROGRESS_WAIT_MS = 2_000;

interface AnyRun {
  id: string;
  state: 'running' | 'stopped' | 'done';
}

/** How the server is asked for one kind of run. */
export interface RunCalls<Run, Form> {
  start: (form: Form) => Promise<Run>;
  /** `cap`: what it may spend from now on, null leaves it. */
  step: (id: string, resume: boolean, cap: number | null) => Promise<Run>;
  stop: (id: string) => Promise<Run>;
  drop: (id: string) => Promise<unknown>;
  /** The same text before and after a step: the step changed nothing. */
  progressOf: (run: Run) => string;
}

export interface RunControl<Run, Form> {
  run: Run | undefined;
  /** This page drives it: step after step. */
  isDriving: boolean;
  isStopping: boolean;
  isDropping: boolean;
  /** Why this page drives it no more. */
  error: CallError | undefined;
  /** Where this page began to drive, and when its last step was back: what its speed is reckoned from. */
  driven: { from: Run; sinceMs: number; untilMs: number } | undefined;
  start: (form: Form) => Promise<void>;
  stop: () => void;
  resume: (cap?: number | null) => void;
  discard: () => void;
  /** Puts a finished run away. */
  close: () => void;
  show: (run: Run | undefined) => void;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Drives one run, step after step, until it is done, stopped or lost. `onRest` hears when it rests. */
export function useDrive<Run extends AnyRun, Form>(
  calls: RunCalls<Run, Form>,
  onRest: (run: Run) => void,
): RunControl<Run, Form> {
  const [run, setRun] = useState<Run>();
  const [isDriving, setIsDriving] = useState(false);
  const [isStopping, setIsStopping] = useState(false);
  const [isDropping, setIsDropping] = useState(false);
  const [error, setError] = useState<CallError>();
  const [driven, setDriven] = useState<RunControl<Run, Form>['driven']>();
  const wantsStop = useRef(false);
  const isHere = useRef(true);
  const rest = useRef(onRest);
  rest.current = onRest;
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );

  async function drive(first: Run, isResumed: boolean, cap: number | null): Promise<void> {
    wantsStop.current = false;
    setError(undefined);
    setIsDriving(true);
    const sinceMs = Date.now();
    setDriven({ from: first, sinceMs, untilMs: sinceMs });
    let now = first;
    let resume = isResumed;
    try {
      while (isHere.current && !wantsStop.current && (resume || now.state === 'running')) {
        const before = calls.progressOf(now);
        now = await calls.step(now.id, resume, resume ? cap : null);
        resume = false;
        setRun(wantsStop.current && now.state === 'running' ? { ...now, state: 'stopped' } : now);
        setDriven({ from: first, sinceMs, untilMs: Date.now() });
        if (now.state === 'running' && !wantsStop.current && calls.progressOf(now) === before)
          await wait(NO_PROGRESS_WAIT_MS);
      }
    } catch (thrown) {
      setError(callError(thrown));
    }
    setIsDriving(false);
    setIsStopping(false);
    rest.current(now);
  }

  const clear = (): void => {
    setRun(undefined);
    setError(undefined);
  };

  return {
    run,
    isDriving,
    isStopping,
    isDropping,
    error,
    driven,
    async start(form) {
      const started = await calls.start(form);
      setRun(started);
      void drive(started, false, null);
    },
    stop() {
      if (!run || isStopping) return;
      wantsStop.current = true;
      setIsStopping(true);
      calls.stop(run.id).then(setRun, (thrown: unknown) => {
        // It rests all the same: without steps nothing goes on.
        setError(callError(thrown));
      });
    },
    resume(cap = null) {
      if (run) void drive(run, true, cap);
    },
    discard() {
      if (!run) return;
      setIsDropping(true);
      calls
        .drop(run.id)
        .then(clear, (thrown: unknown) => setError(callError(thrown)))
        .finally(() => setIsDropping(false));
    },
    close: clear,
    show: setRun,
  };
}
