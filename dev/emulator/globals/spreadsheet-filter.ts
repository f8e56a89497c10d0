// SpreadsheetApp.Filter: its range and its end; criteria are the user's business here.
import { ask, createRange } from './spreadsheet-host';
import type { RangeRef } from './spreadsheet-host';

type Filter = GoogleAppsScript.Spreadsheet.Filter;

export function createFilter(ref: RangeRef): Filter {
  const filter: Pick<Filter, 'getRange' | 'remove'> = {
    getRange: () => createRange(ref),
    remove: () => ask('Sheet.removeFilter', ref.sheetId),
  };
  return filter as Filter;
}

type Slicer = GoogleAppsScript.Spreadsheet.Slicer;

export function createSlicer(ref: RangeRef): Slicer {
  const slicer: Pick<Slicer, 'getRange'> = { getRange: () => createRange(ref) };
  return slicer as Slicer;
}
