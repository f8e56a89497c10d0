import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { number, requests } from '../format';
import { Button } from '../ui/button';
import { capOf } from './cap';
import { CapField } from './cap-field';

interface RestFormProps {
  charged: number;
  cap: number;
  /** What the rest costs at most. */
  price: number;
  /** It stopped because it has spent what it may. */
  isCapped: boolean;
  onResume: (cap: number | null) => void;
  /** Opens the question, see `useReturnFocus`: the mode is `discard`. */
  onDiscard: () => void;
}

/** A run that rests: what the rest costs, a larger cap where that is in the way, Resume, Discard. */
export function RestForm({
  charged,
  cap: capBefore,
  price,
  isCapped,
  onResume,
  onDiscard,
}: RestFormProps): JSX.Element {
  const [cap, setCap] = useState('');
  const newCap = capOf(cap);
  return (
    <>
      {isCapped && (
        <CapField
          cap={cap}
          allowed={capBefore}
          onInput={setCap}
          problem={newCap === undefined ? 'Write a whole number from 1 to 100,000.' : undefined}
          hint={'For everything it takes ' + number(charged + price) + ' at most.'}
        />
      )}
      <p class="price">
        {price > 0 ? (
          <>
            At most <strong>{requests(price)}</strong> more
          </>
        ) : (
          'Free'
        )}
      </p>
      <div class="buttons">
        <Button
          kind="action"
          disabled={newCap === undefined || (isCapped && (newCap ?? 0) <= capBefore)}
          onClick={() => {
            setCap('');
            onResume(newCap ?? null);
          }}
        >
          Resume
        </Button>
        <Button opens="discard" onClick={onDiscard}>
          Discard
        </Button>
      </div>
    </>
  );
}
