import type { ComponentChildren, JSX } from 'preact';
import type { BudgetLeft } from '../../sidebar/calls';
import { capital, price as priceText } from '../format';
import { CapField } from './cap-field';
import { leftText, shortageText, type Shortage } from './shortage';

interface PriceLinesProps {
  /** Requests, at most. */
  price: number;
  left: BudgetLeft;
  /** What it goes beyond. */
  shortages: readonly Shortage[];
  /** What is bought, in a few words. */
  what: ComponentChildren;
  /** What else is to be known of this price. */
  hint?: string | undefined;
  /** What this run may spend at most, as typed. */
  cap: string;
  capProblem: string | undefined;
  onCap: (cap: string) => void;
  isStale: boolean;
  paused: boolean;
}

/** What a start would cost, of how much, and where it would stop. */
export function PriceLines({ price, left, shortages, isStale, ...rest }: PriceLinesProps): JSX.Element {
  const isShortOfRun = shortages.some(({ what }) => what === 'run') || rest.cap !== '';
  return (
    <>
      <div class={'price' + (isStale ? ' stale' : '')} aria-live="polite" aria-busy={isStale}>
        <strong>{capital(priceText(price))}</strong>
        {price > 0 && ' ' + leftText(left)}
        {isStale && <span class="faint"> · updating…</span>}
        <p class="faint">{rest.what}</p>
      </div>
      {rest.hint && <p class="hint dock-hint">{rest.hint}</p>}
      {isShortOfRun && <CapField cap={rest.cap} allowed={left.run} onInput={rest.onCap} problem={rest.capProblem} />}
      {shortages.length > 0 && !isStale && (
        <p class="note warn">
          <span>{shortageText(shortages)}</span>
        </p>
      )}
      {rest.paused && price > 0 && (
        <p class="note warn">
          <span>Spending is paused. Switch it on in Account first.</span>
        </p>
      )}
    </>
  );
}
