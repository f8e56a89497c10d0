import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { described, Field } from './field';

interface TextAreaProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint: string;
}

/** For what is pasted. */
export function TextArea({ label, value, onInput, hint }: TextAreaProps): JSX.Element {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint}>
      <textarea
        id={id}
        rows={4}
        value={value}
        spellcheck={false}
        onInput={(event) => onInput(event.currentTarget.value)}
        {...described(id, undefined, hint)}
      />
    </Field>
  );
}
