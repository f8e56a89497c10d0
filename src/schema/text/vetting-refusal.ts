/** What stands in the way of vetting flags. */
export const vettingEn = () => ({
  noList: 'Go to a list of creators first.',
  changed: 'Rows or columns were moved meanwhile. Look at the list, and add the flags again.',
  isSettings: (sheet: string): string => `"${sheet}" holds the settings of flags. Go to the list itself.`,
  noHeader: 'Vetting flags need a row with headers above the handles. Add one and try again.',
  otherSheet: 'Another sheet is in front now. Go back to the list, or look at this one first.',
  noFlags: 'Choose at least one flag.',
  noFigures: (names: string): string => `The columns ${names} are missing. Add the flags again to get their figures.`,
  lostLabel: (sheet: string, label: string): string =>
    `The sheet "${sheet}" has no cell "${label}" any more. Put it back, or delete that sheet to get a new one.`,
  protectedColumns: (sheet: string): string =>
    `The sheet "${sheet}" or the columns of its flags are protected. Ask its owner for access.`,
});
