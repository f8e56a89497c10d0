import type { JSX } from 'preact';
import type { Account } from '../../sidebar/calls';
import { call } from '../call';
import { instant } from '../format';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { Icon } from '../ui/icon';
import { announce } from '../ui/live';
import { useAction } from '../ui/use-action';

interface StopNoteProps {
  stop: NonNullable<Account['stop']>;
  onAccount: (account: Account) => void;
}

/** Why a key is not used. Whoever has bought requests meanwhile need not wait. */
export function StopNote({ stop, onAccount }: StopNoteProps): JSX.Element {
  const { run, busy, failure } = useAction();
  return (
    <div class="note bad" role="alert">
      <Icon name="alert" />
      <div>
        <p>{stop.message}</p>
        <p>Nothing more is bought with this key until {instant(stop.until)}.</p>
        <Button
          busy={busy !== undefined}
          onClick={() =>
            void run('again', async () => {
              onAccount(await call('tryAgain', {}));
              announce('The key is used again.');
            })
          }
        >
          Try again
        </Button>
        {failure && <ErrorNote error={failure.error} onRetry={failure.retry} />}
      </div>
    </div>
  );
}
