// One sheet as data: a sparse grid and what hangs on it. Changing it is the business of the files beside this one.
import type { Area } from './a1';
import { hasContent, isBare } from './cell';
import type { Cell } from './cell';

/** Grid of a new sheet. Source: a new sheet in Google Sheets. */
export const newSheetSize = { rowCount: 1000, columnCount: 26 } as const;

export interface LineProperties {
  hidden?: boolean;
  /** Hidden by the filter or a slicer, not by hand. */
  filtered?: boolean;
  /** How many groups it is in, and whether one of them is collapsed over it. */
  groupDepth?: number;
  folded?: boolean;
  /** Height of a row, width of a column. */
  pixels?: number;
}

export interface Protection {
  id: number;
  type: 'RANGE' | 'SHEET';
  /** Of a protected range; a protected sheet covers its whole grid. */
  area?: Area;
  /** Areas of a protected sheet that stay open. */
  unprotected: Area[];
  description: string;
  /** Besides the owner; null: whoever may edit the spreadsheet, until a script or a person changes the list. */
  editors: string[] | null;
  warningOnly: boolean;
}

/** A Sheets table; a typed column refuses formats, validations and values of another type. */
export interface Table {
  name: string;
  area: Area;
  /** By position in the table, from 0. */
  columnTypes: ('none' | 'text' | 'number' | 'date' | 'checkbox' | 'dropdown')[];
}

export interface ChartData {
  id: number;
  /** Name of Charts.ChartType. */
  type: string;
  ranges: { sheetId: number; area: Area }[];
  /** As setOption, setTitle and so on left them, by the option's name. */
  options: Record<string, unknown>;
  position: { row: number; column: number; offsetX: number; offsetY: number };
  headerCount: number;
  transposed: boolean;
  /** Name of Charts.ChartHiddenDimensionStrategy: which hidden lines are left out. */
  hiddenDimensions?: string;
}

/** A rule that colours cells by what they show; of several that hold for a cell the first counts. */
export interface ConditionalFormat {
  areas: Area[];
  /** Name of SpreadsheetApp.BooleanCriteria. */
  criteria: string;
  values: string[];
  background: string | null;
  fontColor: string | null;
}

export interface SheetData {
  id: number;
  name: string;
  rowCount: number;
  columnCount: number;
  /** Sparse in both directions; `rows[row - 1]?.[column - 1]`. */
  rows: ((Cell | undefined)[] | undefined)[];
  rowProperties: (LineProperties | undefined)[];
  columnProperties: (LineProperties | undefined)[];
  hidden: boolean;
  frozenRows: number;
  frozenColumns: number;
  tabColor: string | null;
  gridlinesHidden: boolean;
  merges: Area[];
  protections: Protection[];
  tables: Table[];
  charts: ChartData[];
  conditionalFormats: ConditionalFormat[];
  filter: Area | null;
  /** Of each the range that it filters. */
  slicers: Area[];
  selection: { ranges: Area[]; current: { row: number; column: number } };
}

export function createSheetData(id: number, name: string, size: { rowCount: number; columnCount: number }): SheetData {
  return {
    id,
    name,
    rowCount: size.rowCount,
    columnCount: size.columnCount,
    rows: [],
    rowProperties: [],
    columnProperties: [],
    hidden: false,
    frozenRows: 0,
    frozenColumns: 0,
    tabColor: null,
    gridlinesHidden: false,
    merges: [],
    protections: [],
    tables: [],
    charts: [],
    conditionalFormats: [],
    filter: null,
    slicers: [],
    selection: { ranges: [{ row: 1, column: 1, rows: 1, columns: 1 }], current: { row: 1, column: 1 } },
  };
}

export function cellAt(sheet: SheetData, row: number, column: number): Cell | undefined {
  return sheet.rows[row - 1]?.[column - 1];
}

export function ensureCell(sheet: SheetData, row: number, column: number): Cell {
  const cells = (sheet.rows[row - 1] ??= []);
  return (cells[column - 1] ??= { value: null });
}

export function putCell(sheet: SheetData, row: number, column: number, cell: Cell | undefined): void {
  if (cell === undefined || isBare(cell)) {
    const cells = sheet.rows[row - 1];
    if (cells && column <= cells.length) cells[column - 1] = undefined;
  } else {
    (sheet.rows[row - 1] ??= [])[column - 1] = cell;
  }
}

/** Only cells that exist, row by row. */
export function eachCell(sheet: SheetData, area: Area, visit: (cell: Cell, row: number, column: number) => void): void {
  const lastRow = Math.min(area.row + area.rows - 1, sheet.rows.length);
  for (let row = area.row; row <= lastRow; row += 1) {
    const cells = sheet.rows[row - 1];
    if (!cells) continue;
    const lastColumn = Math.min(area.column + area.columns - 1, cells.length);
    for (let column = area.column; column <= lastColumn; column += 1) {
      const cell = cells[column - 1];
      if (cell) visit(cell, row, column);
    }
  }
}

/** A value of every position, row by row. */
export function mapArea<Result>(
  sheet: SheetData,
  area: Area,
  read: (cell: Cell | undefined, row: number, column: number) => Result,
): Result[][] {
  // Plain loops: whole columns of a thousand rows are read for each formula over them.
  const lines: Result[][] = [];
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    const cells = sheet.rows[row - 1];
    const line: Result[] = [];
    for (let column = area.column; column < area.column + area.columns; column += 1)
      line.push(read(cells?.[column - 1], row, column));
    lines.push(line);
  }
  return lines;
}

export function gridArea(sheet: SheetData): Area {
  return { row: 1, column: 1, rows: sheet.rowCount, columns: sheet.columnCount };
}

/** Last row and column with content, 0 where the sheet is empty. */
export function contentBounds(sheet: SheetData): { lastRow: number; lastColumn: number } {
  let lastRow = 0;
  let lastColumn = 0;
  for (let row = sheet.rows.length; row > 0; row -= 1) {
    const cells = sheet.rows[row - 1];
    if (!cells) continue;
    // Only what lies to the right of the widest row so far can matter, once the last row is found.
    for (let column = cells.length; column > (lastRow > 0 ? lastColumn : 0); column -= 1) {
      if (!hasContent(cells[column - 1])) continue;
      lastColumn = Math.max(lastColumn, column);
      lastRow = Math.max(lastRow, row);
      break;
    }
  }
  return { lastRow, lastColumn };
}

export function isInGrid(sheet: SheetData, { row, column, rows, columns }: Area): boolean {
  return (
    row >= 1 &&
    column >= 1 &&
    rows >= 1 &&
    columns >= 1 &&
    row + rows - 1 <= sheet.rowCount &&
    column + columns - 1 <= sheet.columnCount
  );
}
