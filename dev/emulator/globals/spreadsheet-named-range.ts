// SpreadsheetApp.NamedRange.
import { ask, createRange, refOf } from './spreadsheet-host';
import type { RangeRef } from './spreadsheet-host';

type NamedRange = GoogleAppsScript.Spreadsheet.NamedRange;

export type NamedRangeView = RangeRef & { name: string };

export function createNamedRange({ name, ...ref }: NamedRangeView): NamedRange {
  let current = { name, ref };
  const put = (change: Partial<typeof current>): NamedRange => {
    const next = { ...current, ...change };
    if (next.name !== current.name) ask('Spreadsheet.removeNamedRange', current.name);
    ask('Spreadsheet.setNamedRange', next.name, next.ref);
    current = next;
    return named;
  };
  const named: NamedRange = {
    getName: () => current.name,
    getRange: () => createRange(current.ref),
    remove: () => ask('Spreadsheet.removeNamedRange', current.name),
    setName: (newName) => put({ name: newName }),
    setRange: (range) => put({ ref: refOf(range) }),
  };
  return named;
}
