import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { Chips } from './chips';
import { described, Field } from './field';

interface WordsFieldProps {
  label: string;
  words: readonly string[];
  /** Adds what was typed or pasted to what is there. */
  add: (words: readonly string[], text: string) => string[];
  onChange: (words: string[]) => void;
  onBlur?: () => void;
  problem?: string | undefined;
  placeholder?: string;
  hint?: string | undefined;
  /** How a word is shown, where that is not the word itself. */
  labelOf?: (word: string) => string;
}

/** Words as chips: Enter or a comma makes one, Backspace in the empty field removes the last. */
export function WordsField({
  label,
  words,
  add,
  onChange,
  onBlur,
  problem,
  placeholder,
  hint,
  labelOf = String,
}: WordsFieldProps): JSX.Element {
  const id = useId();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const take = (text: string): void => {
    setTyped('');
    const next = add(words, text);
    if (next.length !== words.length) onChange(next);
  };
  return (
    <Field id={id} label={label} problem={problem} hint={hint}>
      <div
        class="box"
        onClick={(event) => {
          if (event.target === event.currentTarget) input.current?.focus();
        }}
      >
        <Chips
          chips={words.map((word) => ({ value: word, label: labelOf(word) }))}
          onRemove={(word) => {
            onChange(words.filter((each) => each !== word));
            input.current?.focus();
          }}
        />
        <input
          id={id}
          ref={input}
          type="text"
          autoComplete="off"
          value={typed}
          placeholder={words.length === 0 ? placeholder : ''}
          onInput={(event) => {
            const { value } = event.currentTarget;
            if (/[,;\n]/.test(value)) take(value);
            else setTyped(value);
          }}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Enter' && typed.trim() !== '') {
              event.preventDefault();
              take(typed);
            } else if (event.key === 'Backspace' && typed === '' && words.length > 0) onChange(words.slice(0, -1));
          }}
          onBlur={() => {
            take(typed);
            onBlur?.();
          }}
          {...described(id, problem, hint)}
        />
      </div>
    </Field>
  );
}
