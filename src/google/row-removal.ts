/**
 * Google deletes rows by their place, and people sort, insert and delete rows between a look and the deletion. So the rows
 * are first moved below all others, with as many blank rows in between: then whatever comes to stand in their place
 * meanwhile is one of them, or blank. It would take more rows than that, inserted in one instant, to push another row there.
 */
export function deleteRows(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  row: number,
  wanted: number,
  mayGo: (row: number, rows: number) => boolean,
): number {
  const rows = Math.min(wanted, blankRows(sheet, wanted));
  const end = sheet.getMaxRows();
  sheet.moveRows(sheet.getRange(row, 1, rows, 1), end + 1);
  SpreadsheetApp.flush();
  const moved = end - rows + 1;
  if (!mayGo(moved, rows)) {
    // Others came along. To where they stood, as far as that is the same place.
    sheet.moveRows(sheet.getRange(moved, 1, rows, 1), row);
    return 0;
  }
  sheet.deleteRows(moved, rows);
  return rows;
}

/** Makes that many below everything, or fewer where the spreadsheet has nearly all the cells that it may have. */
function blankRows(sheet: GoogleAppsScript.Spreadsheet.Sheet, wanted: number): number {
  const last = sheet.getMaxRows();
  const blank = last - sheet.getLastRow();
  for (let missing = wanted - blank; missing > 0; missing = Math.floor(missing / 2))
    try {
      sheet.insertRowsAfter(last, missing);
      SpreadsheetApp.flush();
      return blank + missing;
    } catch (error) {
      if (blank === 0 && missing === 1) throw error;
    }
  return blank;
}
