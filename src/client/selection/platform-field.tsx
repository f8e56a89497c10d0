import type { JSX } from 'preact';
import { type Platform, PLATFORM_NAMES } from '../../schema/platform';
import { TEXT } from '../text/text';
import type { Option } from '../ui/option';
import { Select } from '../ui/select';
import { platformLabel } from './selection-text';

const OPTIONS: readonly Option[] = [
  ...PLATFORM_NAMES.map((value) => ({ value, label: platformLabel(value) })),
  { value: '', label: TEXT.selection.platformPerRow },
];

interface PlatformFieldProps {
  platform: Platform | '';
  onChange: (platform: Platform | '') => void;
}

/** The platform of handles that name none themselves. */
export const PlatformField = ({ platform, onChange }: PlatformFieldProps): JSX.Element => (
  <Select
    isRow
    label={TEXT.selection.platformForPlainHandles}
    value={platform}
    options={OPTIONS}
    onChange={(value) => onChange(value as Platform | '')}
  />
);
