import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Account, KeyPlace, KeyView } from '../../sidebar/account-calls';
import type { CallName } from '../../sidebar/calls';
import { call } from '../call';
import { ago, capital, date, requests } from '../format';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { ErrorNote } from '../ui/error-note';
import { useReturnFocus } from '../ui/focus';
import { announce } from '../ui/live';
import { useAction } from '../ui/use-action';
import { KeyForm, SHARING_WARNING } from './key-form';

interface KeyRowProps {
  place: KeyPlace;
  view: KeyView;
  /** May be copied into the spreadsheet. */
  canShare: boolean;
  account: Account;
  onAccount: (account: Account) => void;
}

const PLACES: Record<KeyPlace, { title: string; removal: string }> = {
  person: {
    title: 'Your key',
    removal: 'Remove your key? You need it again to search, and formulas of sheets that you own stop buying with it.',
  },
  spreadsheet: {
    title: "The spreadsheet's key",
    removal: 'Remove the key from this spreadsheet? Its editors and formulas stop spending from it.',
  },
};

/** One stored key: its last four characters, and what can be done with it. */
export function KeyRow({ place, view, canShare, account, onAccount }: KeyRowProps): JSX.Element {
  const [mode, setMode] = useState<'show' | 'replace' | 'remove' | 'share'>('show');
  const [tested, setTested] = useState<string>();
  const { run, busy, failure, clear } = useAction();
  const { title, removal } = PLACES[place];
  const holder = useReturnFocus<HTMLDivElement>(mode);
  const turn = (next: typeof mode): void => {
    setMode(next);
    setTested(undefined);
    clear();
  };
  const change = (name: CallName & ('removeKey' | 'shareKey'), said: string) => (): void =>
    void run(name, async () => {
      onAccount(await (name === 'removeKey' ? call(name, { where: place }) : call(name, {})));
      announce(said);
      setMode('show');
    });
  return (
    <div class="key" ref={holder}>
      <h3>{title}</h3>
      <p>
        {capital(view.kind)} key <span class="mono">…{view.end}</span>
        {view.kind === 'trial' && view.endsAt && ' · ends ' + date(view.endsAt)}
      </p>
      {(view.packages ?? []).map(({ name, left, expiresAt }) => (
        <p key={name + (expiresAt ?? '')} class="faint">
          {name}
          {left !== undefined && ': ' + requests(left) + ' left'}
          {expiresAt && ' · until ' + date(expiresAt)}
        </p>
      ))}
      {view.lastUsed && <p class="faint">Last used {ago(view.lastUsed)}</p>}
      {view.clientId && <p class="faint break">Client id {view.clientId}</p>}
      {mode === 'show' && (
        <>
          <div class="links">
            <Button
              kind="quiet"
              busy={busy === 'test'}
              label={'Test ' + title.toLowerCase()}
              onClick={() =>
                void run('test', async () => {
                  const { message } = await call('testKey', { where: place });
                  setTested(message);
                  announce(message);
                })
              }
            >
              Test
            </Button>
            <Button
              kind="quiet"
              label={'Replace ' + title.toLowerCase()}
              opens="replace"
              onClick={() => turn('replace')}
            >
              Replace
            </Button>
            <Button kind="quiet" label={'Remove ' + title.toLowerCase()} opens="remove" onClick={() => turn('remove')}>
              Remove
            </Button>
          </div>
          {tested && <p class="note good">{tested}</p>}
          {view.kind === 'trial' && place === 'person' && (
            <Button kind="quiet" onClick={() => turn('replace')}>
              Organization plan? Paste that key
            </Button>
          )}
          {canShare && place === 'person' && (
            <Button kind="quiet" opens="share" onClick={() => turn('share')}>
              Store in the spreadsheet too…
            </Button>
          )}
        </>
      )}
      {mode === 'replace' && (
        <KeyForm
          place={place}
          clientId={view.kind === 'organization' ? (view.clientId ?? '') : ''}
          onAccount={onAccount}
          onClose={() => turn('show')}
        />
      )}
      {mode === 'remove' && (
        <Confirm
          question={removal}
          yes="Remove"
          danger
          busy={busy !== undefined}
          onYes={change('removeKey', 'The key is removed.')}
          onNo={() => turn('show')}
        />
      )}
      {mode === 'share' && (
        <Confirm
          question={(account.spreadsheet ? 'Replaces the key that is there. ' : '') + SHARING_WARNING}
          yes="Store it"
          busy={busy !== undefined}
          onYes={change('shareKey', 'The key is stored in the spreadsheet.')}
          onNo={() => turn('show')}
        />
      )}
      <ErrorNote {...failure} />
    </div>
  );
}
