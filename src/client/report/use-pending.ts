import { useEffect, useState } from 'preact/hooks';
import type { PendingReport } from '../../sidebar/report-calls';
import { call, type CallError } from '../call';
import { callError } from '../ui/use-action';

export interface PendingReading {
  /** Undefined: not read yet. */
  pending: readonly PendingReport[] | undefined;
  error: CallError | undefined;
  read: () => void;
  set: (pending: readonly PendingReport[]) => void;
}

/** Reports that were not ready: read when the tab opens and when a run has ended. Free, sends nothing. */
export function usePending(isActive: boolean): PendingReading {
  const [pending, setPending] = useState<readonly PendingReport[]>();
  const [error, setError] = useState<CallError>();
  const read = (): void => {
    setError(undefined);
    call('pendingReports', { check: false }).then(setPending, (thrown: unknown) => setError(callError(thrown)));
  };
  useEffect(() => {
    if (isActive) read();
  }, [isActive]);
  return { pending, error, read, set: setPending };
}
