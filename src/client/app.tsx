import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Platform } from '../schema/platform';
import { searchKey, type Search } from '../schema/search';
import type { Account, EnrichForm, Opening, RunForm, RunView, SavedSearch } from '../sidebar/calls';
import type { ReportForm } from '../sidebar/report-calls';
import { AccountTab } from './account/account-tab';
import { call, type CallError } from './call';
import { contentStrip } from './content/content-strip';
import { ContentTab } from './content/content-tab';
import { useContent } from './content/use-content';
import { EnrichTab } from './enrich/enrich-tab';
import { stripTitle as enrichTitle } from './enrich/enrich-run';
import { useEnrich } from './enrich/use-enrich';
import { FindTab } from './find/find-tab';
import { RunCard, stripTitle } from './find/run-card';
import { useRun } from './find/use-run';
import { setLocale } from './form/reading';
import { number } from './format';
import { reportStrip } from './report/report-strip';
import { ReportTab } from './report/report-tab';
import { useReport } from './report/use-report';
import { RunStrip } from './run/run-strip';
import { ErrorNote } from './ui/error-note';
import { focusOn } from './ui/focus';
import { announce, Live } from './ui/live';
import { Tabs } from './ui/tabs';
import { callError } from './ui/use-action';

type TabName = 'find' | 'enrich' | 'reports' | 'content' | 'account';

const TABS = [
  { name: 'find', label: 'Find' },
  { name: 'enrich', label: 'Enrich' },
  { name: 'reports', label: 'Reports' },
  { name: 'content', label: 'Content' },
  { name: 'account', label: 'Account' },
] as const;

/** The tab that the menu asked for. */
export const tabOf = (name: string | undefined): TabName =>
  name === 'compare' ? 'reports' : (TABS.find((tab) => tab.name === name)?.name ?? 'find');

/** Ages such as "4 min ago" go on while the page stands open. */
const CLOCK_MS = 60_000;

export function App({ firstTab }: { firstTab: TabName }): JSX.Element {
  const [tab, setTab] = useState<TabName>(firstTab);
  const [account, setAccount] = useState<Account>();
  const [searches, setSearches] = useState<SavedSearch[]>([]);
  const [searchesStopped, setSearchesStopped] = useState<string>();
  const [separator, setSeparator] = useState<',' | ';'>(',');
  const [error, setError] = useState<CallError>();
  const [planned, setPlanned] = useState<RunForm>();
  const [picked, setPicked] = useState<{ platform: Platform }>();
  const wantsEnrich = useRef(false);
  const [paid, setPaid] = useState<{ key: string; pages: readonly number[] }>({ key: '', pages: [] });

  const readAccount = (): void => {
    // The account tab asks again and says what is wrong; here a failure may pass.
    call('account', { again: false }).then(setAccount, () => undefined);
  };
  const control = useRun((run) => {
    readAccount();
    // A run can also end early, its sheet deleted: then not all of its pages are paid for.
    const isWhole = run.state === 'done' && run.donePages >= run.pages;
    if (isWhole && planned && planned.picks.length === 0) {
      setPaid(paidPages(planned));
      if (planned.from === 1) nowFree(planned as Search);
    }
    // A run that rests unfinished is for the person to look at first.
    if (isWhole && run.written > 0 && wantsEnrich.current) enrichWritten(run);
    if (run.state === 'done') wantsEnrich.current = false;
  });
  const enrich = useEnrich(readAccount);
  const report = useReport(readAccount);
  const content = useContent(readAccount);
  const enrichWritten = ({ platform }: RunView): void => {
    control.close();
    setPicked({ platform });
    showTab('enrich');
    announce('What was written is selected. Choose what to get.');
  };

  const open = (): void => {
    setError(undefined);
    call('open', {}).then(
      (opening) => {
        setAccount(opening.account);
        setSearches(opening.searches);
        setLocale(opening.locale);
        setSeparator(opening.separator);
        setSearchesStopped(opening.searchesStopped);
        control.show(opening.run);
        enrich.show(opening.enrich);
        report.show(opening.report);
        content.show(opening.content);
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

  const showTab = (name: TabName): void => {
    setTab(name);
    focusOn(document.getElementById('tab-' + name));
  };
  const showAccount = (): void => showTab('account');
  /** A saved search whose first page is known costs nothing any more. */
  const nowFree = (search: Search): void =>
    setSearches((list) => list.map((each) => (searchKey(each) === searchKey(search) ? { ...each, price: 0 } : each)));
  const startEnrich = (form: EnrichForm): Promise<void> =>
    orElseShow(enrich.start(form), ({ enrich: run }) => enrich.show(run));
  const startReport = (form: ReportForm): Promise<void> =>
    orElseShow(report.start(form), ({ report: run }) => report.show(run));
  const balance = account?.balance;
  const { run } = control;
  const isSearchOpen = run !== undefined && (run.state !== 'done' || control.isDriving);

  return (
    <>
      <header class="head">
        <h1 class="unseen">influData</h1>
        <Tabs tabs={TABS} current={tab} onChange={setTab} />
        <div class="balance-strip">
          <button
            type="button"
            class="balance"
            hidden={balance === undefined}
            title="Requests left on the key"
            onClick={showAccount}
          >
            {balance && number(balance.left) + ' left'}
          </button>
        </div>
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
            searchesStopped={searchesStopped}
            onSearches={setSearches}
            onFound={(found) => {
              nowFree(found);
              if (found.charged > 0) readAccount();
            }}
            onAccount={showAccount}
            isOccupied={isSearchOpen}
            isWriting={control.isDriving}
            onStart={async (form, thenEnrich) => {
              await control.start(form);
              wantsEnrich.current = thenEnrich;
              setPlanned(form);
            }}
            paid={paid}
            isVisible={tab === 'find'}
          />
        </div>
        <div id="panel-enrich" class="panel" role="tabpanel" aria-labelledby="tab-enrich" hidden={tab !== 'enrich'}>
          <EnrichTab
            account={account}
            control={{ ...enrich, start: startEnrich }}
            picked={picked}
            onAccount={showAccount}
            isVisible={tab === 'enrich'}
          />
        </div>
        <div id="panel-reports" class="panel" role="tabpanel" aria-labelledby="tab-reports" hidden={tab !== 'reports'}>
          <ReportTab
            account={account}
            control={{ ...report, start: startReport }}
            onAccount={showAccount}
            isVisible={tab === 'reports'}
          />
        </div>
        <div id="panel-content" class="panel" role="tabpanel" aria-labelledby="tab-content" hidden={tab !== 'content'}>
          <ContentTab
            account={account}
            separator={separator}
            control={content}
            onAccount={showAccount}
            isVisible={tab === 'content'}
          />
        </div>
        <div id="panel-account" class="panel" role="tabpanel" aria-labelledby="tab-account" hidden={tab !== 'account'}>
          <AccountTab account={account} onAccount={setAccount} />
        </div>
        {tab !== 'enrich' && (
          <RunCard control={control} onEnrich={() => run && enrichWritten(run)} onAccount={showAccount} />
        )}
        {tab === 'enrich' && run && isSearchOpen && (
          <RunStrip
            title={stripTitle(control)}
            share={run.pages === 0 ? 1 : run.donePages / run.pages}
            show="Show"
            onShow={() => showTab('find')}
          />
        )}
        {tab !== 'enrich' && enrich.run && (
          <RunStrip
            title={enrichTitle(enrich)}
            share={enrich.run.rows === 0 ? 1 : enrich.run.doneRows / enrich.run.rows}
            show={enrich.isDriving || enrich.run.state === 'done' ? 'Show' : 'Resume…'}
            onShow={() => showTab('enrich')}
          />
        )}
        {tab !== 'reports' && report.run && (
          <RunStrip
            title={reportStrip(report)}
            share={report.run.creators === 0 ? 1 : report.run.doneCreators / report.run.creators}
            show={report.isDriving || report.run.state === 'done' ? 'Show' : 'Resume…'}
            onShow={() => showTab('reports')}
          />
        )}
        {tab !== 'content' && content.run && (
          <RunStrip
            title={contentStrip(content)}
            share={content.run.state === 'done' ? 1 : content.run.pieces / Math.max(1, content.run.max)}
            show={content.isDriving || content.run.state === 'done' ? 'Show' : 'Resume…'}
            onShow={() => showTab('content')}
          />
        )}
      </main>
      <Live />
    </>
  );
}

/** Somebody else's run may be in the way of a start: then it is shown. */
async function orElseShow(start: Promise<void>, show: (opening: Opening) => void): Promise<void> {
  try {
    await start;
  } catch (thrown) {
    call('open', {}).then(show, () => undefined);
    throw thrown;
  }
}

function paidPages({ platform, filters, from, to }: RunForm): { key: string; pages: number[] } {
  return {
    key: searchKey({ platform, filters: filters as Record<string, string> }),
    pages: Array.from({ length: to - from + 1 }, (_, index) => from + index),
  };
}
