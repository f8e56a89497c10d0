// SpreadsheetApp.Spreadsheet: there is one, the container's.
import { call } from './host';
import { checkSignature } from './signature';
import { ask, createSheet, createSpreadsheet, register } from './spreadsheet-host';
import { createMetadataFinder, metadataOf, readMetadataArguments } from './spreadsheet-metadata';
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

  getName(): string {
    return this.#ask('getName');
  }
  getSpreadsheetLocale(): string {
    return this.#ask('getLocale');
  }
  getSpreadsheetTimeZone(): string {
    return this.#ask('getTimeZone');
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
  setActiveSheet(sheet: Sheet, restoreSelection = false): Sheet {
    this.#ask('setActiveSheet', sheet.getSheetId(), restoreSelection);
    return sheet;
  }
  insertSheet(...args: unknown[]): Sheet {
    const name = args.find((arg) => typeof arg === 'string');
    const index = args.find((arg) => typeof arg === 'number');
    return createSheet(this.#ask('insertSheet', name, index));
  }
  deleteSheet(sheet: Sheet): void {
    this.#ask('deleteSheet', sheet.getSheetId());
  }

  getActiveRange(): Range | null {
    return this.getActiveSheet().getActiveRange();
  }
  getActiveRangeList(): RangeList | null {
    return this.getActiveSheet().getActiveRangeList();
  }

  addDeveloperMetadata(...args: [key: string, ...rest: unknown[]]): Spreadsheet {
    this.#ask('addMetadata', readMetadataArguments(args));
    return this.#self();
  }
  getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
    return metadataOf(this.#ask<Metadata[]>('getMetadata').filter(({ sheetId }) => sheetId === undefined));
  }
  createDeveloperMetadataFinder(): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder {
    return createMetadataFinder();
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
