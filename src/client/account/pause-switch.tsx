import type { JSX } from 'preact';
import type { Account } from '../../sidebar/calls';
import { call } from '../call';
import { Check } from '../ui/check';
import { ErrorNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { useAction } from '../ui/use-action';

interface PauseSwitchProps {
  account: Account;
  onAccount: (account: Account) => void;
}

/** Acts at once: who pauses is in a hurry. */
export function PauseSwitch({ account, onAccount }: PauseSwitchProps): JSX.Element {
  const { run, busy, failure } = useAction();
  const { paused } = account.settings;
  return (
    <section class={'card pause' + (paused ? ' on' : '')} aria-label="Pause">
      <Check
        look="switch"
        checked={paused}
        busy={busy !== undefined}
        hint={
          paused
            ? 'Nothing is bought by anyone here. What is known still shows.'
            : 'Stops all buying in this spreadsheet.'
        }
        onChange={(wanted) =>
          void run('pause', async () => {
            onAccount(await call('changeSettings', { paused: wanted }));
            announce(wanted ? 'Spending is paused.' : 'Spending goes on.');
          })
        }
      >
        {paused ? 'Spending is paused' : 'Pause spending'}
      </Check>
      {failure && <ErrorNote error={failure.error} onRetry={failure.retry} />}
    </section>
  );
}
