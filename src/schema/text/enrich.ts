/** Behind `failed:` in a row that was to be queued. */
export const NOT_QUEUED = {
  notWeekly: "influData didn't put it on the weekly refresh. Try again later.",
  notThere: 'not in the database yet. Put it on the weekly refresh in 24 to 48 hours.',
  notThereQueued: 'not in the database yet, queued now. Put it on the weekly refresh in 24 to 48 hours.',
  notQueued: "not in the database, and influData didn't queue it. Try again later.",
  notTold: "influData didn't say what became of it",
  idNotQueued: "an influData id can't be queued; it is in the database already",
  noEnrichment: (platform: string): string => `${platform} has no enrichment`,
};

/** What stands in the way of enriching. */
export const enrichEn = () => ({
  nothingToDo: 'There is nothing to do in these rows. Select others.',
  sheetGone: 'This sheet no longer exists. Select the handles again.',
  fieldCount: (most: number): string => `Choose 1 to ${most} fields.`,
  longFields: 'These field paths are too long for one run. Choose fewer.',
  sheetChanged: 'The sheet has changed since we read your selection. Select the handles again.',
  protectedColumn: (header: string): string =>
    `The column "${header}" is protected. Choose new columns, or ask its owner for access.`,
  protectedSheet: (sheet: string): string =>
    `The sheet "${sheet}" or some of its rows are protected. Ask its owner for access, or copy the handles to a sheet of your own.`,
  spillingColumn: (header: string, row: number): string =>
    `The column "${header}" is filled by a formula in row ${row}, and values would break it. Choose new columns, or replace the formula with its values first.`,
  handlesDeleted: (sheet: string): string =>
    `The column of handles in "${sheet}" was deleted, so the run can't go on. Undo that and resume, or end the run.`,
  columnDeleted: (column: string, sheet: string): string =>
    `The column "${column}" of "${sheet}" was deleted, so the run can't tell what is left. Undo that and resume, or end the run and start another.`,
  queueUnreadable: "influData sent a reply we couldn't read. Try again later.",
});
