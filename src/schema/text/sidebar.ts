/** What a call of the sidebar refuses. */
export const sidebarEn = () => ({
  deletedSheet: 'a deleted sheet',
  sheetGone: (sheet: string): string => `The sheet “${sheet}” no longer exists: it was renamed or deleted.`,
  noTurn: 'Other influData calls kept this search waiting for 20 seconds, so nothing was charged. Try again.',
  searchPaused: 'Spending is paused, so nothing was searched. Resume spending under Account.',
  pagesTurned: 'The first page comes after the last. Start with the smaller number.',
  searchName: (most: number): string => `Give the search a name of at most ${most} characters.`,
});
