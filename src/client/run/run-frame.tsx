import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { capital } from '../format';
import { IconButton } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { useReturnFocus } from '../ui/focus';
import { RunActions, type RunActionsProps } from './run-actions';
import type { RunControl } from './use-drive';

interface RunFrameProps extends Omit<RunActionsProps, 'control' | 'isDiscarding' | 'onDiscarding'> {
  /** Begins the names of its class and of its heading. */
  name: string;
  title: string;
  control: RunActionsProps['control'] & Pick<RunControl<unknown, never>, 'error' | 'close'>;
  /** What the server says of it beyond the title; may be blank. */
  message: string;
  onAccount: () => void;
  /** How far it is, and what came of it. */
  children: ComponentChildren;
}

/** One run of a tab: its title, how far it is, what went wrong, what can be done with it. */
export function RunFrame({ name, title, message, onAccount, children, ...rest }: RunFrameProps): JSX.Element {
  const { control, run } = rest;
  const { isDriving, error } = control;
  const [isDiscarding, setIsDiscarding] = useState(false);
  const isDone = run.state === 'done' && !isDriving;
  const mode = isDiscarding ? 'discard' : isDriving ? 'drive' : isDone ? 'done' : 'rest';
  // A run that is there at once is driven: the button that started it is gone.
  const holder = useReturnFocus<HTMLElement>(mode, 'rest');
  return (
    <section
      ref={holder}
      class={'card ' + name + '-run' + (isDriving ? ' driving' : '')}
      aria-labelledby={name + '-title'}
    >
      <div class="run-title">
        <h2 id={name + '-title'} aria-live="polite">
          {title}
        </h2>
        {isDone && <IconButton icon="close" label="Put away" onClick={control.close} />}
      </div>
      {children}
      {message && !isDriving && !error && (
        <p class={isDone ? 'hint' : 'note warn'}>
          <span>{capital(message)}</span>
        </p>
      )}
      {error && <ErrorNote error={error} onAccount={onAccount} />}
      <RunActions {...rest} isDiscarding={isDiscarding} onDiscarding={setIsDiscarding} />
    </section>
  );
}
