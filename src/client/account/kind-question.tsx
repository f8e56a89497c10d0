import type { JSX } from 'preact';
import type { Account } from '../../sidebar/calls';
import { call } from '../call';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { useAction } from '../ui/use-action';

/** Only the client id tells the kinds apart: without one a key is treated as a trial's until somebody says. */
export const asksKind = ({ settings, person, spreadsheet }: Pick<Account, 'settings' | 'person' | 'spreadsheet'>) =>
  settings.keyKind === 'auto' && [person, spreadsheet].some((view) => view !== undefined && !view.clientId);

/** Asked once: the answer is the setting *Kind of key*. */
export function KindQuestion({ onAccount }: { onAccount: (account: Account) => void }): JSX.Element {
  const { run, busy, failure } = useAction();
  const choose = (keyKind: 'trial' | 'organization'): void =>
    void run(keyKind, async () => {
      onAccount(await call('changeSettings', { keyKind }));
      announce('The kind of key is saved.');
    });
  return (
    <section class="card stack" aria-labelledby="kind">
      <h2 id="kind">What kind of key is this?</h2>
      <p class="hint">
        Without a client id it counts as a trial key: 2 requests a second and no weekly refresh. You can change the
        answer under More › Kind of key.
      </p>
      <div class="buttons">
        <Button busy={busy === 'trial'} onClick={() => choose('trial')}>
          Trial
        </Button>
        <Button busy={busy === 'organization'} onClick={() => choose('organization')}>
          Organization
        </Button>
      </div>
      {failure && <ErrorNote error={failure.error} onRetry={failure.retry} />}
    </section>
  );
}
