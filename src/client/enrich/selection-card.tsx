import type { JSX } from 'preact';
import type { Platform } from '../../schema/platform';
import type { Selection } from '../../sidebar/calls';
import type { SelectionChoices } from '../../sidebar/selection-calls';
import { number } from '../format';
import { HowRead } from '../run/how-read';
import { labelOf, SelectionFrame } from '../run/selection-frame';
import { Unreadable } from '../run/unreadable';
import { columnLetters, selectionCounts } from './enrich-plan';

interface SelectionCardProps {
  selection: Selection | undefined;
  isReading: boolean;
  platform: Platform | '';
  onPlatform: (platform: Platform | '') => void;
  onReadAgain: () => void;
  choices: SelectionChoices;
  onChoices: (part: SelectionChoices) => void;
}

/** What the selected cells hold, as the server understood it. */
export const SelectionCard = (props: SelectionCardProps): JSX.Element => (
  <SelectionFrame id="selection" {...props}>
    {props.selection && <Understood selection={props.selection} />}
    {props.selection?.read && (
      <HowRead read={props.selection.read} choices={props.choices} onChange={props.onChoices} />
    )}
  </SelectionFrame>
);

const Understood = ({ selection }: { selection: Selection }): JSX.Element => (
  <>
    <p class="faint one-line">
      {selection.sheet} · {selection.header ? 'header “' + selection.header + '”' : 'no header'}
    </p>
    <dl class="counts">
      {selectionCounts(selection).map(({ rows, label }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{number(rows)}</dd>
        </div>
      ))}
    </dl>
    {selection.platforms.length > 0 && (
      <p class="faint">
        {selection.platforms.map((each) => labelOf(each.platform) + ' ' + number(each.creators)).join(' · ')}
        {selection.keys.platformColumn && ' · from column ' + columnLetters(selection.keys.platformColumn)}
      </p>
    )}
    {selection.unreadableCount > 0 && <Unreadable unreadable={selection.unreadable} all={selection.unreadableCount} />}
  </>
);
