import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Platform } from '../schema/platform';
import { searchKey, type Search } from '../schema/search';
import type { Account } from '../sidebar/account-calls';
import type { Opening } from '../sidebar/calls';
import type { Alike } from '../sidebar/alike-calls';
import type { SavedSearch, SearchView } from '../sidebar/find-calls';
import { AccountTab } from './account/account-tab';
import { hasKey } from './account/has-key';
import { call, type CallError } from './call';
import { ContentTab } from './content/content-tab';
import { EnrichTab } from './enrich/enrich-tab';
import { AlikeProvider } from './find/more-like';
import { FindTab } from './find/find-tab';
import { SearchRunCard } from './find/search-run-card';
import { useSearchRun } from './find/use-search-run';
import { SpendingProvider, SpendingStrip, useNewestBudget, usePauseSwitch } from './spending';
import type { FilterValues } from './form/filter-values';
import { setLocale } from './form/page-reading';
import { ManageTab } from './manage/manage-tab';
import { ReportTab } from './report/report-tab';
import { HelpPanel } from './help/help-panel';
import { OpeningNotes } from './opening-notes';
import { RunStrip } from './run/run-strip';
import { useRun } from './run/use-run';
import { TEXT } from './text/text';
import { focusOn } from './ui/focus';
import { announce, Live } from './ui/live';
import { Tabs } from './ui/tabs';
import { callError } from './ui/use-action';
import { useGlance } from './use-glance';

type TabName = 'find' | 'enrich' | 'reports' | 'content' | 'manage' | 'account';

const TABS = [
  { name: 'find', label: TEXT.app.find },
  { name: 'enrich', label: TEXT.app.enrich },
  { name: 'reports', label: TEXT.app.reports },
  { name: 'content', label: TEXT.app.content },
  { name: 'manage', label: TEXT.app.manage },
  { name: 'account', label: TEXT.app.account, icon: 'person' },
] as const;

/** The tab that the menu asked for. */
export const tabOf = (name: string | undefined): TabName =>
  name === 'compare' ? 'reports' : (TABS.find((tab) => tab.name === name)?.name ?? 'find');

/** Somebody is typing or choosing in a tab. */
const isInUse = (): boolean => document.querySelector('.panel:focus-within') !== null;

/** Tabs that show what is selected. */
const FOLLOWING: ReadonlySet<TabName> = new Set(['enrich', 'reports', 'content', 'manage']);

/** Ages such as "4 min ago" go on while the page stands open. */
const CLOCK_MS = 60_000;

interface PanelProps {
  of: TabName;
  shown: TabName | undefined;
  children: ComponentChildren;
}

/** What a tab shows. It stays there, hidden, while another is shown. */
const Panel = ({ of, shown, children }: PanelProps): JSX.Element => (
  <div id={'panel-' + of} class="panel" role="tabpanel" aria-labelledby={'tab-' + of} hidden={shown !== of}>
    {children}
  </div>
);

export function App({ firstTab, opensHelp }: { firstTab: TabName; opensHelp: boolean }): JSX.Element {
  const [tab, setTab] = useState<TabName>(firstTab);
  const hasChosen = useRef(false);
  const [isHelpOpen, setIsHelpOpen] = useState(opensHelp);
  /** Nothing of a tab is to be seen behind Help. */
  const shown = isHelpOpen ? undefined : tab;
  const [account, setAccount] = useState<Account>();
  const [searches, setSearches] = useState<SavedSearch[]>([]);
  const [searchesStopped, setSearchesStopped] = useState<string>();
  const [separator, setSeparator] = useState<',' | ';'>(',');
  const [error, setError] = useState<CallError>();
  const [missing, setMissing] = useState<Opening['missing']>();
  const budget = useNewestBudget();
  const [picked, setPicked] = useState<{ platform: Platform }>();
  const [wantedPosts, setWantedPosts] = useState<{ filters: FilterValues }>();
  const [alike, setAlike] = useState<Alike>();
  const [example, setExample] = useState<Search>();

  const readAccount = (): void => {
    // The account tab asks again and says what is wrong; here a failure may pass.
    call('account', { again: false }).then(setAccount, () => undefined);
  };
  /** At rest influData is asked what is left: that is free, and the truth after all that was lost. */
  const readBalance = (): void => {
    call('account', { again: true }).then(setAccount, () => undefined);
  };
  /** A saved search whose first page is known costs nothing any more. */
  const nowFree = (search: Search): void =>
    setSearches((list) => list.map((each) => (searchKey(each) === searchKey(search) ? { ...each, price: 0 } : each)));
  const enrichWritten = ({ platform }: SearchView): void => {
    search.control.close();
    setPicked({ platform });
    showTab('enrich');
    announce(TEXT.app.readyToEnrich);
  };
  const search = useSearchRun({ onRest: readBalance, onPaid: nowFree, onWritten: enrichWritten });
  const enrich = useRun('enrich', readBalance);
  const report = useRun('report', readBalance);
  const content = useRun('content', readBalance);

  const open = (): void => {
    setError(undefined);
    call('open', {}).then(
      (opening) => {
        setAccount(opening.account);
        // The welcome stands there. Whoever has turned to something meanwhile stays with it.
        if (!hasKey(opening.account) && !hasChosen.current && !isInUse()) setTab('account');
        setSearches(opening.searches);
        setLocale(opening.locale);
        setSeparator(opening.separator);
        setMissing(opening.missing);
        setSearchesStopped(opening.searchesStopped);
        search.control.show(opening.runs.search);
        enrich.show(opening.runs.enrich);
        report.show(opening.runs.report);
        content.show(opening.runs.content);
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

  const chooseTab = (name: TabName): void => {
    hasChosen.current = true;
    setIsHelpOpen(false);
    setTab(name);
  };
  const showTab = (name: TabName): void => {
    chooseTab(name);
    focusOn(document.getElementById('tab-' + name));
  };
  const closeHelp = (): void => {
    setIsHelpOpen(false);
    focusOn(document.getElementById('help-button'));
  };
  const showAlike = (found: Alike): void => {
    // Another object each time: the same creator fills the form again.
    setAlike({ ...found });
    showTab('find');
    announce(TEXT.find.likeFilled(found.handle));
  };
  const showPosts = (filters: FilterValues): void => {
    setWantedPosts({ filters });
    showTab('content');
    announce(TEXT.conflict.postsFilled);
  };
  const showAccount = (): void => showTab('account');
  const steps = {
    onFind(filters: Search): void {
      showTab('find');
      // Another object each time: the form may have been changed since.
      setExample({ ...filters });
    },
    onEnrich: () => showTab('enrich'),
    onReport: () => showTab('reports'),
  };
  const { run, isDriving, isOccupied } = search.control;
  const runs = [
    { tab: 'find', control: search.control },
    { tab: 'enrich', control: enrich },
    { tab: 'reports', control: report },
    { tab: 'content', control: content },
  ] as const;
  const controls = runs.map(({ control }) => control);
  const selection = useGlance({
    selection: shown !== undefined && FOLLOWING.has(shown),
    key: budget?.key ?? '',
    runs: controls.flatMap((each) => (each.run && each.isOccupied ? [each.run.id] : [])),
    onRuns: (figures, askedMs) => controls.forEach((each) => each.look(figures, askedMs)),
  });
  /** For every tab that follows the selection. */
  const common = { account, selected: selection, onAccount: showAccount };
  const pauseSwitch = usePauseSwitch(setAccount);
  const spending = {
    budget,
    isChanging: pauseSwitch.isChanging,
    setPaused: (paused: boolean): void => {
      // Also what has left no wave yet.
      if (paused) for (const each of controls) if (each.isDriving) each.pause();
      pauseSwitch.setPaused(paused);
    },
    raiseCap: (): void => {
      showAccount();
      requestAnimationFrame(() => focusOn(document.getElementById('day-cap')));
    },
  };

  /** A finished run is told of elsewhere until its own tab has shown it. */
  const seen = useRef(new Set<string>());
  for (const { tab: own, control } of runs)
    if (own === shown && control.run?.state === 'done' && !control.isDriving) seen.current.add(control.run.id);

  return (
    <SpendingProvider value={spending}>
      <header class="head">
        <h1 class="unseen">{TEXT.app.title}</h1>
        <Tabs tabs={TABS} current={tab} onChange={chooseTab} />
        <SpendingStrip
          onAccount={showAccount}
          isHelpOpen={isHelpOpen}
          onHelp={() => (isHelpOpen ? closeHelp() : setIsHelpOpen(true))}
        />
      </header>
      <OpeningNotes
        pauseFailure={pauseSwitch.failure}
        missing={missing}
        error={error}
        onAccount={showAccount}
        retry={open}
      />
      <AlikeProvider value={showAlike}>
        <main class="panels">
          <Panel of="find" shown={shown}>
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
              isOccupied={isOccupied}
              isWriting={isDriving}
              onStart={search.begin}
              paid={search.paid}
              isVisible={shown === 'find'}
              alike={alike}
              example={example}
            />
          </Panel>
          <Panel of="enrich" shown={shown}>
            <EnrichTab {...common} control={enrich} picked={picked} isVisible={shown === 'enrich'} />
          </Panel>
          <Panel of="reports" shown={shown}>
            <ReportTab {...common} control={report} isVisible={shown === 'reports'} />
          </Panel>
          <Panel of="content" shown={shown}>
            <ContentTab
              {...common}
              separator={separator}
              control={content}
              wanted={wantedPosts}
              isVisible={shown === 'content'}
            />
          </Panel>
          <Panel of="manage" shown={shown}>
            <ManageTab
              {...common}
              enrich={enrich}
              content={content}
              isVisible={shown === 'manage'}
              onPosts={showPosts}
            />
          </Panel>
          <Panel of="account" shown={shown}>
            <AccountTab account={account} onAccount={setAccount} isVisible={shown === 'account'} steps={steps} />
          </Panel>
          <HelpPanel isOpen={isHelpOpen} onClose={closeHelp} onAccount={showAccount} />
          {shown === 'find' && (
            <SearchRunCard
              control={search.control}
              onEnrich={() => run && enrichWritten(run)}
              onAccount={showAccount}
            />
          )}
          {runs
            .filter((each) => each.tab !== shown && !seen.current.has(each.control.run?.id ?? ''))
            .map((each) => (
              <RunStrip key={each.tab} control={each.control} onShow={() => showTab(each.tab)} />
            ))}
        </main>
      </AlikeProvider>
      <Live />
    </SpendingProvider>
  );
}
