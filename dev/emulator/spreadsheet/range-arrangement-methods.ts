// SpreadsheetApp.Range, the host's half: what arranges cells or hangs on them, where range-methods.ts is about contents.
import { ServiceError } from '../service';
import { overlap } from './a1';
import type { Area } from './a1';
import { admitMetadata, mayEdit, takeId } from './book';
import type { Metadata } from './book';
import { sortArea } from './copy';
import type { SortColumn } from './copy';
import { change, read } from './document-method';
import type { DocumentMethods, RangeRef } from './document-method';
import { breakMerges, mergeCells } from './merge';
import { locate } from './range-methods';
import type { SheetData } from './sheet-data';
import { changeSheet } from './sheet-tabs';
import { isProtected } from './write-guard';

/** The one row or column that a range covers from edge to edge. */
function wholeLine(sheet: SheetData, area: Area): { axis: 'rows' | 'columns'; line: number } | null {
  if (area.rows === 1 && area.columns === sheet.columnCount) return { axis: 'rows', line: area.row };
  if (area.columns === 1 && area.rows === sheet.rowCount) return { axis: 'columns', line: area.column };
  return null;
}

export const rangeArrangementMethods: DocumentMethods = {
  sort: change(({ book, actor }, ref: RangeRef, columns: SortColumn[]) => {
    const { sheet, area } = locate(book, ref);
    sortArea(book, sheet, area, columns, actor);
  }),
  merge: change(({ book, actor }, ref: RangeRef) => {
    const { sheet, area } = locate(book, ref);
    mergeCells(book, sheet, area, actor);
  }),
  breakApart: change(({ book }, ref: RangeRef) => {
    const { sheet, area } = locate(book, ref);
    breakMerges(book, sheet, area);
  }),
  isPartOfMerge: read(({ book }, ref: RangeRef) => {
    const { sheet, area } = locate(book, ref);
    return sheet.merges.some((each) => overlap(each, area));
  }),
  canEdit: read(({ book, actor }, ref: RangeRef) => {
    const { sheet, area } = locate(book, ref);
    return mayEdit(book, actor.user) && !isProtected(book, sheet, area, actor.user);
  }),
  addMetadata: change(({ book }, ref: RangeRef, metadata: Omit<Metadata, 'id'>) => {
    const { sheet, area } = locate(book, ref);
    const line = wholeLine(sheet, area);
    if (!line) {
      throw new ServiceError(
        'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
      );
    }
    const added: Metadata = { ...metadata, id: takeId(book), sheetId: sheet.id, ...line };
    admitMetadata(book, added);
    book.metadata.push(added);
  }),
  createFilter: change(({ book }, ref: RangeRef) => {
    const { sheet, area } = locate(book, ref);
    if (sheet.filter) throw new ServiceError("You can't create a filter in a sheet that already has a filter.");
    changeSheet(book, sheet, { filter: area });
  }),
};
