import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { isAtItsCap } from '../enrich/outcome';
import { filtersIn } from '../form/filters-in';
import { number } from '../format';
import { ProgressBar } from '../run/progress-bar';
import { RunActions } from '../run/run-actions';
import { Button, IconButton } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { useReturnFocus } from '../ui/focus';
import { summaryLine } from './search-text';
import type { SearchControl } from './use-run';

/** What the run is at, in a few words. */
export function runTitle({ run, isDriving, isStopping, error }: SearchControl): string {
  if (!run) return '';
  if (isDriving) return isStopping ? 'Stopping after the pages under way…' : 'Writing to “' + run.sheet + '”…';
  if (run.state === 'done') return 'Written to “' + run.sheet + '”';
  if (error) return 'The run was interrupted';
  return run.state === 'running' ? 'A run is not finished' : 'The run is stopped';
}

/** The same where nothing else says which run it is. */
export function stripTitle(control: SearchControl): string {
  const { run, isDriving, error } = control;
  if (!run || isDriving) return runTitle(control);
  const state = error ? 'Interrupted' : run.state === 'running' ? 'Not finished' : 'Stopped';
  // What may be cut off stands last.
  return state + ': writing to “' + run.sheet + '”';
}

interface RunCardProps {
  control: SearchControl;
  /** What was written is selected already. */
  onEnrich: () => void;
  onAccount: () => void;
}

/** The run of this spreadsheet: how far it is, stop, resume, discard. Stands at the foot of every tab. */
export function RunCard({ control, onEnrich, onAccount }: RunCardProps): JSX.Element | null {
  const { run, isDriving, error } = control;
  const [isDiscarding, setIsDiscarding] = useState(false);
  const isResting = run !== undefined && run.state === 'done' && !isDriving;
  const holder = useReturnFocus<HTMLElement>(
    isDiscarding ? 'discard' : isDriving ? 'drive' : isResting ? 'done' : 'rest',
  );
  if (!run) return null;
  const isDone = isResting;
  const title = runTitle(control);
  return (
    <section ref={holder} class={'run' + (isDriving ? ' driving' : '')} aria-labelledby="run-title">
      <div class="run-title">
        <h2 id="run-title" aria-live="polite">
          {title}
        </h2>
        {isDone && <IconButton icon="close" label="Put away" onClick={control.close} />}
      </div>
      <p class="faint clamp">
        {summaryLine({ platform: run.platform, filters: filtersIn(run.text) })}
        {!isDone && !isDriving && ' · “' + run.sheet + '”'}
      </p>
      <ProgressBar done={run.donePages} all={run.pages} unit="page" />
      <dl class="counts">
        <div>
          <dt>{run.pages === 1 ? 'page' : 'pages'}</dt>
          <dd>
            {number(run.donePages)}/{number(run.pages)}
          </dd>
        </div>
        <div>
          <dt>written</dt>
          <dd>{number(run.written)}</dd>
        </div>
        <div>
          <dt>skipped</dt>
          <dd>{number(run.skipped)}</dd>
        </div>
        <div>
          <dt>charged</dt>
          <dd>{number(run.charged)}</dd>
        </div>
      </dl>
      {run.message && !isDriving && !error && <p class="hint">{run.message}</p>}
      {error && <ErrorNote error={error} onAccount={onAccount} />}
      <RunActions
        control={control}
        run={run}
        restPrice={Math.max(0, run.pages - run.donePages)}
        isCapped={isAtItsCap(run)}
        isDiscarding={isDiscarding}
        onDiscarding={setIsDiscarding}
        question="Discard the run? Its sheet and what is written stay. What is paid for stays known."
        rest="Stop"
        done={
          run.written > 0 && (
            <Button wide onClick={onEnrich}>
              Enrich them…
            </Button>
          )
        }
      />
    </section>
  );
}
