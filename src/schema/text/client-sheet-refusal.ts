/** What stands in the way of a client sheet and its decisions. */
export const clientSheetEn = () => ({
  noCreators: (sheet: string): string =>
    `No creators found in "${sheet}". Open the sheet with your list, with their handles or profile links in one column.`,
  noList: 'Open the sheet with your list first.',
  listGone: 'That sheet was deleted or is another one now. Open your list and look again.',
  columnsMoved: 'Columns of your list were moved or renamed. Look at the columns again, then make the sheet.',
  rowsMoved: (sheet: string): string =>
    `Rows of "${sheet}" are being moved, so nothing was made. Try again when that is done.`,
  nobody: 'No row of your list names a creator that a client could recognise, so nothing was made.',
  sourceGone: 'The sheet with the decisions was deleted. Choose another one, or paste the rows.',
  noDecisionColumn: (from: string): string =>
    `No column with decisions found in ${from}. It needs a header "Decision", or cells that say approve, decline or maybe.`,
  nobodyDecided: (from: string): string =>
    `No creators found in ${from}. Choose the client's sheet, or paste its rows together with their headers.`,
  pastedRows: 'the pasted rows',
  sheetNamed: (sheet: string): string => `"${sheet}"`,
  protectedList: (sheet: string): string =>
    `The sheet "${sheet}" or its columns for decisions are protected. Ask its owner for access.`,
});
