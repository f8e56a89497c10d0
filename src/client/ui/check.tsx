import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

interface CheckProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: string;
  /** A switch acts at once or belongs to the settings; a checkbox belongs to a form. */
  look?: 'check' | 'switch';
  busy?: boolean;
  children: ComponentChildren;
}

export function Check({ checked, onChange, hint, look = 'check', busy, children }: CheckProps): JSX.Element {
  const id = useId();
  return (
    <label class={'check ' + look}>
      <input
        type="checkbox"
        role={look === 'switch' ? 'switch' : undefined}
        checked={checked}
        aria-busy={busy ? true : undefined}
        aria-describedby={hint ? id : undefined}
        onChange={(event) => {
          const wanted = event.currentTarget.checked;
          // What is shown follows the state, also when a change is refused.
          event.currentTarget.checked = checked;
          if (!busy) onChange(wanted);
        }}
      />
      <span class="check-text">
        <span>{children}</span>
        {hint && (
          <span class="hint" id={id}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}

interface RadiosProps {
  label: string;
  name: string;
  value: string;
  options: readonly { value: string; label: ComponentChildren; hint?: string }[];
  onChange: (value: string) => void;
}

export function Radios({ label, name, value, options, onChange }: RadiosProps): JSX.Element {
  const id = useId();
  return (
    <div class="field" role="radiogroup" aria-labelledby={id}>
      <span class="label" id={id}>
        {label}
      </span>
      {options.map((option) => (
        <label key={option.value} class="check">
          <input
            type="radio"
            name={id + name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span class="check-text">
            <span>{option.label}</span>
            {option.hint && <span class="hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
