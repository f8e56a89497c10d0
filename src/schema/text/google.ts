/** What Google's services refuse, and what to do about it. */
export const googleEn = () => ({
  dailyCalls:
    "You've reached Google's daily limit of web calls. Go on tomorrow; Usage in the menu shows whether you were charged.",
  manyCalls:
    'Google allows no more web calls for the moment. Try again in a minute; Usage in the menu shows whether you were charged.',
  noAddress:
    "This copy of the add-on isn't allowed to reach influData because its manifest lacks the address. Install it again.",
  noDocument: 'influData works inside a spreadsheet. Open it from Extensions in one.',
  propertyStore: (said: string): string =>
    `Google's property store isn't answering. Try again later; nothing is paid twice. (${said})`,
  noTab: (tab: string): string => `There is no tab ${tab}.`,
  noSpreadsheet: 'No spreadsheet is open.',
  /** `doing`: one of `work`. */
  refused: (doing: string, said: string): string => `Google Sheets couldn't ${doing}: ${said}`,
  work: {
    read: 'read this spreadsheet',
    write: 'write to this spreadsheet',
    mark: 'mark a sheet or its columns',
    columns: 'add columns',
    format: 'format cells',
    layout: 'lay out a sheet',
    protect: 'protect cells',
    rename: 'rename a sheet',
    choices: 'offer a list of choices',
    pictures: 'put pictures into cells',
    sheet: 'add a sheet',
  },
  memoTooLong: (sheet: string): string =>
    `"${sheet}" has more to remember than Google Sheets can store, so nothing was changed. Write to a new sheet.`,
  noScheduleRight:
    'This copy of the add-on may not schedule anything: Google wants one more permission for that (README, Schedules). Until then, refresh by hand.',
  manyTriggers:
    'Google allows 20 triggers per account and script. Delete some at script.google.com under My triggers, then set the schedule again.',
  noSchedule: (said: string): string => `Google didn't set the schedule. Try again later: ${said}`,
});
