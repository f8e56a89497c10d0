import type { ComponentChildren, JSX } from 'preact';
import type { BudgetView } from '../../sidebar/budget-view';
import { capital, number, price as priceText } from '../format';
import { CapNote, PausedNote } from '../spending';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Note } from '../ui/note';
import { TextField } from '../ui/text-field';
import { leftText, type Shortage, shortageText, tightOf } from './shortage';

interface CapFieldProps {
  /** As typed; blank: what is allowed already. */
  cap: string;
  allowed: number;
  onInput: (cap: string) => void;
  problem: string | undefined;
  hint?: string;
}

/** A larger cap for one run. */
export const CapField = ({ cap, allowed, onInput, problem, hint }: CapFieldProps): JSX.Element => (
  <TextField
    label={TEXT.run.cap}
    value={cap}
    inputMode="numeric"
    placeholder={number(allowed)}
    onInput={onInput}
    problem={problem}
    hint={hint ?? TEXT.run.capHint(allowed)}
  />
);

interface PriceNotesProps {
  /** Requests, at most. */
  price: number;
  /** What it goes beyond. */
  shortages: readonly Shortage[];
  paused: boolean;
}

/** What stands against a price: where a run of it would stop, and a pause. */
export const PriceNotes = ({ price, shortages, paused }: PriceNotesProps): JSX.Element => (
  <>
    {tightOf(shortages).some(({ cap }) => cap !== undefined) ? (
      <CapNote text={shortageText(shortages)} />
    ) : (
      <Note kind="warn">{shortages.length > 0 && shortageText(shortages)}</Note>
    )}
    {paused && price > 0 && <PausedNote />}
  </>
);

interface PriceLinesProps extends PriceNotesProps {
  budget: BudgetView;
  /** What this run may spend at most, as typed. */
  cap: string;
  capProblem: string | undefined;
  onCap: (cap: string) => void;
  /** What is bought, in a few words. */
  what: ComponentChildren;
  /** What else is to be known of this price. */
  hint?: string | undefined;
  isStale?: boolean;
}

/**
 * What a start would cost, of how much, and what stands against it; with a larger cap for this run where that of the
 * settings is in the way.
 */
export const PriceLines = ({ what, hint, isStale = false, ...rest }: PriceLinesProps): JSX.Element => {
  const { budget, cap, capProblem, onCap, ...limits } = rest;
  return (
    <>
      <div class="price-lines">
        <div class={'price' + (isStale ? ' stale' : '')} aria-live="polite" aria-busy={isStale}>
          <strong>{capital(priceText(limits.price))}</strong>
          {limits.price > 0 && ' ' + leftText(budget)}
          {isStale && <span class="faint">{TEXT.run.updating}</span>}
          {what && <p class="faint">{what}</p>}
        </div>
        <PriceNotes {...limits} />
      </div>
      {hint && <p class="hint dock-hint">{hint}</p>}
      {(cap !== '' || limits.shortages.some(({ what: limit }) => limit === 'run')) && (
        <CapField cap={cap} allowed={budget.run} onInput={onCap} problem={capProblem} />
      )}
    </>
  );
};

/** Instead of all that without a key; `what` it is for. */
export const ConnectKey = ({ what, onAccount }: { what: string; onAccount: () => void }): JSX.Element => (
  <>
    <p class="hint dock-hint">{TEXT.run.connectFirst(what)}</p>
    <Button kind="action" wide onClick={onAccount}>
      {TEXT.run.connect}
    </Button>
  </>
);
