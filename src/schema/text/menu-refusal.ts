/** What keeps a click in the menu, or a formula from Help, from being carried out. */
export const menuEn = () => ({
  noFormula: (name: string): string => `There is no formula ${name}.`,
  selectCell: 'Select a cell first.',
  protectedCell: (cell: string): string => `${cell} is protected. Select another cell.`,
  movedNow: 'Rows or columns were moved just now, so nothing was written. Select the cell again.',
  beingEdited: (sheet: string): string => `"${sheet}" is being edited. Click again when that is done.`,
  examplesGone: (sheet: string): string => `There are no handles in “${sheet}”. Select some of your own.`,
});
