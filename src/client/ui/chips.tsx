import type { JSX } from 'preact';
import { TEXT } from '../text/text';
import { IconButton } from './button';

interface ChipsProps {
  chips: readonly { value: string; label: string }[];
  onRemove: (value: string) => void;
}

/** Things that were chosen, each with a button that removes it. */
export const Chips = ({ chips, onRemove }: ChipsProps): JSX.Element => (
  <>
    {chips.map(({ value, label }) => (
      <span key={value} class="chip">
        <span class="one-line" title={label}>
          {label}
        </span>
        <IconButton icon="close" label={TEXT.ui.remove(label)} onClick={() => onRemove(value)} />
      </span>
    ))}
  </>
);
