import type { JSX } from 'preact';
import type { ReportView } from '../../sidebar/report-calls';
import { isAtItsCap } from '../enrich/outcome';
import { ago, count, number, requests } from '../format';
import { ProgressBar } from '../run/progress-bar';
import { RunFrame } from '../run/run-frame';
import { KINDS } from './report-kind';
import { nextSteps, restPrice, runTitle } from './run-text';
import type { ReportControl } from './use-report';

/** The server's words for what the person did, and for what the card lists. */
const SAID_ALREADY = /^(Stopped\.$|\d+ sheets? made\.)/;

interface ReportRunProps {
  control: ReportControl;
  onAccount: () => void;
}

/** One run of reports: how far it is, pause, resume, discard; when it is done, what was made and who is left out. */
export function ReportRun({ control, onAccount }: ReportRunProps): JSX.Element | null {
  const { run, isDriving } = control;
  if (!run) return null;
  const isDone = run.state === 'done' && !isDriving;
  return (
    <RunFrame
      name="report"
      title={runTitle(control)}
      control={control}
      run={run}
      message={SAID_ALREADY.test(run.message) ? '' : run.message}
      onAccount={onAccount}
      restPrice={restPrice(run)}
      isCapped={isAtItsCap(run)}
      question="Discard the run? Sheets that are made stay, and what was bought is kept: a new run gets it free."
      hint="Closing the sidebar pauses it too."
      done={<NextSteps run={run} />}
    >
      {!isDone && (
        <p class="faint">
          {KINDS[run.kind].label} · started {ago(run.startedAt)}
        </p>
      )}
      <ProgressBar done={run.doneCreators} all={run.creators} unit="creator" />
      <div class="run-line">
        <p>
          <strong>{number(run.doneCreators)}</strong> of {count(run.creators, 'creator')}
        </p>
      </div>
      <p>
        <strong>{number(run.charged)}</strong> charged <span class="faint">of at most {requests(run.cap)}</span>
      </p>
      <Made run={run} />
    </RunFrame>
  );
}

/** Names of sheets and handles are strangers' texts. */
const Made = ({ run: { sheets, left } }: { run: ReportView }): JSX.Element => (
  <>
    {sheets.length > 0 && (
      <>
        <h3>{sheets.length === 1 ? 'Sheet' : 'Sheets'}</h3>
        <ul class="report-made" tabIndex={0} aria-label="Sheets that were made">
          {sheets.map((name) => (
            <li key={name} class="break">
              {name}
            </li>
          ))}
        </ul>
      </>
    )}
    {left.length > 0 && (
      <>
        <h3>Left out</h3>
        <ul class="report-made" tabIndex={0} aria-label="Left out">
          {left.map(({ handle, why }, at) => (
            <li key={at} class="break">
              {handle} <span class="faint">{why}</span>
            </li>
          ))}
        </ul>
      </>
    )}
  </>
);

const NextSteps = ({ run }: { run: ReportView }): JSX.Element => (
  <ul class="next-steps">
    {nextSteps(run).map((text) => (
      <li key={text}>
        <p>{text}</p>
      </li>
    ))}
  </ul>
);
