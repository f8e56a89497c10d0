// Merged cells. Source of the rules: reports of live exceptions (exception-text.ts has the texts).
import { ServiceError } from '../service';
import { contains, overlap } from './a1';
import type { Area } from './a1';
import type { Book } from './book';
import { clearArea } from './cell-write';
import type { Actor } from './write-guard';
import { texts } from './exception-text';
import type { SheetData } from './sheet-data';
import { changeSheet } from './sheet-tabs';

/** Whether the line between frozen and other lines would run through the area. */
export function isAcross(area: Area, axis: 'rows' | 'columns', frozen: number): boolean {
  const [first, count] = axis === 'rows' ? [area.row, area.rows] : [area.column, area.columns];
  return first <= frozen && first + count - 1 > frozen;
}

/** Throws where it cuts through one that is there. */
function without(sheet: SheetData, area: Area): Area[] {
  const touched = sheet.merges.filter((each) => overlap(each, area));
  if (touched.some((each) => !contains(area, each))) throw new ServiceError(texts.partOfMerge());
  return sheet.merges.filter((each) => !touched.includes(each));
}

/** The value of the top left cell stays, the others are gone. */
export function mergeCells(book: Book, sheet: SheetData, area: Area, actor: Actor): void {
  if (isAcross(area, 'rows', sheet.frozenRows)) throw new ServiceError(texts.mergesFrozen('rows'));
  if (isAcross(area, 'columns', sheet.frozenColumns)) throw new ServiceError(texts.mergesFrozen('columns'));
  const merges = [...without(sheet, area), area];
  const { row, column, rows, columns } = area;
  if (columns > 1) {
    clearArea(book, sheet, { row, column: column + 1, rows: 1, columns: columns - 1 }, { content: true }, { actor });
  }
  if (rows > 1) clearArea(book, sheet, { row: row + 1, column, rows: rows - 1, columns }, { content: true }, { actor });
  changeSheet(book, sheet, { merges });
}

export function breakMerges(book: Book, sheet: SheetData, area: Area): void {
  changeSheet(book, sheet, { merges: without(sheet, area) });
}
