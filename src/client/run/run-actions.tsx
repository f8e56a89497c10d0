import type { ComponentChildren, JSX } from 'preact';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { RestForm } from './rest-form';
import type { RunControl } from './use-drive';

interface RunActionsProps {
  control: Pick<RunControl<unknown, never>, 'isDriving' | 'isStopping' | 'isDropping' | 'stop' | 'resume' | 'discard'>;
  run: { charged: number; cap: number };
  /** What the rest costs at most. */
  restPrice: number;
  /** It stopped because it has spent what it may. */
  isCapped: boolean;
  isDiscarding: boolean;
  onDiscarding: (isDiscarding: boolean) => void;
  /** Before it is discarded. */
  question: string;
  /** What is to be known while it works. */
  hint: string;
  /** Instead of all that: it is done. */
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
    ) : rest.done !== undefined ? (
      rest.done
    ) : control.isDriving ? (
      <>
        <Button wide busy={control.isStopping} onClick={control.stop}>
          Pause
        </Button>
        <p class="hint">{rest.hint}</p>
      </>
    ) : (
      <RestForm
        charged={run.charged}
        cap={run.cap}
        price={rest.restPrice}
        isCapped={rest.isCapped}
        onResume={control.resume}
        onDiscard={() => rest.onDiscarding(true)}
      />
    )}
  </>
);
