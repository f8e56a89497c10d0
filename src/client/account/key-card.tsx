import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Account } from '../../sidebar/account-calls';
import { call } from '../call';
import { instantLabel, number } from '../format';
import { useBudget } from '../spending';
import { TEXT } from '../text/text';
import { Button, IconButton } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { useReturnFocus } from '../ui/focus';
import { announce } from '../ui/live';
import { useAction } from '../ui/use-action';
import { KeyForm } from './key-form';
import { KeyRow } from './key-row';

interface KeyCardProps {
  account: Account;
  onAccount: (account: Account) => void;
}

/** The balance, and each stored key. */
export function KeyCard({ account, onAccount }: KeyCardProps): JSX.Element {
  const { run, busy, failure } = useAction();
  const { person, spreadsheet } = account;
  const { balance } = useBudget(account.budget);
  const [isAdding, setIsAdding] = useState(false);
  const holder = useReturnFocus<HTMLElement>(isAdding ? 'add' : 'show');
  return (
    <section ref={holder} class="card" aria-labelledby="key">
      <h2 id="key" class="unseen">
        {TEXT.account.keyAndBalance}
      </h2>
      <div class="spread balance-line">
        {balance ? (
          <p>{TEXT.account.requestsLeft(<strong class="big">{number(balance.left)}</strong>)}</p>
        ) : (
          <p>
            <strong>{TEXT.account.balanceNotKnown}</strong>
            {TEXT.account.balanceNotKnownHint}
          </p>
        )}
        <IconButton
          icon="refresh"
          label={TEXT.account.readBalance}
          busy={busy !== undefined}
          onClick={() =>
            void run('balance', async () => {
              onAccount(await call('account', { again: true }));
            })
          }
        />
      </div>
      {balance && (
        <p class="faint" title={instantLabel(balance.at)}>
          {TEXT.account.balanceAge(balance.at, account.reserved)}
        </p>
      )}
      <ErrorNote {...failure} />
      {person && (
        <KeyRow
          place="person"
          view={person}
          canShare={spreadsheet?.end !== person.end}
          account={account}
          onAccount={onAccount}
        />
      )}
      {spreadsheet && (
        <KeyRow place="spreadsheet" view={spreadsheet} canShare={false} account={account} onAccount={onAccount} />
      )}
      {!person && (
        <div class="key">
          {isAdding ? (
            <KeyForm place="person" onAccount={onAccount} onClose={() => setIsAdding(false)} />
          ) : (
            <Button kind="quiet" opens="add" onClick={() => setIsAdding(true)}>
              {TEXT.account.addOwnKey}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

/** Only the client id tells the kinds apart: without one a key is treated as a trial's until somebody says. */
export const asksKind = ({ settings, person, spreadsheet }: Pick<Account, 'settings' | 'person' | 'spreadsheet'>) =>
  settings.keyKind === 'auto' && [person, spreadsheet].some((view) => view !== undefined && !view.clientId);

/** Asked once: the answer is the setting *Kind of key*. */
export function KindQuestion({ onAccount }: { onAccount: (account: Account) => void }): JSX.Element {
  const { run, busy, failure } = useAction();
  const choose = (keyKind: 'trial' | 'organization'): void =>
    void run(keyKind, async () => {
      onAccount(await call('changeSettings', { keyKind }));
      announce(TEXT.account.kindSaved);
    });
  return (
    <section class="card stack" aria-labelledby="kind">
      <h2 id="kind">{TEXT.account.whatKind}</h2>
      <p class="hint">{TEXT.account.whatKindHint}</p>
      <div class="buttons">
        <Button busy={busy === 'trial'} onClick={() => choose('trial')}>
          {TEXT.account.kindTrial}
        </Button>
        <Button busy={busy === 'organization'} onClick={() => choose('organization')}>
          {TEXT.account.kindOrganization}
        </Button>
      </div>
      <ErrorNote {...failure} />
    </section>
  );
}
