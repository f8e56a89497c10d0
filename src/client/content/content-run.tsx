import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { filtersIn } from '../form/filters-in';
import { ago, capital, count, number, requests } from '../format';
import { ProgressBar } from '../run/progress-bar';
import { RestForm } from '../run/rest-form';
import { Button, IconButton } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { ErrorNote } from '../ui/error-note';
import { useReturnFocus } from '../ui/focus';
import { contentSummary } from './content-summary';
import { isAtItsCap, messageOf, outcomes, runTitle } from './run-text';
import type { ContentControl } from './use-content';

interface ContentRunProps {
  control: ContentControl;
  onAccount: () => void;
}

/** One pull or sync: how far it is, stop, resume at a price that stands there, discard. */
export function ContentRun({ control, onAccount }: ContentRunProps): JSX.Element | null {
  const { run, isDriving, isStopping, error } = control;
  const [isDiscarding, setIsDiscarding] = useState(false);
  const isDone = run?.state === 'done' && !isDriving;
  const holder = useReturnFocus<HTMLElement>(isDiscarding ? 'discard' : isDriving ? 'drive' : isDone ? 'done' : 'rest');
  if (!run) return null;
  const message = messageOf(run);
  return (
    <section ref={holder} class={'card content-run' + (isDriving ? ' driving' : '')} aria-labelledby="content-title">
      <div class="run-title">
        <h2 id="content-title" aria-live="polite">
          {runTitle(control)}
        </h2>
        {isDone && <IconButton icon="close" label="Put away" onClick={control.close} />}
      </div>
      <p class="faint clamp">
        {!isDone && !isDriving && '“' + run.sheet + '” · '}
        {contentSummary(filtersIn(run.text))}
        {!isDone && ' · started ' + ago(run.startedAt)}
      </p>
      <ProgressBar done={run.pieces} all={isDone ? run.pieces : run.max} unit="piece" />
      <div class="run-line">
        <p>
          <strong>{number(run.pieces)}</strong>{' '}
          {isDone ? (run.pieces === 1 ? 'piece' : 'pieces') : 'of at most ' + count(run.max, 'piece')}
        </p>
        <p>
          <strong>{number(run.charged)}</strong> charged
        </p>
      </div>
      <dl class="outcomes">
        {outcomes(run).map(({ label, pieces }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{number(pieces)}</dd>
          </div>
        ))}
      </dl>
      {message && !isDriving && !error && (
        <p class={isDone ? 'hint' : 'note warn'}>
          <span>{capital(message)}</span>
        </p>
      )}
      {error && <ErrorNote error={error} onAccount={onAccount} />}
      {isDiscarding ? (
        <Confirm
          question="Discard it? The sheet and what is written stay."
          yes="Discard"
          danger
          busy={control.isDropping}
          onYes={control.discard}
          onNo={() => setIsDiscarding(false)}
        />
      ) : isDone ? null : isDriving ? (
        <>
          <Button wide busy={isStopping} onClick={control.stop}>
            Stop
          </Button>
          <p class="hint">
            Spends at most {requests(Math.min(run.cap, run.max))}. Closing the sidebar stops it too; what is paid for is
            in the sheet.
          </p>
        </>
      ) : (
        <>
          {run.resumeNote && (
            <p class="note">
              <span>{capital(run.resumeNote)}</span>
            </p>
          )}
          <RestForm
            charged={run.charged}
            cap={run.cap}
            price={run.resumeCosts}
            isCapped={isAtItsCap(run)}
            onResume={control.resume}
            onDiscard={() => setIsDiscarding(true)}
          />
        </>
      )}
    </section>
  );
}
