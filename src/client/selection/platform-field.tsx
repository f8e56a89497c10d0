import type { JSX } from 'preact';
import type { Platform } from '../../schema/platform';
import { PLATFORM_OPTIONS } from '../form/platform-options';
import { TEXT } from '../text/text';
import type { Option } from '../ui/option';
import { Select } from '../ui/select';

const OPTIONS: readonly Option[] = [...PLATFORM_OPTIONS, { value: '', label: TEXT.selection.platformPerRow }];

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
