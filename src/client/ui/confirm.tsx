import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { TEXT } from '../text/text';
import { Button } from './button';
import { focusOn } from './focus';
import { useEscape } from './use-escape';

interface ConfirmProps {
  question: ComponentChildren;
  yes: string;
  busy?: boolean;
  danger?: boolean;
  onYes: () => void;
  onNo: () => void;
}

/** Asks once more in place. Takes the focus, Escape says no; whoever shows it uses `useReturnFocus`. */
export function Confirm({ question, yes, busy = false, danger = false, onYes, onNo }: ConfirmProps): JSX.Element {
  const id = useId();
  const no = useRef<HTMLButtonElement>(null);
  useEscape(true, onNo);
  // Before anything else is typed.
  useLayoutEffect(() => focusOn(no.current), []);
  return (
    <div class="confirm" role="group" aria-labelledby={id}>
      <p id={id}>{question}</p>
      <div class="buttons">
        <Button kind={danger ? 'danger' : 'action'} busy={busy} onClick={onYes}>
          {yes}
        </Button>
        <Button buttonRef={no} onClick={onNo}>
          {TEXT.ui.cancel}
        </Button>
      </div>
    </div>
  );
}
