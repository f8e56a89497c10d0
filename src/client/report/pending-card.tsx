import type { JSX } from 'preact';
import type { Account } from '../../sidebar/calls';
import type { ReportForm } from '../../sidebar/report-calls';
import { call } from '../call';
import { ago, number } from '../format';
import { leftOf, shortagesOf, shortageText } from '../run/shortage';
import { platformLabel } from '../selection/selection-text';
import { Button, IconButton } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { focusOn } from '../ui/focus';
import { announce } from '../ui/live';
import { useAction } from '../ui/use-action';
import { pendingPlan, pendingWord } from './pending-plan';
import type { PendingReading } from './use-pending';

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
  const shortages = account && form ? shortagesOf(price, leftOf(account)) : [];
  const isPaused = account?.settings.paused ?? false;
  const check = (): void =>
    void run('check', async () => {
      const now = await call('pendingReports', { check: true });
      reading.set(now);
      const ready = now.filter(({ isReady }) => isReady === true).length;
      announce(ready === 0 ? 'None is ready yet.' : number(ready) + ' of ' + number(now.length) + ' ready.');
    });
  const drop = (key: string, list: HTMLElement | null): void =>
    void run('drop', async () => {
      reading.set(await call('dropPending', { keys: [key] }));
      announce('Taken off the list.');
      focusOn(list?.closest('details')?.querySelector('summary'));
    });
  return (
    <details class="report-section">
      <summary>
        Pending reports <span class="badge">{reading.error ? '!' : number(pending.length)}</span>
      </summary>
      <p class="hint">
        {pending.length === 0
          ? 'Where influData is still at work on an audience, the creator is kept here, to be bought later.'
          : 'influData was still at work on these. Looking again is free.'}
      </p>
      {pending.length > 0 && (
        <>
          <ul class="report-pending">
            {pending.map((each) => (
              <li key={each.key}>
                <span class="one-line" title={each.handle}>
                  {each.handle}
                </span>
                <span class="report-state">{pendingWord(each)}</span>
                <span class="hint">
                  {platformLabel(each.platform)} · since {ago(each.since)}
                </span>
                <IconButton
                  icon="close"
                  label={'Take ' + each.handle + ' off the list'}
                  onClick={() => drop(each.key, document.activeElement as HTMLElement | null)}
                />
              </li>
            ))}
          </ul>
          {isChecked && !form && <p class="hint">None is ready yet. Most take a day or two.</p>}
          {shortages.length > 0 && (
            <p class="note warn">
              <span>{shortageText(shortages)}</span>
            </p>
          )}
          {form && isPaused && (
            <p class="note warn">
              <span>Spending is paused. Switch it on in Account first.</span>
            </p>
          )}
          <div class="report-buttons">
            {form && (
              <Button
                kind="action"
                wide
                busy={busy === 'buy'}
                disabled={isPaused}
                onClick={() => void run('buy', () => onStart(form))}
              >
                {button}
              </Button>
            )}
            <Button wide busy={busy === 'check'} onClick={check}>
              Check again · free
            </Button>
          </div>
        </>
      )}
      {failure && <ErrorNote error={failure.error} onRetry={failure.retry} onAccount={onAccount} />}
      {reading.error && <ErrorNote error={reading.error} onRetry={reading.read} onAccount={onAccount} />}
    </details>
  );
}
