// The tabs of a workbook: inserting, deleting, renaming, moving, showing.
import { ServiceError } from '../service';
import { activeSheet, admitCells, isNameTaken, record, sheetById, sheetByName, takeId } from './book';
import type { Book } from './book';
import { releaseSpill } from './cell-write';
import { texts } from './exception-text';
import { renameSheetInFormula } from './formula-rewrite';
import { localeConventions } from './locale-conventions';
import { createSheetData, eachCell, gridArea, newSheetSize } from './sheet-data';
import type { SheetData } from './sheet-data';
import { loadSheet, sheetProperties, sheetToSnapshot } from './snapshot';

/** The new sheet becomes the active one. `index` counts from 0; by default it follows the active sheet. */
export function insertSheet(book: Book, name?: string, index?: number, size = newSheetSize): SheetData {
  if (name !== undefined && isNameTaken(book, name)) throw new ServiceError(texts.sheetNameTaken(name));
  admitCells(book, size.rowCount * size.columnCount);
  let number = book.sheets.length + 1;
  while (isNameTaken(book, `Sheet${number}`)) number += 1;
  const sheet = createSheetData(takeId(book), name ?? `Sheet${number}`, size);
  addSheet(book, sheet, index ?? book.sheets.indexOf(activeSheet(book)) + 1);
  return sheet;
}

function addSheet(book: Book, sheet: SheetData, index: number): void {
  const place = Math.min(Math.max(index, 0), book.sheets.length);
  book.sheets.splice(place, 0, sheet);
  book.activeSheetId = sheet.id;
  // A formula that named a sheet of this name before it existed is due.
  book.changes.push({ sheetId: sheet.id, area: gridArea(sheet) });
  if (book.watchers.size > 0) record(book, { type: 'insertSheet', index: place, sheet: sheetToSnapshot(sheet) });
}

export function duplicateSheet(book: Book, source: SheetData, name: string, index?: number): SheetData {
  if (isNameTaken(book, name)) throw new ServiceError(texts.sheetNameTaken(name));
  admitCells(book, source.rowCount * source.columnCount);
  const copy = createSheetData(takeId(book), name, source);
  loadSheet(copy, { ...sheetToSnapshot(source), id: copy.id, name, protections: [], charts: [] });
  eachCell(copy, gridArea(copy), (cell) => {
    if (cell.formula !== undefined) cell.stale = true;
  });
  addSheet(book, copy, index ?? book.sheets.indexOf(source) + 1);
  return copy;
}

function rewriteAll(book: Book, from: string, to: string | null): void {
  const conventions = localeConventions(book.locale);
  for (const sheet of book.sheets) {
    eachCell(sheet, gridArea(sheet), (cell) => {
      if (cell.formula === undefined) return;
      const formula = renameSheetInFormula(cell.formula, conventions, from, to);
      if (formula === cell.formula) return;
      cell.formula = formula;
      if (to === null) {
        releaseSpill(sheet, cell);
        cell.stale = true;
      }
    });
  }
}

export function renameSheet(book: Book, sheet: SheetData, name: string): void {
  if (sheet.name === name) return;
  if (isNameTaken(book, name, sheet)) throw new ServiceError(texts.sheetNameTaken(name));
  const old = sheet.name;
  sheet.name = name;
  rewriteAll(book, old, name);
  record(book, { type: 'renameSheet', sheetId: sheet.id, name });
}

export function deleteSheet(book: Book, sheet: SheetData): void {
  if (book.sheets.length === 1) throw new ServiceError(texts.lastSheet());
  const index = book.sheets.indexOf(sheet);
  book.sheets.splice(index, 1);
  book.namedRanges = book.namedRanges.filter(({ sheetId }) => sheetId !== sheet.id);
  book.metadata = book.metadata.filter(({ sheetId }) => sheetId !== sheet.id);
  rewriteAll(book, sheet.name, null);
  record(book, { type: 'deleteSheet', sheetId: sheet.id });
  if (book.activeSheetId !== sheet.id) return;
  const next = book.sheets[Math.min(index, book.sheets.length - 1)];
  if (next) activateSheet(book, next);
}

export function activateSheet(book: Book, sheet: SheetData): void {
  book.activeSheetId = sheet.id;
  record(book, { type: 'activateSheet', sheetId: sheet.id });
}

/** Cells are selected in the sheet in front, so their sheet comes there. */
export function selectCells(book: Book, sheet: SheetData, selection: SheetData['selection']): void {
  if (book.activeSheetId !== sheet.id) activateSheet(book, sheet);
  sheet.selection = selection;
  record(book, { type: 'select', sheetId: sheet.id, ...selection });
}

/** @param index place in the tab order, from 0 */
export function moveSheet(book: Book, sheet: SheetData, index: number): void {
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  book.sheets.splice(Math.min(Math.max(index, 0), book.sheets.length), 0, sheet);
  record(book, { type: 'moveSheet', sheetId: sheet.id, index: book.sheets.indexOf(sheet) });
}

export function setSheetHidden(book: Book, sheet: SheetData, hidden: boolean): void {
  const othersVisible = book.sheets.some((each) => each !== sheet && !each.hidden);
  if (hidden && !othersVisible) throw new ServiceError(texts.lastVisibleSheet());
  changeSheet(book, sheet, { hidden });
  if (hidden && book.activeSheetId === sheet.id) {
    const next = book.sheets.find((each) => !each.hidden);
    if (next) activateSheet(book, next);
  }
}

/** Everything about a sheet that is neither its cells nor its place. */
export function changeSheet(book: Book, sheet: SheetData, change: Partial<SheetData>): void {
  Object.assign(sheet, change);
  if (book.watchers.size > 0) {
    record(book, { type: 'sheetProperties', sheetId: sheet.id, properties: sheetProperties(sheet) });
  }
}

export function sheetOf(book: Book, nameOrId: string | number): SheetData {
  if (typeof nameOrId === 'number') return sheetById(book, nameOrId);
  const sheet = sheetByName(book, nameOrId);
  if (!sheet) throw new ServiceError(`There is no sheet "${nameOrId}".`);
  return sheet;
}
