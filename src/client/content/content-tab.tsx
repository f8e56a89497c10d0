import type { JSX, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CONTENT_FILTERS } from '../../schema/content-filter';
import type { Account } from '../../sidebar/account-calls';
import type { ContentFilters, ContentPlan } from '../../sidebar/content-calls';
import type { Glance } from '../../sidebar/glance-calls';
import { hasKey } from '../account/has-key';
import { call } from '../call';
import { filtersIn } from '../form/filter-text';
import { valuesOf, type FilterValues } from '../form/filter-values';
import { ConnectKey, PriceLines } from '../run/price-lines';
import { shortagesUnder } from '../run/shortage';
import { useReading } from '../selection/use-reading';
import { useBudget, usePaused } from '../spending';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { ErrorNote } from '../ui/error-note';
import { focusOn } from '../ui/focus';
import { Form } from '../ui/form';
import { Icon } from '../ui/icon';
import { announce } from '../ui/live';
import { Note } from '../ui/note';
import { Select } from '../ui/select';
import { useAction } from '../ui/use-action';
import { ContentRunCard } from './content-run-card';
import { contentForm, EMPTY_CONTENT, useContentForm } from './content-draft';
import { ContentFields, ContentLinks } from './content-fields';
import { withoutFilters } from './no-posts';
import { PiecesField } from './pieces-field';
import { ContentSheetView, useContentSheet } from './content-sheet-view';
import type { ContentControl } from '../run/use-run';

interface ContentTabProps {
  account: Account | undefined;
  /** Between the arguments of a formula in this spreadsheet's locale. */
  separator: ',' | ';';
  control: ContentControl;
  onAccount: () => void;
  isVisible: boolean;
  selected: Glance['selection'];
  /** Filters that another tab has filled in: the form shows them whenever they are others. */
  wanted: { filters: FilterValues } | undefined;
}

interface PlanForm {
  filters: ContentFilters;
  max: number;
}

const plan = (form: PlanForm): Promise<ContentPlan> => call('planContent', form);
const priceIn = ({ text, requests: most }: ContentPlan): unknown => [text, most];

/** From filters to a sheet of posts, kept in step and summed up. */
export function ContentTab({
  account,
  separator,
  control,
  onAccount,
  isVisible,
  selected,
  wanted,
}: ContentTabProps): JSX.Element | null {
  const state = useContentForm();
  const { form: draft, reading, problems } = state;
  const [isSheetLost, setIsSheetLost] = useState(false);
  /** The content sheet over which the form was opened; over any other sheet it is open by itself. */
  const [formOver, setFormOver] = useState<number>();
  const action = useAction();
  const scroll = useRef<HTMLDivElement>(null);
  const startButton = useRef<HTMLButtonElement>(null);
  const { run, isOccupied } = control;
  const isConnected = hasKey(account);
  const isIdle = isVisible && account !== undefined && !isOccupied;
  const { sheet, ...sheetReading } = useContentSheet(isIdle, selected?.sheetId);
  const isForm = !sheet || formOver === sheet.id;
  const max = reading.max ?? 1;
  const planned = useReading(
    plan,
    priceIn,
    { filters: reading.given, max },
    isIdle && isForm && isConnected && !state.hasProblems,
  );
  const priced = planned.selection?.budget;
  const budget = useBudget(priced);
  const paused = usePaused();
  const canStart = priced !== undefined && !planned.isStale && !state.hasProblems && !paused;

  useEffect(() => {
    if (!wanted) return;
    state.show({ ...EMPTY_CONTENT, filters: { ...EMPTY_CONTENT.filters, ...wanted.filters } });
    if (sheet) setFormOver(sheet.id);
  }, [wanted]);
  useEffect(() => scroll.current?.scrollTo(0, 0), [isOccupied, run?.state === 'done', isForm]);
  // What was to be appended to is not in front any more: said, because a new sheet is made then.
  useEffect(() => {
    setIsSheetLost(!sheet && draft.appends && isIdle);
    if (!sheet && draft.appends && isIdle) state.change({ appends: false });
  }, [sheet?.id]);

  const start = (): void => {
    if (state.hasProblems) {
      state.showProblems(scroll.current);
    } else if (canStart)
      void action.run('start', async () => {
        await control.start({
          action: 'pull',
          ...contentForm(draft, reading, sheet, shortagesUnder(max, budget ?? priced, draft.cap).agreed),
        });
        state.change({ appends: false, cap: '' });
      });
  };

  const loosen = (names: readonly string[]): void => {
    if (!run) return;
    const filters = withoutFilters(valuesOf(filtersIn(run.text), CONTENT_FILTERS), names);
    // Its empty sheet takes what comes now.
    state.show({ ...draft, filters, appends: sheet?.name === run.sheet });
    if (sheet) setFormOver(sheet.id);
    control.close();
    announce(TEXT.content.takenOut);
    requestAnimationFrame(() => focusOn(startButton.current));
  };

  if (!isVisible) return null;
  const done = (
    <ContentRunCard
      control={control}
      sheet={sheet}
      onSummary={sheetReading.readAgain}
      onLoosen={loosen}
      onAccount={onAccount}
    />
  );
  if (isOccupied)
    return (
      <>
        <ErrorNote error={action.failure?.error} />
        {done}
      </>
    );
  if (!isForm)
    return (
      <ContentSheetView
        key={sheet.id}
        sheet={sheet}
        run={done}
        paused={paused}
        canSpend={isConnected}
        scroll={scroll as RefObject<HTMLDivElement>}
        onStart={async (form) => void (await control.start(form))}
        onSheet={sheetReading.show}
        onSummary={sheetReading.readAgain}
        onForm={(isFilled) => {
          setFormOver(sheet.id);
          if (!isFilled) return;
          state.show({ ...draft, filters: valuesOf(sheet.filters, CONTENT_FILTERS) });
          announce(TEXT.content.filtersReused);
        }}
        onAccount={onAccount}
      />
    );
  return (
    <>
      <div class="scroll content" ref={scroll}>
        {done}
        {sheet && (
          <button type="button" class="back" onClick={() => setFormOver(undefined)}>
            <Icon name="back" />
            <span class="one-line">{sheet.name}</span>
          </button>
        )}
        <div role="search" aria-label={TEXT.content.contentFilters}>
          <ContentFields state={state} selected={selected?.area} />
          <Select
            label={TEXT.content.into}
            value={sheet && draft.appends ? 'append' : 'new'}
            options={[
              { value: 'new', label: TEXT.content.newSheet },
              ...(sheet ? [{ value: 'append', label: TEXT.content.appendTo(sheet.name) }] : []),
            ]}
            onChange={(value) => state.change({ appends: value === 'append' })}
          />
          {sheet && draft.appends && sheet.text !== reading.text && (
            <p class="hint append-hint">{TEXT.content.appendHint}</p>
          )}
          {!(sheet && draft.appends) && (
            <Check
              checked={draft.thumbnails}
              onChange={(thumbnails) => state.change({ thumbnails })}
              hint={TEXT.content.thumbnailHint}
            >
              {TEXT.content.thumbnailColumn}
            </Check>
          )}
          <ContentLinks state={state} separator={separator} isAllowed={account?.settings.contentInFormulas ?? false} />
        </div>
      </div>
      <Form class="dock" onSubmit={start}>
        {account && !isConnected ? (
          <ConnectKey what={TEXT.content.toGetPosts} onAccount={onAccount} />
        ) : (
          <>
            <Note kind="warn" role="alert">
              {isSheetLost && TEXT.content.sheetLost}
            </Note>
            <PiecesField
              label={TEXT.content.atMost}
              value={draft.max}
              onInput={(value) => state.change({ max: value })}
              problem={problems['max']}
            />
            {planned.error && !planned.isStale && (
              <ErrorNote error={planned.error} retry={planned.readAgain} onAccount={onAccount} />
            )}
            <ErrorNote {...action.failure} onAccount={onAccount} />
            {priced && budget && reading.max !== undefined && (
              <PriceLines
                price={max}
                budget={budget}
                shortages={shortagesUnder(max, budget, draft.cap).shortages}
                what={TEXT.content.priceWhat(max)}
                cap={draft.cap}
                capProblem={problems['cap']}
                onCap={(cap) => state.change({ cap })}
                isStale={planned.isStale && !state.hasProblems}
                paused={paused}
              />
            )}
            <Button
              type="submit"
              kind="action"
              wide
              buttonRef={startButton}
              busy={action.busy !== undefined}
              disabled={!canStart && !state.hasProblems}
            >
              {reading.max === undefined ? TEXT.content.getPosts : TEXT.content.getPostsAtMost(max)}
            </Button>
          </>
        )}
      </Form>
    </>
  );
}
