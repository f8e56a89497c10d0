// SpreadsheetApp.RangeList: the same change to several ranges, one call each.
import { ask, refOf } from './spreadsheet-host';

type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

/** Methods that do to each range what Range's method of that name does. */
const shared = [
  'setBackground',
  'setFontColor',
  'setFontSize',
  'setFontWeight',
  'setHorizontalAlignment',
  'setNumberFormat',
  'setVerticalAlignment',
  'setWrap',
] as const satisfies (keyof RangeList & keyof Range)[];

export function createRangeList(ranges: Range[]): RangeList {
  const list: Pick<RangeList, 'activate' | 'getRanges'> & Record<string, unknown> = {
    getRanges: () => [...ranges],
    activate() {
      const refs = ranges.map(refOf);
      const [first] = refs;
      if (first) ask('Sheet.setSelection', first.sheetId, refs, null);
      return list as unknown as RangeList;
    },
  };
  for (const method of shared) {
    list[method] = (...args: unknown[]) => {
      for (const range of ranges) (range[method] as (...given: unknown[]) => unknown)(...args);
      return list;
    };
  }
  return list as unknown as RangeList;
}
