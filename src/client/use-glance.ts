import { useEffect, useState } from 'preact/hooks';
import type { Glance } from '../sidebar/glance-calls';
import { call, isCalling } from './call';

const EVERY_MS = 2_000;

/**
 * What is selected now, looked at every two seconds while the page is to be seen and waits for nothing else. Undefined
 * until the first look, and while nobody wants it.
 */
export function useGlance(isWanted: boolean): Glance | undefined {
  const [glance, setGlance] = useState<Glance>();
  useEffect(() => {
    if (!isWanted) return undefined;
    let isOver = false;
    const look = (): void => {
      call('glance', {}).then(
        (next) => {
          // The page is drawn again only where something has changed.
          if (!isOver) setGlance((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
        },
        // The next one may get through.
        () => undefined,
      );
    };
    // At once, beside what the tab itself reads: whatever is selected after that is another selection.
    look();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && !isCalling()) look();
    }, EVERY_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
      setGlance(undefined);
    };
  }, [isWanted]);
  return glance;
}
