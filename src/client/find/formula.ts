import type { Platform } from '../../schema/platform';
import { formulaOf } from '../form/formula';

/** The search as a formula; without filters that argument is left out. */
export const formulaText = (separator: ',' | ';', platform: Platform, filters: string): string =>
  formulaOf('INFLU_SEARCH', separator, [platform, filters].filter(Boolean));
