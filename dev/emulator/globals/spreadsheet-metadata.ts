// SpreadsheetApp.DeveloperMetadata and its finder.
import type { Metadata } from '../spreadsheet/book';
import { enumValue } from './spreadsheet-enums';
import { EnumerationValue } from './enumeration';
import { ask, createRange, createSheet, createSpreadsheet, nameOf } from './spreadsheet-host';
import type { RangeRef } from './spreadsheet-host';

type DeveloperMetadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type Finder = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;
type Location = GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation;

const locationOf = ({ sheetId, axis }: Metadata): 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN' => {
  if (sheetId === undefined) return 'SPREADSHEET';
  if (axis === undefined) return 'SHEET';
  return axis === 'rows' ? 'ROW' : 'COLUMN';
};

/** What addDeveloperMetadata's overloads say: key, value or visibility, visibility. */
export function readMetadataArguments([key, second, third]: unknown[]): Omit<Metadata, 'id'> {
  const visibility = second instanceof EnumerationValue ? second : third;
  return {
    key: String(key),
    value: second === undefined || second instanceof EnumerationValue ? '' : String(second),
    visibility: visibility === undefined || nameOf(visibility) === 'DOCUMENT' ? 'DOCUMENT' : 'PROJECT',
  };
}

class ScriptMetadata {
  #data: Metadata;
  constructor(data: Metadata) {
    this.#data = data;
  }
  #alter(change: Partial<Metadata>): DeveloperMetadata {
    this.#data = ask('Spreadsheet.setMetadata', this.#data.id, change);
    return this as unknown as DeveloperMetadata;
  }
  getKey(): string {
    return this.#data.key;
  }
  getValue(): string | null {
    return this.#data.value;
  }
  getLocation(): Location {
    const { sheetId, axis, line } = this.#data;
    const ofLine = (wanted: 'rows' | 'columns') =>
      sheetId === undefined || axis !== wanted || line === undefined
        ? null
        : createRange(ask('Sheet.getLineRange', sheetId, axis, line));
    const location: Location = {
      getLocationType: () => enumValue('DeveloperMetadataLocationType', locationOf(this.#data)),
      getSpreadsheet: () => (sheetId === undefined ? createSpreadsheet() : null),
      getSheet: () => (sheetId !== undefined && axis === undefined ? createSheet(sheetId) : null),
      getRow: () => ofLine('rows'),
      getColumn: () => ofLine('columns'),
    };
    return location;
  }
  setKey(key: string): DeveloperMetadata {
    return this.#alter({ key });
  }
  setValue(value: string): DeveloperMetadata {
    return this.#alter({ value: String(value) });
  }
  remove(): void {
    ask('Spreadsheet.removeMetadata', this.#data.id);
  }
}

type Implemented = Pick<DeveloperMetadata, keyof ScriptMetadata & keyof DeveloperMetadata>;

export function metadataOf(items: Metadata[]): DeveloperMetadata[] {
  return items.map((item) => {
    const metadata: Implemented = new ScriptMetadata(item);
    return metadata as DeveloperMetadata;
  });
}

/** Where a finder looks: the whole document, one sheet with its lines, or the lines of a range. */
export interface FinderScope {
  sheetId?: number;
  range?: RangeRef;
}

function isInScope(item: Metadata, { sheetId, range }: FinderScope): boolean {
  if (range) {
    if (item.sheetId !== range.sheetId || item.line === undefined) return false;
    const [start, count] = item.axis === 'rows' ? [range.row, range.rows] : [range.column, range.columns];
    return item.line >= start && item.line < start + count;
  }
  return sheetId === undefined || item.sheetId === sheetId;
}

export function createMetadataFinder(scope: FinderScope): Finder {
  const tests: ((item: Metadata) => boolean)[] = [(item) => isInScope(item, scope)];
  const adding = (test: (item: Metadata) => boolean): Finder => {
    tests.push(test);
    return finder;
  };
  const finder: Finder = {
    find: () =>
      metadataOf(ask<Metadata[]>('Spreadsheet.getMetadata').filter((item) => tests.every((test) => test(item)))),
    onIntersectingLocations: () => finder,
    withId: (id) => adding((item) => item.id === id),
    withKey: (key) => adding((item) => item.key === key),
    withValue: (value) => adding((item) => item.value === value),
    withVisibility: (visibility) => adding((item) => item.visibility === nameOf(visibility)),
    withLocationType: (type) => adding((item) => locationOf(item) === nameOf(type)),
  };
  return finder;
}
