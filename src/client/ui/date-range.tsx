import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { hintId, Problem, problemId } from './field';

interface DateRangeProps {
  label: string;
  /** `2026-05-01`, or blank. */
  from: string;
  to: string;
  onInput: (end: 'from' | 'to', value: string) => void;
  problems: { from?: string | undefined; to?: string | undefined };
  hint?: string;
}

const ENDS = [
  ['from', ' from'],
  ['to', ' to'],
] as const;

/** A first and a last day side by side, with one label. */
export function DateRange({ label, problems, hint, ...props }: DateRangeProps): JSX.Element {
  const id = useId();
  return (
    <div class="field" role="group" aria-labelledby={id}>
      <span class="label" id={id}>
        {label}
      </span>
      <div class="range">
        {ENDS.map(([end, word]) => (
          <input
            key={end}
            type="date"
            class={props[end] === '' ? 'blank' : ''}
            aria-label={label + word}
            value={props[end]}
            aria-invalid={problems[end] ? true : undefined}
            aria-describedby={
              [hint && hintId(id), problems[end] && problemId(id)].filter(Boolean).join(' ') || undefined
            }
            onInput={(event) => props.onInput(end, event.currentTarget.value)}
          />
        ))}
      </div>
      {hint && (
        <p class="hint" id={hintId(id)}>
          {hint}
        </p>
      )}
      <Problem id={id} text={problems.from ?? problems.to} />
    </div>
  );
}
