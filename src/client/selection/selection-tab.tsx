import type { ComponentChildren, JSX, Ref } from 'preact';
import { ConnectKey, PriceLines } from '../run/price-lines';
import { usePaused } from '../spending';
import { TEXT } from '../text/text';
import { Button, IconButton } from '../ui/button';
import { Check } from '../ui/check';
import { ErrorNote, ReadingNote } from '../ui/error-note';
import { Note } from '../ui/note';
import { HowRead, Unreadable } from './how-read';
import { PlatformField } from './platform-field';
import type { SelectionPlan, SelectionTabState } from './use-selection-tab';

type State = Omit<SelectionTabState, 'setDraft' | 'reading'> & {
  reading: Omit<SelectionTabState['reading'], 'readBy'>;
};

interface SelectionTabProps {
  tab: State;
  plan: SelectionPlan | undefined;
  /** The run, while there is one. */
  run: ComponentChildren;
  /** What the selected cells hold. */
  understood: ComponentChildren;
  /** What can be chosen. */
  children: ComponentChildren;
  buttonRef?: Ref<HTMLButtonElement>;
  /** Some of it first, at a price of its own. */
  trial?: { label: string; onStart: () => void } | undefined;
  onStart: () => void;
  onAccount: () => void;
}

/** From selected cells to a run: how they are read, what is wanted, what it costs, what starts it. */
export const SelectionTab = ({ tab, run, understood, children, ...rest }: SelectionTabProps): JSX.Element =>
  tab.isOccupied ? (
    <>
      <ErrorNote error={tab.action.failure?.error} />
      {run}
    </>
  ) : (
    <>
      <div class="scroll" ref={tab.scroll}>
        {run}
        <SelectionCard tab={tab}>{understood}</SelectionCard>
        {children}
      </div>
      <StartDock tab={tab} {...rest} />
    </>
  );

/** The selected cells: where they are, what was understood, the platform of handles that name none. */
function SelectionCard({ tab, children }: { tab: State; children: ComponentChildren }): JSX.Element {
  const { draft, reading, set } = tab;
  const { selection } = reading;
  const isReading = reading.isReading || tab.account === undefined;
  const platform = draft.choices.isPlatformChosen ? draft.platform : (selection?.read?.platform ?? draft.platform);
  const choose = (choices: typeof draft.choices, part: Partial<typeof draft> = {}): void =>
    set({ choices: { ...draft.choices, ...choices }, ...part });
  return (
    <section class="selection" aria-labelledby="selection" aria-busy={isReading}>
      <div class="spread selection-head">
        <h2 id="selection" class="one-line" title={selection && selection.sheet + ' · ' + selection.area}>
          {selection?.area || (!selection && isReading ? TEXT.selection.reading : TEXT.selection.nothingSelected)}
        </h2>
        {(selection ?? isReading) && <span class="faint">{TEXT.selection.follows}</span>}
        <IconButton icon="refresh" label={TEXT.selection.readAgain} busy={isReading} onClick={reading.readAgain} />
      </div>
      {selection ? (
        <>
          {children}
          {selection.unreadable.length > 0 && (
            <Unreadable
              unreadable={selection.unreadable}
              all={Math.max(selection.unreadable.length, selection.unreadableCount ?? 0)}
            />
          )}
          {selection.read && <HowRead read={selection.read} choices={draft.choices} onChange={choose} />}
        </>
      ) : (
        <p class="faint">{isReading ? '\u00a0' : TEXT.selection.selectHint}</p>
      )}
      <PlatformField
        platform={platform}
        // It counts over the one that the header names.
        onChange={(chosen) =>
          choose(selection?.read?.headerPlatform ? { isPlatformChosen: true } : {}, { platform: chosen })
        }
      />
    </section>
  );
}

type StartDockProps = Pick<SelectionTabProps, 'tab' | 'plan' | 'buttonRef' | 'trial' | 'onStart' | 'onAccount'>;

/** The price, what went wrong, what starts it. */
function StartDock({ tab, plan, buttonRef, trial, onStart, onAccount }: StartDockProps): JSX.Element {
  const { account, draft, reading, action } = tab;
  const { error, isStale, selection } = reading;
  const paused = usePaused() && !plan?.isToCheck;
  const canStart =
    plan !== undefined &&
    !isStale &&
    (plan.isToCheck || (Object.keys(plan.problems).length === 0 && !(paused && plan.price > 0)));
  const start = (): void => {
    if (canStart) onStart();
  };
  if (account && !tab.hasKey)
    return (
      <div class="dock">
        <ConnectKey what={TEXT.selection.toGetData} onAccount={onAccount} />
      </div>
    );
  return (
    <div class="dock">
      <ReadingNote error={error} onAccount={onAccount} />
      <Note kind="warn" role="alert">
        {tab.hasMoved && TEXT.selection.selectionMoved}
      </Note>
      {/* Asks anew: a failure's own retry would start what was priced then. */}
      <ErrorNote error={action.failure?.error} retry={start} onAccount={onAccount} />
      {selection &&
        plan &&
        (plan.problems.rows && !isStale ? (
          <p class="hint dock-hint">{plan.problems.rows}</p>
        ) : (
          <PriceLines
            price={plan.price}
            budget={selection.budget}
            shortages={plan.shortages}
            what={plan.what}
            hint={plan.hint}
            cap={draft.cap}
            capProblem={plan.problems.cap}
            onCap={(cap) => tab.set({ cap })}
            isStale={isStale}
            paused={paused}
          />
        ))}
      {error ? (
        <Button kind="action" wide busy={reading.isReading} onClick={reading.readAgain}>
          {TEXT.selection.readAgain}
        </Button>
      ) : (
        <Button
          kind="action"
          wide
          buttonRef={buttonRef ?? null}
          busy={action.busy !== undefined}
          disabled={!canStart}
          onClick={start}
        >
          {plan?.button ?? TEXT.selection.start}
        </Button>
      )}
      {trial && !error && (
        <Button wide disabled={!canStart || action.busy !== undefined} onClick={trial.onStart}>
          {trial.label}
        </Button>
      )}
    </div>
  );
}

/** Buys again what is fresh, at a price that stands there. */
export const AgainCheck = ({ tab, priceEach }: { tab: State; priceEach: number }): JSX.Element | null => {
  const { again } = tab.draft;
  const known = tab.reading.selection?.known ?? 0;
  if (!tab.reading.selection || (known === 0 && !again)) return null;
  return (
    <Check
      checked={again}
      onChange={(next) => tab.set({ again: next })}
      hint={again ? TEXT.selection.refreshHint : TEXT.selection.savedHint(known)}
    >
      {TEXT.selection.refreshAnyway(again ? 0 : known * priceEach)}
    </Check>
  );
};
