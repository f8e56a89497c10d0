type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Tab names are unique regardless of case, but Google finds only the exact spelling. An "infludata log" is the log. */
export function sheetNamed(book: GoogleAppsScript.Spreadsheet.Spreadsheet, name: string): Sheet | undefined {
  const wanted = name.toLowerCase();
  return book.getSheetByName(name) ?? book.getSheets().find((sheet) => sheet.getName().toLowerCase() === wanted);
}
