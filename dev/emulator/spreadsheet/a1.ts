// A1 notation: the only place that knows that columns are letters. Rows and columns are 1-based everywhere.

/** A rectangle of cells. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** What a text like `Sheet1!A2:B` names; an open end is undefined and means the edge of the grid. */
export interface A1Reference {
  sheetName?: string;
  row?: number;
  column?: number;
  lastRow?: number;
  lastColumn?: number;
}

const letterCount = 26;
const corner = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/;

export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / letterCount)) {
    name = String.fromCharCode(65 + ((rest - 1) % letterCount)) + name;
  }
  return name;
}

export function columnNumber(name: string): number {
  let column = 0;
  for (const letter of name.toUpperCase()) column = column * letterCount + letter.charCodeAt(0) - 64;
  return column;
}

/** `'It''s'!A1` and `Data!A1` in their two parts. */
export function splitSheetName(text: string): { sheetName?: string; rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(text);
  if (quoted) return { sheetName: (quoted[1] ?? '').replaceAll("''", "'"), rest: quoted[2] ?? '' };
  const bang = text.lastIndexOf('!');
  return bang > 0 ? { sheetName: text.slice(0, bang), rest: text.slice(bang + 1) } : { rest: text };
}

/** @returns null where the text is no A1 reference (it may then be a named range) */
export function parseA1(text: string): A1Reference | null {
  const { sheetName, rest } = splitSheetName(text.trim());
  const [first = '', last, ...more] = rest.split(':');
  const from = corner.exec(first);
  const to = last === undefined ? from : corner.exec(last);
  if (more.length > 0 || !from || !to || rest === '') return null;
  const [fromColumn, fromRow, toColumn, toRow] = [from[1], from[2], to[1], to[2]];
  if (last === undefined && (!fromColumn || !fromRow)) return null;
  if (!fromColumn !== !toColumn && !fromRow !== !toRow) return null;
  const reference: A1Reference = {};
  if (sheetName !== undefined) reference.sheetName = sheetName;
  const columns = [fromColumn, toColumn].filter((name) => name !== undefined).map(columnNumber);
  const rows = [fromRow, toRow].filter((row) => row !== undefined).map(Number);
  if (columns.length > 0) reference.column = Math.min(...columns);
  if (columns.length > 1) reference.lastColumn = Math.max(...columns);
  if (rows.length > 0) reference.row = Math.min(...rows);
  if (rows.length > 1) reference.lastRow = Math.max(...rows);
  return reference;
}

/** The rectangle of a reference on a grid of this size; open ends reach its edge. */
export function areaOf(reference: A1Reference, grid: { rowCount: number; columnCount: number }): Area {
  const row = reference.row ?? 1;
  const column = reference.column ?? 1;
  return {
    row,
    column,
    rows: (reference.lastRow ?? grid.rowCount) - row + 1,
    columns: (reference.lastColumn ?? grid.columnCount) - column + 1,
  };
}

/** `A1` or `A1:B2`, without the sheet's name. */
export function formatA1({ row, column, rows, columns }: Area): string {
  const start = `${columnName(column)}${row}`;
  return rows === 1 && columns === 1 ? start : `${start}:${columnName(column + columns - 1)}${row + rows - 1}`;
}

/** Whole columns or rows, `D:F` or `3:5`. */
export function lineA1({ row, column, rows, columns }: Area, axis: 'rows' | 'columns'): string {
  return axis === 'rows' ? `${row}:${row + rows - 1}` : `${columnName(column)}:${columnName(column + columns - 1)}`;
}

/** A sheet's name as a formula writes it: quoted unless it is one plain word. */
export function quoteSheetName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

export function overlap(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function contains(outer: Area, inner: Area): boolean {
  const shared = overlap(outer, inner);
  return shared !== null && shared.rows === inner.rows && shared.columns === inner.columns;
}
