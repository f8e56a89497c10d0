// SpreadsheetApp.Sheet: an id, and calls.
// Long because the class of the host is: one method of the reference a paragraph, nothing decided here.
import type { ChartData, ConditionalFormat } from '../spreadsheet/sheet-data';
import type { Axis } from '../spreadsheet/structure';
import { checkSignature } from './signature';
import { chartBuilder, createChart, specOf } from './spreadsheet-chart';
import { conditionalFormatOf, createRule } from './spreadsheet-conditional';
import { createFilter, createSlicer } from './spreadsheet-filter';
import { ask, createRange, createSheet, orOne, refOf, register } from './spreadsheet-host';
import type { RangeRef } from './spreadsheet-host';
import { createMetadataFinder, metadataOf, readMetadataArguments } from './spreadsheet-metadata';
import { createProtection } from './spreadsheet-protection';
import { createRangeList } from './spreadsheet-range-list';
import { createTextFinder } from './spreadsheet-text-finder';

type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

interface SelectionView {
  ranges: RangeRef[];
  current: { row: number; column: number };
}

class ScriptSheet {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }

  #self(): Sheet {
    return this as unknown as Sheet;
  }
  #ask<Result>(method: string, ...args: unknown[]): Result {
    return ask(`Sheet.${method}`, this.id, ...args);
  }
  #do(method: string, ...args: unknown[]): Sheet {
    ask(`Sheet.${method}`, this.id, ...args);
    return this.#self();
  }

  // What it is
  getSheetId(): number {
    return this.id;
  }
  getName(): string {
    return this.#ask('getName');
  }
  setName(name: string): Sheet {
    return this.#do('setName', String(name));
  }
  hideSheet(): Sheet {
    return this.#do('setHidden', true);
  }
  showSheet(): Sheet {
    return this.#do('setHidden', false);
  }
  activate(): Sheet {
    return this.#do('activate');
  }
  copyTo(_spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Sheet {
    return createSheet(this.#ask('copyTo'));
  }
  setHiddenGridlines(hideGridlines: boolean): Sheet {
    return this.#do('setHiddenGridlines', hideGridlines);
  }

  // Ranges
  getRange(
    ...args: [a1Notation: string] | [row: number, column: number, numRows?: number, numColumns?: number]
  ): Range {
    checkSignature('SpreadsheetApp.Sheet.getRange', args, 1, 4);
    const [first] = args;
    if (typeof first === 'string') return createRange(this.#ask('getRangeByText', first));
    checkSignature('SpreadsheetApp.Sheet.getRange', args, 2, 4);
    const [row, column, rows, columns] = args as [number, number, number?, number?];
    return createRange(this.#ask('getRange', Number(row), Number(column), orOne(rows), orOne(columns)));
  }
  getRangeList(a1Notations: string[]): RangeList {
    return createRangeList(a1Notations.map((each) => this.getRange(each)));
  }
  getDataRange(): Range {
    return createRange(this.#ask('getDataRange'));
  }
  getLastRow(): number {
    return this.#ask('getLastRow');
  }
  getLastColumn(): number {
    return this.#ask('getLastColumn');
  }
  getMaxRows(): number {
    return this.#ask('getMaxRows');
  }
  getMaxColumns(): number {
    return this.#ask('getMaxColumns');
  }
  createTextFinder(findText: string): GoogleAppsScript.Spreadsheet.TextFinder {
    return createTextFinder(() => refOf(this.getDataRange()), findText);
  }

  // The selection
  #selection(): SelectionView {
    return this.#ask('getSelection');
  }
  /** Of several ranges the last. */
  getActiveRange(): Range | null {
    const own = ask<RangeRef | null>('Spreadsheet.getOwnCell');
    if (own) return createRange(own);
    const last = this.#selection().ranges.at(-1);
    return last ? createRange(last) : null;
  }
  getActiveRangeList(): RangeList | null {
    const { ranges } = this.#selection();
    return ranges.length > 0 ? createRangeList(ranges.map(createRange)) : null;
  }

  clear(): Sheet {
    // Live: validations stay, and so do merges and frozen lines.
    return this.#do('clear', { content: true, format: true });
  }

  // Rows and columns
  #insert(axis: Axis, at: number, count: number): Sheet {
    return this.#do('insertLines', axis, at, count);
  }
  insertRowsAfter(afterPosition: number, howMany: number): Sheet {
    return this.#insert('rows', afterPosition + 1, howMany);
  }
  insertColumnsBefore(beforePosition: number, howMany: number): Sheet {
    return this.#insert('columns', beforePosition, howMany);
  }
  insertColumnsAfter(afterPosition: number, howMany: number): Sheet {
    return this.#insert('columns', afterPosition + 1, howMany);
  }
  deleteRows(rowPosition: number, howMany: number): void {
    this.#do('deleteLines', 'rows', rowPosition, howMany);
  }
  deleteColumn(columnPosition: number): Sheet {
    return this.#do('deleteLines', 'columns', columnPosition, 1);
  }
  deleteColumns(columnPosition: number, howMany: number): void {
    this.#do('deleteLines', 'columns', columnPosition, howMany);
  }
  moveRows(rowSpec: Range, destinationIndex: number): void {
    const { row, rows } = refOf(rowSpec);
    this.#do('moveLines', 'rows', row, rows, destinationIndex);
  }
  moveColumns(columnSpec: Range, destinationIndex: number): void {
    const { column, columns } = refOf(columnSpec);
    this.#do('moveLines', 'columns', column, columns, destinationIndex);
  }
  #lines(axis: Axis, at: number, count: number, properties: object): Sheet {
    return this.#do('setLineProperties', axis, at, count, properties);
  }
  hideRows(rowIndex: number, numRows = 1): void {
    this.#lines('rows', rowIndex, numRows, { hidden: true });
  }
  isRowHiddenByUser(rowPosition: number): boolean {
    return this.#ask('isLineHidden', 'rows', rowPosition, 'hidden');
  }
  isRowHiddenByFilter(rowPosition: number): boolean {
    return this.#ask('isLineHidden', 'rows', rowPosition, 'filtered');
  }
  setRowHeights(startRow: number, numRows: number, height: number): Sheet {
    return this.#lines('rows', startRow, numRows, { pixels: height });
  }
  setColumnWidth(columnPosition: number, width: number): Sheet {
    return this.#lines('columns', columnPosition, 1, { pixels: width });
  }
  setColumnWidths(startColumn: number, numColumns: number, width: number): Sheet {
    return this.#lines('columns', startColumn, numColumns, { pixels: width });
  }
  getColumnGroup(columnIndex: number, groupDepth: number): GoogleAppsScript.Spreadsheet.Group {
    const { at, count } = this.#ask<{ at: number; count: number }>('getGroup', columnIndex, groupDepth);
    const group: Pick<GoogleAppsScript.Spreadsheet.Group, 'collapse'> = {
      collapse: () => {
        this.#do('foldGroup', at, count);
        return group as GoogleAppsScript.Spreadsheet.Group;
      },
    };
    return group as GoogleAppsScript.Spreadsheet.Group;
  }
  getColumnGroupDepth(columnIndex: number): number {
    return this.#ask('getGroupDepth', columnIndex);
  }
  expandAllColumnGroups(): Sheet {
    return this.#do('expandGroups');
  }
  getFrozenRows(): number {
    return this.#ask('getFrozenRows');
  }
  setFrozenRows(rows: number): void {
    this.#do('setFrozen', 'rows', rows);
  }
  setFrozenColumns(columns: number): void {
    this.#do('setFrozen', 'columns', columns);
  }

  // What hangs on it
  getConditionalFormatRules(): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
    return this.#ask<ConditionalFormat[]>('getConditionalFormats').map((format) => createRule(format, this.id));
  }
  setConditionalFormatRules(rules: GoogleAppsScript.Spreadsheet.ConditionalFormatRule[]): void {
    this.#do('setConditionalFormats', rules.map(conditionalFormatOf));
  }
  getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
    const ref = this.#ask<RangeRef | null>('getFilter');
    return ref && createFilter(ref);
  }
  getSlicers(): GoogleAppsScript.Spreadsheet.Slicer[] {
    return this.#ask<RangeRef[]>('getSlicers').map(createSlicer);
  }
  newChart(): GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder {
    return chartBuilder();
  }
  getCharts(): GoogleAppsScript.Spreadsheet.EmbeddedChart[] {
    return this.#ask<ChartData[]>('getCharts').map(createChart);
  }
  insertChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
    // A chart that is inserted again is another chart.
    this.#do('setChart', { ...specOf(chart), id: null });
  }
  removeChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
    this.#do('removeChart', specOf(chart).id);
  }
  protect(): GoogleAppsScript.Spreadsheet.Protection {
    return createProtection(this.id, this.#ask('protect'));
  }
  addDeveloperMetadata(...args: [key: string, ...rest: unknown[]]): Sheet {
    ask('Spreadsheet.addMetadata', { ...readMetadataArguments(args), sheetId: this.id });
    return this.#self();
  }
  getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
    return metadataOf(this.#ask('getMetadata'));
  }
  createDeveloperMetadataFinder(): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder {
    return createMetadataFinder(this.id);
  }
}

register({
  sheet(id) {
    const sheet: Pick<Sheet, keyof ScriptSheet & keyof Sheet> = new ScriptSheet(id);
    return sheet as Sheet;
  },
});
