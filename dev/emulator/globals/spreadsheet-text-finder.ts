// SpreadsheetApp.TextFinder, as far as it goes through the text of formulas.
import { exception } from './host';
import { ask } from './spreadsheet-host';
import type { RangeRef } from './spreadsheet-host';

type TextFinder = GoogleAppsScript.Spreadsheet.TextFinder;

/** @param range asked at each search: a sheet's finder looks at what the sheet holds then */
export function createTextFinder(range: () => RangeRef, text: string): TextFinder {
  let inFormulas = false;
  const finder: Pick<TextFinder, 'matchFormulaText' | 'replaceAllWith'> = {
    matchFormulaText(matchFormulaText) {
      inFormulas = matchFormulaText;
      return finder as TextFinder;
    },
    replaceAllWith(replaceText) {
      if (!inFormulas) throw exception('The emulator looks for text in formulas only: matchFormulaText(true).');
      const source = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return ask('Range.replaceInFormulas', range(), source, 'gi', replaceText);
    },
  };
  return finder as TextFinder;
}
