/** What the sheets of reports, comparisons and fit scores say. */
export const REPORT_TEXT = {
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
