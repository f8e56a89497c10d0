import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { TEXT } from '../text/text';
import { hintId, Problem, problemId } from './field';

interface RangeFieldProps {
  label: string;
  /** Days as `2026-05-01`; else numbers, as typed. */
  isDate?: boolean;
  from: string;
  to: string;
  onInput: (end: 'from' | 'to', value: string) => void;
  /** An end was left; a day is complete at once. */
  onLeave: (end: 'from' | 'to') => void;
  problems: { from?: string | undefined; to?: string | undefined };
  placeholders?: [from: string, to?: string] | undefined;
  hint?: string | undefined;
}

const ENDS = ['from', 'to'] as const;

/** A smallest and a largest number, or a first and a last day, side by side with one label. */
export function RangeField({
  label,
  isDate = false,
  problems,
  placeholders = [TEXT.ui.from, TEXT.ui.upTo],
  hint,
  ...props
}: RangeFieldProps): JSX.Element {
  const id = useId();
  const problem = problems.from ?? problems.to;
  const nameOf = { from: TEXT.ui.fromNamed, to: isDate ? TEXT.ui.lastDayNamed : TEXT.ui.upToNamed };
  return (
    <div class="field" role="group" aria-labelledby={id}>
      <span class="label" id={id}>
        {label}
      </span>
      <div class="range">
        {ENDS.map((end, index) => (
          <input
            key={end}
            // Preact's types want to know one kind; which makes no difference to the rest.
            type={(isDate ? 'date' : 'text') as 'text'}
            inputMode="decimal"
            autoComplete="off"
            class={isDate && props[end] === '' ? 'blank' : ''}
            aria-label={nameOf[end](label)}
            placeholder={placeholders[index]}
            value={props[end]}
            aria-invalid={problems[end] ? true : undefined}
            aria-describedby={
              [hint && hintId(id), problems[end] && problemId(id)].filter(Boolean).join(' ') || undefined
            }
            onInput={(event) => {
              props.onInput(end, event.currentTarget.value);
              if (isDate) props.onLeave(end);
            }}
            onBlur={() => props.onLeave(end)}
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
