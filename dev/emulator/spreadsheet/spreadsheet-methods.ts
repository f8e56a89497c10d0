// SpreadsheetApp.Spreadsheet, and what belongs to the whole document: names, metadata, protections.
import { ServiceError } from '../service';
import { activeSheet, admitMetadata, sheetById, sheetByName, takeId } from './book';
import type { Book, Metadata } from './book';
import { change, handle, read } from './document-method';
import type { DocumentMethods, RangeRef } from './document-method';
import { texts } from './exception-text';
import type { Protection } from './sheet-data';
import { rangeByText } from './sheet-methods';
import { activateSheet, changeSheet, deleteSheet, duplicateSheet, insertSheet, moveSheet } from './sheet-tabs';
import { isLockedFor } from './write-guard';

/** A protection with the sheet it is in. */
export type ProtectionView = Protection & { sheetId: number; canEdit: boolean };

function protectionView(book: Book, sheetId: number, protection: Protection, user: string): ProtectionView {
  return { ...protection, sheetId, canEdit: !isLockedFor(book, protection, user) };
}

function alterProtection(
  book: Book,
  id: number,
  user: string,
  alter: (protection: Protection) => Protection | null,
): void {
  for (const sheet of book.sheets) {
    const found = sheet.protections.find((each) => each.id === id);
    if (!found) continue;
    if (isLockedFor(book, found, user)) throw new ServiceError(texts.protectedCell());
    const changed = alter(found);
    const protections = sheet.protections.flatMap((each) => (each === found ? (changed ?? []) : each));
    changeSheet(book, sheet, { protections });
    return;
  }
  throw new ServiceError('The protection no longer exists.');
}

const sheetIds = (book: Book): number[] => book.sheets.map(({ id }) => id);

export const spreadsheetMethods: DocumentMethods = {
  getId: handle(({ book }) => book.id),
  getName: handle(({ book }) => book.name),
  getLocale: handle(({ book }) => book.locale),
  getTimeZone: handle(({ book }) => book.timeZone),
  getOwner: handle(({ book }) => book.owner),
  getSheets: handle(({ book }) => sheetIds(book)),
  getSheetByName: handle(({ book }, name: string) => sheetByName(book, name)?.id ?? null),
  getSheetById: handle(({ book }, id: number) => (sheetIds(book).includes(id) ? id : null)),
  /** In a custom function: the sheet of the cell being computed. */
  getActiveSheet: handle(({ book, cell }) => (cell && sheetByName(book, cell.sheet)?.id) ?? activeSheet(book).id),
  getRange: handle(({ book }, text: string) => {
    const range = rangeByText(book, text, activeSheet(book));
    if (!range) throw new ServiceError(texts.rangeNotFound());
    return range;
  }),
  getRangeByName: handle(({ book }, name: string) => {
    const named = book.namedRanges.find((each) => each.name === name);
    if (named) return { sheetId: named.sheetId, ...named.area };
    return rangeByText(book, name, activeSheet(book));
  }),
  /** The cell being computed, or what is selected; see Sheet.getSelection. */
  getOwnCell: handle(({ book, cell }) => {
    const sheet = cell && sheetByName(book, cell.sheet);
    return cell && sheet ? { sheetId: sheet.id, row: cell.row, column: cell.column, rows: 1, columns: 1 } : null;
  }),

  setName: change(({ book }, name: string) => {
    book.name = name;
  }),
  setTimeZone: change(({ book }, timeZone: string) => {
    book.timeZone = timeZone;
  }),
  setLocale: change(({ book }, locale: string) => {
    book.locale = locale;
  }),
  insertSheet: change(
    ({ book }, name: string | undefined, index: number | undefined, templateId: number | undefined) => {
      if (templateId === undefined) return insertSheet(book, name, index).id;
      const template = sheetById(book, templateId);
      return duplicateSheet(book, template, name ?? `Copy of ${template.name}`, index).id;
    },
  ),
  deleteSheet: change(({ book }, sheetId: number) => deleteSheet(book, sheetById(book, sheetId))),
  duplicateActiveSheet: change(({ book }) => {
    const source = activeSheet(book);
    return duplicateSheet(book, source, `Copy of ${source.name}`).id;
  }),
  moveActiveSheet: change(({ book }, index: number) => moveSheet(book, activeSheet(book), index)),
  setActiveSheet: change(({ book }, sheetId: number) => activateSheet(book, sheetById(book, sheetId))),

  getNamedRanges: read(({ book }) => book.namedRanges.map(({ name, sheetId, area }) => ({ name, sheetId, ...area }))),
  setNamedRange: change(({ book }, name: string, { sheetId, ...area }: RangeRef) => {
    if (!/^[\p{L}_][\p{L}\p{N}_]{0,249}$/u.test(name))
      throw new ServiceError(`The name "${name}" is invalid for a range.`);
    book.namedRanges = [...book.namedRanges.filter((each) => each.name !== name), { name, sheetId, area }];
  }),
  removeNamedRange: change(({ book }, name: string) => {
    const rest = book.namedRanges.filter((each) => each.name !== name);
    if (rest.length === book.namedRanges.length) throw new ServiceError(`A range named ${name} does not exist.`);
    book.namedRanges = rest;
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

  getProtections: read(({ book, actor }, sheetId: number | null, type: Protection['type']) =>
    book.sheets
      .filter(({ id }) => sheetId === null || id === sheetId)
      .flatMap(({ id, protections }) =>
        protections.filter((each) => each.type === type).map((each) => protectionView(book, id, each, actor.user)),
      ),
  ),
  /** A new protection keeps nobody out until its editors are set. */
  protect: change(({ book, actor }, { sheetId, ...area }: RangeRef, type: Protection['type']) => {
    const sheet = sheetById(book, sheetId);
    const existing = type === 'SHEET' ? sheet.protections.find((each) => each.type === 'SHEET') : undefined;
    if (existing) return protectionView(book, sheetId, existing, actor.user);
    const protection: Protection = {
      id: takeId(book),
      type,
      ...(type === 'RANGE' && { area }),
      unprotected: [],
      description: '',
      editors: null,
      domainEdit: false,
      warningOnly: false,
    };
    changeSheet(book, sheet, { protections: [...sheet.protections, protection] });
    return protectionView(book, sheetId, protection, actor.user);
  }),
  setProtection: change(({ book, actor }, id: number, alter: Partial<Protection>) =>
    alterProtection(book, id, actor.user, (each) => ({ ...each, ...alter })),
  ),
  /** Who sets up a protection cannot lock himself out. */
  setProtectionEditors: change(({ book, actor }, id: number, add: string[], remove: string[]) =>
    alterProtection(book, id, actor.user, (each) => {
      const present = each.editors ?? [...(book.editors ?? []), actor.user];
      const editors = [...new Set([...present, ...add])].filter(
        (editor) => editor === actor.user || !remove.includes(editor),
      );
      return { ...each, editors: editors.filter((editor) => editor !== book.owner) };
    }),
  ),
  getProtectionEditors: read(({ book }, id: number) => {
    const protection = book.sheets.flatMap(({ protections }) => protections).find((each) => each.id === id);
    return [book.owner, ...(protection?.editors ?? book.editors ?? [])];
  }),
  removeProtection: change(({ book, actor }, id: number) => alterProtection(book, id, actor.user, () => null)),
  getEditors: read(({ book }) => [book.owner, ...(book.editors ?? [])]),
};
