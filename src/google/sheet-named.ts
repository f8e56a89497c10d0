type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Names of tabs are unique without regard to case, but Google finds the exact one only: an "infludata log" is the log. */
export function sheetNamed(book: GoogleAppsScript.Spreadsheet.Spreadsheet, name: string): Sheet | undefined {
  const wanted = name.toLowerCase();
  return book.getSheetByName(name) ?? book.getSheets().find((sheet) => sheet.getName().toLowerCase() === wanted);
}
