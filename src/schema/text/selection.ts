import { listed } from './count';

/** What to select instead, and why a cell is not read. */
export const selectionEn = () => ({
  nothing: 'Select handles first.',
  noRows: 'Select handles first: a column, or some cells of it.',
  severalColumns: 'Select handles in one column. Several blocks of rows are fine.',
  emptySheet: (sheet: string): string => `"${sheet}" is empty.`,
  otherPlatformBelow: (row: number, text: string): string =>
    `Row ${row} says ${text}, so the rows below it seem to be on another platform. Select one part at a time, or add a column with the platform of each row.`,
  otherPart: (row: number, text: string): string => `left out: row ${row} says ${text}. Select the rows below it alone`,
  otherTable: (row: number): string => `left out: row ${row} begins another table. Select that table alone`,
  /** Blocks of cells, of which the first are named. */
  moreBlocks: (named: string, more: number): string => `${named} and ${more} more`,
  noHandles: 'We found no handles in your selection. Select the column that holds them.',
  repeatsHeader: 'this repeats the header',
  placeholder: 'this reads like a placeholder',
  severalPlatforms: (text: string): string => `"${text}" are several platforms. Name one in each row`,
  noPlatform: (text: string, platforms: readonly string[]): string =>
    `${text} is not one of the platforms: ${listed(platforms, 'or')}`,
});
