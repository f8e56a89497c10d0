import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Problem } from './field';
import type { Option } from './option';

interface PillsProps {
  label: string;
  options: readonly Option[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  problem?: string | undefined;
}

/** Several of a few choices: checkboxes that look like buttons. */
export function Pills({ label, options, chosen, onChange, problem }: PillsProps): JSX.Element {
  const id = useId();
  const toggled = (value: string): string[] =>
    options.map((option) => option.value).filter((each) => (each === value) !== chosen.includes(each));
  return (
    <div class="field" role="group" aria-labelledby={id}>
      <span class="label" id={id}>
        {label}
      </span>
      <div class="pills">
        {options.map((option) => (
          <label key={option.value} class="pill">
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={() => onChange(toggled(option.value))}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <Problem id={id} text={problem} />
    </div>
  );
}
