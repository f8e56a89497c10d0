import type { JSX } from 'preact';
import { number } from '../format';
import { TextField } from '../ui/text-field';

interface CapFieldProps {
  /** As typed; blank: what is allowed already. */
  cap: string;
  allowed: number;
  onInput: (cap: string) => void;
  problem: string | undefined;
  hint?: string;
}

/** A larger cap for one run. */
export const CapField = ({ cap, allowed, onInput, problem, hint }: CapFieldProps): JSX.Element => (
  <TextField
    label="Allow this run up to (requests)"
    value={cap}
    inputMode="numeric"
    placeholder={number(allowed)}
    onInput={onInput}
    problem={problem}
    hint={hint ?? 'The settings allow a run ' + number(allowed) + '.'}
  />
);
