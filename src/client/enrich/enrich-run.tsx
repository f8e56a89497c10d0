import type { JSX } from 'preact';
import type { EnrichView } from '../../sidebar/calls';
import { ago, count, number, requests } from '../format';
import { ProgressBar } from '../run/progress-bar';
import { RunFrame } from '../run/run-frame';
import { Button } from '../ui/button';
import type { Which } from './enrich-draft';
import { fieldNames } from './field-group';
import { isAtItsCap, nextSteps, outcomes, restPrice, timeLeft } from './outcome';
import type { EnrichControl } from './use-enrich';

interface EnrichRunProps {
  control: EnrichControl;
  /** Chooses the rows that the run left to do. */
  onChoose: (which: Which) => void;
  onAccount: () => void;
}

const DOING: Record<EnrichView['action'], string> = { enrich: 'Enriching', queue: 'Queueing', weekly: 'Refreshing' };
const DONE: Record<EnrichView['action'], string> = {
  enrich: 'Enriched',
  queue: 'Queued for enrichment',
  weekly: 'On the weekly refresh',
};

/** What the run is at, in a few words. */
export function runTitle({ run, isDriving, isStopping, error }: EnrichControl): string {
  if (!run) return '';
  const sheet = '“' + run.sheet + '”';
  if (isDriving && isStopping) return 'Pausing after the calls under way…';
  if (isDriving) return DOING[run.action] + ' ' + sheet + '…';
  if (run.state === 'done') return run.doneRows < run.rows ? 'The run ended' : DONE[run.action] + ': ' + sheet;
  if (error) return 'The run was interrupted';
  return run.state === 'running' ? 'A run is not finished' : 'The run is paused';
}

/** The same where nothing else says which run it is. */
export function stripTitle(control: EnrichControl): string {
  const { run, isDriving, error } = control;
  if (!run || isDriving || run.state === 'done') return runTitle(control);
  const state = error ? 'Interrupted' : run.state === 'running' ? 'Not finished' : 'Paused';
  // What may be cut off stands last.
  return state + ': ' + DOING[run.action].toLowerCase() + ' “' + run.sheet + '”';
}

/** The server's word for what the person did; the title says it already. */
const STOPPED = 'Stopped.';

/** One run over rows: how far it is, pause, resume, discard; when it is done, what to do next. */
export function EnrichRun({ control, onChoose, onAccount }: EnrichRunProps): JSX.Element | null {
  const { run, isDriving, driven } = control;
  if (!run) return null;
  const isDone = run.state === 'done' && !isDriving;
  const left = driven
    ? timeLeft(run.rows - run.doneRows, run.doneRows - driven.from.doneRows, driven.untilMs - driven.sinceMs)
    : '';
  return (
    <RunFrame
      name="enrich"
      title={runTitle(control)}
      control={control}
      run={run}
      message={run.message === STOPPED ? '' : run.message}
      onAccount={onAccount}
      restPrice={restPrice(run)}
      isCapped={isAtItsCap(run)}
      question="Discard the run? What is written stays. Rows that still wait will say “not run”."
      hint="Closing the sidebar pauses it too. Rows may be sorted, added and removed meanwhile."
      done={<NextSteps run={run} onChoose={onChoose} />}
    >
      {!isDone && (
        <p class="faint clamp">
          {isDriving ? '' : '“' + run.sheet + '” · '}
          {run.fields.length > 0 ? fieldNames(run.fields) : 'free'} · started {ago(run.startedAt)}
        </p>
      )}
      <ProgressBar done={run.doneRows} all={run.rows} unit="row" />
      <div class="run-line">
        <p>
          <strong>{number(run.doneRows)}</strong> of {count(run.rows, 'row')}
        </p>
        {isDriving && <p class="faint">{left || (run.doneRows === 0 && 'first rows in about 25 s')}</p>}
      </div>
      {run.action === 'enrich' && (
        <p>
          <strong>{number(run.charged)}</strong> charged <span class="faint">of at most {requests(run.cap)}</span>
        </p>
      )}
      <dl class="outcomes">
        {outcomes(run).map(({ label, rows }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{number(rows)}</dd>
          </div>
        ))}
      </dl>
    </RunFrame>
  );
}

const NextSteps = ({ run, onChoose }: { run: EnrichView; onChoose: (which: Which) => void }): JSX.Element => (
  <ul class="next-steps">
    {nextSteps(run).map(({ text, choose }) => (
      <li key={text}>
        <p>{text}</p>
        {choose && <Button onClick={() => onChoose(choose.which)}>{choose.label}</Button>}
      </li>
    ))}
  </ul>
);
