import type { JSX } from 'preact';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import type { SummaryPart } from './filter-text';

/** Sorts what can be removed: first what narrows most, in the order of these names. */
export const narrowestFirst = (parts: readonly SummaryPart[], narrowest: readonly string[]): SummaryPart[] => {
  const rank = ({ names: [name = ''] }: SummaryPart): number =>
    narrowest.includes(name) ? narrowest.indexOf(name) : narrowest.length;
  return [...parts].sort((one, other) => rank(one) - rank(other));
};

interface LoosenProps {
  /** What was not found, and what to do. */
  said: string;
  parts: readonly SummaryPart[];
  onLoosen: (names: readonly string[]) => void;
}

/** Nothing fits all of the filters: each can be removed by a click. */
export const Loosen = ({ said, parts, onLoosen }: LoosenProps): JSX.Element => (
  <div class="empty">
    <p>{said}</p>
    <div class="pills loosen">
      {parts.map(({ names, text }) => (
        <Button key={text} label={TEXT.form.removeFilter(text)} onClick={() => onLoosen(names)}>
          {text} ×
        </Button>
      ))}
    </div>
  </div>
);
