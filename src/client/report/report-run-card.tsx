import type { JSX } from 'preact';
import type { ReportView } from '../../sidebar/report-calls';
import { number } from '../format';
import { call } from '../call';
import { RunFrame } from '../run/run-frame';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { useAction } from '../ui/use-action';
import { KINDS } from './report-kind';
import type { ReportControl } from '../run/use-run';

interface ReportRunProps {
  control: ReportControl;
  onAccount: () => void;
}

/** One run of reports: how far it is, pause, resume, end; when it is done, what was made and who is left out. */
export function ReportRunCard({ control, onAccount }: ReportRunProps): JSX.Element | null {
  const { run, isDriving } = control;
  if (!run) return null;
  const isDone = run.state === 'done' && !isDriving;
  return (
    <RunFrame
      control={control}
      run={run}
      onAccount={onAccount}
      about={!isDone && <p class="faint">{TEXT.report.started(KINDS[run.what].label, run.startedAt)}</p>}
      hint={TEXT.report.pauseHint}
      steps={run.sheets[0] !== undefined && <OpenStep sheet={run.sheets[0]} isOne={run.sheets.length === 1} />}
    >
      <div class="spread run-line">
        <p>{TEXT.report.creatorsDone(<strong>{number(run.doneCreators)}</strong>, run.creators)}</p>
      </div>
      <Made run={run} />
      {isDone &&
        reportSteps(run).map((text) => (
          <p key={text} class="hint">
            {text}
          </p>
        ))}
    </RunFrame>
  );
}

/** The selection stays where it was until somebody wants to see what was made. */
function OpenStep({ sheet, isOne }: { sheet: string; isOne: boolean }): JSX.Element {
  const { run, busy, failure } = useAction();
  return (
    <>
      <Button
        busy={busy !== undefined}
        onClick={() =>
          void run('open', async () => {
            await call('openReport', { sheet });
          })
        }
      >
        {isOne ? TEXT.report.openIt : TEXT.report.openFirst}
      </Button>
      <ErrorNote {...failure} />
    </>
  );
}

/** Names of sheets and handles are strangers' texts. */
const Made = ({ run: { sheets, left } }: { run: ReportView }): JSX.Element => (
  <>
    {sheets.length > 0 && (
      <>
        <h3>{sheets.length === 1 ? TEXT.report.sheet : TEXT.report.sheets}</h3>
        <ul class="report-made" tabIndex={0} aria-label={TEXT.report.sheetsMade}>
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
        <h3>{TEXT.report.leftOut}</h3>
        <ul class="report-made" tabIndex={0} aria-label={TEXT.report.leftOut}>
          {left.map(({ handle, said }, at) => (
            <li key={at} class="break">
              {handle} <span class="faint">{said}</span>
            </li>
          ))}
        </ul>
      </>
    )}
  </>
);

/** What to do about those that are left out, most urgent first. */
export function reportSteps({ left }: Pick<ReportView, 'left'>): string[] {
  const waiting = left.filter(({ why }) => why === 'pending').length;
  const queued = left.filter(({ why }) => why === 'queued').length;
  return [
    ...(waiting > 0 ? [TEXT.report.pendingStep(waiting)] : []),
    ...(queued > 0 ? [TEXT.report.queuedStep(queued)] : []),
  ];
}
