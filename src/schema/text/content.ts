/** What the sheet that sums up posts says. */
export const contentTextEn = () => ({
  summarySource: (about: string, sheet: string, synced: string): string =>
    `${about === '' ? '' : `${about}. `}Source: influData, sheet “${sheet}”, ${synced}.`,
  summaryHint:
    'The formulas follow that sheet. Earned media is an estimate: reach / 1,000 × your own rate, which you type into G5.',
  sheet: 'Summary',
  title: 'Campaign summary',
  figures: {
    posts: 'Posts',
    reach: 'Reach',
    likes: 'Likes',
    comments: 'Comments',
    engagement: 'Mean engagement',
  },
  earned: 'Earned media',
  rate: 'Your rate per 1,000',
  creator: 'Creator',
  day: 'Day',
  ordering: 'For ordering',
  minusReach: '−Reach',
  byCreator: 'Reach by creator',
  byDay: 'Reach by day',
});
