import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Account } from '../../sidebar/account-calls';
import { call } from '../call';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { Icon } from '../ui/icon';
import { announce } from '../ui/live';
import { Note } from '../ui/note';
import { useAction } from '../ui/use-action';
import { Connected } from '../welcome/connected';
import { FirstKey } from '../welcome/first-key';
import type { FirstSteps } from '../welcome/start-cards';
import { WaitingFormulas } from '../welcome/waiting-formulas';
import { GoogleLimits } from './google-limits';
import { ArchiveCard } from './archive-card';
import { CheckCard } from './check-card';
import { asksKind, KeyCard, KindQuestion } from './key-card';
import { SettingsForm } from './settings-form';
import { LanguageCard } from './language-card';
import { hasKey } from './has-key';
import { StoredDataCard } from './stored-data-card';
import { SpentCard } from './spent-card';
import { UnknownCard } from './unknown-card';

interface AccountTabProps {
  account: Account | undefined;
  onAccount: (account: Account) => void;
  isVisible: boolean;
  /** What the first key opens. */
  steps: FirstSteps;
}

/** Without a charge there may be no log tab to show. */
const hasSpent = ({ days, month }: Account): boolean => days.length > 0 || month.charged + month.unknown > 0;

/** Keys, balance, what was spent, and what may be. */
export function AccountTab({ account, onAccount: showAccount, isVisible, steps }: AccountTabProps): JSX.Element {
  const { run, busy, failure } = useAction();
  const [stored, setStored] = useState<{ isFirst: boolean; waiting: number }>();
  const [opened, setOpened] = useState<number>();
  if (!account)
    return (
      <div class="scroll">
        <Skeleton />
      </div>
    );
  const isConnected = hasKey(account);
  const onAccount = (next: Account): void => {
    if (hasNewKey(account, next)) setStored({ isFirst: !isConnected, waiting: next.waiting ?? 0 });
    showAccount(next);
  };
  return (
    <div class="scroll">
      {account.stopped && (
        <div class="note bad" role="alert">
          <Icon name="alert" />
          <p>{account.stopped}</p>
        </div>
      )}
      <GoogleLimits isVisible={isVisible} />
      {account.stop && <StopNote stop={account.stop} onAccount={onAccount} />}
      {isConnected ? (
        <>
          {stored?.isFirst ? (
            <Connected waiting={stored.waiting} steps={steps} />
          ) : (
            stored && (
              <>
                <Note kind="good" role="status">
                  {TEXT.account.keyStored}
                </Note>
                <WaitingFormulas waiting={stored.waiting} />
              </>
            )
          )}
          {asksKind(account) && <KindQuestion onAccount={onAccount} />}
          <KeyCard account={account} onAccount={onAccount} />
        </>
      ) : (
        <FirstKey account={account} onAccount={onAccount} />
      )}
      <section class="card" aria-labelledby="who-pays">
        <h2 id="who-pays">{TEXT.account.whoPays}</h2>
        <ul class="lines">
          <li>
            <Icon name="formula" />
            <span>{formulasPay(account)}</span>
          </li>
          <li>
            <Icon name="person" />
            <span>{menuPays(account)}</span>
          </li>
        </ul>
      </section>
      {isConnected && (
        <>
          <SpentCard account={account} />
          {account.unknownSections && <UnknownCard sections={account.unknownSections} />}
          <SettingsForm settings={account.settings} onAccount={onAccount} />
          <CheckCard onAccount={onAccount} />
          <StoredDataCard />
          {account.hasBigQuery && <ArchiveCard />}
          <section class="card" aria-label={TEXT.account.log}>
            <Button
              wide
              busy={busy !== undefined}
              onClick={() =>
                void run('log', async () => {
                  const { entries } = await call('openLog', {});
                  setOpened(entries);
                  announce(entries === 0 ? TEXT.account.nothingNewToLog : TEXT.account.logIsOpen);
                })
              }
            >
              {TEXT.account.openTheLog}
            </Button>
            <p class="hint">
              {opened === undefined
                ? TEXT.account.logHint
                : opened === 0
                  ? hasSpent(account)
                    ? TEXT.account.logOpenNothingNew
                    : TEXT.account.nothingLoggedYet
                  : TEXT.account.logOpenWith(opened)}
            </p>
            <ErrorNote {...failure} />
          </section>
        </>
      )}
      <LanguageCard chosen={account.language ?? 'auto'} onAccount={onAccount} />
    </div>
  );
}

/** For formulas the spreadsheet's key comes first; for menu and sidebar a person's own. */
const formulasPay = ({ person, spreadsheet }: Account): string =>
  spreadsheet
    ? TEXT.account.sheetPays(spreadsheet.end)
    : person
      ? TEXT.account.ownerPays(person.end)
      : TEXT.account.ownerWillPay;

const menuPays = ({ person, spreadsheet }: Account): string =>
  person
    ? TEXT.account.youPay(person.end)
    : spreadsheet
      ? TEXT.account.sheetPaysForYou(spreadsheet.end)
      : TEXT.account.nobodyPays;

const HEIGHTS = [44, 168, 92, 214] as const;

/** Holds the room of what is still on its way. */
const Skeleton = (): JSX.Element => (
  <div role="status" aria-label={TEXT.account.loadingTheAccount}>
    {HEIGHTS.map((height) => (
      <div key={height} class="skeleton" style={{ height: height + 'px' }} />
    ))}
  </div>
);

const ends = ({ person, spreadsheet }: Account): (string | undefined)[] => [person?.end, spreadsheet?.end];

/** Whether a key was stored between the two: added or replaced, not only removed. */
const hasNewKey = (before: Account, now: Account): boolean =>
  ends(now).some((end, place) => end !== undefined && end !== ends(before)[place]);

interface StopNoteProps {
  stop: NonNullable<Account['stop']>;
  onAccount: (account: Account) => void;
}

/** Why a key is not used. Whoever has bought requests meanwhile need not wait. */
function StopNote({ stop, onAccount }: StopNoteProps): JSX.Element {
  const { run, busy, failure } = useAction();
  return (
    <div class="note bad" role="alert">
      <Icon name="alert" />
      <div>
        <p>{stop.message}</p>
        <p>{TEXT.account.stoppedUntil(stop.until)}</p>
        <Button
          busy={busy !== undefined}
          onClick={() =>
            void run('again', async () => {
              onAccount(await call('tryAgain', {}));
              announce(TEXT.account.keyUsedAgain);
            })
          }
        >
          {TEXT.account.tryAgain}
        </Button>
        <ErrorNote {...failure} />
      </div>
    </div>
  );
}
