import type { JSX } from 'preact';
import { number } from '../format';

interface FiguresProps {
  /** Of the list; it says how wide the figures stand. */
  class: string;
  figures: readonly (readonly [label: string, figure: number | string])[];
}

/** Figures side by side, each over its label. */
export const Figures = ({ class: name, figures }: FiguresProps): JSX.Element => (
  <dl class={name}>
    {figures.map(([label, figure]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{typeof figure === 'number' ? number(figure) : figure}</dd>
      </div>
    ))}
  </dl>
);
