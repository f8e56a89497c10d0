import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { RunView } from '../../sidebar/run-calls';
import { capital, number, requests } from '../format';
import { Button, IconButton } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { ErrorNote } from '../ui/error-note';
import { useReturnFocus } from '../ui/focus';
import { ProgressBar } from './progress-bar';
import { RestForm } from './rest-form';
import { noteOf, runTitle, textOfRun } from './run-text';
import type { AnyRunControl } from './use-run';

interface RunFrameProps {
  control: AnyRunControl;
  run: RunView;
  onAccount: () => void;
  /** At the foot of its tab, and not a card in it. */
  isFoot?: boolean;
  /** What it is of, under the title. */
  about: ComponentChildren;
  /** How far it is in figures, and what came of it. */
  children: ComponentChildren;
  /** What is to be known while it works. */
  hint?: string;
  /** Above the price of the rest. */
  restNote?: ComponentChildren;
  /** What comes next, when it is done. */
  done?: ComponentChildren;
}

/** One run, of whatever kind: its title, how far it is, what went wrong, and pause, resume or end. */
export function RunFrame({ control, run, about, children, onAccount, isFoot, ...rest }: RunFrameProps): JSX.Element {
  const { isDriving, error } = control;
  const [isEnding, setIsEnding] = useState(false);
  const isDone = run.state === 'done' && !isDriving;
  // A run that is there at once is driven: the button that started it is gone.
  const holder = useReturnFocus<HTMLElement>(isEnding ? 'end' : isDriving ? 'drive' : isDone ? 'done' : 'rest', 'rest');
  const text = textOfRun(run);
  const note = noteOf(run);
  return (
    <section
      ref={holder}
      class={(isFoot ? 'run ' : 'card ') + run.kind + '-run' + (isDriving ? ' driving' : '')}
      aria-labelledby={run.kind + '-title'}
    >
      <div class="run-title">
        <h2 id={run.kind + '-title'} aria-live="polite">
          {runTitle(control)}
        </h2>
        {isDone && <IconButton icon="close" label="Dismiss" onClick={control.close} />}
      </div>
      {about}
      <ProgressBar done={text.done(run)} all={text.all(run)} unit={text.unit} />
      {children}
      <p>
        {run.charged === 0 && run.cap === 0 ? (
          'free'
        ) : (
          <>
            <strong>{number(run.charged)}</strong> of {requests(run.cap)} used
          </>
        )}
      </p>
      {note && !isDriving && !error && (
        <p class={isDone ? 'hint' : 'note warn'}>
          <span>{capital(note)}</span>
        </p>
      )}
      <ErrorNote error={error} onAccount={onAccount} />
      {isEnding ? (
        <Confirm
          question={text.question}
          yes="End"
          danger
          busy={control.isEnding}
          onYes={control.end}
          onNo={() => setIsEnding(false)}
        />
      ) : isDone ? (
        rest.done
      ) : isDriving ? (
        <>
          <Button wide busy={control.isPausing} onClick={control.pause}>
            Pause
          </Button>
          {rest.hint && <p class="hint">{rest.hint}</p>}
        </>
      ) : (
        <>
          {rest.restNote}
          <RestForm run={run} onResume={control.resume} onEnd={() => setIsEnding(true)} />
        </>
      )}
    </section>
  );
}
