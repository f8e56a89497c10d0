import type { JSX } from 'preact';
import { number } from '../format';

interface FiguresProps {
  figures: readonly (readonly [label: string, figure: number | string])[];
}

/** Figures side by side, each over its label. */
export const Figures = ({ figures }: FiguresProps): JSX.Element => (
  <dl class="outcomes">
    {figures.map(([label, figure]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{typeof figure === 'number' ? number(figure) : figure}</dd>
      </div>
    ))}
  </dl>
);
