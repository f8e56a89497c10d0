import { PLATFORM_NAMES, PLATFORMS } from '../../schema/platform';
import type { Option } from '../ui/option';

/** Every platform by its own name; each form puts before or after them what else it offers. */
export const PLATFORM_OPTIONS: readonly Option[] = PLATFORM_NAMES.map((value) => ({
  value,
  label: PLATFORMS[value].label,
}));
