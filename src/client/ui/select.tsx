import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { described, Field } from './field';
import type { Option } from './option';

interface SelectProps {
  label: string;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
  problem?: string | undefined;
  /** Label and choice in one line. */
  isRow?: boolean;
}

export function Select({ label, value, options, onChange, problem, isRow }: SelectProps): JSX.Element {
  const id = useId();
  return (
    <Field id={id} label={label} problem={problem} isRow={isRow}>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        {...described(id, problem)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
