import { useRef, useState } from 'preact/hooks';
import { CallError } from '../call';
import { TEXT } from '../text/text';

export interface Failure {
  error: CallError;
  /** Which of a component's actions failed. */
  what: string;
  retry: () => void;
}

export interface Action {
  /** Does one thing at a time; true when it went well. */
  run: (what: string, work: () => Promise<void>) => Promise<boolean>;
  /** What is under way. */
  busy: string | undefined;
  failure: Failure | undefined;
  clear: () => void;
}

/** An action on the server: what is under way, and what failed, to be shown beside what was clicked. */
export function useAction(): Action {
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const isBusy = useRef(false);
  async function run(what: string, work: () => Promise<void>): Promise<boolean> {
    if (isBusy.current) return false;
    isBusy.current = true;
    setBusy(what);
    setFailure(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      setFailure({ error: callError(error), what, retry: () => void run(what, work) });
      return false;
    } finally {
      isBusy.current = false;
      setBusy(undefined);
    }
  }
  return { run, busy, failure, clear: () => setFailure(undefined) };
}

export const callError = (error: unknown): CallError =>
  error instanceof CallError ? error : new CallError('platform', TEXT.app.pageFailed);
