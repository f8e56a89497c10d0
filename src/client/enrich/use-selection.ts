import { useEffect, useRef, useState } from 'preact/hooks';
import type { Selection, SelectionForm } from '../../sidebar/calls';
import { call, type CallError } from '../call';
import { callError } from '../ui/use-action';

/** A change waits this long for the next one. */
const PAUSE_MS = 400;

export interface SelectionReading {
  selection: Selection | undefined;
  /** What is shown is not, or no longer, what was asked for. */
  isStale: boolean;
  isReading: boolean;
  error: CallError | undefined;
  readAgain: () => void;
}

/**
 * What is selected and what it would cost: read when the tab opens, when its form changes, and when the sidebar gets the
 * focus, since cells may have been selected meanwhile. The last question's answer counts.
 */
export function useSelection(form: SelectionForm, isActive: boolean): SelectionReading {
  const [state, setState] = useState<{ selection?: Selection; error?: CallError; key?: string }>({});
  const [isReading, setIsReading] = useState(false);
  const key = JSON.stringify(form);
  const latest = useRef({ form, key });
  latest.current = { form, key };
  const turn = useRef(0);
  const wasActive = useRef(false);

  const read = (): void => {
    const mine = ++turn.current;
    const asked = latest.current;
    setIsReading(true);
    const settle = (next: typeof state): void => {
      if (mine !== turn.current) return;
      setState({ ...next, key: asked.key });
      setIsReading(false);
    };
    call('readSelection', asked.form).then(
      (selection) => settle({ selection }),
      // What was understood before says nothing of what is selected now.
      (thrown: unknown) => settle({ error: callError(thrown) }),
    );
  };

  useEffect(() => {
    if (!isActive) {
      wasActive.current = false;
      return undefined;
    }
    if (!wasActive.current) {
      wasActive.current = true;
      read();
      return undefined;
    }
    if (state.key === key && !isReading) return undefined;
    const timer = setTimeout(read, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key, isActive]);
  useEffect(() => {
    if (!isActive) return undefined;
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, [isActive]);

  return {
    selection: state.selection,
    error: state.error,
    isStale: isReading || state.key !== key,
    isReading,
    readAgain: read,
  };
}
