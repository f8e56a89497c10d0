import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Platform } from '../../schema/platform';
import type { Account } from '../../sidebar/calls';
import { count, number, price as priceText } from '../format';
import { platformChoices } from '../run/choices';
import { PriceLines } from '../run/price-lines';
import { StartDock } from '../run/start-dock';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { ErrorNote } from '../ui/error-note';
import { focusOn, isFocusLost } from '../ui/focus';
import { announce } from '../ui/live';
import { useAction } from '../ui/use-action';
import { ActionChoice, ModeChoice, RowChoice } from './choices';
import {
  afterStart,
  draftFor,
  enrichForm,
  hidesNewValues,
  keepDraft,
  keptDraft,
  modeOf,
  selectionForm,
  type Draft,
} from './draft';
import { enrichPlan, selectionText } from './enrich-plan';
import { Doubles } from './doubles';
import { EnrichRun } from './enrich-run';
import { hasAudience, priceEach } from './field-group';
import { FieldPicker } from './field-picker';
import { ScheduleCard } from './schedule-card';
import { SelectionCard } from './selection-card';
import type { EnrichControl } from './use-enrich';
import { useSelection } from './use-selection';

interface EnrichTabProps {
  account: Account | undefined;
  control: EnrichControl;
  /** What a search just wrote, to be enriched. */
  picked: { platform: Platform } | undefined;
  onAccount: () => void;
  isVisible: boolean;
}

const AUDIENCE_HINT = 'That is the most. The free status check comes first: creators without a report are not bought.';

/** From selected handles to columns of data: what is understood, what is wanted, what it costs, the run. */
export function EnrichTab({ account, control, picked, onAccount, isVisible }: EnrichTabProps): JSX.Element | null {
  const [draft, setDraft] = useState(keptDraft);
  const [hasMoved, setHasMoved] = useState(false);
  const action = useAction();
  const scroll = useRef<HTMLDivElement>(null);
  const startButton = useRef<HTMLButtonElement>(null);
  const { run, isDriving } = control;
  const isOccupied = run !== undefined && (run.state !== 'done' || isDriving);
  const hasKey = account?.person !== undefined || account?.spreadsheet !== undefined;
  const reading = useSelection(selectionForm(draft), isVisible && hasKey && !isOccupied);
  const { selection } = reading;
  const set = (part: Partial<Draft>): void => setDraft((now) => ({ ...now, ...part }));

  useLayoutEffect(() => keepDraft(draft), [draft.platform, draft.fields]);
  useEffect(() => {
    if (picked) set(picked);
  }, [picked]);
  const sheetsSeen = useRef(new Set<number>());
  const sheetRead = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (!selection) return;
    const { hasRunBefore, fieldsBefore, sheetId } = selection;
    // What was said of one sheet is nothing to another.
    if (sheetRead.current !== undefined && sheetRead.current !== sheetId) set({ choices: {}, takesDoubles: false });
    sheetRead.current = sheetId;
    if (!hasRunBefore && draft.which !== 'all') set({ which: 'all' });
    // Once for each sheet: what is chosen here afterwards counts more.
    if (sheetsSeen.current.has(sheetId)) return;
    sheetsSeen.current.add(sheetId);
    if (hasRunBefore && fieldsBefore.length > 0) set({ fields: fieldsBefore });
  }, [selection]);
  useEffect(() => scroll.current?.scrollTo(0, 0), [isOccupied, run?.state === 'done']);

  // Said when it changes, and not whenever it is read.
  const understood = selection && selectionText(selection);
  useEffect(() => {
    action.clear();
    if (understood) announce(understood + '.');
  }, [understood]);

  const hasRunBefore = selection?.hasRunBefore ?? false;
  const plan = selection && enrichPlan(draft, selection);
  const paused = account?.settings.paused ?? false;
  const canStart =
    selection !== undefined &&
    plan !== undefined &&
    !reading.isStale &&
    Object.keys(plan.problems).length === 0 &&
    !(paused && plan.price > 0);
  const hasWeekly = (account?.person ?? account?.spreadsheet)?.kind === 'organization';
  useEffect(() => {
    if (account && !hasWeekly && draft.action === 'weekly') set({ action: 'enrich' });
  }, [hasWeekly, account === undefined]);

  const start = (): void => {
    if (!canStart) return;
    setHasMoved(false);
    void action.run('start', async () => {
      // Nothing starts at a price that nobody saw.
      if (!(await reading.isConfirmed())) {
        setHasMoved(true);
        return;
      }
      await control.start(enrichForm(draft, selection));
      setDraft(afterStart);
    });
  };
  const choose = (which: Draft['which']): void => {
    if (!run) return;
    setDraft((now) => draftFor(now, which, run));
    control.close();
    announce('The rows are chosen. The price stands above Start.');
    requestAnimationFrame(() => {
      if (isFocusLost()) focusOn(startButton.current);
    });
  };

  if (!isVisible) return null;
  return (
    <>
      <div class="scroll" ref={scroll}>
        <EnrichRun control={control} onChoose={choose} onAccount={onAccount} />
        {isOccupied && action.failure && <ErrorNote error={action.failure.error} />}
        {isOccupied ? (
          <p class="hint">The next run can be prepared when this one is finished or discarded.</p>
        ) : (
          <>
            <SelectionCard
              selection={selection}
              isReading={reading.isReading || account === undefined}
              platform={draft.choices.isPlatformChosen ? draft.platform : (selection?.read?.platform ?? draft.platform)}
              onPlatform={(platform) => set({ platform, choices: platformChoices(draft.choices, selection?.read) })}
              onReadAgain={reading.readAgain}
              choices={draft.choices}
              onChoices={(part) => set({ choices: { ...draft.choices, ...part } })}
            />
            <ActionChoice action={draft.action} hasWeekly={hasWeekly} onChange={(next) => set({ action: next })} />
            {hasRunBefore && (
              <RowChoice which={draft.which} days={draft.days} problem={plan?.problems.days} onChange={set} />
            )}
            {draft.action === 'enrich' ? (
              <>
                <FieldPicker
                  fields={draft.fields}
                  paths={selection?.paths ?? []}
                  problem={plan?.problems.fields}
                  onChange={(fields) => set({ fields })}
                />
                <ModeChoice mode={modeOf(draft, hasRunBefore)} onChange={(mode) => set({ mode })} />
                {modeOf(draft, hasRunBefore) !== 'new' && (
                  <Doubles
                    doubles={selection?.doubles ?? []}
                    takes={draft.takesDoubles}
                    onChange={(takesDoubles) => set({ takesDoubles })}
                  />
                )}
                {selection && (selection.known > 0 || draft.again) && (
                  <Check
                    checked={draft.again}
                    onChange={(again) => set({ again })}
                    hint={
                      draft.again
                        ? 'Everything is bought, also what is known.'
                        : number(selection.known) +
                          ' known: ' +
                          priceText(selection.known * priceEach(draft.fields)) +
                          ' more.'
                    }
                  >
                    Buy again although fresh
                  </Check>
                )}
                {hidesNewValues(draft, hasRunBefore) && (
                  <p class="note warn">
                    <span>
                      Cells that hold a value keep it. To see what is bought, choose “Overwrite these columns”.
                    </span>
                  </p>
                )}
              </>
            ) : (
              <p class="hint">What became of each row is written to the column “influData status”.</p>
            )}
            {hasRunBefore && selection && (
              <ScheduleCard
                selection={selection}
                platform={selection.keys.platform ?? draft.platform}
                hidden={draft.choices.hidden ?? false}
                onChange={reading.readAgain}
              />
            )}
          </>
        )}
      </div>
      {!isOccupied && (
        <StartDock
          hasKey={hasKey || account === undefined}
          reading={reading}
          hasMoved={hasMoved}
          failure={action.failure}
          onRetry={start}
          onAccount={onAccount}
          lines={
            selection &&
            plan && (
              <PriceLines
                price={plan.price}
                left={selection.left}
                shortages={plan.shortages}
                what={
                  count(selection.creators, 'creator') +
                  (draft.action === 'enrich' && selection.known > 0 ? ', ' + number(selection.known) + ' known' : '')
                }
                hint={plan.price > 0 && hasAudience(draft.fields) ? AUDIENCE_HINT : undefined}
                cap={draft.cap}
                capProblem={plan.problems.cap}
                onCap={(cap) => set({ cap })}
                isStale={reading.isStale}
                paused={paused}
                problem={plan.problems.rows}
              />
            )
          }
        >
          <Button
            kind="action"
            wide
            buttonRef={startButton}
            busy={action.busy !== undefined}
            disabled={!canStart}
            onClick={start}
          >
            {plan ? 'Start · ' + priceText(plan.price) : 'Start'}
          </Button>
        </StartDock>
      )}
    </>
  );
}
