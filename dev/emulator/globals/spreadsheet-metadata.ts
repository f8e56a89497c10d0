// SpreadsheetApp.DeveloperMetadata and its finder.
import type { Metadata } from '../spreadsheet/book';
import { ask, createRange, createSheet } from './spreadsheet-host';

type DeveloperMetadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type Finder = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;
type Location = GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation;

export const readMetadataArguments = ([key, value = '']: unknown[]): Omit<Metadata, 'id'> => ({
  key: String(key),
  value: String(value),
});

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
    const location: Pick<Location, 'getColumn' | 'getRow' | 'getSheet'> = {
      getSheet: () => (sheetId !== undefined && axis === undefined ? createSheet(sheetId) : null),
      getRow: () => ofLine('rows'),
      getColumn: () => ofLine('columns'),
    };
    return location as Location;
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

/** Over the whole document, or one sheet with its lines. */
export function createMetadataFinder(sheetId?: number): Finder {
  let wanted: string | undefined;
  let wantedValue: string | undefined;
  const finder: Pick<Finder, 'find' | 'withKey' | 'withValue'> = {
    find: () =>
      metadataOf(
        ask<Metadata[]>('Spreadsheet.getMetadata').filter(
          (item) =>
            (sheetId === undefined || item.sheetId === sheetId) &&
            (wanted === undefined || item.key === wanted) &&
            (wantedValue === undefined || item.value === wantedValue),
        ),
      ),
    withKey(key) {
      wanted = key;
      return finder as Finder;
    },
    withValue(value) {
      wantedValue = value;
      return finder as Finder;
    },
  };
  return finder as Finder;
}
