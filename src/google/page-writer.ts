import { lazy } from '../core/lazy';
import type { Area, ChartSpec, CellLook, Page } from '../core/page';
import { lightRule } from './light-rule';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

const a1 = (sheet: Sheet, { row, column, rows, columns }: Area): string =>
  sheet.getRange(row, column, rows, columns).getA1Notation();

/** One call for each part of a look. */
const dressings = lazy(
  (): { [Part in keyof CellLook]-?: (cells: RangeList, value: NonNullable<CellLook[Part]>) => void } => ({
    areas: () => undefined,
    bold: (cells, bold) => void cells.setFontWeight(bold ? 'bold' : 'normal'),
    size: (cells, size) => void cells.setFontSize(size),
    color: (cells, color) => void cells.setFontColor(color),
    fill: (cells, fill) => void cells.setBackground(fill),
    format: (cells, format) => void cells.setNumberFormat(format),
    align: (cells, align) => void cells.setHorizontalAlignment(align),
    vertical: (cells, vertical) => void cells.setVerticalAlignment(vertical),
    wraps: (cells, wraps) => void cells.setWrap(wraps),
  }),
);

export function dress(sheet: Sheet, look: CellLook): void {
  if (look.areas.length === 0) return;
  const cells = sheet.getRangeList(look.areas.map((area) => a1(sheet, area)));
  for (const part of Object.keys(dressings()) as (keyof CellLook)[]) {
    const value = look[part];
    if (value !== undefined) (dressings()[part] as (cells: RangeList, value: unknown) => void)(cells, value);
  }
}

/** The same for a new sheet: one call for each part of all looks together. Cells without one keep a new sheet's default. */
const FRESH: { [Part in LookPart]: (cells: Range, values: (NonNullable<CellLook[Part]> | null)[][]) => void } = {
  bold: (cells, all) => void cells.setFontWeights(each(all, (bold) => (bold === true ? 'bold' : 'normal'))),
  size: (cells, all) => void cells.setFontSizes(each(all, (size) => size ?? NORMAL_SIZE)),
  color: (cells, all) => void cells.setFontColors(all as string[][]),
  fill: (cells, all) => void cells.setBackgrounds(all as string[][]),
  format: (cells, all) => void cells.setNumberFormats(each(all, (format) => format ?? 'General')),
  align: (cells, all) => void cells.setHorizontalAlignments(all as never),
  vertical: (cells, all) => void cells.setVerticalAlignments(all as never),
  wraps: (cells, all) => void cells.setWraps(each(all, (wraps) => wraps === true)),
};

type Range = GoogleAppsScript.Spreadsheet.Range;
type LookPart = Exclude<keyof CellLook, 'areas'>;
/** Points. */
const NORMAL_SIZE = 10;

const each = <T, U>(rows: readonly T[][], change: (value: T) => U): U[][] => rows.map((row) => row.map(change));

/** The smallest block that contains all of these. */
function around(areas: readonly Area[]): Area {
  const row = Math.min(...areas.map((area) => area.row));
  const column = Math.min(...areas.map((area) => area.column));
  const rows = Math.max(...areas.map((area) => area.row + area.rows)) - row;
  return { row, column, rows, columns: Math.max(...areas.map((area) => area.column + area.columns)) - column };
}

function dressFresh(sheet: Sheet, looks: readonly CellLook[]): void {
  for (const part of Object.keys(FRESH) as LookPart[]) {
    const wanted = looks.filter((look) => look[part] !== undefined && look.areas.length > 0);
    if (wanted.length === 0) continue;
    const block = around(wanted.flatMap(({ areas }) => areas));
    const values = Array.from({ length: block.rows }, () => Array<unknown>(block.columns).fill(null));
    for (const look of wanted)
      for (const { row, column, rows, columns } of look.areas)
        for (const cells of values.slice(row - block.row, row - block.row + rows))
          cells.fill(look[part], column - block.column, column - block.column + columns);
    const cells = sheet.getRange(block.row, block.column, block.rows, block.columns);
    (FRESH[part] as (cells: Range, values: unknown[][]) => void)(cells, values);
  }
}

/** One call for neighbours of the same size. */
function setSizes(sizes: ReadonlyMap<number, number>, set: (first: number, count: number, px: number) => void): void {
  for (const [line, px] of sizes) {
    if (sizes.get(line - 1) === px) continue;
    let count = 1;
    while (sizes.get(line + count) === px) count += 1;
    set(line, count, px);
  }
}

/** Pixels by column. */
export const setWidths = (sheet: Sheet, widths: ReadonlyMap<number, number>): void =>
  setSizes(widths, (first, count, px) => void sheet.setColumnWidths(first, count, px));

function addChart(sheet: Sheet, { type, ranges, headers, row, column, width, height, options }: ChartSpec): void {
  let builder = sheet.newChart().setChartType(Charts.ChartType[type]).setNumHeaders(headers);
  for (const area of ranges) builder = builder.addRange(sheet.getRange(area.row, area.column, area.rows, area.columns));
  for (const [name, value] of Object.entries({ ...options, width, height })) builder = builder.setOption(name, value);
  // By default what is hidden is left out of a chart, and the data of ours is folded away.
  builder = builder.setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH);
  sheet.insertChart(builder.setPosition(row, column, 0, 0).build());
}

function fold(sheet: Sheet, { column, columns }: NonNullable<Page['folded']>): void {
  sheet.getRange(1, column, 1, columns).shiftColumnGroupDepth(1);
  sheet.getColumnGroup(column, 1)?.collapse();
}

/** Back to an empty sheet. Clearing leaves merged cells, frozen lines and validations; merges across the freeze come last. */
export function wipe(sheet: Sheet): void {
  for (const chart of sheet.getCharts()) sheet.removeChart(chart);
  sheet.setFrozenRows(0);
  sheet.setFrozenColumns(0);
  const columns = sheet.getMaxColumns();
  sheet.expandAllColumnGroups();
  if (columns > 1) sheet.getRange(1, 2, 1, columns - 1).shiftColumnGroupDepth(-1);
  sheet.getRange(1, 1, sheet.getMaxRows(), columns).breakApart().clearDataValidations();
  sheet.clear();
}

/** What is flagged only: a person may type what no list foresees. */
export function addRules(sheet: Sheet, { checkboxes = [], choices = [], lights = [] }: Partial<Page>): void {
  const at = ({ row, column, rows, columns }: Area): Range => sheet.getRange(row, column, rows, columns);
  for (const area of checkboxes)
    at(area).setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build());
  for (const { area, values } of choices)
    at(area).setDataValidation(
      SpreadsheetApp.newDataValidation()
        .requireValueInList([...values], true)
        .build(),
    );
  if (lights.length === 0) return;
  sheet.setConditionalFormatRules(
    lights.map((light) => lightRule([at(light.area)], light, (rule) => rule.whenTextEqualTo(light.text))),
  );
}

/** Room first, then values, then looks: a number format must not turn a text into something else. */
export function layOut(sheet: Sheet, page: Page): void {
  const { cells, widths = [], looks = [], heights = new Map<number, number>(), merges = [], charts = [] } = page;
  const [rows, columns] = [cells.length, cells[0]?.length ?? 0];
  if (rows > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), rows - sheet.getMaxRows());
  const wide = Math.max(columns, widths.length);
  if (wide > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), wide - sheet.getMaxColumns());
  if (rows > 0 && columns > 0) sheet.getRange(1, 1, rows, columns).setValues(cells);
  const known = new Map(widths.flatMap((width, index) => (width === undefined ? [] : [[index + 1, width] as const])));
  setWidths(sheet, known);
  setSizes(heights, (first, count, px) => void sheet.setRowHeights(first, count, px));
  for (const { row, column, rows: down, columns: across } of merges) sheet.getRange(row, column, down, across).merge();
  dressFresh(sheet, looks);
  addRules(sheet, page);
  for (const chart of charts) addChart(sheet, chart);
  if (page.frozenRows !== undefined) sheet.setFrozenRows(page.frozenRows);
  if (page.frozenColumns !== undefined) sheet.setFrozenColumns(page.frozenColumns);
  if (page.folded) fold(sheet, page.folded);
  if (page.hidesGrid === true) sheet.setHiddenGridlines(true);
}
