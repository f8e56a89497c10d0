// What a reference in a formula stands for in this workbook.
import { areaOf, parseA1 } from './a1';
import type { Area } from './a1';
import { sheetByName } from './book';
import type { Book } from './book';
import type { ReferenceText } from './formula-tokens';
import type { Reference } from './formula-value';

/** null where the sheet does not exist. Open ends reach the edge of the grid. */
export function referenceOf(book: Book, { sheetName, corners }: ReferenceText, ownSheetId: number): Reference | null {
  const sheet =
    sheetName === undefined ? book.sheets.find(({ id }) => id === ownSheetId) : sheetByName(book, sheetName);
  if (!sheet) return null;
  const [first, last = first] = corners;
  const isCell = last === first;
  const rows = [first.row ?? 1, last.row ?? (isCell ? (first.row ?? 1) : sheet.rowCount)] as const;
  const columns = [first.column ?? 1, last.column ?? (isCell ? (first.column ?? 1) : sheet.columnCount)] as const;
  const area: Area = {
    row: Math.min(...rows),
    column: Math.min(...columns),
    rows: Math.abs(rows[1] - rows[0]) + 1,
    columns: Math.abs(columns[1] - columns[0]) + 1,
  };
  return { sheetId: sheet.id, area };
}

/** A named range, or the text that INDIRECT was given. */
export function namedReference(book: Book, text: string, ownSheetId: number): Reference | null {
  const named = book.namedRanges.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (named) return { sheetId: named.sheetId, area: named.area };
  const parsed = parseA1(text);
  if (!parsed) return null;
  const sheet =
    parsed.sheetName === undefined
      ? book.sheets.find(({ id }) => id === ownSheetId)
      : sheetByName(book, parsed.sheetName);
  return sheet ? { sheetId: sheet.id, area: areaOf(parsed, sheet) } : null;
}
