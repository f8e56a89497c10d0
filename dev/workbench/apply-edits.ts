/** What a person did in the page, done in the emulator's document. */
import {
  activateSheet,
  deleteSheet,
  moveSheet,
  renameSheet,
  changeSheet,
  selectCells,
} from '../emulator/spreadsheet/sheet-tabs';
import type { Book } from '../emulator/spreadsheet/book';
import { record, sheetById, touch } from '../emulator/spreadsheet/book';
import type { Cell } from '../emulator/spreadsheet/cell';
import { cellFromSnapshot, positionOf } from '../emulator/spreadsheet/cell-snapshot';
import type { SheetData } from '../emulator/spreadsheet/sheet-data';
import {
  cellAt,
  createSheetData,
  ensureCell,
  isInGrid,
  mapArea,
  newSheetSize,
  putCell,
} from '../emulator/spreadsheet/sheet-data';
import { releaseSpill } from '../emulator/spreadsheet/cell-write';
import { sheetToSnapshot } from '../emulator/spreadsheet/snapshot';
import { deleteLines, insertLines, moveLines } from '../emulator/spreadsheet/structure';
import type { CellSnapshot, Edit } from './document';

type OfType<Type extends Edit['type']> = Extract<Edit, { type: Type }>;
type Appliers = { [Type in Edit['type']]: (book: Book, edit: OfType<Type>) => void };

const single = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });

/** The cell stays the same object: spilled values point at the formula that spilled them. */
function alter(sheet: SheetData, row: number, column: number, forget: (keyof Cell)[], content: Partial<Cell>): void {
  const cell = ensureCell(sheet, row, column);
  for (const key of forget) delete cell[key];
  Object.assign(cell, { value: null }, content);
  putCell(sheet, row, column, cell);
}

/** Notes and validations, of which Univer's core knows nothing, stay with the cell; a link stays with its text. */
function put(sheet: SheetData, row: number, column: number, snapshot: CellSnapshot | null): void {
  const cell = cellAt(sheet, row, column);
  if (cell && (cell.spilledFrom || cell.formula !== snapshot?.formula)) releaseSpill(sheet, cell);
  const content = cellFromSnapshot(snapshot ?? {});
  const forget: (keyof Cell)[] = ['formula', 'error', 'loading', 'stale', 'textMark', 'format'];
  alter(sheet, row, column, content.value === null ? [...forget, 'link'] : forget, content);
}

/** A result belongs to a formula or to its spill; a cell that is neither any more keeps what it has. */
function putResult(sheet: SheetData, row: number, column: number, result: CellSnapshot | null): void {
  const cell = cellAt(sheet, row, column);
  const origin = result?.spilledFrom === undefined ? undefined : positionOf(result.spilledFrom);
  const source = origin && cellAt(sheet, origin.row, origin.column);
  const isOwn = cell?.formula !== undefined && !result?.spilledFrom;
  const isSpill = cell?.formula === undefined && (source?.formula !== undefined || cell?.spilledFrom !== undefined);
  if (!isOwn && !isSpill) return;
  const { format, ...content } = cellFromSnapshot(result ?? {});
  if (source?.formula !== undefined) source.hasSpill = true;
  alter(sheet, row, column, ['error', 'loading', 'stale', 'spilledFrom'], {
    ...content,
    ...(source && { spilledFrom: source }),
    ...(format && { format: { ...format, ...cell?.format } }),
  });
}

const eachOf =
  (change: typeof put) =>
  (book: Book, { sheetId, cells }: { sheetId: number; cells: [number, number, CellSnapshot | null][] }): void => {
    const sheet = sheetById(book, sheetId);
    for (const [row, column, cell] of cells) {
      if (!isInGrid(sheet, single(row, column))) continue;
      change(sheet, row, column, cell);
      touch(book, sheet, single(row, column));
    }
  };

const appliers: Appliers = {
  put: eachOf(put),
  results: eachOf(putResult),
  insertSheet: (book, { index, sheet: { id, name } }) => {
    // The page chose the number, because it names the sheet by it from then on.
    const sheet = createSheetData(id, name, newSheetSize);
    book.sheets.splice(index, 0, sheet);
    book.activeSheetId = id;
    record(book, { type: 'insertSheet', index, sheet: sheetToSnapshot(sheet) });
  },
  deleteSheet: (book, { sheetId }) => deleteSheet(book, sheetById(book, sheetId)),
  renameSheet: (book, { sheetId, name }) => renameSheet(book, sheetById(book, sheetId), name),
  moveSheet: (book, { sheetId, index }) => moveSheet(book, sheetById(book, sheetId), index),
  activateSheet: (book, { sheetId }) => activateSheet(book, sheetById(book, sheetId)),
  insertRows: (book, { sheetId, at, count }) => insertLines(book, sheetId, 'rows', at, count),
  insertColumns: (book, { sheetId, at, count }) => insertLines(book, sheetId, 'columns', at, count),
  deleteRows: (book, { sheetId, at, count }) => deleteLines(book, sheetId, 'rows', at, count),
  deleteColumns: (book, { sheetId, at, count }) => deleteLines(book, sheetId, 'columns', at, count),
  moveRows: (book, { sheetId, from, count, before }) => moveLines(book, sheetId, 'rows', from, count, before),
  moveColumns: (book, { sheetId, from, count, before }) => moveLines(book, sheetId, 'columns', from, count, before),
  sheetProperties: (book, { sheetId, properties }) => changeSheet(book, sheetById(book, sheetId), properties),
  filter: (book, { sheetId, area, hiddenRows }) => {
    const sheet = sheetById(book, sheetId);
    for (const line of sheet.rowProperties) delete line?.filtered;
    for (const row of hiddenRows) sheet.rowProperties[row - 1] = { ...sheet.rowProperties[row - 1], filtered: true };
    changeSheet(book, sheet, { filter: area });
  },
  /** Notes and links go along. What a formula spilled stays until the page tells its new results. */
  reorderRows: (book, { sheetId, area, moves }) => {
    const sheet = sheetById(book, sheetId);
    if (!isInGrid(sheet, area)) return;
    const before = mapArea(sheet, area, (cell) => cell);
    for (const [to, from] of moves) {
      before[from - area.row]?.forEach((cell, across) => {
        const moved = cell?.spilledFrom ? undefined : cell;
        const there = cellAt(sheet, to, area.column + across);
        if (moved || !there?.spilledFrom) putCell(sheet, to, area.column + across, moved);
      });
    }
    touch(book, sheet, area);
  },
  select: (book, { sheetId, ranges, current }) => selectCells(book, sheetById(book, sheetId), { ranges, current }),
};

/** Throws where page and document have grown apart (a script deleted the sheet meanwhile); the page then loads anew. */
export function applyEdit(book: Book, edit: Edit): void {
  (appliers[edit.type] as (book: Book, edit: Edit) => void)(book, edit);
}
