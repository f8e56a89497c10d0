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
