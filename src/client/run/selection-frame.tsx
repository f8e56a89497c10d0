import type { ComponentChildren, JSX } from 'preact';
import { PLATFORM_NAMES, PLATFORMS, type Platform } from '../../schema/platform';
import { IconButton } from '../ui/button';
import type { Option } from '../ui/option';
import { Select } from '../ui/select';

interface SelectionFrameProps {
  /** For a heading and its card to name each other. */
  id: string;
  selection: { sheet: string; area: string } | undefined;
  isReading: boolean;
  platform: Platform | '';
  onPlatform: (platform: Platform | '') => void;
  onReadAgain: () => void;
  /** What was understood; shown while there is a selection. */
  children: ComponentChildren;
}

const PLATFORM_OPTIONS: readonly Option[] = [
  ...PLATFORM_NAMES.map((value) => ({ value, label: PLATFORMS[value].label })),
  { value: '', label: 'none: each row names its own' },
];

export const labelOf = (platform: string): string => PLATFORMS[platform as Platform]?.label ?? platform;

/** The selected cells: where they are, what was understood, the platform of handles that name none. */
export const SelectionFrame = ({ id, selection, isReading, platform, ...on }: SelectionFrameProps): JSX.Element => (
  <section class="card selection" aria-labelledby={id} aria-busy={isReading}>
    <div class="selection-head">
      <h2 id={id} class="one-line" title={selection && selection.sheet + ' · ' + selection.area}>
        {selection ? selection.area : isReading ? 'Reading the selection…' : 'Nothing to read yet'}
      </h2>
      <IconButton icon="refresh" label="Read selection again" busy={isReading} onClick={on.onReadAgain} />
    </div>
    {selection ? (
      on.children
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
