import type { JSX } from 'preact';
import { PLATFORM_NAMES, PLATFORMS, type Platform } from '../../schema/platform';
import type { Selection } from '../../sidebar/calls';
import { number } from '../format';
import { IconButton } from '../ui/button';
import type { Option } from '../ui/option';
import { Select } from '../ui/select';
import { columnLetters, selectionCounts, withoutText } from './enrich-plan';

interface SelectionCardProps {
  selection: Selection | undefined;
  isReading: boolean;
  platform: Platform | '';
  onPlatform: (platform: Platform | '') => void;
  onReadAgain: () => void;
}

const PLATFORM_OPTIONS: readonly Option[] = [
  ...PLATFORM_NAMES.map((value) => ({ value, label: PLATFORMS[value].label })),
  { value: '', label: 'none: each row names its own' },
];

const labelOf = (platform: string): string => PLATFORMS[platform as Platform]?.label ?? platform;

/** What the selected cells hold, as the server understood it. */
export const SelectionCard = ({ selection, isReading, platform, ...on }: SelectionCardProps): JSX.Element => (
  <section class="card selection" aria-labelledby="selection" aria-busy={isReading}>
    <div class="selection-head">
      <h2 id="selection" class="one-line" title={selection && selection.sheet + ' · ' + selection.area}>
        {selection ? selection.area : isReading ? 'Reading the selection…' : 'Nothing to read yet'}
      </h2>
      <IconButton icon="refresh" label="Read selection again" busy={isReading} onClick={on.onReadAgain} />
    </div>
    {selection ? (
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
        {selection.unreadableCount > 0 && <Unreadable selection={selection} />}
      </>
    ) : (
      <p class="faint">{isReading ? '\u00a0' : 'Select handles, @handles or profile links in a column.'}</p>
    )}
    <Select
      label="Platform of handles that name none"
      value={platform}
      options={PLATFORM_OPTIONS}
      onChange={(value) => on.onPlatform(value as Platform | '')}
    />
  </section>
);

/** Texts are strangers' texts. */
function Unreadable({ selection }: { selection: Selection }): JSX.Element {
  const { unreadable, unreadableCount } = selection;
  const more = unreadableCount - unreadable.length;
  return (
    <details class="unreadable">
      <summary>{number(unreadableCount)} cannot be read</summary>
      <ul tabIndex={0} aria-label="Rows that cannot be read">
        {unreadable.map(({ row, text, why }) => (
          <li key={row}>
            <span class="faint">Row {number(row)}</span> <span class="mono break">{text}</span>
            <p class="hint">{withoutText(why, text)}</p>
          </li>
        ))}
        {more > 0 && <li class="hint">… and {number(more)} more.</li>}
      </ul>
    </details>
  );
}
