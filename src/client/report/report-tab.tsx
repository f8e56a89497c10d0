import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../../sidebar/calls';
import type { ReportForm, ReportKind, ReportSelection, ReportSelectionForm } from '../../sidebar/report-calls';
import { call } from '../call';
import { number, price as priceText } from '../format';
import { platformChoices } from '../run/choices';
import { HowRead } from '../run/how-read';
import { PriceLines } from '../run/price-lines';
import { SelectionFrame } from '../run/selection-frame';
import { StartDock } from '../run/start-dock';
import { useReading } from '../run/use-reading';
import { Button } from '../ui/button';
import { Check, Radios } from '../ui/check';
import { ErrorNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { useAction } from '../ui/use-action';
import { CreatorList } from './creator-list';
import { afterStart, creatorsForm, keepDraft, keptDraft, reportForm, selectionForm, type ReportDraft } from './draft';
import { FitCard } from './fit-card';
import { OfferCard } from './offer-card';
import { PendingCard } from './pending-card';
import { KIND_NAMES, KINDS } from './report-kind';
import { creatorsAndPrice, reportPlan, selectionText, statesText } from './report-plan';
import { ReportRun } from './report-run';
import { usePending } from './use-pending';
import type { ReportControl } from './use-report';

interface ReportTabProps {
  account: Account | undefined;
  control: ReportControl;
  onAccount: () => void;
  isVisible: boolean;
}

const readReport = (form: ReportSelectionForm): Promise<ReportSelection> => call('readReport', form);
const checkReport = (form: ReportSelectionForm): Promise<ReportSelection> => call('checkReport', form);

const KIND_OPTIONS = KIND_NAMES.map((value) => ({ value, label: KINDS[value].label, hint: KINDS[value].hint }));

const TO_CHECK = 'That is the most. The free check tells who has audience data, and so the exact price.';

const SEEN_MS = 700;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** From selected handles to audience reports, a fit score, an offer check, creators side by side. */
export function ReportTab({ account, control, onAccount, isVisible }: ReportTabProps): JSX.Element | null {
  const [draft, setDraft] = useState(keptDraft);
  const [hasMoved, setHasMoved] = useState(false);
  const action = useAction();
  const scroll = useRef<HTMLDivElement>(null);
  const { run, isDriving } = control;
  const isOccupied = run !== undefined && (run.state !== 'done' || isDriving);
  const hasKey = account?.person !== undefined || account?.spreadsheet !== undefined;
  const isActive = isVisible && hasKey && !isOccupied;
  const reading = useReading(readReport, creatorsAndPrice, selectionForm(draft), isActive);
  const pending = usePending(isActive);
  const { selection } = reading;
  const set = (part: Partial<ReportDraft>): void => setDraft((now) => ({ ...now, ...part }));

  useLayoutEffect(() => keepDraft(draft), [draft.platform, draft.kind]);
  useEffect(() => scroll.current?.scrollTo(0, 0), [isOccupied, run?.state === 'done']);

  // What was said of one sheet is nothing to another.
  const sheetRead = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!selection) return;
    if (sheetRead.current !== undefined && sheetRead.current !== selection.sheet) set({ choices: {} });
    sheetRead.current = selection.sheet;
  }, [selection?.sheet]);

  // Said when it changes, and not whenever it is read.
  const understood = selection && selectionText(selection);
  useEffect(() => {
    action.clear();
    if (understood) announce(understood + '.');
  }, [understood]);

  const plan = selection && reportPlan(draft, selection);
  const paused = account?.settings.paused ?? false;
  const canStart =
    plan !== undefined &&
    !reading.isStale &&
    (plan.isToCheck || (Object.keys(plan.problems).length === 0 && !(paused && plan.price > 0)));

  const startForm = async (form: ReportForm): Promise<void> => {
    await control.start(form);
    setDraft(afterStart);
  };
  const start = (): void => {
    if (!canStart) return;
    setHasMoved(false);
    void action.run('start', async () => {
      if (plan.isToCheck) {
        await reading.readBy(checkReport);
        // The second click of a double one must not buy: the price stands there now, to be seen first.
        return wait(SEEN_MS);
      }
      // Nothing starts at a price that nobody saw.
      if (!(await reading.isConfirmed())) return setHasMoved(true);
      return startForm(reportForm(draft, plan.keys));
    });
  };

  if (!isVisible) return null;
  return (
    <>
      <div class="scroll" ref={scroll}>
        <ReportRun control={control} onAccount={onAccount} />
        {isOccupied && action.failure && <ErrorNote error={action.failure.error} />}
        {isOccupied ? (
          <p class="hint">The next reports can be made when this run is finished or discarded.</p>
        ) : (
          <>
            <SelectionFrame
              id="report-selection"
              selection={selection}
              isReading={reading.isReading || account === undefined}
              platform={draft.choices.isPlatformChosen ? draft.platform : (selection?.read?.platform ?? draft.platform)}
              onPlatform={(platform) => set({ platform, choices: platformChoices(draft.choices, selection?.read) })}
              onReadAgain={reading.readAgain}
            >
              {selection && <CreatorList selection={selection} draft={draft} />}
              {selection?.read && (
                <HowRead
                  read={selection.read}
                  choices={draft.choices}
                  onChange={(part) => set({ choices: { ...draft.choices, ...part } })}
                />
              )}
            </SelectionFrame>
            <Radios
              label="What is made"
              name="kind"
              value={draft.kind}
              options={KIND_OPTIONS}
              onChange={(kind) => set({ kind: kind as ReportKind })}
            />
            {selection && (selection.known > 0 || draft.again) && (
              <Check
                checked={draft.again}
                onChange={(again) => set({ again })}
                hint={
                  draft.again
                    ? 'Everything is bought, also what is known.'
                    : number(selection.known) +
                      ' known: ' +
                      priceText(selection.known * KINDS[draft.kind].priceEach) +
                      ' more.'
                }
              >
                Buy again although fresh
              </Check>
            )}
            {hasKey && (
              <div class="report-sections">
                <PendingCard reading={pending} account={account} onStart={startForm} onAccount={onAccount} />
                <FitCard
                  creators={creatorsForm(draft)}
                  last={selection?.targets}
                  onMade={reading.readAgain}
                  onAccount={onAccount}
                />
                <OfferCard
                  creators={creatorsForm(draft)}
                  selection={selection}
                  isConfirmed={reading.isConfirmed}
                  onMade={reading.readAgain}
                  onAccount={onAccount}
                />
              </div>
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
            plan &&
            (plan.problems.creators && !reading.isStale ? (
              <p class="dock-line">{plan.problems.creators}</p>
            ) : (
              <PriceLines
                price={plan.price}
                left={selection.left}
                shortages={plan.isToCheck ? [] : plan.shortages}
                what={statesText(selection.creators)}
                hint={plan.isToCheck ? TO_CHECK : undefined}
                cap={draft.cap}
                capProblem={plan.problems.cap}
                onCap={(cap) => set({ cap })}
                isStale={reading.isStale}
                paused={paused && !plan.isToCheck}
              />
            ))
          }
        >
          <Button kind="action" wide busy={action.busy !== undefined} disabled={!canStart} onClick={start}>
            {plan?.button ?? 'Create'}
          </Button>
        </StartDock>
      )}
    </>
  );
}
