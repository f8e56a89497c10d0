import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { searchKey } from '../schema/search';
import type { Account, RunForm, SavedSearch } from '../sidebar/calls';
import { AccountTab } from './account/account-tab';
import { call, type CallError } from './call';
import { FindTab } from './find/find-tab';
import { RunCard } from './find/run-card';
import { useRun } from './find/use-run';
import { number } from './format';
import { ErrorNote } from './ui/error-note';
import { Live } from './ui/live';
import { Tabs } from './ui/tabs';
import { callError } from './ui/use-action';

type TabName = 'find' | 'account';

const TABS = [
  { name: 'find', label: 'Find' },
  { name: 'account', label: 'Account' },
] as const;

/** Ages such as "4 min ago" go on while the page stands open. */
const CLOCK_MS = 60_000;

export function App({ firstTab }: { firstTab: TabName }): JSX.Element {
  const [tab, setTab] = useState<TabName>(firstTab);
  const [account, setAccount] = useState<Account>();
  const [searches, setSearches] = useState<SavedSearch[]>([]);
  const [separator, setSeparator] = useState<',' | ';'>(',');
  const [error, setError] = useState<CallError>();
  const [planned, setPlanned] = useState<RunForm>();
  const [paid, setPaid] = useState<{ key: string; pages: readonly number[] }>({ key: '', pages: [] });

  const readAccount = (): void => {
    // The account tab asks again and says what is wrong; here a failure may pass.
    call('account', { again: false }).then(setAccount, () => undefined);
  };
  const control = useRun((run) => {
    readAccount();
    // A run can also end early, its sheet deleted: then not all of its pages are paid for.
    const isWhole = run.state === 'done' && run.donePages >= run.pages;
    if (isWhole && planned && planned.picks.length === 0) setPaid(paidPages(planned));
  });

  const open = (): void => {
    setError(undefined);
    call('open', {}).then(
      (opening) => {
        setAccount(opening.account);
        setSearches(opening.searches);
        setSeparator(opening.separator);
        control.show(opening.run);
      },
      (thrown: unknown) => setError(callError(thrown)),
    );
  };
  useEffect(open, []);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((now) => now + 1), CLOCK_MS);
    return () => clearInterval(timer);
  }, []);

  const showAccount = (): void => {
    setTab('account');
    document.getElementById('tab-account')?.focus();
  };
  const balance = account?.balance;
  const { run } = control;

  return (
    <>
      <header class="head">
        <h1 class="unseen">influData</h1>
        <Tabs tabs={TABS} current={tab} onChange={setTab} />
        <button
          type="button"
          class="balance"
          hidden={balance === undefined}
          title="Requests left on the key"
          onClick={showAccount}
        >
          {balance && number(balance.left) + ' left'}
        </button>
      </header>
      {error && (
        <div class="opening-error">
          <ErrorNote error={error} onRetry={open} />
        </div>
      )}
      <main class="panels">
        <div id="panel-find" class="panel" role="tabpanel" aria-labelledby="tab-find" hidden={tab !== 'find'}>
          <FindTab
            account={account}
            separator={separator}
            searches={searches}
            onSearches={setSearches}
            onFound={({ charged }) => {
              if (charged > 0) readAccount();
            }}
            onAccount={showAccount}
            isOccupied={run !== undefined && (run.state !== 'done' || control.isDriving)}
            isWriting={control.isDriving}
            onStart={async (form) => {
              await control.start(form);
              setPlanned(form);
            }}
            paid={paid}
            isVisible={tab === 'find'}
          />
        </div>
        <div id="panel-account" class="panel" role="tabpanel" aria-labelledby="tab-account" hidden={tab !== 'account'}>
          <AccountTab account={account} onAccount={setAccount} />
        </div>
        <RunCard control={control} onAccount={showAccount} />
      </main>
      <Live />
    </>
  );
}

function paidPages({ platform, filters, from, to }: RunForm): { key: string; pages: number[] } {
  return {
    key: searchKey({ platform, filters: filters as Record<string, string> }),
    pages: Array.from({ length: to - from + 1 }, (_, index) => from + index),
  };
}
