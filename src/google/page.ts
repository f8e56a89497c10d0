import type { Area, ChartSpec, Look, Page } from '../core/page';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

const a1 = (sheet: Sheet, { row, column, rows, columns }: Area): string =>
  sheet.getRange(row, column, rows, columns).getA1Notation();

/** One call for each part of a look. */
const DRESSINGS: { [Part in keyof Look]-?: (cells: RangeList, value: NonNullable<Look[Part]>) => void } = {
  areas: () => undefined,
  bold: (cells, bold) => void cells.setFontWeight(bold ? 'bold' : 'normal'),
  italic: (cells, italic) => void cells.setFontStyle(italic ? 'italic' : 'normal'),
  size: (cells, size) => void cells.setFontSize(size),
  color: (cells, color) => void cells.setFontColor(color),
  fill: (cells, fill) => void cells.setBackground(fill),
  format: (cells, format) => void cells.setNumberFormat(format),
  align: (cells, align) => void cells.setHorizontalAlignment(align),
  vertical: (cells, vertical) => void cells.setVerticalAlignment(vertical),
  wraps: (cells, wraps) => void cells.setWrap(wraps),
};

export function dress(sheet: Sheet, look: Look): void {
  if (look.areas.length === 0) return;
  const cells = sheet.getRangeList(look.areas.map((area) => a1(sheet, area)));
  for (const part of Object.keys(DRESSINGS) as (keyof Look)[]) {
    const value = look[part];
    if (value !== undefined) (DRESSINGS[part] as (cells: RangeList, value: unknown) => void)(cells, value);
  }
}

export function addChart(
  sheet: Sheet,
  { type, ranges, headers, row, column, width, height, options }: ChartSpec,
): void {
  let builder = sheet.newChart().setChartType(Charts.ChartType[type]).setNumHeaders(headers);
  for (const area of ranges) builder = builder.addRange(sheet.getRange(area.row, area.column, area.rows, area.columns));
  for (const [name, value] of Object.entries({ ...options, width, height })) builder = builder.setOption(name, value);
  sheet.insertChart(builder.setPosition(row, column, 0, 0).build());
}

/** Back to an empty sheet. */
export function wipe(sheet: Sheet): void {
  for (const chart of sheet.getCharts()) sheet.removeChart(chart);
  sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).breakApart();
  sheet.clear();
}

/** Room first, then values, then looks: a number format must not turn a text into something else. */
export function layOut(sheet: Sheet, page: Page): void {
  const { cells, widths = [], looks = [], heights = new Map<number, number>(), merges = [], charts = [] } = page;
  const [rows, columns] = [cells.length, cells[0]?.length ?? 0];
  if (rows > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), rows - sheet.getMaxRows());
  const wide = Math.max(columns, widths.length);
  if (wide > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), wide - sheet.getMaxColumns());
  if (rows > 0 && columns > 0) sheet.getRange(1, 1, rows, columns).setValues(cells);
  widths.forEach((width, index) => {
    if (width !== undefined) sheet.setColumnWidth(index + 1, width);
  });
  for (const [row, height] of heights) sheet.setRowHeight(row, height);
  for (const { row, column, rows: down, columns: across } of merges) sheet.getRange(row, column, down, across).merge();
  for (const look of looks) dress(sheet, look);
  for (const chart of charts) addChart(sheet, chart);
  if (page.frozenRows !== undefined) sheet.setFrozenRows(page.frozenRows);
  if (page.frozenColumns !== undefined) sheet.setFrozenColumns(page.frozenColumns);
  if (page.hidesGrid === true) sheet.setHiddenGridlines(true);
}
