import { badInput } from '../../core/error';
import type { Host, Table, Workbook } from '../../core/ports';
import { DOWNLOAD_TEXT } from '../../schema/said-text';
import { pictureAddress } from '../../sheet/safe-text';
import { allRows } from '../selection/selected-rows';

/** A value on its way to the page, to which a Date cannot cross; `at` is an instant in ms. */
export type CrossingCell = string | number | boolean | { at: number };

/** Some rows of a sheet. */
export interface SheetRows {
  sheetId: number;
  sheet: string;
  timeZone: string;
  /** 0: the sheet has none. Told with the first rows. */
  headerRow: number;
  /** The first of these rows, and the last row of the sheet. */
  from: number;
  lastRow: number;
  rows: CrossingCell[][];
}

/** Cells and characters that go over in one answer. */
const CELLS_A_BLOCK = 20_000;
const CHARACTERS_A_BLOCK = 1_000_000;

/** Rows from one on, as many as one answer takes, at least one. Without an id: of the sheet in front. */
export function sheetRows(host: Host, workbook: Workbook, sheetId: number | null, from: number): SheetRows {
  const table = sheetId === null ? workbook.active() : workbook.byId(sheetId);
  if (!table) throw badInput(DOWNLOAD_TEXT.gone);
  const [lastRow, columns] = [table.lastRow(), table.lastColumn()];
  if (lastRow === 0 || columns === 0) throw badInput(DOWNLOAD_TEXT.empty(table.name()));
  if (from > lastRow) throw badInput(DOWNLOAD_TEXT.changed(table.name()));
  const block = {
    row: from,
    column: 1,
    rows: Math.min(Math.max(2, Math.floor(CELLS_A_BLOCK / columns)), lastRow - from + 1),
    columns,
  };
  const formulas = table.formulas(block);
  const rows: CrossingCell[][] = [];
  let characters = 0;
  for (const cells of table.read(block)) {
    const line = cells.map((cell, at) => crossing(cell, formulas[rows.length]?.[at] ?? ''));
    characters += JSON.stringify(line).length;
    // Two at least: one of them was sent before, to tell that nothing has moved.
    if (characters > CHARACTERS_A_BLOCK && rows.length >= 2) break;
    rows.push(line);
  }
  const headerRow = from === 1 ? headerRowOf(table) : 0;
  return { sheetId: table.id(), sheet: table.name(), timeZone: host.timeZone(), headerRow, from, lastRow, rows };
}

/** A picture is its address; what is no value of a cell is left out. */
function crossing(value: unknown, formula: string): CrossingCell {
  if (value instanceof Date) return { at: value.getTime() };
  const address = pictureAddress(formula);
  if (address !== undefined) return address;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '';
}

/** Where creators are found, their header; elsewhere the first row. */
function headerRowOf(table: Table): number {
  try {
    return allRows(table, '', {}, false).understood.headerRow ?? 0;
  } catch {
    return 1;
  }
}
