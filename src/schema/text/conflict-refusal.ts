import { figure } from './count';

/** What stands in the way of a conflict check. */
export const conflictEn = () => ({
  noBrandsSheet: 'Make the sheet Brands first, and type your brands into it.',
  noBrands: (sheet: string): string => `Type your competitors into the sheet “${sheet}” first.`,
  noHeader: (sheet: string, header: string): string =>
    `The sheet “${sheet}” has no column “${header}” any more. Put the header back first.`,
  tooManyBrands: (most: number): string => `The check takes at most ${most} brands. Delete some first.`,
  tooManyCreators: (most: number): string =>
    `The check takes at most ${figure(most)} creators at once. Split the sheet first.`,
  noCreators: 'There are no handles in this sheet. Open the sheet with your creators first.',
  otherSheet: 'Another sheet is open now. Look at its price first.',
  onBrands: 'Type your brands here, then open the sheet with your creators.',
  listGone: 'The list of this check no longer exists. Open another sheet with creators.',
  spendingPaused: 'Spending is paused. Resume spending under Account.',
});
