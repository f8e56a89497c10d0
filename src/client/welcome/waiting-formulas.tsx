import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../call';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { Note } from '../ui/note';
import { useAction } from '../ui/use-action';

/** Formulas keep what they showed before there was a key, until they are recalculated. */
export function WaitingFormulas({ waiting }: { waiting: number }): JSX.Element | null {
  const [message, setMessage] = useState<string>();
  const { run, busy, failure } = useAction();
  if (waiting === 0) return null;
  return (
    <div class="stack">
      <p>
        {TEXT.welcome.waiting(waiting)} <span class="hint">{TEXT.welcome.recalculateHint}</span>
      </p>
      <div>
        <Button
          busy={busy !== undefined}
          onClick={() =>
            void run('recalculate', async () => {
              const next = await call('recalculate', {});
              setMessage(next.message);
              announce(next.message);
            })
          }
        >
          {TEXT.welcome.recalculate(waiting)}
        </Button>
      </div>
      <Note kind="good">{message}</Note>
      <ErrorNote {...failure} />
    </div>
  );
}
