import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { isOverBudget } from '../../schema/run-reason';
import type { RunView } from '../../sidebar/run-calls';
import { requests } from '../format';
import { useSpending } from '../spending';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { capOf } from './typed-cap';
import { CapField, PriceNotes } from './price-lines';
import { isCapped, lostOf, textOfRun } from './run-text';
import { BAD_CAP, shortagesOf } from './shortage';

interface RestFormProps {
  run: RunView;
  /** It stands beside something that has the primary button. */
  isBeside: boolean;
  onResume: (cap: number | null) => void;
  /** Opens the question, see `useReturnFocus`: the mode is `end`. */
  onEnd: () => void;
}

/** A run that rests: what the rest costs, what stands against it, a larger cap where its own is in the way, Resume, End. */
export function RestForm({ run, isBeside, onResume, onEnd }: RestFormProps): JSX.Element {
  const price = textOfRun(run).restPrice(run);
  const lost = lostOf(run);
  const [cap, setCap] = useState('');
  const newCap = capOf(cap);
  const { budget } = useSpending();
  // Where a limit is why it rests, that is said already.
  const left = (newCap || run.cap) - run.used - lost;
  const shortages = budget && !isOverBudget(run.reason) ? shortagesOf(price, { ...budget, run: left }) : [];
  return (
    <>
      {isCapped(run) && (
        <CapField
          cap={cap}
          allowed={run.cap}
          onInput={setCap}
          problem={newCap === undefined ? BAD_CAP : undefined}
          hint={TEXT.run.capToFinish(run.used + run.unconfirmed + price, lost)}
        />
      )}
      <PriceNotes price={price} shortages={shortages} paused={false} />
      <p class="price">{price > 0 ? <>{TEXT.run.atMostMore(<strong>{requests(price)}</strong>)}</> : TEXT.run.free}</p>
      <div class="buttons">
        <Button
          kind={isBeside ? 'plain' : 'action'}
          disabled={newCap === undefined || (isCapped(run) && (newCap ?? 0) <= run.cap)}
          onClick={() => {
            setCap('');
            onResume(newCap ?? null);
          }}
        >
          {TEXT.run.resume}
        </Button>
        <Button opens="end" onClick={onEnd}>
          {TEXT.run.end}
        </Button>
      </div>
    </>
  );
}
