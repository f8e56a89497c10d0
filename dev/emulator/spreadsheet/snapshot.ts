// The workbook as JSON, both ways. What a snapshot does not mention stays as it is, so that a page which knows nothing
// of protections or charts does not wipe them.
import type { Book, Metadata, NamedRange } from './book';
import { addressText, cellFromSnapshot, cellToSnapshot, positionOf } from './cell-snapshot';
import type { SheetSnapshot } from './cell-snapshot';
import type { Cell } from './cell';
import { cellAt, createSheetData, newSheetSize, putCell } from './sheet-data';
import type { SheetData } from './sheet-data';

export interface WorkbookSnapshot {
  name?: string;
  locale?: string;
  timeZone?: string;
  activeSheetId?: number;
  /** In tab order. A sheet that is not listed is gone. */
  sheets: SheetSnapshot[];
  namedRanges?: NamedRange[];
  metadata?: Metadata[];
}

export function sheetProperties(sheet: SheetData): Omit<SheetSnapshot, 'cells'> {
  const { rows: _rows, ...properties } = sheet;
  return structuredClone(properties);
}

export function sheetToSnapshot(sheet: SheetData): SheetSnapshot {
  const addresses = new Map<Cell, string>();
  const entries: [string, Cell][] = [];
  sheet.rows.forEach((cells, down) =>
    cells?.forEach((cell, across) => {
      if (!cell) return;
      const address = addressText(down + 1, across + 1);
      entries.push([address, cell]);
      if (cell.formula !== undefined) addresses.set(cell, address);
    }),
  );
  const cells = Object.fromEntries(entries.map(([address, cell]) => [address, cellToSnapshot(cell, addresses)]));
  return { ...sheetProperties(sheet), cells: structuredClone(cells) };
}

export function loadSheet(sheet: SheetData, { cells, ...properties }: SheetSnapshot): void {
  Object.assign(sheet, structuredClone(properties));
  if (!cells) return;
  sheet.rows = [];
  const spills: [Cell, string][] = [];
  for (const [address, snapshot] of Object.entries(cells)) {
    const { row, column } = positionOf(address);
    const cell = cellFromSnapshot(structuredClone(snapshot));
    // Given with its result a formula rests; without one it is due.
    const isDue = cell.formula !== undefined && cell.value === null && !cell.error && !cell.loading;
    if (isDue) cell.stale = true;
    putCell(sheet, row, column, cell);
    sheet.rowCount = Math.max(sheet.rowCount, row);
    sheet.columnCount = Math.max(sheet.columnCount, column);
    if (snapshot.spilledFrom) spills.push([cell, snapshot.spilledFrom]);
  }
  for (const [cell, origin] of spills) {
    const { row, column } = positionOf(origin);
    const from = cellAt(sheet, row, column);
    if (!from) continue;
    cell.spilledFrom = from;
    from.hasSpill = true;
  }
}

export function bookToSnapshot(book: Book): WorkbookSnapshot {
  return {
    name: book.name,
    locale: book.locale,
    timeZone: book.timeZone,
    activeSheetId: book.activeSheetId,
    sheets: book.sheets.map(sheetToSnapshot),
    namedRanges: structuredClone(book.namedRanges),
    metadata: structuredClone(book.metadata),
  };
}

export function loadSnapshot(book: Book, snapshot: WorkbookSnapshot): void {
  const present = new Map(book.sheets.map((sheet) => [sheet.id, sheet]));
  book.sheets = snapshot.sheets.map((each) => {
    const sheet = present.get(each.id) ?? createSheetData(each.id, each.name, newSheetSize);
    loadSheet(sheet, each);
    book.nextId = Math.max(book.nextId, each.id);
    return sheet;
  });
  const { name, locale, timeZone, namedRanges, metadata } = snapshot;
  if (name !== undefined) book.name = name;
  if (locale !== undefined) book.locale = locale;
  if (timeZone !== undefined) book.timeZone = timeZone;
  if (namedRanges) book.namedRanges = structuredClone(namedRanges);
  if (metadata) book.metadata = structuredClone(metadata);
  const ids = book.sheets.map(({ id }) => id);
  const active = snapshot.activeSheetId ?? book.activeSheetId;
  book.activeSheetId = ids.includes(active) ? active : (ids[0] ?? 0);
  book.changes = [];
}
