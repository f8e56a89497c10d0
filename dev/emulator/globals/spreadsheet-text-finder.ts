// SpreadsheetApp.TextFinder over what cells show.
import { ask, createRange } from './spreadsheet-host';
import type { RangeRef } from './spreadsheet-host';

type TextFinder = GoogleAppsScript.Spreadsheet.TextFinder;

/** @param ranges asked at each search: a sheet's finder looks at what the sheet holds then */
export function createTextFinder(ranges: () => RangeRef[], text: string): TextFinder {
  const options = { matchCase: false, matchEntireCell: false, matchFormulaText: false, useRegularExpression: false };
  let position = -1;
  const set = (change: Partial<typeof options>): TextFinder => {
    Object.assign(options, change);
    return finder as TextFinder;
  };
  function pattern(flags: string): RegExp {
    const source = options.useRegularExpression ? text : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(options.matchEntireCell ? `^(?:${source})$` : source, options.matchCase ? flags : `${flags}i`);
  }
  function matches(): RangeRef[] {
    const wanted = pattern('');
    const read = options.matchFormulaText ? 'Range.getFormulas' : 'Range.getDisplayValues';
    return ranges().flatMap((ref) =>
      ask<string[][]>(read, ref).flatMap((line, down) =>
        line.flatMap((shown, across) =>
          wanted.test(shown)
            ? [{ sheetId: ref.sheetId, row: ref.row + down, column: ref.column + across, rows: 1, columns: 1 }]
            : [],
        ),
      ),
    );
  }
  const step = (by: 1 | -1) => {
    const found = matches();
    position += by;
    const ref = found[position];
    return ref ? createRange(ref) : null;
  };
  const finder: Omit<TextFinder, 'getCurrentMatch' | 'replaceWith' | 'startFrom'> = {
    findAll: () => matches().map(createRange),
    findNext: () => step(1),
    findPrevious: () => step(-1),
    ignoreDiacritics: () => finder as TextFinder,
    matchCase: (matchCase) => set({ matchCase }),
    matchEntireCell: (matchEntireCell) => set({ matchEntireCell }),
    matchFormulaText: (matchFormulaText) => set({ matchFormulaText }),
    useRegularExpression: (useRegularExpression) => set({ useRegularExpression }),
    replaceAllWith(replaceText) {
      if (options.matchFormulaText) {
        const { source, flags } = pattern('g');
        return ranges().reduce(
          (sum, ref) => sum + ask<number>('Range.replaceInFormulas', ref, source, flags, replaceText),
          0,
        );
      }
      const found = matches();
      let count = 0;
      for (const ref of found) {
        const [[shown = ''] = []] = ask<string[][]>('Range.getDisplayValues', ref);
        count += shown.match(pattern('g'))?.length ?? 0;
        ask(
          'Range.setValue',
          ref,
          shown.replace(pattern('g'), () => replaceText),
        );
      }
      return count;
    },
  };
  return finder as TextFinder;
}
