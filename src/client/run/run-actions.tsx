import type { ComponentChildren, JSX } from 'preact';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { RestForm } from './rest-form';
import type { RunControl } from './use-drive';

export interface RunActionsProps {
  control: Pick<RunControl<unknown, never>, 'isDriving' | 'isStopping' | 'isDropping' | 'stop' | 'resume' | 'discard'>;
  run: { state: 'running' | 'stopped' | 'done'; charged: number; cap: number };
  /** What the rest costs at most. */
  restPrice: number;
  /** It stopped because it has spent what it may. */
  isCapped: boolean;
  isDiscarding: boolean;
  onDiscarding: (isDiscarding: boolean) => void;
  /** Before it is discarded. */
  question: string;
  /** What is to be known while it works. */
  hint?: string;
  /** On the button that lets it rest. */
  rest?: string;
  /** Above the price of the rest. */
  restNote?: ComponentChildren;
  /** Instead of all that, when it is done. */
  done?: ComponentChildren;
}

/** What can be done with a run: pause, resume, discard. Whoever shows it uses `useReturnFocus`. */
export const RunActions = ({ control, run, isDiscarding, ...rest }: RunActionsProps): JSX.Element => (
  <>
    {isDiscarding ? (
      <Confirm
        question={rest.question}
        yes="Discard"
        danger
        busy={control.isDropping}
        onYes={control.discard}
        onNo={() => rest.onDiscarding(false)}
      />
    ) : run.state === 'done' && !control.isDriving ? (
      rest.done
    ) : control.isDriving ? (
      <>
        <Button wide busy={control.isStopping} onClick={control.stop}>
          {rest.rest ?? 'Pause'}
        </Button>
        {rest.hint && <p class="hint">{rest.hint}</p>}
      </>
    ) : (
      <>
        {rest.restNote}
        <RestForm
          charged={run.charged}
          cap={run.cap}
          price={rest.restPrice}
          isCapped={rest.isCapped}
          onResume={control.resume}
          onDiscard={() => rest.onDiscarding(true)}
        />
      </>
    )}
  </>
);
