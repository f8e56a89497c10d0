/** What keeps the gate shut, and how to open it. */
export const gateEn = () => ({
  busy: 'The spreadsheet is busy with other influData calls. Try again in a minute.',
  storeFull:
    "This spreadsheet's property store is full, so nothing more is bought. Remove what other scripts keep in it.",
  storeFullSave:
    "Google's property store is full, so this couldn't be saved. Remove what other scripts keep in it and try again.",
  /** `what`: one of `RECORDS`. */
  unreadable: (what: string): string =>
    `We can't read ${what} of this spreadsheet, so nothing is bought. Open Usage in the influData menu to repair it.`,
  tabUnreadable:
    'We can\'t read the hidden tab "influData data", which holds what you paid for, so nothing is bought. Try again. If it was deleted or renamed, undo that; to go on without it, add an empty tab with that name.',
  tabNotWritten: (why: string): string =>
    `We couldn't write to the hidden tab "influData data": ${why} What you paid for is saved. Fix that, then resume.`,
  settingsRefused: "These settings can't be used: caps are whole numbers from 0, days are 0 to 3,650.",
  settingsUnreadable: (property: string): string =>
    `We can't read the settings. Delete the document property ${property}.`,
  settingsStop: (property: string, why: string): string =>
    `Spending is paused because we can't read the settings: ${why}. Correct or delete the document property ${property}.`,
  notAnObject: 'they are not a JSON object',
  badValue: (name: string): string => `"${name}" has a value that isn't allowed`,
});

export const recordEn = () => ({
  budget: 'the saved spending',
  pace: 'the saved pace',
  reservation: 'a saved reservation',
  answers: 'the saved answers',
});
