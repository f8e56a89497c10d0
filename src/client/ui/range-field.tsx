import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { hintId, Problem, problemId } from './field';

interface RangeFieldProps {
  label: string;
  from: string;
  to: string;
  onInput: (end: 'from' | 'to', value: string) => void;
  onBlur?: (end: 'from' | 'to') => void;
  problems: { from?: string | undefined; to?: string | undefined };
  placeholders?: [from: string, to: string];
  hint?: string;
}

const ENDS = [
  ['from', ' from'],
  ['to', ' up to'],
] as const;

/** A smallest and a largest value side by side, with one label. */
export function RangeField({
  label,
  problems,
  placeholders = ['from', 'up to'],
  hint,
  ...props
}: RangeFieldProps): JSX.Element {
  const id = useId();
  const problem = problems.from ?? problems.to;
  return (
    <div class="field" role="group" aria-labelledby={id}>
      <span class="label" id={id}>
        {label}
      </span>
      <div class="range">
        {ENDS.map(([end, word], index) => (
          <input
            key={end}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            aria-label={label + word}
            placeholder={placeholders[index]}
            value={props[end]}
            aria-invalid={problems[end] ? true : undefined}
            aria-describedby={
              [hint && hintId(id), problems[end] && problemId(id)].filter(Boolean).join(' ') || undefined
            }
            onInput={(event) => props.onInput(end, event.currentTarget.value)}
            onBlur={() => props.onBlur?.(end)}
          />
        ))}
      </div>
      {hint && (
        <p class="hint" id={hintId(id)}>
          {hint}
        </p>
      )}
      <Problem id={id} text={problem} />
    </div>
  );
}
