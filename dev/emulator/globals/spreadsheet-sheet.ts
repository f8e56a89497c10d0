// SpreadsheetApp.Sheet: an id, and calls.
// Long because the class of the host is: one method of the reference a paragraph, nothing decided here.
import type { Banding, ChartData } from '../spreadsheet/sheet-data';
import type { Axis } from '../spreadsheet/structure';
import type { ProtectionView } from '../spreadsheet/spreadsheet-methods';
import { checkSignature } from './signature';
import { chartBuilder, createChart, specOf } from './spreadsheet-chart';
import { createBanding } from './spreadsheet-banding';
import { createFilter, createSlicer } from './spreadsheet-filter';
import { createFormatRule, formatRuleOf } from './spreadsheet-format-rule';
import type { FormatRule } from './spreadsheet-format-rule';
import { ask, createRange, createSheet, nameOf, orOne, refOf, register } from './spreadsheet-host';
import type { RangeRef } from './spreadsheet-host';
import { createMetadataFinder, metadataOf, readMetadataArguments } from './spreadsheet-metadata';
import { createNamedRange } from './spreadsheet-named-range';
import type { NamedRangeView } from './spreadsheet-named-range';
import { createProtection } from './spreadsheet-protection';
import { createRangeList } from './spreadsheet-range-list';
import { createTextFinder } from './spreadsheet-text-finder';
import type { ClearedParts } from '../spreadsheet/cell-write';

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
  getSheetName(): string {
    return this.#ask('getName');
  }
  getIndex(): number {
    return this.#ask('getIndex');
  }
  setName(name: string): Sheet {
    return this.#do('setName', String(name));
  }
  isSheetHidden(): boolean {
    return this.#ask('isSheetHidden');
  }
  hideSheet(): Sheet {
    return this.#do('setHidden', true);
  }
  activate(): Sheet {
    return this.#do('activate');
  }
  copyTo(_spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Sheet {
    return createSheet(this.#ask('copyTo'));
  }
  getTabColor(): string | null {
    return this.#ask('getTabColor');
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
    return createTextFinder(() => [refOf(this.getDataRange())], findText);
  }

  // The selection
  #selection(): SelectionView {
    return this.#ask('getSelection');
  }
  getActiveCell(): Range {
    const own = ask<RangeRef | null>('Spreadsheet.getOwnCell');
    return createRange(own ?? { sheetId: this.id, ...this.#selection().current, rows: 1, columns: 1 });
  }
  getCurrentCell(): Range | null {
    return this.getActiveCell();
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
  getSelection(): GoogleAppsScript.Spreadsheet.Selection {
    const selection: Omit<GoogleAppsScript.Spreadsheet.Selection, 'getNextDataRange'> = {
      getActiveRange: () => this.getActiveRange(),
      getActiveRangeList: () => this.getActiveRangeList(),
      getActiveSheet: () => this.#self(),
      getCurrentCell: () => this.getCurrentCell(),
    };
    return selection as GoogleAppsScript.Spreadsheet.Selection;
  }
  setActiveRange(range: Range): Range {
    this.#do('setSelection', [refOf(range)], null);
    return range;
  }

  // Contents
  appendRow(...args: [rowContents: unknown[]]): Sheet {
    checkSignature('SpreadsheetApp.Sheet.appendRow', args, 1);
    return this.#do('appendRow', args[0]);
  }
  clear(options?: { formatOnly?: boolean | undefined; contentsOnly?: boolean | undefined }): Sheet {
    if (options?.contentsOnly) return this.clearContents();
    if (options?.formatOnly) return this.clearFormats();
    // Live: validations stay, and so do merges and frozen lines.
    return this.#clear({ content: true, format: true });
  }
  clearContents(): Sheet {
    return this.#clear({ content: true });
  }
  clearFormats(): Sheet {
    return this.#clear({ format: true });
  }
  #clear(parts: ClearedParts): Sheet {
    return this.#do('clear', parts);
  }
  sort(columnPosition: number, ascending = true): Sheet {
    return this.#do('sort', columnPosition, ascending);
  }

  // Rows and columns
  #insert(axis: Axis, at: number, count: number): Sheet {
    return this.#do('insertLines', axis, at, count);
  }
  insertRows(rowIndex: number, numRows = 1): void {
    this.#insert('rows', rowIndex, numRows);
  }
  insertRowsBefore(beforePosition: number, howMany: number): Sheet {
    return this.#insert('rows', beforePosition, howMany);
  }
  insertRowBefore(beforePosition: number): Sheet {
    return this.#insert('rows', beforePosition, 1);
  }
  insertRowsAfter(afterPosition: number, howMany: number): Sheet {
    return this.#insert('rows', afterPosition + 1, howMany);
  }
  insertColumns(columnIndex: number, numColumns = 1): void {
    this.#insert('columns', columnIndex, numColumns);
  }
  insertColumnsBefore(beforePosition: number, howMany: number): Sheet {
    return this.#insert('columns', beforePosition, howMany);
  }
  insertColumnBefore(beforePosition: number): Sheet {
    return this.#insert('columns', beforePosition, 1);
  }
  insertColumnsAfter(afterPosition: number, howMany: number): Sheet {
    return this.#insert('columns', afterPosition + 1, howMany);
  }
  insertColumnAfter(afterPosition: number): Sheet {
    return this.#insert('columns', afterPosition + 1, 1);
  }
  deleteRow(rowPosition: number): Sheet {
    return this.#do('deleteLines', 'rows', rowPosition, 1);
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
  getRowHeight(rowPosition: number): number {
    return this.#ask('getLinePixels', 'rows', rowPosition);
  }
  getColumnWidth(columnPosition: number): number {
    return this.#ask('getLinePixels', 'columns', columnPosition);
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
  getFrozenRows(): number {
    return this.#ask('getFrozenRows');
  }
  getFrozenColumns(): number {
    return this.#ask('getFrozenColumns');
  }
  setFrozenRows(rows: number): void {
    this.#do('setFrozen', 'rows', rows);
  }
  setFrozenColumns(columns: number): void {
    this.#do('setFrozen', 'columns', columns);
  }

  // What hangs on it
  getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
    const ref = this.#ask<RangeRef | null>('getFilter');
    return ref && createFilter(ref);
  }
  getSlicers(): GoogleAppsScript.Spreadsheet.Slicer[] {
    return this.#ask<RangeRef[]>('getSlicers').map(createSlicer);
  }
  getConditionalFormatRules(): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
    return this.#ask<FormatRule[]>('getConditionalFormatRules').map(createFormatRule);
  }
  setConditionalFormatRules(rules: GoogleAppsScript.Spreadsheet.ConditionalFormatRule[]): void {
    this.#do('setConditionalFormatRules', rules.map(formatRuleOf));
  }
  getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
    const all = ask<NamedRangeView[]>('Spreadsheet.getNamedRanges');
    return all.filter(({ sheetId }) => sheetId === this.id).map(createNamedRange);
  }
  protect(): GoogleAppsScript.Spreadsheet.Protection {
    const grid = { sheetId: this.id, row: 1, column: 1, rows: 1, columns: 1 };
    return createProtection(ask('Spreadsheet.protect', grid, 'SHEET'));
  }
  getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType): GoogleAppsScript.Spreadsheet.Protection[] {
    return ask<ProtectionView[]>('Spreadsheet.getProtections', this.id, nameOf(type)).map(createProtection);
  }
  getBandings(): GoogleAppsScript.Spreadsheet.Banding[] {
    return this.#ask<Banding[]>('getBandings').map((banding) => createBanding(this.id, banding));
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
  updateChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
    this.#do('setChart', specOf(chart));
  }
  removeChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
    this.#do('removeChart', specOf(chart).id);
  }
  addDeveloperMetadata(...args: [key: string, ...rest: unknown[]]): Sheet {
    ask('Spreadsheet.addMetadata', { ...readMetadataArguments(args), sheetId: this.id });
    return this.#self();
  }
  getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
    return metadataOf(this.#ask('getMetadata'));
  }
  createDeveloperMetadataFinder(): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder {
    return createMetadataFinder({ sheetId: this.id });
  }
}

register({
  sheet(id) {
    const sheet: Pick<Sheet, keyof ScriptSheet & keyof Sheet> = new ScriptSheet(id);
    return sheet as Sheet;
  },
});
