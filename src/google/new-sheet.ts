type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * A sheet at the end. A new sheet becomes the active one; at once the user is taken back to where they were and what was
 * selected there, so that whoever turns to it while it is filled stays.
 */
export function addSheet(book: Spreadsheet, name: string): Sheet {
  const active = book.getActiveSheet();
  const sheet = book.insertSheet(name, book.getNumSheets());
  book.setActiveSheet(active, true);
  return sheet;
}

/** One with a frozen header row. */
export function newSheet(book: Spreadsheet, name: string, headers: readonly string[]): Sheet {
  const sheet = addSheet(book, name);
  sheet.getRange(1, 1, 1, headers.length).setValues([[...headers]]);
  sheet.setFrozenRows(1);
  return sheet;
}
