import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Account } from '../../sidebar/account-calls';
import type { PendingReport, ReportForm } from '../../sidebar/report-calls';
import { call, type CallError } from '../call';
import { number } from '../format';
import { PriceNotes } from '../run/price-lines';
import { shortagesOf } from '../run/shortage';
import { platformLabel } from '../selection/selection-text';
import { useBudget, usePaused } from '../spending';
import { TEXT } from '../text/text';
import { Button, IconButton } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { focusOn } from '../ui/focus';
import { announce } from '../ui/live';
import { callError, useAction } from '../ui/use-action';
import { useLast } from '../ui/use-last';
import { KINDS } from './report-kind';

interface PendingCardProps {
  reading: PendingReading;
  account: Account | undefined;
  onStart: (form: ReportForm) => Promise<void>;
  onAccount: () => void;
}

/** Reports that influData had not ready: looked at again free of charge, bought when they are ready. */
export function PendingCard({ reading, account, onStart, onAccount }: PendingCardProps): JSX.Element {
  const { run, busy, failure } = useAction();
  const pending = reading.pending ?? [];
  const { form, price, button, isChecked } = pendingPlan(pending);
  const budget = useBudget(account?.budget);
  const shortages = budget && form ? shortagesOf(price, budget) : [];
  const isPaused = usePaused();
  const check = (): void =>
    void run('check', async () => {
      const now = await call('pendingReports', { check: true });
      reading.set(now);
      const ready = now.filter(({ isReady }) => isReady === true).length;
      announce(ready === 0 ? TEXT.report.noneReady : TEXT.report.readyCount(ready, now.length));
    });
  const drop = (key: string, list: HTMLElement | null): void =>
    void run('drop', async () => {
      reading.set(await call('dropPending', { keys: [key] }));
      announce(TEXT.report.removed);
      focusOn(list?.closest('details')?.querySelector('summary'));
    });
  return (
    <details class="report-section">
      <summary>
        {TEXT.report.pendingTitle(<span class="badge">{reading.error ? '!' : number(pending.length)}</span>)}
      </summary>
      <p class="hint">{pending.length === 0 ? TEXT.report.pendingEmpty : TEXT.report.pendingHint}</p>
      {pending.length > 0 && (
        <>
          <ul class="report-pending">
            {pending.map((each) => (
              <li key={each.key}>
                <span class="one-line" title={each.handle}>
                  {each.handle}
                </span>
                <span class="report-state">{pendingWord(each)}</span>
                <span class="hint">{TEXT.report.since(platformLabel(each.platform), each.since)}</span>
                <IconButton
                  icon="close"
                  label={TEXT.report.removeNamed(each.handle)}
                  onClick={() => drop(each.key, document.activeElement as HTMLElement | null)}
                />
              </li>
            ))}
          </ul>
          {isChecked && !form && <p class="hint">{TEXT.report.noneReadyHint}</p>}
          {form && <PriceNotes price={price} shortages={shortages} paused={isPaused} />}
          <div class="report-buttons">
            {form && (
              <Button
                wide
                busy={busy === 'buy'}
                disabled={isPaused}
                onClick={() => void run('buy', () => onStart(form))}
              >
                {button}
              </Button>
            )}
            <Button wide busy={busy === 'check'} onClick={check}>
              {TEXT.report.checkAgainFree}
            </Button>
          </div>
        </>
      )}
      <ErrorNote {...failure} onAccount={onAccount} />
      <ErrorNote error={reading.error} retry={reading.read} onAccount={onAccount} />
    </details>
  );
}

/** A run of sheets takes so many at once. */
const MOST_AT_ONCE = 20;

interface PendingPlan {
  /** What buys those that are ready; undefined: none is. */
  form?: ReportForm;
  price: number;
  button: string;
  /** Were all of them looked at? */
  isChecked: boolean;
}

/** Those that influData has now, as a run and its price. */
export function pendingPlan(pending: readonly PendingReport[]): PendingPlan {
  const ready = pending.filter(({ isReady }) => isReady === true);
  const keys = ready.slice(0, MOST_AT_ONCE).map(({ key }) => key);
  const price = keys.length * KINDS.sheets.priceEach;
  const isChecked = pending.length > 0 && pending.every(({ isReady }) => isReady !== undefined);
  if (keys.length === 0) return { price: 0, button: '', isChecked };
  return {
    form: { kind: 'sheets', keys, again: false, cap: price },
    price,
    button: TEXT.report.buyReports(keys.length, keys.length === ready.length, price),
    isChecked,
  };
}

export const pendingWord = ({ isReady }: PendingReport): string =>
  isReady === undefined ? '' : isReady ? TEXT.report.readyPrice(KINDS.sheets.priceEach) : TEXT.report.notYet;

interface PendingReading {
  /** Undefined: not read yet. */
  pending: readonly PendingReport[] | undefined;
  error: CallError | undefined;
  read: () => void;
  set: (pending: readonly PendingReport[]) => void;
}

/** Reports that were not ready: read when the tab opens and when a run has ended. Free, sends nothing. */
export function usePending(isActive: boolean): PendingReading {
  const [pending, setPending] = useState<readonly PendingReport[]>();
  const [error, setError] = useState<CallError>();
  const last = useLast();
  const read = (): void => {
    const isLast = last();
    setError(undefined);
    call('pendingReports', { check: false }).then(
      (next) => {
        if (isLast()) setPending(next);
      },
      (thrown: unknown) => {
        if (isLast()) setError(callError(thrown));
      },
    );
  };
  useEffect(() => {
    if (isActive) read();
  }, [isActive]);
  return {
    pending,
    error,
    read,
    set(next) {
      last();
      setPending(next);
    },
  };
}
