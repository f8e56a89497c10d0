import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { RunView } from '../../sidebar/run-calls';
import type { CallError } from '../call';
import { capital } from '../format';
import { TEXT } from '../text/text';
import { IconButton } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { Icon } from '../ui/icon';
import { useEscape } from '../ui/use-escape';

interface DoneLineProps {
  holder: RefObject<HTMLElement | null>;
  kind: RunView['kind'];
  title: string;
  /** What it cost. */
  used: ComponentChildren;
  note: string;
  error: CallError | undefined;
  isFoot: boolean;
  /** Buttons for what comes next. */
  steps: ComponentChildren;
  onClose: () => void;
  onAccount: () => void;
  /** What came of it in full. */
  children: ComponentChildren;
}

/** A finished run: a line with what comes next; the rest of it on demand. */
export function DoneLine({ holder, kind, steps, note, ...props }: DoneLineProps): JSX.Element {
  const [isOpen, setIsOpen] = useState(false);
  useEscape(isOpen, () => setIsOpen(false));
  return (
    <section
      ref={holder}
      class={'done ' + kind + '-run' + (props.isFoot ? ' at-foot' : '')}
      aria-labelledby={kind + '-title'}
    >
      <div class="done-head">
        <Icon name="check" />
        <div class="done-text">
          <h2 id={kind + '-title'} aria-live="polite">
            {props.title}
          </h2>
          <p class="faint">{props.used}</p>
        </div>
        <IconButton
          icon={isOpen ? 'collapse' : 'chevron'}
          label={TEXT.run.details}
          expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        />
        <IconButton icon="close" label={TEXT.run.dismiss} onClick={props.onClose} />
      </div>
      {note && (
        <p class={isOpen ? 'faint' : 'faint clamp'} title={note}>
          {capital(note)}
        </p>
      )}
      {steps && <div class="buttons">{steps}</div>}
      {isOpen && <div class="done-more">{props.children}</div>}
      <ErrorNote error={props.error} onAccount={props.onAccount} />
    </section>
  );
}
