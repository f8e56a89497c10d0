import type { JSX } from 'preact';
import type { Selection } from '../../sidebar/calls';
import { capital, count, number, price as priceText } from '../format';
import { leftText, shortageText } from '../run/shortage';
import { TextField } from '../ui/text-field';
import type { Draft } from './draft';
import type { EnrichPlan } from './enrich-plan';
import { hasAudience } from './field-group';

interface PriceLinesProps {
  draft: Draft;
  plan: EnrichPlan;
  selection: Selection;
  isStale: boolean;
  paused: boolean;
  onCap: (cap: string) => void;
}

/** What Start would cost, of how much, and where it would stop. */
export function PriceLines({ draft, plan, selection, isStale, paused, onCap }: PriceLinesProps): JSX.Element {
  const { price, shortages, problems } = plan;
  const { creators, known, left } = selection;
  const isEnrich = draft.action === 'enrich';
  const isShortOfRun = shortages.some(({ what }) => what === 'run') || draft.cap !== '';
  return (
    <>
      <div class={'price' + (isStale ? ' stale' : '')} aria-live="polite" aria-busy={isStale}>
        <strong>{capital(priceText(price))}</strong>
        {price > 0 && ' ' + leftText(left)}
        {isStale && <span class="faint"> · updating…</span>}
        <p class="faint">
          {count(creators, 'creator')}
          {isEnrich && known > 0 && ', ' + number(known) + ' known'}
        </p>
      </div>
      {isEnrich && price > 0 && hasAudience(draft.fields) && (
        <p class="hint dock-hint">
          That is the most. The free status check comes first: creators without a report are not bought.
        </p>
      )}
      {isShortOfRun && (
        <TextField
          label="Allow this run up to (requests)"
          value={draft.cap}
          inputMode="numeric"
          placeholder={number(left.run)}
          onInput={onCap}
          problem={problems.cap}
          hint={'The settings allow a run ' + number(left.run) + '.'}
        />
      )}
      {shortages.length > 0 && !isStale && (
        <p class="note warn">
          <span>{shortageText(shortages)}</span>
        </p>
      )}
      {paused && price > 0 && (
        <p class="note warn">
          <span>Spending is paused. Switch it on in Account first.</span>
        </p>
      )}
      {problems.rows && !isStale && <p class="hint dock-hint">{problems.rows}</p>}
    </>
  );
}
