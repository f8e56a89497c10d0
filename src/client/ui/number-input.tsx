import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { described, Problem } from './field';

interface NumberInputProps {
  label: string;
  value: string;
  problem: string | undefined;
  onInput: (value: string) => void;
}

/** A whole number in a line of text; what is wrong with it stands below the line. */
export function NumberInput({ label, value, problem, onInput }: NumberInputProps): JSX.Element {
  const id = useId();
  return (
    <>
      <input
        type="text"
        inputMode="numeric"
        class="small-number"
        autoComplete="off"
        aria-label={label}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        {...described(id, problem)}
      />
      <Problem id={id} text={problem} />
    </>
  );
}
