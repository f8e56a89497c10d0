import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { TEXT } from '../text/text';
import { focusOn, isFocusLost } from '../ui/focus';
import { StartCards, type FirstSteps } from './start-cards';
import { WaitingFormulas } from './waiting-formulas';

interface ConnectedProps {
  /** Formulas that may have waited for the key. */
  waiting: number;
  steps: FirstSteps;
}

/** Right after the first key: what waited for it, and three ways to go on. */
export function Connected({ waiting, steps }: ConnectedProps): JSX.Element {
  const head = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone.
  useLayoutEffect(() => {
    if (isFocusLost()) focusOn(head.current);
  }, []);
  return (
    <section aria-labelledby="connected">
      <h2 id="connected" ref={head} tabIndex={-1}>
        {TEXT.welcome.connected}
      </h2>
      <WaitingFormulas waiting={waiting} />
      <p class="hint below">{TEXT.welcome.firstSteps}</p>
      <StartCards {...steps} />
    </section>
  );
}
