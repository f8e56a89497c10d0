/** What keeps a run from beginning or going on, and what to do about it. */
export const runEn = () => ({
  gone: 'This run no longer exists. Start a new one.',
  unreadable: "We can't read this saved run. End it and start a new one; its sheet stays.",
  unreadableOnSheet: (property: string): string =>
    `We can't read a saved run on this sheet. Delete the document property ${property} to start a new one.`,
  /** `at`: an instant in UTC. */
  openOnSheet: (isOwn: boolean, at: string): string =>
    `A run on this sheet is not finished: ${isOwn ? 'you started it' : 'somebody else started it'} at ${at} UTC. Resume or end it first.`,
  beingWorkedOn: (since: string): string =>
    `This run has been under way since ${since} UTC, here or in somebody else's sidebar. Wait a moment.`,
  drivenByOthers: (since: string): string =>
    `Somebody else has been running this since ${since} UTC. You can take over once it has stood still for two minutes.`,
  noIdColumn: (sheet: string, header: string): string =>
    `The sheet "${sheet}" no longer has a column "${header}", so rows could come twice. Put the header back, or write to a new sheet.`,
  beingMoved: (sheet: string): string =>
    `Rows or columns of "${sheet}" are being moved, so nothing was written there. Resume when that is done.`,
  scheduleGone: 'a sheet: It was deleted, so its schedule ended.',
  trackerGone: 'The campaign tracker of this sheet was deleted, so the sheet is no longer synced every day.',
  nightUnreadable: (property: string): string =>
    `We can't read what schedules have spent, so none runs. Delete the document property ${property}.`,
  enrichFirst: 'Enrich this sheet once first: a schedule refreshes the columns of a run.',
  scheduleSheetGone: 'The sheet or its column of handles is gone. Set the schedule again.',
});
