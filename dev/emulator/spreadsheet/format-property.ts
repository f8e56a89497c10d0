// The properties of a cell's format that scripts write by methods of their own. Used on both sides.
import type { CellFormat } from './cell';

export type FormatProperty = keyof CellFormat;

/** Ends of the methods' names: `setBackground` for one value, `setBackgrounds` for a value each. */
export const formatMethods: readonly { property: FormatProperty; one: string; many: string }[] = [
  { property: 'background', one: 'Background', many: 'Backgrounds' },
  { property: 'fontColor', one: 'FontColor', many: 'FontColors' },
  { property: 'fontSize', one: 'FontSize', many: 'FontSizes' },
  { property: 'fontWeight', one: 'FontWeight', many: 'FontWeights' },
  { property: 'horizontalAlignment', one: 'HorizontalAlignment', many: 'HorizontalAlignments' },
  { property: 'verticalAlignment', one: 'VerticalAlignment', many: 'VerticalAlignments' },
  { property: 'numberFormat', one: 'NumberFormat', many: 'NumberFormats' },
  { property: 'wrapStrategy', one: 'WrapStrategy', many: 'WrapStrategies' },
];
