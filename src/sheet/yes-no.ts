import type { CellValue } from '../core/page';
import { safeCell } from './safe-text';

/**
 * A value as a person reads it: `Yes` and `No`. A column that has TRUE and FALSE from before goes on with these, since
 * formulas of its sheet may count them.
 */
export const spelled = (value: CellValue, hasBooleans: boolean): CellValue =>
  typeof value === 'boolean' && !hasBooleans ? (value ? 'Yes' : 'No') : safeCell(value);
