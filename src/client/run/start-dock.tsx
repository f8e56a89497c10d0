import type { ComponentChildren, JSX } from 'preact';
import type { CallError } from '../call';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import type { Failure } from '../ui/use-action';

interface StartDockProps {
  /** Without a key nothing can start. */
  hasKey: boolean;
  reading: { error: CallError | undefined; isReading: boolean; readAgain: () => void };
  /** What was selected is not what was priced when Start was clicked. */
  hasMoved: boolean;
  failure: Failure | undefined;
  /** Asks anew: a failure's own retry would start what was priced then. */
  onRetry: () => void;
  onAccount: () => void;
  /** The price and the button that starts. */
  lines: ComponentChildren;
  children: ComponentChildren;
}

/** The foot of a tab that works on the selection: its price, what went wrong, what starts it. */
export const StartDock = ({ hasKey, reading, hasMoved, failure, onAccount, ...rest }: StartDockProps): JSX.Element => (
  <div class="dock">
    {hasKey ? (
      <>
        {reading.error?.code === 'badInput' ? (
          <p class="note" role="status">
            <span>{reading.error.message}</span>
          </p>
        ) : (
          reading.error && <ErrorNote error={reading.error} onAccount={onAccount} />
        )}
        {hasMoved && (
          <p class="note warn" role="alert">
            <span>The selection in the sheet has changed. Look at what it costs now, then start.</span>
          </p>
        )}
        {failure && <ErrorNote error={failure.error} onRetry={rest.onRetry} onAccount={onAccount} />}
        {rest.lines}
        {reading.error ? (
          <Button kind="action" wide busy={reading.isReading} onClick={reading.readAgain}>
            Read selection again
          </Button>
        ) : (
          rest.children
        )}
      </>
    ) : (
      <>
        <p class="dock-line">To get data, add an influData key. A trial key is free: 250 requests.</p>
        <Button kind="action" wide onClick={onAccount}>
          Connect influData
        </Button>
      </>
    )}
  </div>
);
