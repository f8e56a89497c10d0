import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { foundNames } from '../../schema/alike';
import { type Search, searchKey } from '../../schema/search';
import type { Account } from '../../sidebar/account-calls';
import type { Alike } from '../../sidebar/alike-calls';
import type { Found, RunForm, SavedSearch } from '../../sidebar/find-calls';
import { hasKey } from '../account/has-key';
import { call } from '../call';
import { withValue } from '../form/filter-values';
import { ConnectKey, PriceNotes } from '../run/price-lines';
import { shortagesOf } from '../run/shortage';
import { usePaused, useSpending } from '../spending';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { focusOn, isFocusLost } from '../ui/focus';
import { announce } from '../ui/live';
import { useAction } from '../ui/use-action';
import { FilterForm, FormActions } from './filter-form';
import { ResultSheetCard, useResultSheet } from './result-sheet-card';
import { ResultView } from './result-view';
import { SavedSearches } from './saved-searches';
import { alikeFormOf, readSearchForm, searchFormOf, useSearchForm } from './search-form';
import { WritePanel } from './write-panel';
import { WriteStart } from './write-start';
import { allPages, isFresh, nextPages, type WriteSource } from './write-plan';

interface FindTabProps {
  account: Account | undefined;
  separator: ',' | ';';
  searches: readonly SavedSearch[];
  searchesStopped: string | undefined;
  onSearches: (searches: SavedSearch[]) => void;
  onFound: (found: Found) => void;
  onAccount: () => void;
  /** A run that is not finished stands in the way of another. */
  isOccupied: boolean;
  /** A run is writing: the sheet in front is another one afterwards. */
  isWriting: boolean;
  /** With `thenEnrich`, what was written is enriched next. */
  onStart: (form: RunForm, thenEnrich: boolean) => Promise<void>;
  /** Pages that a run has paid for since. */
  paid: { key: string; pages: readonly number[] };
  /** To be filled in, with the button that names its price at hand. */
  example: Search | undefined;
  isVisible: boolean;
  /** A creator whose like are looked for: fills the form whenever it is another. */
  alike: Alike | undefined;
}

export function FindTab({ account, separator, searches, paid, example, ...props }: FindTabProps): JSX.Element {
  const state = useSearchForm();
  const { search } = state;
  const { budget } = useSpending();
  const paused = usePaused();
  const [found, setFound] = useState<Found & Pick<WriteSource, 'without'>>();
  const [view, setView] = useState<'form' | 'results'>('form');
  const [picks, setPicks] = useState<readonly string[]>();
  const [writing, setWriting] = useState<WriteSource>();
  const action = useAction();
  const sheet = useResultSheet(account !== undefined && props.isVisible, props.isWriting);
  const head = useRef<HTMLHeadingElement>(null);
  const searchButton = useRef<HTMLButtonElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const dock = useRef<HTMLDivElement>(null);

  const shown = found && { ...nowOf(found, paid), budget: budget ?? found.budget };
  const without = state.form.alike?.without;
  const isSame = found !== undefined && searchKey(found) === searchKey(search);
  const isFree = isSame && account !== undefined && isFresh(found.at, account.settings.searchFreshDays);

  // Before anything is typed or clicked: a frame later it would take the focus from there.
  useLayoutEffect(() => {
    scroll.current?.scrollTo(0, 0);
    if (view === 'results') focusOn(head.current);
    else if (found && isFocusLost()) focusOn(scroll.current?.querySelector('select'));
  }, [view, found]);
  useEffect(() => {
    if (!writing && found && isFocusLost()) focusOn(dock.current?.querySelector<HTMLElement>('.action'));
  }, [writing === undefined]);

  const { alike } = props;
  useEffect(() => {
    if (!alike) return;
    state.show(alikeFormOf(alike));
    stopWriting();
    setView('form');
  }, [alike]);

  useEffect(() => {
    if (!example) return;
    stopWriting();
    state.show(searchFormOf(example));
    setView('form');
    requestAnimationFrame(() => focusOn(searchButton.current));
  }, [example]);

  const find = (wanted: Search, again: boolean, leftOut: WriteSource['without']): void => {
    void action.run('search', async () => {
      const next = await call('search', { ...wanted, again });
      setFound({ ...next, without: leftOut });
      stopWriting();
      setView('results');
      props.onFound(next);
      announce(TEXT.find.found(next.count));
    });
  };
  const submit = (): void => {
    if (state.hasProblems) {
      state.showProblems(scroll.current);
    } else if (isFree) {
      setFound({ ...found, without });
      setView('results');
    } else find(search, false, without);
  };
  const write = (from: NonNullable<typeof found>): void => setWriting(allPages(from));
  const stopWriting = (): void => {
    setWriting(undefined);
    setPicks(undefined);
  };

  return (
    <>
      <div class="scroll" ref={scroll}>
        {view === 'results' && shown ? (
          <ResultView
            found={shown}
            separator={separator}
            searches={searches}
            onSearches={props.onSearches}
            picks={picks}
            onPicks={(next) => {
              setPicks(next);
              if (next && !writing) write(shown);
            }}
            isBusy={action.busy !== undefined}
            headRef={head}
            onAgain={() => find({ platform: shown.platform, filters: shown.filters }, true, shown.without)}
            onBack={() => {
              stopWriting();
              setView('form');
            }}
            onLoosen={(names) => {
              const form = names.reduce((now, name) => withValue(now, name, ''), searchFormOf(shown));
              state.show({ ...form, ...(shown.without && state.form.alike && { alike: state.form.alike }) });
              setView('form');
              requestAnimationFrame(() => focusOn(searchButton.current));
            }}
          />
        ) : (
          <div
            role="search"
            aria-label={TEXT.find.filters}
            onKeyDown={(event) => {
              const { target } = event;
              // Not of a form in it, such as a name to save under.
              const isField =
                (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) && target.form === null;
              // What Enter does in the field itself comes first: it picks from a list, or makes a word of what is typed.
              if (event.key !== 'Enter' || event.defaultPrevented || event.isComposing || !isField) return;
              event.preventDefault();
              if (!action.busy && hasKey(account)) submit();
            }}
          >
            <SavedSearches
              searches={searches}
              stopped={props.searchesStopped}
              onChange={props.onSearches}
              onFill={(saved) => state.show(searchFormOf(saved))}
              onRun={(saved) => {
                const form = searchFormOf(saved);
                state.show(form);
                const read = readSearchForm(form);
                if (Object.keys(read.problems).length > 0) state.showProblems(scroll.current);
                else find(read.search, false, undefined);
              }}
            />
            <FilterForm state={state} />
            <FormActions
              search={search}
              separator={separator}
              searches={searches}
              onSearches={props.onSearches}
              canSave={() => {
                if (state.hasProblems) submit();
                return !state.hasProblems;
              }}
              onReset={state.reset}
            />
          </div>
        )}
      </div>
      <div class="dock" ref={dock}>
        <ErrorNote {...action.failure} onAccount={props.onAccount} />
        {writing ? (
          <WritePanel
            key={writing.from}
            source={
              writing.from === undefined && shown ? { ...writing, known: shown.known, budget: shown.budget } : writing
            }
            sheet={sheet ?? null}
            picks={picks}
            onPicking={(isPicking) => setPicks(isPicking ? (picks ?? []) : undefined)}
            paused={paused}
            isOccupied={props.isOccupied}
            onStart={async (form, thenEnrich) => {
              await props.onStart(form, thenEnrich);
              stopWriting();
            }}
            onClose={stopWriting}
            onAccount={props.onAccount}
          />
        ) : account && !hasKey(account) ? (
          <ConnectKey what={TEXT.find.toSearch} onAccount={props.onAccount} />
        ) : view === 'results' && shown ? (
          shown.count > 0 &&
          !props.isOccupied && (
            <WriteStart
              source={allPages(shown)}
              paused={paused}
              onStart={(form) => props.onStart(form, false)}
              onOptions={() => write(shown)}
              onAccount={props.onAccount}
            />
          )
        ) : (
          <>
            {sheet && account && (
              <ResultSheetCard
                sheet={sheet}
                onNext={() => setWriting(nextPages(sheet, budget ?? account.budget))}
                onAgain={() => state.show(searchFormOf(sheet))}
                onAccount={props.onAccount}
              />
            )}
            {budget && props.isVisible && !isFree && (
              <PriceNotes price={1} shortages={shortagesOf(1, budget)} paused={paused} />
            )}
            <Button
              kind="action"
              wide
              buttonRef={searchButton}
              busy={action.busy !== undefined}
              disabled={account === undefined}
              onClick={submit}
            >
              {TEXT.find.search(isFree ? 0 : 1)}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

/** With the pages that a run has paid for since, and without whom the search goes without. */
function nowOf<Shown extends Found & Pick<WriteSource, 'without'>>(found: Shown, { key, pages }: FindTabProps['paid']) {
  const { platform, without = [] } = found;
  const isIn = ({ id, username }: Found['creators'][number]): boolean =>
    !foundNames(platform, id, username).some((name) => without.includes(name));
  const known = searchKey(found) === key ? [...new Set([...found.known, ...pages])] : found.known;
  return { ...found, known, creators: found.creators.filter(isIn) };
}
