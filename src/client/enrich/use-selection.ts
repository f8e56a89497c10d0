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
  /** Whether what is shown is still what is selected and what it costs; waits for the look that a click itself sets off. */
  isConfirmed: () => Promise<boolean>;
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
  const shown = useRef<Selection | undefined>(undefined);
  shown.current = state.selection;
  /** The look that the focus set off last. */
  const look = useRef(Promise.resolve(true));

  const read = (): void => {
    setIsReading(true);
    void ask();
  };
  const ask = (): Promise<Selection | undefined> => {
    const mine = ++turn.current;
    const asked = latest.current;
    const settle = (next: typeof state): void => {
      if (mine !== turn.current) return;
      setState({ ...next, key: asked.key });
      setIsReading(false);
    };
    return call('readSelection', asked.form).then(
      (selection) => {
        settle({ selection });
        return selection;
      },
      // What was understood before says nothing of what is selected now.
      (thrown: unknown) => {
        settle({ error: callError(thrown) });
        return undefined;
      },
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
    // Quietly: the click that brings the focus is often the one on Start, and must not find the button switched off.
    const onFocus = (): void => {
      const before = shown.current;
      look.current = ask().then((now) => isSame(before, now));
    };
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [isActive]);

  return {
    selection: state.selection,
    error: state.error,
    isStale: isReading || state.key !== key,
    isReading,
    readAgain: read,
    isConfirmed() {
      const last = look.current;
      // What it found is shown now.
      look.current = Promise.resolve(true);
      return last;
    },
  };
}

/** The same rows at the same price. */
const isSame = (before: Selection | undefined, now: Selection | undefined): boolean =>
  JSON.stringify([before?.sheetId, before?.keys, before?.creators, before?.requests]) ===
  JSON.stringify([now?.sheetId, now?.keys, now?.creators, now?.requests]);
