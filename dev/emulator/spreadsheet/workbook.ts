// The document as tests and the workbench hold it: what a person does by hand, and a look at every cell.
// Nothing here costs time, asks for permission or is counted; scripts come in by spreadsheet-services.ts instead.
import { areaOf, formatA1, parseA1 } from './a1';
import type { Area } from './a1';
import { createBook, sheetByName, takeId } from './book';
import type { Book, Metadata, NamedRange } from './book';
import type { Cell, CellFormat } from './cell';
import { cellDisplay, cellValue, cellView } from './cell-view';
import type { CellView } from './cell-view';
import { clearArea, decorateArea, writeValues } from './cell-write';
import type { ClearedParts } from './cell-write';
import { copyArea, sortArea } from './copy';
import type { SortColumn } from './copy';
import { columnNumber } from './a1';
import { mergeCells } from './merge';
import type { Mutation } from './mutation';
import { cellAt, contentBounds, gridArea, mapArea } from './sheet-data';
import type { Protection, SheetData, Table } from './sheet-data';
import {
  activateSheet,
  selectCells,
  changeSheet,
  deleteSheet,
  insertSheet,
  moveSheet,
  renameSheet,
  setSheetHidden,
  sheetOf,
} from './sheet-tabs';
import { bookToSnapshot, loadSnapshot } from './snapshot';
import type { WorkbookSnapshot } from './snapshot';
import { deleteLines, insertLines, moveLines } from './structure';
import type { ValidationRule } from './validation-rule';

const byHand = { actor: null };

const columnOf = (column: string | number) => (typeof column === 'number' ? column : columnNumber(column));

function sheetHandle(book: Book, sheet: SheetData) {
  const area = (a1: string): Area => {
    const reference = parseA1(a1);
    if (!reference) throw new Error(`"${a1}" is no A1 reference.`);
    return areaOf(reference, sheet);
  };
  /** Grows as a paste by hand does. */
  const roomFor = ({ row, column, rows, columns }: Area) => {
    const missingRows = row + rows - 1 - sheet.rowCount;
    const missingColumns = column + columns - 1 - sheet.columnCount;
    if (missingRows > 0) insertLines(book, sheet.id, 'rows', sheet.rowCount + 1, missingRows);
    if (missingColumns > 0) insertLines(book, sheet.id, 'columns', sheet.columnCount + 1, missingColumns);
  };
  const change = (changes: Partial<SheetData>) => changeSheet(book, sheet, changes);
  const decorate = (a1: string, alter: (cell: Cell) => void) => decorateArea(book, sheet, area(a1), alter, byHand);
  return {
    get id() {
      return sheet.id;
    },
    get name() {
      return sheet.name;
    },
    /** The data itself, to look at what has no method here. */
    get data(): Readonly<SheetData> {
      return sheet;
    },
    get lastRow() {
      return contentBounds(sheet).lastRow;
    },
    get lastColumn() {
      return contentBounds(sheet).lastColumn;
    },

    /** One value, or a block of rows that starts at the address. Text is parsed as typed. */
    set(a1: string, value: unknown) {
      const block = Array.isArray(value) ? (value as unknown[][]) : [[value]];
      const start = area(a1);
      const width = Math.max(...block.map((line) => line.length), 1);
      const target = { ...start, rows: block.length, columns: width };
      if (!Array.isArray(value) && (start.rows > 1 || start.columns > 1)) {
        const filled = Array.from({ length: start.rows }, () => Array.from({ length: start.columns }, () => value));
        writeValues(book, sheet, start, filled, byHand);
        return;
      }
      roomFor(target);
      const padded = block.map((line) => Array.from({ length: width }, (_, index) => line[index] ?? null));
      writeValues(book, sheet, target, padded, byHand);
    },
    get(a1: string): CellView {
      const { row, column } = area(a1);
      return cellView(book, cellAt(sheet, row, column));
    },
    /** As getValues; without an address everything that has content. */
    values(a1?: string): CellView['value'][][] {
      const { lastRow, lastColumn } = contentBounds(sheet);
      const asked = a1 === undefined ? { row: 1, column: 1, rows: lastRow, columns: lastColumn } : area(a1);
      return mapArea(sheet, asked, (cell) => cellValue(book, cell));
    },
    displays(a1: string): string[][] {
      return mapArea(sheet, area(a1), cellDisplay);
    },
    formulas(a1: string): string[][] {
      return mapArea(sheet, area(a1), (cell) => cell?.formula ?? '');
    },
    notes(a1: string): string[][] {
      return mapArea(sheet, area(a1), (cell) => cell?.note ?? '');
    },
    note(a1: string, note: string) {
      decorate(a1, (cell) => {
        if (note === '') delete cell.note;
        else cell.note = note;
      });
    },
    /** Puts a link under the text of the cells. */
    link(a1: string, address: string) {
      decorate(a1, (cell) => {
        cell.link = address;
      });
    },
    format(a1: string, format: CellFormat) {
      decorate(a1, (cell) => {
        cell.format = { ...cell.format, ...format };
      });
    },
    validate(a1: string, rule: ValidationRule | null) {
      decorate(a1, (cell) => {
        if (rule) cell.validation = rule;
        else delete cell.validation;
      });
    },
    clear(a1: string, parts: ClearedParts = { content: true, format: true }) {
      clearArea(book, sheet, area(a1), parts, byHand);
    },

    insertRows: (at: number, count = 1) => insertLines(book, sheet.id, 'rows', at, count),
    deleteRows: (at: number, count = 1) => deleteLines(book, sheet.id, 'rows', at, count),
    /** `before` counts as before the move. */
    moveRows: (from: number, count: number, before: number) => moveLines(book, sheet.id, 'rows', from, count, before),
    insertColumns: (at: string | number, count = 1) => insertLines(book, sheet.id, 'columns', columnOf(at), count),
    deleteColumns: (at: string | number, count = 1) => deleteLines(book, sheet.id, 'columns', columnOf(at), count),
    moveColumn: (from: string | number, before: string | number) =>
      moveLines(book, sheet.id, 'columns', columnOf(from), 1, columnOf(before)),
    /** Without columns: by the first column of the area, ascending. */
    sort(a1: string, columns?: { column: string | number; ascending?: boolean }[]) {
      const target = area(a1);
      const keys: SortColumn[] = (columns ?? [{ column: target.column }]).map(({ column, ascending = true }) => ({
        column: columnOf(column),
        ascending,
      }));
      sortArea(book, sheet, target, keys, null);
    },
    /** Copy and paste; the target may lie on another sheet. */
    copy(from: string, to: string, options: { sheet?: string } = {}) {
      const target = options.sheet === undefined ? sheet : sheetOf(book, options.sheet);
      const reference = parseA1(to);
      if (!reference) throw new Error(`"${to}" is no A1 reference.`);
      copyArea(book, { sheet, area: area(from) }, { sheet: target, area: areaOf(reference, target) }, null);
    },

    rename: (name: string) => renameSheet(book, sheet, name),
    delete: () => deleteSheet(book, sheet),
    move: (index: number) => moveSheet(book, sheet, index),
    activate: () => activateSheet(book, sheet),
    hide: (hidden = true) => setSheetHidden(book, sheet, hidden),
    freeze: (frozenRows: number, frozenColumns = 0) => change({ frozenRows, frozenColumns }),
    hideRows(at: number, count = 1) {
      for (let row = at; row < at + count; row += 1)
        sheet.rowProperties[row - 1] = { ...sheet.rowProperties[row - 1], hidden: true };
      change({});
    },
    /** Rows that the filter leaves out; [] ends the filter. */
    filter(a1: string, hiddenRows: number[]) {
      sheet.rowProperties.forEach((properties) => delete properties?.filtered);
      for (const row of hiddenRows) sheet.rowProperties[row - 1] = { ...sheet.rowProperties[row - 1], filtered: true };
      change({ filter: hiddenRows.length > 0 ? area(a1) : null });
    },
    /** Rows that a slicer over an area leaves out. Assumed: a script sees them as hidden by a filter. */
    slicer(a1: string, hiddenRows: number[]) {
      for (const row of hiddenRows) sheet.rowProperties[row - 1] = { ...sheet.rowProperties[row - 1], filtered: true };
      change({ slicers: [...sheet.slicers, area(a1)] });
    },
    merge: (a1: string) => mergeCells(book, sheet, area(a1), null),
    /** Without an address the whole sheet, `but` some areas. Editors besides the owner, who always may. */
    protect(a1: string | null, options: { editors?: string[]; but?: string[] } = {}) {
      const protection: Protection = {
        id: takeId(book),
        type: a1 === null ? 'SHEET' : 'RANGE',
        unprotected: (options.but ?? []).map(area),
        description: '',
        editors: options.editors ?? [],
        warningOnly: false,
      };
      if (a1 !== null) protection.area = area(a1);
      change({ protections: [...sheet.protections, protection] });
    },
    /** A Sheets table with typed columns, which scripts may not format. */
    table(a1: string, columnTypes: Table['columnTypes'], name = 'Table1') {
      change({ tables: [...sheet.tables, { name, area: area(a1), columnTypes }] });
    },
    /** Selects one or several ranges, the last of which is the active one. */
    select(a1: string | string[], current?: string) {
      const ranges = [a1].flat().map(area);
      const last = current === undefined ? ranges.at(-1) : area(current);
      selectCells(book, sheet, { ranges, current: { row: last?.row ?? 1, column: last?.column ?? 1 } });
    },
    selection: () => sheet.selection.ranges.map(formatA1),
  };
}

export type SheetHandle = ReturnType<typeof sheetHandle>;

export interface MutationFeed {
  /** What changed since the last call, oldest first. */
  take(): Mutation[];
  stop(): void;
}

export interface Workbook {
  /** Throws where there is none. */
  sheet(nameOrId: string | number): SheetHandle;
  hasSheet(name: string): boolean;
  sheetNames(): string[];
  activeSheet(): SheetHandle;
  insertSheet(name?: string, index?: number): SheetHandle;
  nameRange(name: string, sheet: string, a1: string): void;
  namedRanges(): readonly NamedRange[];
  metadata(): readonly Metadata[];
  /** Who may edit besides the owner; null: anyone. */
  shareWith(editors: string[] | null): void;
  name: string;
  timeZone: string;
  locale: string;
  snapshot(): WorkbookSnapshot;
  /**
   * File ▸ Make a copy, by the owner: sheets as they are, hidden ones too, with protections and developer metadata. What a
   * script keeps of a document (properties, caches, triggers) is not in the file.
   */
  copied(): WorkbookSnapshot;
  load(snapshot: WorkbookSnapshot): void;
  mutations(): MutationFeed;
  /** For the other files of the emulator. */
  readonly book: Book;
}

function workbookOf(book: Book): Workbook {
  return {
    book,
    sheet: (nameOrId) => sheetHandle(book, sheetOf(book, nameOrId)),
    hasSheet: (name) => sheetByName(book, name) !== undefined,
    sheetNames: () => book.sheets.map(({ name }) => name),
    activeSheet: () => sheetHandle(book, sheetOf(book, book.activeSheetId)),
    insertSheet: (name, index) => sheetHandle(book, insertSheet(book, name, index)),
    nameRange(name, sheetName, a1) {
      const sheet = sheetOf(book, sheetName);
      const area = areaOf(parseA1(a1) ?? {}, sheet);
      book.namedRanges = [...book.namedRanges.filter((each) => each.name !== name), { name, sheetId: sheet.id, area }];
      book.changes.push({ sheetId: sheet.id, area: gridArea(sheet) });
    },
    namedRanges: () => book.namedRanges,
    metadata: () => book.metadata,
    shareWith(editors) {
      book.editors = editors && new Set(editors);
    },
    get name() {
      return book.name;
    },
    set name(name) {
      book.name = name;
    },
    get timeZone() {
      return book.timeZone;
    },
    set timeZone(timeZone) {
      book.timeZone = timeZone;
    },
    get locale() {
      return book.locale;
    },
    set locale(locale) {
      book.locale = locale;
    },
    snapshot: () => bookToSnapshot(book),
    copied: () => ({ ...bookToSnapshot(book), name: `Copy of ${book.name}` }),
    load: (snapshot) => loadSnapshot(book, snapshot),
    mutations() {
      let waiting: Mutation[] = [];
      const watch = (mutation: Mutation) => void waiting.push(mutation);
      book.watchers.add(watch);
      return {
        take() {
          const taken = waiting;
          waiting = [];
          return taken;
        },
        stop: () => void book.watchers.delete(watch),
      };
    },
  };
}

export function createWorkbook(
  options: { locale?: string; timeZone?: string; owner?: string; nowMs?: () => number } = {},
): Workbook {
  const { locale = 'en_US', timeZone = 'Etc/UTC', owner = 'owner@example.com' } = options;
  return workbookOf(createBook({ locale, timeZone, owner, nowMs: options.nowMs ?? Date.now }));
}
