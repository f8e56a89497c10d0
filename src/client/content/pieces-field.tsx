import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { TEXT } from '../text/text';
import { described, Problem } from '../ui/field';

interface PiecesFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  problem: string | undefined;
}

/** "At most [100] posts", in one line. */
export function PiecesField({ label, value, onInput, problem }: PiecesFieldProps): JSX.Element {
  const id = useId();
  return (
    <div class="pieces-field">
      <span aria-hidden="true">{label}</span>
      <input
        id={id}
        type="text"
        class="small-number"
        inputMode="numeric"
        autoComplete="off"
        aria-label={TEXT.content.inPosts(label)}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        {...described(id, problem)}
      />
      <span aria-hidden="true">{TEXT.content.posts2}</span>
      <Problem id={id} text={problem} />
    </div>
  );
}
