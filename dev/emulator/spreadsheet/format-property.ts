// The properties of a cell's format that scripts read and write by methods of their own. Used on both sides.
import type { CellFormat } from './cell';

/** What a cell without a format of its own has. Source: a new sheet in Google Sheets. */
export const defaultFormat = {
  numberFormat: 'General',
  background: '#ffffff',
  fontColor: '#000000',
  fontFamily: 'Arial',
  fontSize: 10,
  fontWeight: 'normal',
  fontStyle: 'normal',
  fontLine: 'none',
  horizontalAlignment: 'general',
  verticalAlignment: 'bottom',
  wrapStrategy: 'OVERFLOW',
  textRotation: 0,
} as const satisfies CellFormat;

export type FormatProperty = keyof typeof defaultFormat;

/** Ends of the methods' names: `setBackground` for one value, `setBackgrounds` for a value each. */
export const formatMethods: readonly { property: FormatProperty; one: string; many: string }[] = [
  { property: 'background', one: 'Background', many: 'Backgrounds' },
  { property: 'fontColor', one: 'FontColor', many: 'FontColors' },
  { property: 'fontFamily', one: 'FontFamily', many: 'FontFamilies' },
  { property: 'fontSize', one: 'FontSize', many: 'FontSizes' },
  { property: 'fontWeight', one: 'FontWeight', many: 'FontWeights' },
  { property: 'fontStyle', one: 'FontStyle', many: 'FontStyles' },
  { property: 'fontLine', one: 'FontLine', many: 'FontLines' },
  { property: 'horizontalAlignment', one: 'HorizontalAlignment', many: 'HorizontalAlignments' },
  { property: 'verticalAlignment', one: 'VerticalAlignment', many: 'VerticalAlignments' },
  { property: 'numberFormat', one: 'NumberFormat', many: 'NumberFormats' },
  { property: 'wrapStrategy', one: 'WrapStrategy', many: 'WrapStrategies' },
];
