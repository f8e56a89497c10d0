/** A whole document for Univer, and the names of its sheets on both sides. */
import type {
  IObjectMatrixPrimitiveType,
  ICellData,
  IWorkbookData,
  IWorksheetData,
  IColumnData,
  IRowData,
} from '@univerjs/core';
import { BooleanNumber } from '@univerjs/core';
import { positionOf } from '../../emulator/spreadsheet/cell-snapshot';
import type { LineProperties } from '../../emulator/spreadsheet/sheet-data';
import type { SheetSnapshot, WorkbookSnapshot } from '../document';
import { toCellData } from './cell-data';

export const workbookId = 'workbook';

/** As wide as Sheets draws them. */
const columnWidthPixels = 100;
const rowHeightPixels = 21;
const fontSizePoints = 10;
const largestSheetId = 2 ** 31 - 1;

/** Sheets names a sheet by a number, Univer by a text of its own making. */
const ownIds = new Map<string, number>();

export const univerSheetId = (sheetId: number): string => {
  for (const [text, own] of ownIds) if (own === sheetId) return text;
  return String(sheetId);
};

/** A sheet that a person added gets a random number, as in Sheets. */
export function documentSheetId(univerId: string): number {
  if (/^\d+$/.test(univerId)) return Number(univerId);
  const known = ownIds.get(univerId);
  if (known !== undefined) return known;
  const sheetId = 1 + Math.floor(Math.random() * (largestSheetId - 1));
  ownIds.set(univerId, sheetId);
  return sheetId;
}

/** What a filter hides is the filter's own business; a slicer has none here. */
export const isHidden = ({ hidden, filtered, folded }: LineProperties, hasFilter: boolean): boolean =>
  Boolean(hidden || folded || (filtered && !hasFilter));

function linesOf<Line>(
  list: (LineProperties | undefined)[] | undefined,
  make: (line: LineProperties) => Line,
): Record<number, Line> {
  return Object.fromEntries((list ?? []).flatMap((line, index) => (line ? [[index, make(line)]] : [])));
}

export function toWorksheetData(sheet: SheetSnapshot): Partial<IWorksheetData> {
  const cellData: IObjectMatrixPrimitiveType<ICellData> = {};
  for (const [address, cell] of Object.entries(sheet.cells ?? {})) {
    const { row, column } = positionOf(address);
    const data = toCellData(cell);
    if (data) (cellData[row - 1] ??= {})[column - 1] = data;
  }
  return {
    id: univerSheetId(sheet.id),
    name: sheet.name,
    rowCount: sheet.rowCount ?? 1000,
    columnCount: sheet.columnCount ?? 26,
    defaultStyle: { ff: 'Arial', fs: fontSizePoints },
    defaultColumnWidth: columnWidthPixels,
    defaultRowHeight: rowHeightPixels,
    hidden: sheet.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    tabColor: sheet.tabColor ?? '',
    showGridlines: sheet.gridlinesHidden ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    freeze: freezeOf(sheet.frozenRows ?? 0, sheet.frozenColumns ?? 0),
    mergeData: (sheet.merges ?? []).map(({ row, column, rows, columns }) => ({
      startRow: row - 1,
      startColumn: column - 1,
      endRow: row + rows - 2,
      endColumn: column + columns - 2,
    })),
    rowData: linesOf(sheet.rowProperties, (line): Partial<IRowData> => ({
      ...(isHidden(line, Boolean(sheet.filter)) ? { hd: BooleanNumber.TRUE } : {}),
      ...(line.pixels ? { h: line.pixels, ia: BooleanNumber.FALSE } : {}),
    })),
    columnData: linesOf(sheet.columnProperties, (line): Partial<IColumnData> => ({
      ...(isHidden(line, false) ? { hd: BooleanNumber.TRUE } : {}),
      ...(line.pixels ? { w: line.pixels } : {}),
    })),
    cellData,
  };
}

export function freezeOf(rows: number, columns: number) {
  return { xSplit: columns, ySplit: rows, startRow: rows || -1, startColumn: columns || -1 };
}

export function toWorkbookData(workbook: WorkbookSnapshot): Partial<IWorkbookData> {
  const sheets = workbook.sheets.map(toWorksheetData);
  return {
    id: workbookId,
    name: workbook.name ?? '',
    sheetOrder: sheets.map(({ id }) => id ?? ''),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
  };
}
