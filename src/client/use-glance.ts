import { useEffect, useRef, useState } from 'preact/hooks';
import type { Glance } from '../sidebar/glance-calls';
import { call, isCalling } from './call';

const EVERY_MS = 2_000;
/** Money is looked at this much less often while no run is open: a day has 50,000 property calls. */
const MONEY_EVERY = 5;

interface Wanted {
  /** The tab shows what is selected. */
  selection: boolean;
  /** Of the budget that is shown. */
  key: string;
  /** Runs that are open, by their ids. */
  runs: readonly string[];
  onRuns: (runs: NonNullable<Glance['runs']>, askedMs: number) => void;
}

/**
 * What is selected now and what the open runs have spent, looked at every two seconds while the page is to be seen and
 * waits for nothing but a run's step. Returns the selection, undefined until the first look and while nobody wants it; a
 * budget is heard as from any other call.
 */
export function useGlance(wanted: Wanted): Glance['selection'] {
  const [selection, setSelection] = useState<Glance['selection']>();
  const now = useRef(wanted);
  now.current = wanted;
  const isFollowing = wanted.selection;
  useEffect(() => {
    let [isOver, looks] = [false, 0];
    const look = (): void => {
      const { key, runs, onRuns } = now.current;
      const isMoney = runs.length > 0 || looks % MONEY_EVERY === MONEY_EVERY - 1;
      looks += 1;
      if (!isFollowing && !isMoney) return;
      const askedMs = Date.now();
      call('glance', { selection: isFollowing, budget: isMoney ? { key, runs: [...runs] } : null }).then(
        (next) => {
          if (isOver) return;
          // The page is drawn again only where something has changed.
          if (isFollowing)
            setSelection((before) =>
              JSON.stringify(before) === JSON.stringify(next.selection) ? before : next.selection,
            );
          if (next.runs) onRuns(next.runs, askedMs);
        },
        // The next one may get through.
        () => undefined,
      );
    };
    // At once, beside what the tab itself reads: whatever is selected after that is another selection.
    if (isFollowing) look();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && !isCalling()) look();
    }, EVERY_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
      setSelection(undefined);
    };
  }, [isFollowing]);
  return selection;
}
