// How the classes of SpreadsheetApp reach the document.
import type { RangeRef } from '../spreadsheet/document-method';
import { call } from './host';
import { EnumerationValue } from './enumeration';

export type { RangeRef };

/** @param method "Class.method" of the host's tables in dev/emulator/spreadsheet */
export function ask<Result>(method: string, ...args: unknown[]): Result {
  return call('SpreadsheetApp', method, ...args) as Result;
}

/** Enum values cross by name; where scripts pass plain text it stays. */
export function nameOf(value: unknown): string {
  return value instanceof EnumerationValue ? value.name() : String(value);
}

/** Optional numbers of an overload. */
export const orOne = (value: number | undefined): number => value ?? 1;

interface Classes {
  range(ref: RangeRef): GoogleAppsScript.Spreadsheet.Range;
  sheet(id: number): GoogleAppsScript.Spreadsheet.Sheet;
  spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet;
}

/** Ranges, sheets and the spreadsheet give each other out, and their smaller kin gives out ranges: their files register here. */
const classes = {} as Classes;

export const register = (own: Partial<Classes>): void => void Object.assign(classes, own);

export const createRange: Classes['range'] = (ref) => classes.range(ref);
export const createSheet: Classes['sheet'] = (id) => classes.sheet(id);
export const createSpreadsheet: Classes['spreadsheet'] = () => classes.spreadsheet();

export const refOf = (range: GoogleAppsScript.Spreadsheet.Range): RangeRef =>
  (range as unknown as { ref: RangeRef }).ref;
