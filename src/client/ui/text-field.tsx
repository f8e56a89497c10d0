import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { inSentence } from '../format';
import { TEXT } from '../text/text';
import { described, Field } from './field';
import { focusOn } from './focus';

interface TextFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  onBlur?: () => void;
  problem?: string | undefined;
  hint?: string;
  placeholder?: string;
  /** A unit that stands in the field, behind the value; the label says it too. */
  suffix?: string;
  type?: 'text' | 'email' | 'password' | 'date';
  inputMode?: 'numeric' | 'decimal' | 'text';
  autoComplete?: string;
  maxLength?: number;
  /** It was just opened by a click: whoever clicked wants to type. */
  takesFocus?: boolean;
}

export function TextField({ label, problem, hint, type = 'text', ...props }: TextFieldProps): JSX.Element {
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  // Before anything is typed: a frame later it would select that.
  useLayoutEffect(() => {
    if (!props.takesFocus) return;
    focusOn(input.current);
    input.current?.select();
  }, []);
  const field = (
    <input
      id={id}
      ref={input}
      // Preact's types want to know one kind; which of the three makes no difference to the rest.
      type={(type === 'password' && isShown ? 'text' : type) as 'text'}
      value={props.value}
      placeholder={props.placeholder}
      inputMode={props.inputMode}
      autoComplete={props.autoComplete ?? 'off'}
      maxLength={props.maxLength}
      spellcheck={false}
      onInput={(event) => props.onInput(event.currentTarget.value)}
      onBlur={props.onBlur}
      {...described(id, problem, hint)}
    />
  );
  return (
    <Field id={id} label={label} problem={problem} hint={hint}>
      {type === 'password' ? (
        <div class="with-button">
          {field}
          <button
            type="button"
            class="inside-button"
            aria-pressed={isShown}
            aria-label={TEXT.ui.showNamed(inSentence(label))}
            onClick={() => setIsShown(!isShown)}
          >
            {isShown ? TEXT.ui.hide : TEXT.ui.show}
          </button>
        </div>
      ) : props.suffix ? (
        <div class="with-suffix">
          {field}
          <span class="faint" aria-hidden="true">
            {props.suffix}
          </span>
        </div>
      ) : (
        field
      )}
    </Field>
  );
}
