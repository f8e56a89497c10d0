import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Account, KeyPlace, KeyView } from '../../sidebar/account-calls';
import type { CallName } from '../../sidebar/calls';
import { call } from '../call';
import { inSentence } from '../format';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { ErrorNote } from '../ui/error-note';
import { useReturnFocus } from '../ui/focus';
import { announce } from '../ui/live';
import { useAction } from '../ui/use-action';
import { KeyForm } from './key-form';

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
    title: TEXT.account.yourKey,
    removal: TEXT.account.removeYourKey,
  },
  spreadsheet: {
    title: TEXT.account.spreadsheetsKey,
    removal: TEXT.account.removeSpreadsheetsKey,
  },
};

/** One stored key: its last four characters, and what can be done with it. */
export function KeyRow({ place, view, canShare, account, onAccount }: KeyRowProps): JSX.Element {
  const [mode, setMode] = useState<'show' | 'replace' | 'remove' | 'share'>('show');
  const [tested, setTested] = useState<string>();
  const { run, busy, failure, clear } = useAction();
  const { title, removal } = PLACES[place];
  const endsAt = view.kind === 'trial' ? view.endsAt : undefined;
  const isOver = endsAt !== undefined && Date.parse(endsAt) < Date.now();
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
        {TEXT.account.keyOf(view.kind, <span class="mono">…{view.end}</span>)}
        {endsAt && TEXT.account.trialEnds(endsAt, isOver)}
      </p>
      {isOver && <p>{TEXT.account.trialIsOver}</p>}
      {(view.packages ?? []).map(({ name, left, expiresAt }) => (
        <p key={name + (expiresAt ?? '')} class="faint">
          {name}
          {left !== undefined && TEXT.account.balanceLeft(left)}
          {expiresAt && TEXT.account.balanceUntil(expiresAt)}
        </p>
      ))}
      {view.lastUsed && <p class="faint">{TEXT.account.lastUsed(view.lastUsed)}</p>}
      {view.clientId && <p class="faint break">{TEXT.account.clientIdIs(view.clientId)}</p>}
      {mode === 'show' && (
        <>
          <div class="links">
            <Button
              kind="quiet"
              busy={busy === 'test'}
              label={TEXT.account.testNamed(inSentence(title))}
              onClick={() =>
                void run('test', async () => {
                  const { message } = await call('testKey', { where: place });
                  setTested(message);
                  announce(message);
                })
              }
            >
              {TEXT.account.test}
            </Button>
            <Button
              kind="quiet"
              label={TEXT.account.replaceNamed(inSentence(title))}
              opens="replace"
              onClick={() => turn('replace')}
            >
              {TEXT.account.replace}
            </Button>
            <Button
              kind="quiet"
              label={TEXT.account.removeNamed(inSentence(title))}
              opens="remove"
              onClick={() => turn('remove')}
            >
              {TEXT.account.remove}
            </Button>
          </div>
          {tested && <p class="note good">{tested}</p>}
          {view.kind === 'trial' && place === 'person' && (
            <Button kind="quiet" onClick={() => turn('replace')}>
              {TEXT.account.organizationPlan}
            </Button>
          )}
          {canShare && place === 'person' && (
            <Button kind="quiet" opens="share" onClick={() => turn('share')}>
              {TEXT.account.storeInSpreadsheetToo}
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
          yes={TEXT.account.remove}
          danger
          busy={busy !== undefined}
          onYes={change('removeKey', TEXT.account.keyRemoved)}
          onNo={() => turn('show')}
        />
      )}
      {mode === 'share' && (
        <Confirm
          question={(account.spreadsheet ? TEXT.account.replacesKey : '') + TEXT.account.sharingWarning}
          yes={TEXT.account.storeIt}
          busy={busy !== undefined}
          onYes={change('shareKey', TEXT.account.keyStoredInSpreadsheet)}
          onNo={() => turn('show')}
        />
      )}
      <ErrorNote {...failure} />
    </div>
  );
}
