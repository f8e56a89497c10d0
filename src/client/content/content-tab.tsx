import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CONTENT_FILTERS } from '../../schema/content-filter';
import type { Account } from '../../sidebar/account-calls';
import type { ContentFilters, ContentPlan } from '../../sidebar/content-calls';
import type { Glance } from '../../sidebar/glance-calls';
import { call } from '../call';
import { valuesOf } from '../form/filter-values';
import { count, price, requests } from '../format';
import { ConnectKey, PriceLines } from '../run/price-lines';
import { shortagesUnder } from '../run/shortage';
import { useReading } from '../selection/use-reading';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { ErrorNote } from '../ui/error-note';
import { Form } from '../ui/form';
import { announce } from '../ui/live';
import { Note } from '../ui/note';
import { Select } from '../ui/select';
import { useAction } from '../ui/use-action';
import { ContentRunCard } from './content-run-card';
import { contentForm, useContentForm } from './content-draft';
import { ContentFields, ContentLinks } from './content-fields';
import { PiecesField } from './pieces-field';
import { ContentSheetCard, useContentSheet } from './content-sheet-card';
import type { ContentControl } from '../run/use-run';

interface ContentTabProps {
  account: Account | undefined;
  /** Between the arguments of a formula in this spreadsheet's locale. */
  separator: ',' | ';';
  control: ContentControl;
  onAccount: () => void;
  isVisible: boolean;
  glance: Glance | undefined;
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
  glance,
}: ContentTabProps): JSX.Element | null {
  const state = useContentForm();
  const { form: draft, reading, problems } = state;
  const [isSheetLost, setIsSheetLost] = useState(false);
  const action = useAction();
  const scroll = useRef<HTMLDivElement>(null);
  const { run, isDriving } = control;
  const isOccupied = run !== undefined && (run.state !== 'done' || isDriving);
  const hasKey = account?.person !== undefined || account?.spreadsheet !== undefined;
  const isIdle = isVisible && account !== undefined && !isOccupied;
  const { sheet, ...sheetReading } = useContentSheet(isIdle, glance?.selection.sheetId);
  const max = reading.max ?? 1;
  const planned = useReading(plan, priceIn, { filters: reading.given, max }, isIdle && hasKey && !state.hasProblems);
  const left = planned.selection?.left;
  const paused = account?.settings.paused ?? false;
  const canStart = left !== undefined && !planned.isStale && !state.hasProblems && !paused;

  useEffect(() => scroll.current?.scrollTo(0, 0), [isOccupied, run?.state === 'done']);
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
          ...contentForm(draft, reading, sheet, shortagesUnder(max, left, draft.cap).agreed),
        });
        state.change({ appends: false, cap: '' });
      });
  };

  if (!isVisible) return null;
  if (isOccupied)
    return (
      <>
        <ErrorNote error={action.failure?.error} />
        <ContentRunCard control={control} onAccount={onAccount} />
      </>
    );
  return (
    <>
      <div class="scroll content" ref={scroll}>
        <ContentRunCard control={control} onAccount={onAccount} />
        {sheet && (
          <ContentSheetCard
            key={sheet.id}
            sheet={sheet}
            paused={paused}
            canSpend={hasKey}
            onStart={async (form) => void (await control.start(form))}
            onSheet={sheetReading.show}
            onSummary={sheetReading.readAgain}
            onFill={() => {
              state.show({ ...draft, filters: valuesOf(sheet.filters, CONTENT_FILTERS) });
              announce('The filters of the sheet stand in the form.');
            }}
            onAccount={onAccount}
          />
        )}
        <div role="search" aria-label="Content filters">
          {sheet && <h2 class="form-title">Get content</h2>}
          <ContentFields state={state} selected={glance?.selection.area} />
          <Select
            label="Into"
            value={sheet && draft.appends ? 'append' : 'new'}
            options={[
              { value: 'new', label: 'A new sheet' },
              ...(sheet ? [{ value: 'append', label: 'Append to “' + sheet.name + '”' }] : []),
            ]}
            onChange={(value) => state.change({ appends: value === 'append' })}
          />
          {sheet && draft.appends && sheet.text !== reading.text && (
            <p class="hint append-hint">These filters become the sheet’s: its syncs follow them from then on.</p>
          )}
          {!(sheet && draft.appends) && (
            <Check
              checked={draft.thumbnails}
              onChange={(thumbnails) => state.change({ thumbnails })}
              hint="Signed links live for 24 hours; then the pictures go blank."
            >
              Thumbnail column
            </Check>
          )}
          <ContentLinks state={state} separator={separator} isAllowed={account?.settings.contentInFormulas ?? false} />
        </div>
      </div>
      <Form class="dock" onSubmit={start}>
        {account && !hasKey ? (
          <ConnectKey what="To get content" onAccount={onAccount} />
        ) : (
          <>
            <Note kind="warn" role="alert">
              {isSheetLost && 'The sheet to append to is not in front any more: a new sheet is made.'}
            </Note>
            <PiecesField
              label="At most"
              value={draft.max}
              onInput={(value) => state.change({ max: value })}
              problem={problems['max']}
            />
            {planned.error && !planned.isStale && (
              <ErrorNote error={planned.error} retry={planned.readAgain} onAccount={onAccount} />
            )}
            <ErrorNote {...action.failure} onAccount={onAccount} />
            {left && reading.max !== undefined && (
              <PriceLines
                price={max}
                left={left}
                shortages={shortagesUnder(max, left, draft.cap).shortages}
                what={'Up to ' + count(max, 'piece') + ', at most ' + requests(max)}
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
              busy={action.busy !== undefined}
              disabled={!canStart && !state.hasProblems}
            >
              {reading.max === undefined ? 'Get content' : 'Get content · at most ' + price(max)}
            </Button>
          </>
        )}
      </Form>
    </>
  );
}
