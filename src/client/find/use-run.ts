import { useEffect, useRef, useState } from 'preact/hooks';
import type { RunForm, RunView } from '../../sidebar/calls';
import { call, type CallError } from '../call';
import { callError } from '../ui/use-action';

/** A step that changed nothing waits for the pace or for another execution. */
const NO_PROGRESS_WAIT_MS = 2_000;

export interface RunControl {
  run: RunView | undefined;
  /** This page drives it: step after step. */
  isDriving: boolean;
  isStopping: boolean;
  isDropping: boolean;
  /** Why this page drives it no more. */
  error: CallError | undefined;
  start: (form: RunForm) => Promise<void>;
  stop: () => void;
  resume: () => void;
  discard: () => void;
  /** Puts a finished run away. */
  close: () => void;
  show: (run: RunView | undefined) => void;
}

const progressOf = ({ donePages, written, skipped, charged }: RunView): string =>
  [donePages, written, skipped, charged].join();

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Drives one run, step after step, until it is done, stopped or lost. `onRest` hears when it rests. */
export function useRun(onRest: (run: RunView) => void): RunControl {
  const [run, setRun] = useState<RunView>();
  const [isDriving, setIsDriving] = useState(false);
  const [isStopping, setIsStopping] = useState(false);
  const [isDropping, setIsDropping] = useState(false);
  const [error, setError] = useState<CallError>();
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

  async function drive(first: RunView, isResumed: boolean): Promise<void> {
    wantsStop.current = false;
    setError(undefined);
    setIsDriving(true);
    let now = first;
    let resume = isResumed;
    try {
      while (isHere.current && !wantsStop.current && (resume || now.state === 'running')) {
        const before = progressOf(now);
        now = await call('stepRun', { id: now.id, resume });
        resume = false;
        setRun(wantsStop.current && now.state === 'running' ? { ...now, state: 'stopped' } : now);
        if (now.state === 'running' && !wantsStop.current && progressOf(now) === before)
          await wait(NO_PROGRESS_WAIT_MS);
      }
    } catch (thrown) {
      setError(callError(thrown));
    }
    setIsDriving(false);
    setIsStopping(false);
    rest.current(now);
  }

  return {
    run,
    isDriving,
    isStopping,
    isDropping,
    error,
    async start(form) {
      const started = await call('startRun', form);
      setRun(started);
      void drive(started, false);
    },
    stop() {
      if (!run || isStopping) return;
      wantsStop.current = true;
      setIsStopping(true);
      call('stopRun', { id: run.id }).then(setRun, (thrown: unknown) => {
        // It rests all the same: without steps nothing goes on.
        setError(callError(thrown));
      });
    },
    resume() {
      if (run) void drive(run, true);
    },
    discard() {
      if (!run) return;
      setIsDropping(true);
      call('dropRun', { id: run.id })
        .then(
          () => {
            setRun(undefined);
            setError(undefined);
          },
          (thrown: unknown) => setError(callError(thrown)),
        )
        .finally(() => setIsDropping(false));
    },
    close() {
      setRun(undefined);
      setError(undefined);
    },
    show: setRun,
  };
}
