import type { JSX } from 'preact';
import { filtersIn } from '../form/filters-in';
import { ago, capital, count, number, requests } from '../format';
import { ProgressBar } from '../run/progress-bar';
import { RunFrame } from '../run/run-frame';
import { contentSummary } from './content-text';
import { isAtItsCap, messageOf, outcomes, runTitle } from './run-text';
import type { ContentControl } from './use-content';

interface ContentRunProps {
  control: ContentControl;
  onAccount: () => void;
}

/** One pull or sync: how far it is, stop, resume at a price that stands there, discard. */
export function ContentRun({ control, onAccount }: ContentRunProps): JSX.Element | null {
  const { run, isDriving } = control;
  if (!run) return null;
  const isDone = run.state === 'done' && !isDriving;
  return (
    <RunFrame
      name="content"
      title={runTitle(control)}
      control={control}
      run={run}
      message={messageOf(run)}
      onAccount={onAccount}
      restPrice={run.resumeCosts}
      isCapped={isAtItsCap(run)}
      question="Discard it? The sheet and what is written stay."
      rest="Stop"
      hint={
        'Spends at most ' +
        requests(Math.min(run.cap, run.max)) +
        '. Closing the sidebar stops it too; what is paid for is in the sheet.'
      }
      restNote={
        run.resumeNote && (
          <p class="note">
            <span>{capital(run.resumeNote)}</span>
          </p>
        )
      }
    >
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
    </RunFrame>
  );
}
