/** What stands in the way of reports, fit scores and offer checks, and what they leave open. */
export const reportEn = () => ({
  targets: (most: number, longest: number): string =>
    `Choose at most ${most} targets of a kind, each of at most ${longest} characters.`,
  manyCreators: (most: number): string => `Select at most ${most} creators at once.`,
  noReports: 'None of these creators has a saved audience report. Create their reports first.',
  withoutReport: 'Make audience reports of those without one, then a new fit score.',
  chooseFees: 'Choose the column with the fees.',
  ownColumn: 'The offer check made that column. Choose the column with the fees.',
  selectRows: 'Select the rows with the handles first.',
  withoutData: 'Enrich those without data (1 request each), then check again.',
  protectedColumns: (sheet: string): string =>
    `The sheet "${sheet}" or some of its columns are protected. Ask its owner for access, or copy the rows to a sheet of your own.`,
  /** `rows`: the first of so many. */
  currencies: (codes: readonly string[], rows: readonly number[], count: number): string =>
    `Fees are in ${codes.join(', ')}. ${count === 1 ? 'Row' : 'Rows'} ${rows.join(', ')}${count > rows.length ? ' and more' : ''} ${count === 1 ? 'differs from the rest and stays' : 'differ from the rest and stay'} out of the medians.`,
  pendingUnreadable: (property: string): string =>
    `We can't read the list of pending reports. Delete the document property ${property} to start a new one.`,
  selectCells: 'Select cells with handles first.',
  longHandles: 'These handles are too long for one run. Select fewer of them.',
});
