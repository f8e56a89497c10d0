import type { JSX } from 'preact';
import { Button } from '../ui/button';
import type { SummaryPart } from '../form/filter-text';

/** What narrows most, so what to take out first. */
const NARROWEST = [
  'city',
  'keywordFields',
  'ageMin',
  'growthRate',
  'engagementRate',
  'categories',
  'viewsMin',
  'followerMin',
];

const rank = ({ names }: SummaryPart): number => {
  const at = NARROWEST.indexOf(names[0] ?? '');
  return at < 0 ? NARROWEST.length : at;
};

interface EmptyResultProps {
  parts: readonly SummaryPart[];
  onLoosen: (names: readonly string[]) => void;
}

export function EmptyResult({ parts, onLoosen }: EmptyResultProps): JSX.Element {
  const loosable = parts.filter(({ names }) => names[0] !== 'sorting').sort((one, other) => rank(one) - rank(other));
  return (
    <div class="empty">
      <p>No creator fits all of this.{loosable.length > 0 ? ' Take something out, then search again:' : ''}</p>
      <div class="loosen">
        {loosable.map(({ names, text }) => (
          <Button key={text} label={'Take out ' + text} onClick={() => onLoosen(names)}>
            {text} ×
          </Button>
        ))}
      </div>
    </div>
  );
}
