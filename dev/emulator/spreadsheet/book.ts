// The whole document as data, and the one funnel (`touch`, `record`) that every change passes.
import { ServiceError } from '../service';
import { SPREADSHEET } from '../limits';
import type { Area } from './a1';
import { texts } from './exception-text';
import type { Mutation } from './mutation';
import { captureCells } from './mutation';
import { createSheetData, newSheetSize } from './sheet-data';
import type { SheetData } from './sheet-data';

export interface NamedRange {
  name: string;
  sheetId: number;
  area: Area;
}

export interface Metadata {
  id: number;
  key: string;
  value: string;
  /** Without a sheet: on the spreadsheet. `line` is the row or the column it rides with. */
  sheetId?: number;
  axis?: 'rows' | 'columns';
  line?: number;
}

export interface Book {
  readonly id: string;
  name: string;
  locale: string;
  timeZone: string;
  owner: string;
  /** Besides the owner; null: everyone who is asked about (a link that lets anyone edit). */
  editors: Set<string> | null;
  sheets: SheetData[];
  activeSheetId: number;
  namedRanges: NamedRange[];
  metadata: Metadata[];
  nextId: number;
  nowMs: () => number;
  /** Areas whose values changed since the last recalculation. */
  changes: { sheetId: number; area: Area }[];
  watchers: Set<(mutation: Mutation) => void>;
}

export function createBook(options: { locale: string; timeZone: string; owner: string; nowMs: () => number }): Book {
  const first = createSheetData(0, 'Sheet1', newSheetSize);
  return {
    id: '1emulatorEmulatorEmulatorEmulatorEmulatorEmu',
    name: 'Untitled spreadsheet',
    locale: options.locale,
    timeZone: options.timeZone,
    owner: options.owner,
    editors: null,
    sheets: [first],
    activeSheetId: first.id,
    namedRanges: [],
    metadata: [],
    nextId: 100,
    nowMs: options.nowMs,
    changes: [],
    watchers: new Set(),
  };
}

export function takeId(book: Book): number {
  book.nextId += 1;
  return book.nextId;
}

export function sheetById(book: Book, id: number): SheetData {
  const sheet = book.sheets.find((each) => each.id === id);
  if (!sheet) throw new ServiceError(texts.sheetNotFound(id));
  return sheet;
}

export function sheetByName(book: Book, name: string): SheetData | undefined {
  return book.sheets.find((sheet) => sheet.name === name);
}

/** Live: names are unique without regard to case, though getSheetByName finds the exact one only. */
export function isNameTaken(book: Book, name: string, but?: SheetData): boolean {
  return book.sheets.some((sheet) => sheet !== but && sheet.name.toLowerCase() === name.toLowerCase());
}

export function activeSheet(book: Book): SheetData {
  return sheetById(book, book.activeSheetId);
}

export function record(book: Book, mutation: Mutation): void {
  for (const watch of book.watchers) watch(mutation);
}

/** Contents of these cells changed: dependents are due and watchers are told. */
export function touch(book: Book, sheet: SheetData, area: Area): void {
  const last = book.changes.at(-1);
  // A column of single writes is the common case: keep one area, or recalculation compares thousands.
  if (last && last.sheetId === sheet.id && last.area.column === area.column && last.area.columns === area.columns) {
    const end = last.area.row + last.area.rows;
    if (area.row >= last.area.row && area.row <= end) {
      last.area = { ...last.area, rows: Math.max(end, area.row + area.rows) - last.area.row };
      announce(book, sheet, area);
      return;
    }
  }
  book.changes.push({ sheetId: sheet.id, area });
  announce(book, sheet, area);
}

/** Watchers are told; nothing has to be calculated again. */
export function announce(book: Book, sheet: SheetData, area: Area): void {
  if (book.watchers.size > 0) record(book, captureCells(sheet, area));
}

/** Throws when the workbook would grow above its cap. */
export function admitCells(book: Book, added: number): void {
  const present = book.sheets.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);
  if (present + added > SPREADSHEET.maxCells) throw new ServiceError(texts.tooManyCells());
}

/** Throws where what hangs on one sheet, or on the spreadsheet itself, would pass its room. */
export function admitMetadata(book: Book, item: Omit<Metadata, 'id'>, but?: Metadata): void {
  const beside = book.metadata.filter((each) => each !== but && each.sheetId === item.sheetId);
  const characters = [...beside, item].reduce((sum, { key, value }) => sum + key.length + value.length, 0);
  if (characters > SPREADSHEET.maxMetadataCharacters) throw new ServiceError(texts.metadataFull());
}

/** `ranges` of formulas and charts name sheets; an editor is the owner or one of the editors. */
export function mayEdit(book: Book, user: string): boolean {
  return user === book.owner || book.editors === null || book.editors.has(user);
}
