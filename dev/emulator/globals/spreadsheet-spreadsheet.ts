// SpreadsheetApp.Spreadsheet: there is one, the container's.
import type { ProtectionView } from '../spreadsheet/spreadsheet-methods';
import { call } from './host';
import { checkSignature } from './signature';
import { ask, createRange, createSheet, createSpreadsheet, nameOf, refOf, register } from './spreadsheet-host';
import type { RangeRef } from './spreadsheet-host';
import { createMetadataFinder, metadataOf, readMetadataArguments } from './spreadsheet-metadata';
import { createNamedRange } from './spreadsheet-named-range';
import type { NamedRangeView } from './spreadsheet-named-range';
import { createProtection, createUser } from './spreadsheet-protection';
import { createRangeList } from './spreadsheet-range-list';
import { createTextFinder } from './spreadsheet-text-finder';
import type { Metadata } from '../spreadsheet/book';

type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** reference/spreadsheet#toast: five seconds by default. */
const toastSeconds = 5;

class ScriptSpreadsheet {
  #self(): Spreadsheet {
    return this as unknown as Spreadsheet;
  }
  #ask<Result>(method: string, ...args: unknown[]): Result {
    return ask(`Spreadsheet.${method}`, ...args);
  }

  getId(): string {
    return this.#ask('getId');
  }
  getName(): string {
    return this.#ask('getName');
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.getId()}/edit`;
  }
  rename(newName: string): void {
    this.#ask('setName', newName);
  }
  getSpreadsheetLocale(): string {
    return this.#ask('getLocale');
  }
  getSpreadsheetTimeZone(): string {
    return this.#ask('getTimeZone');
  }
  getEditors(): GoogleAppsScript.Base.User[] {
    return this.#ask<string[]>('getEditors').map(createUser);
  }

  // Sheets
  getSheets(): Sheet[] {
    return this.#ask<number[]>('getSheets').map(createSheet);
  }
  getNumSheets(): number {
    return this.#ask<number[]>('getSheets').length;
  }
  getSheetByName(...args: [name: string]): Sheet | null {
    checkSignature('SpreadsheetApp.Spreadsheet.getSheetByName', args, 1);
    const id = this.#ask<number | null>('getSheetByName', String(args[0]));
    return id === null ? null : createSheet(id);
  }
  getSheetById(id: number): Sheet | null {
    return this.#ask('getSheetById', id) === null ? null : createSheet(id);
  }
  getActiveSheet(): Sheet {
    return createSheet(this.#ask('getActiveSheet'));
  }
  setActiveSheet(sheet: Sheet): Sheet {
    this.#ask('setActiveSheet', sheet.getSheetId());
    return sheet;
  }
  insertSheet(...args: (string | number | object)[]): Sheet {
    const name = args.find((arg) => typeof arg === 'string');
    const index = args.find((arg) => typeof arg === 'number');
    const options = args.find((arg) => typeof arg === 'object' && arg !== null) as { template?: Sheet } | undefined;
    const template = options?.template?.getSheetId();
    return createSheet(this.#ask('insertSheet', name, index, template));
  }
  deleteSheet(sheet: Sheet): void {
    this.#ask('deleteSheet', sheet.getSheetId());
  }
  duplicateActiveSheet(): Sheet {
    return createSheet(this.#ask('duplicateActiveSheet'));
  }
  moveActiveSheet(pos: number): void {
    this.#ask('moveActiveSheet', pos - 1);
  }

  // Ranges and the selection, of the active sheet
  getRange(a1Notation: string): Range {
    return createRange(this.#ask('getRange', a1Notation));
  }
  getRangeList(a1Notations: string[]): RangeList {
    return createRangeList(a1Notations.map((each) => this.getRange(each)));
  }
  getRangeByName(name: string): Range | null {
    const ref = this.#ask<RangeRef | null>('getRangeByName', name);
    return ref && createRange(ref);
  }
  getDataRange(): Range {
    return this.getActiveSheet().getDataRange();
  }
  getLastRow(): number {
    return this.getActiveSheet().getLastRow();
  }
  getLastColumn(): number {
    return this.getActiveSheet().getLastColumn();
  }
  getActiveRange(): Range | null {
    return this.getActiveSheet().getActiveRange();
  }
  getActiveRangeList(): RangeList | null {
    return this.getActiveSheet().getActiveRangeList();
  }
  getActiveCell(): Range {
    return this.getActiveSheet().getActiveCell();
  }
  getCurrentCell(): Range | null {
    return this.getActiveSheet().getCurrentCell();
  }
  getSelection(): GoogleAppsScript.Spreadsheet.Selection {
    return this.getActiveSheet().getSelection();
  }
  setActiveRange(range: Range): Range {
    return createSheet(refOf(range).sheetId).setActiveRange(range);
  }
  appendRow(rowContents: unknown[]): Sheet {
    return this.getActiveSheet().appendRow(rowContents);
  }
  createTextFinder(findText: string): GoogleAppsScript.Spreadsheet.TextFinder {
    return createTextFinder(() => this.getSheets().map((sheet) => refOf(sheet.getDataRange())), findText);
  }

  // What belongs to the document
  getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
    return this.#ask<NamedRangeView[]>('getNamedRanges').map(createNamedRange);
  }
  setNamedRange(name: string, range: Range): void {
    this.#ask('setNamedRange', name, refOf(range));
  }
  removeNamedRange(name: string): void {
    this.#ask('removeNamedRange', name);
  }
  getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType): GoogleAppsScript.Spreadsheet.Protection[] {
    return this.#ask<ProtectionView[]>('getProtections', null, nameOf(type)).map(createProtection);
  }
  addDeveloperMetadata(...args: [key: string, ...rest: unknown[]]): Spreadsheet {
    this.#ask('addMetadata', readMetadataArguments(args));
    return this.#self();
  }
  getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
    return metadataOf(this.#ask<Metadata[]>('getMetadata').filter(({ sheetId }) => sheetId === undefined));
  }
  createDeveloperMetadataFinder(): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder {
    return createMetadataFinder({});
  }
  toast(msg: string, title = '', timeoutSeconds: number | null = toastSeconds): void {
    this.#ask('toast', String(msg), String(title), timeoutSeconds ?? toastSeconds);
  }
}

register({
  spreadsheet() {
    const spreadsheet: Pick<Spreadsheet, keyof ScriptSpreadsheet & keyof Spreadsheet> = new ScriptSpreadsheet();
    return spreadsheet as Spreadsheet;
  },
});

/** null where the script has no container. */
export function activeSpreadsheet(): Spreadsheet | null {
  return call('SpreadsheetApp', 'getActiveSpreadsheet') === null ? null : createSpreadsheet();
}
