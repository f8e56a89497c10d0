/** What stands in the way of getting posts and summing them up. */
export const contentEn = () => ({
  manyGaps: (sheet: string, gaps: number): string =>
    `"${sheet}" has more gaps than a run can remember (${gaps}), so nothing was bought. Get these posts into a new sheet.`,
  justSynced: (sheet: string): string =>
    `Somebody else has just got posts into "${sheet}", so nothing was started. Look at the price and try again.`,
  unordered: (sorting: string): string =>
    `This sheet has the first posts by ${sorting}, not all of them, so we can't tell which are new. Get all of them first, or sort by newest.`,
  protectedSheet: (sheet: string): string => `The sheet "${sheet}" is protected, so nothing was fetched for it.`,
  noPosts: 'This sheet holds no posts, or it was deleted. Get posts into a new sheet.',
  nothingToSum: 'There are no posts to sum up yet. Get posts first.',
  syncsUnreadable: (property: string): string =>
    `We can't read the record of this sheet's syncs. Delete the document property ${property}, then set the schedule again.`,
  noColumn: (sheet: string, header: string): string =>
    `The sheet "${sheet}" no longer has a column "${header}". Put the header back first.`,
});
