import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Account } from '../../sidebar/calls';
import { call } from '../call';
import { count } from '../format';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { Icon } from '../ui/icon';
import { announce } from '../ui/live';
import { useAction } from '../ui/use-action';
import { CheckCard } from './check-card';
import { FirstKey } from './first-key';
import { asksKind, KindQuestion } from './kind-question';
import { KeyCard } from './key-card';
import { hasNewKey } from './new-key';
import { PauseSwitch } from './pause-switch';
import { SettingsForm } from './settings-form';
import { Skeleton } from './skeleton';
import { SpentCard } from './spent-card';
import { StopNote } from './stop-note';
import { UnknownCard } from './unknown-card';

interface AccountTabProps {
  account: Account | undefined;
  onAccount: (account: Account) => void;
}

/** Without a charge there may be no log tab to show. */
const hasSpent = ({ days, month }: Account): boolean => days.length > 0 || month.charged + month.unknown > 0;

/** Keys, balance, what was spent, and what may be. */
export function AccountTab({ account, onAccount: showAccount }: AccountTabProps): JSX.Element {
  const { run, busy, failure } = useAction();
  const [isStored, setIsStored] = useState(false);
  const [opened, setOpened] = useState<number>();
  if (!account)
    return (
      <div class="scroll">
        <Skeleton />
      </div>
    );
  const onAccount = (next: Account): void => {
    if (hasNewKey(account, next)) setIsStored(true);
    showAccount(next);
  };
  const hasKey = account.person !== undefined || account.spreadsheet !== undefined;
  return (
    <div class="scroll">
      {account.stopped && (
        <div class="note bad" role="alert">
          <Icon name="alert" />
          <p>{account.stopped}</p>
        </div>
      )}
      {account.stop && <StopNote stop={account.stop} onAccount={onAccount} />}
      {hasKey ? (
        <>
          {isStored && (
            <p class="note good" role="status">
              <span>
                The key is stored. Cells that said “No influData API key yet” need Extensions › influData › Recalculate
                unfinished formulas.
              </span>
            </p>
          )}
          {asksKind(account) && <KindQuestion onAccount={onAccount} />}
          <PauseSwitch account={account} onAccount={onAccount} />
          <KeyCard account={account} onAccount={onAccount} />
        </>
      ) : (
        <FirstKey account={account} onAccount={onAccount} />
      )}
      <section class="card" aria-labelledby="who-pays">
        <h2 id="who-pays">Who pays</h2>
        <ul class="lines">
          <li>
            <Icon name="formula" />
            <span>{account.formulasPay}</span>
          </li>
          <li>
            <Icon name="person" />
            <span>{account.menuPays}</span>
          </li>
        </ul>
      </section>
      {hasKey && (
        <>
          <SpentCard account={account} />
          {account.unknownSections && <UnknownCard sections={account.unknownSections} />}
          <SettingsForm settings={account.settings} onAccount={onAccount} />
          <CheckCard onAccount={onAccount} />
          <section class="card" aria-label="Log">
            <Button
              wide
              busy={busy !== undefined}
              onClick={() =>
                void run('log', async () => {
                  const { entries } = await call('openLog', {});
                  setOpened(entries);
                  announce(entries === 0 ? 'There was nothing new to log.' : 'The log is open.');
                })
              }
            >
              Open the log
            </Button>
            <p class="hint">
              {opened === undefined
                ? 'Every charge, by day and source, in a tab of this spreadsheet.'
                : opened === 0
                  ? hasSpent(account)
                    ? 'The log tab is in front. There was nothing new.'
                    : 'Nothing has been logged yet: nothing was charged so far.'
                  : 'The log tab is in front, with ' + count(opened, 'new line') + '.'}
            </p>
            {failure && <ErrorNote error={failure.error} onRetry={failure.retry} />}
          </section>
        </>
      )}
    </div>
  );
}
