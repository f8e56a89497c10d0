// SpreadsheetApp.Spreadsheet, and what belongs to the whole document: names, metadata, protections.
import { ServiceError } from '../service';
import { activeSheet, admitMetadata, record, sheetById, sheetByName, takeId } from './book';
import type { Book, Metadata } from './book';
import { change, handle, read } from './document-method';
import type { DocumentMethods } from './document-method';
import { activateSheet, deleteSheet, insertSheet } from './sheet-tabs';

const sheetIds = (book: Book): number[] => book.sheets.map(({ id }) => id);

export const spreadsheetMethods: DocumentMethods = {
  getName: handle(({ book }) => book.name),
  getLocale: handle(({ book }) => book.locale),
  getTimeZone: handle(({ book }) => book.timeZone),
  getSheets: handle(({ book }) => sheetIds(book)),
  getSheetByName: handle(({ book }, name: string) => sheetByName(book, name)?.id ?? null),
  getSheetById: handle(({ book }, id: number) => (sheetIds(book).includes(id) ? id : null)),
  /** In a custom function: the sheet of the cell being computed. */
  getActiveSheet: handle(({ book, cell }) => (cell && sheetByName(book, cell.sheet)?.id) ?? activeSheet(book).id),
  /** The cell being computed, or what is selected; see Sheet.getSelection. */
  getOwnCell: handle(({ book, cell }) => {
    const sheet = cell && sheetByName(book, cell.sheet);
    return cell && sheet ? { sheetId: sheet.id, row: cell.row, column: cell.column, rows: 1, columns: 1 } : null;
  }),

  insertSheet: change(
    ({ book }, name: string | undefined, index: number | undefined) => insertSheet(book, name, index).id,
  ),
  deleteSheet: change(({ book }, sheetId: number) => deleteSheet(book, sheetById(book, sheetId))),
  /** "restoreSelection: If true, the most recent selection of the new active sheet becomes selected again." (Spreadsheet.setActiveSheet) */
  setActiveSheet: change(({ book }, sheetId: number, restoreSelection: boolean) => {
    const sheet = sheetById(book, sheetId);
    activateSheet(book, sheet);
    if (restoreSelection) record(book, { type: 'select', sheetId, ...sheet.selection });
  }),

  getMetadata: read(({ book }) => structuredClone(book.metadata)),
  addMetadata: change(({ book }, metadata: Omit<Metadata, 'id'>) => {
    const added: Metadata = { ...metadata, id: takeId(book) };
    admitMetadata(book, added);
    book.metadata.push(added);
    return { ...added };
  }),
  setMetadata: change(({ book }, id: number, alter: Partial<Omit<Metadata, 'id'>>) => {
    const found = book.metadata.find((each) => each.id === id);
    if (!found) throw new ServiceError('The developer metadata no longer exists.');
    admitMetadata(book, { ...found, ...alter }, found);
    return { ...Object.assign(found, alter) };
  }),
  removeMetadata: change(({ book }, id: number) => {
    book.metadata = book.metadata.filter((each) => each.id !== id);
  }),
};
