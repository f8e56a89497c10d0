/** What stands in the way of reports, fit scores and offer checks, and what their sheets say. */
export const REPORT_TEXT = {
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
  currencies: (codes: string, rows: string, isOne: boolean): string =>
    `Fees are in ${codes}. ${isOne ? 'Row' : 'Rows'} ${rows} ${isOne ? 'differs from the rest and stays' : 'differ from the rest and stay'} out of the medians.`,
  pendingUnreadable: (property: string): string =>
    `We can't read the list of pending reports. Delete the document property ${property} to start a new one.`,
  selectCells: 'Select cells with handles first.',
  longHandles: 'These handles are too long for one run. Select fewer of them.',
  selectHandles: 'Select handles first.',

  folded: 'The data behind it is folded away: click + above the columns on the right.',
  fetched: (first: string, last: string): string =>
    `Source: influData, fetched ${first === last ? first : `${first} to ${last}`}.`,
  sharesAsGiven: 'Shares are as influData gives them: they may overlap, and need not add up to 100%.',
  noAudiences: 'influData has no audience data for these creators.',
  noAudience: 'influData has no audience data for this creator.',
  notCompared: (parts: string): string => ` Not compared, because the scale is unclear: ${parts}.`,
  fitHint: 'How well each audience matches your targets. Change a target, and everything below is recalculated.',
  fitProduct: (fetched: string): string =>
    `Fit multiplies the shares you ask for, as if they were independent. ${fetched}`,
  targetsHint: 'one per cell, in the words of the column Label on the right; leave blank what does not matter',
  notInReport: (parts: string): string => `Not in this report: ${parts}.`,
  noTimeline: 'This report has no growth timeline.',
  untold: (parts: string): string => `Shown as influData gave it, because its scale is unclear: ${parts}.`,
  counts: (parts: string): string => `Numbers, not shares: ${parts}.`,
  list: (label: string, parts: string): string => `${label}: ${parts}.`,
  unknown: (parts: string): string => `Further sections, as influData gave them: ${parts}.`,
  source: (dataOf: string, fetched: string): string =>
    `Source: influData${dataOf === '' ? '' : `, data of ${dataOf}`}, fetched ${fetched}.`,
};
