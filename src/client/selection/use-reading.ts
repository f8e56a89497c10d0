import { useEffect, useRef, useState } from 'preact/hooks';
import type { CallError } from '../call';
import { callError } from '../ui/use-action';

/** A change waits this long for the next one. */
const PAUSE_MS = 400;
/** A new price that has stood there so long was seen. */
const SEEN_MS = 1_000;

export interface ReadingControl<Form, Result> {
  selection: Result | undefined;
  /** What is shown is not, or no longer, what was asked for. */
  isStale: boolean;
  isReading: boolean;
  error: CallError | undefined;
  readAgain: () => void;
  /** Reads by another question, for example one that knows more afterwards. Throws, and then shows what was there. */
  readBy: (ask: (form: Form) => Promise<Result>) => Promise<void>;
  /** Whether what is shown is still what is selected and what it costs; waits for the look that a click itself sets off. */
  isConfirmed: () => Promise<boolean>;
}

/**
 * What is selected and what it would cost: read when the tab opens, when its form changes, and when the sidebar gets the
 * focus, since cells may have been selected meanwhile. The last question's answer counts. `identityOf` tells the same
 * cells at the same price.
 */
export function useReading<Form, Result>(
  readForm: (form: Form) => Promise<Result>,
  identityOf: (result: Result) => unknown,
  form: Form,
  isActive: boolean,
  /** What is selected, as far as the page knows: read anew when it is another. */
  selectedNow?: string,
): ReadingControl<Form, Result> {
  const [state, setState] = useState<{ selection?: Result; error?: CallError; key?: string }>({});
  const [isReading, setIsReading] = useState(false);
  const key = JSON.stringify(form);
  const latest = useRef({ form, key });
  latest.current = { form, key };
  const turn = useRef(0);
  const wasActive = useRef(false);
  const shown = useRef<Result | undefined>(undefined);
  shown.current = state.selection;
  /** The look that the focus set off last. */
  const look = useRef(Promise.resolve(true));

  const read = (): void => {
    // Nothing starts until its answer is shown, so an earlier look counts no more.
    look.current = Promise.resolve(true);
    setIsReading(true);
    void ask();
  };
  const ask = (): Promise<Result | undefined> => {
    const mine = ++turn.current;
    const asked = latest.current;
    const settle = (next: typeof state): void => {
      if (mine !== turn.current) return;
      setState({ ...next, key: asked.key });
      setIsReading(false);
    };
    return readForm(asked.form).then(
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
  const readBy = async (question: (form: Form) => Promise<Result>): Promise<void> => {
    const mine = ++turn.current;
    const asked = latest.current;
    setIsReading(true);
    try {
      const selection = await question(asked.form);
      if (mine === turn.current && asked.key === latest.current.key) setState({ selection, key: asked.key });
      // Something else was asked meanwhile: that answer may lack what is known now.
      else await ask();
    } finally {
      if (mine === turn.current) setIsReading(false);
    }
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
      const mine = ask().then((now) => textOf(before && identityOf(before)) === textOf(now && identityOf(now)));
      look.current = mine;
      void mine
        .then(() => new Promise((resolve) => setTimeout(resolve, SEEN_MS)))
        .then(() => {
          if (look.current === mine) look.current = Promise.resolve(true);
        });
    };
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [isActive]);

  const selectedBefore = useRef<string | undefined>(undefined);
  useEffect(() => {
    const before = selectedBefore.current;
    selectedBefore.current = selectedNow;
    if (isActive && before !== undefined && selectedNow !== undefined) read();
  }, [selectedNow]);

  return {
    selection: state.selection,
    error: state.error,
    isStale: isReading || state.key !== key,
    isReading,
    readAgain: read,
    readBy,
    isConfirmed() {
      const last = look.current;
      // What it found is shown now.
      look.current = Promise.resolve(true);
      return last;
    },
  };
}

const textOf = (identity: unknown): string | undefined => JSON.stringify(identity);
