import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { RunView } from '../../sidebar/run-calls';
import { capital, number } from '../format';
import { CapNote, PausedNote, useSpending } from '../spending';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { ErrorNote } from '../ui/error-note';
import { useReturnFocus } from '../ui/focus';
import { Note } from '../ui/note';
import { DoneLine } from './done-line';
import { ProgressBar } from './progress-bar';
import { RestForm } from './rest-form';
import { leftOutNote } from './left-out';
import { noteOf, runTitle, textOfRun } from './run-text';
import type { AnyRunControl } from './use-run';

interface RunFrameProps {
  control: AnyRunControl;
  run: RunView;
  onAccount: () => void;
  /** At the foot of its tab, beside other work; else it has the tab to itself until it is done. */
  isFoot?: boolean;
  /** What it is of, under the title. */
  about: ComponentChildren;
  /** How far it is in figures, and what came of it. */
  children: ComponentChildren;
  /** What is to be known while it works. */
  hint?: string;
  /** Above the price of the rest. */
  restNote?: ComponentChildren;
  /** Buttons for what comes next, when it is done. */
  steps?: ComponentChildren;
}

/** One run, of whatever kind: its title, how far it is, what went wrong, and pause, resume or end. */
export function RunFrame({ control, run, about, children, onAccount, isFoot, ...rest }: RunFrameProps): JSX.Element {
  const { isDriving, error } = control;
  const { budget } = useSpending();
  const [isEnding, setIsEnding] = useState(false);
  const isDone = run.state === 'done' && !isDriving;
  // A run that is there at once is driven: the button that started it is gone.
  const holder = useReturnFocus<HTMLElement>(isEnding ? 'end' : isDriving ? 'drive' : isDone ? 'done' : 'rest', 'rest');
  const text = textOfRun(run);
  const note = noteOf(run);
  const used = <Used run={run} />;
  if (isDone)
    return (
      <DoneLine
        holder={holder}
        kind={run.kind}
        title={runTitle(control)}
        used={used}
        note={[note, text.lacking(run), leftOutNote(run)].filter(Boolean).join(' ')}
        error={error}
        isFoot={isFoot === true}
        steps={rest.steps}
        onClose={control.close}
        onAccount={onAccount}
      >
        {about}
        {children}
      </DoneLine>
    );
  return (
    <section
      ref={holder}
      class={(isFoot ? 'run ' : 'run-page ') + run.kind + '-run' + (isDriving ? ' driving' : '')}
      aria-labelledby={run.kind + '-title'}
    >
      <div class={isFoot ? 'run-body' : 'scroll'} tabIndex={isFoot ? undefined : 0}>
        <h2 id={run.kind + '-title'} aria-live="polite">
          {runTitle(control)}
        </h2>
        {about}
        <ProgressBar done={text.done(run)} all={text.all(run)} unit={text.unit} />
        {children}
        <p>{used}</p>
        {!isDriving && !error && <RestNote run={run} note={note} />}
        {!isDriving && budget?.balance && run.used + run.unconfirmed > 0 && (
          <p class="hint">{TEXT.spending.leftOnKey(budget.balance)}</p>
        )}
        <ErrorNote error={error} onAccount={onAccount} />
        {isDriving && rest.hint && <p class="hint">{rest.hint}</p>}
      </div>
      <div class={isFoot ? 'run-foot' : 'dock'}>
        {isEnding ? (
          <Confirm
            question={text.question}
            yes={TEXT.run.end}
            danger
            busy={control.isEnding}
            onYes={control.end}
            onNo={() => setIsEnding(false)}
          />
        ) : isDriving ? (
          <Button wide busy={control.isPausing} onClick={control.pause}>
            {TEXT.run.pause}
          </Button>
        ) : (
          <>
            {rest.restNote}
            <RestForm run={run} isBeside={isFoot === true} onResume={control.resume} onEnd={() => setIsEnding(true)} />
          </>
        )}
      </div>
    </section>
  );
}

/** Of what was agreed. */
const Used = ({ run }: { run: RunView }): JSX.Element =>
  run.used + run.unconfirmed + run.cap === 0 ? (
    <>{TEXT.run.free}</>
  ) : (
    <>{TEXT.run.used(<strong>{number(run.used)}</strong>, run.cap, run.unconfirmed)}</>
  );

/** Why it rests, and where a click ends that the button. */
function RestNote({ run: { reason }, note }: { run: RunView; note: string }): JSX.Element {
  if (reason?.code === 'spendingPaused') return <PausedNote />;
  if (reason?.code === 'dayCap') return <CapNote text={TEXT.spending.dayCapReached(reason.requests)} />;
  return <Note kind="warn">{capital(note)}</Note>;
}
