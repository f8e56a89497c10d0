import type { JSX } from 'preact';
import { number } from '../format';
import { RunFrame } from '../run/run-frame';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Figures } from '../ui/figures';
import type { Which } from './enrich-draft';
import { fieldNames } from './field-group';
import { nextButtons, nextHints, outcomes, timeLeft } from './outcome';
import type { EnrichControl } from '../run/use-run';

interface EnrichRunProps {
  control: EnrichControl;
  /** Chooses the rows that the run left to do. */
  onChoose: (which: Which) => void;
  onAccount: () => void;
  /** After a trial: what is left of it, in one click. */
  rest?: { label: string; onClick: () => void } | undefined;
}

/** One run over rows: how far it is, pause, resume, end; when it is done, what to do next. */
export function EnrichRunCard({ control, onChoose, onAccount, rest }: EnrichRunProps): JSX.Element | null {
  const { run, isDriving, driven } = control;
  if (!run) return null;
  const isDone = run.state === 'done' && !isDriving;
  const left = driven
    ? timeLeft(run.rows - run.doneRows, run.doneRows - driven.from.doneRows, driven.untilMs - driven.sinceMs)
    : '';
  return (
    <RunFrame
      control={control}
      run={run}
      onAccount={onAccount}
      about={
        !isDone && (
          <p class="faint clamp">
            {TEXT.enrich.started(isDriving ? '' : run.sheet, fieldNames(run.fields), run.startedAt)}
          </p>
        )
      }
      hint={TEXT.enrich.pauseHint}
      steps={[
        ...(rest
          ? [
              <Button key="rest" onClick={rest.onClick}>
                {rest.label}
              </Button>,
            ]
          : []),
        ...nextButtons(run).map(({ label, which }) => (
          <Button key={which} onClick={() => onChoose(which)}>
            {label}
          </Button>
        )),
      ]}
    >
      <div class="spread run-line">
        <p>{TEXT.enrich.rowsDone(<strong>{number(run.doneRows)}</strong>, run.rows)}</p>
        {isDriving && <p class="faint">{left || (run.doneRows === 0 && TEXT.enrich.firstRowsSoon)}</p>}
      </div>
      <Figures figures={outcomes(run).map(({ label, rows }) => [label, rows])} />
      {isDone &&
        nextHints(run).map((text) => (
          <p key={text} class="hint">
            {text}
          </p>
        ))}
    </RunFrame>
  );
}
