const HEADER_PX = 36;

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A sheet at the end with a frozen header row; the user stays where they were. */
export function newSheet(
  book: GoogleAppsScript.Spreadsheet.Spreadsheet,
  name: string,
  headers: readonly string[],
): Sheet {
  const active = book.getActiveSheet();
  const sheet = book.insertSheet(name, book.getNumSheets());
  sheet.getRange(1, 1, 1, headers.length).setValues([[...headers]]);
  // A long header takes two lines.
  sheet.setRowHeights(1, 1, HEADER_PX);
  sheet.setFrozenRows(1);
  // A new sheet becomes the active one; what was selected before is selected again.
  book.setActiveSheet(active, true);
  return sheet;
}
