// SpreadsheetApp.Protection of a whole sheet.
import { ask, refOf } from './spreadsheet-host';

type Protection = GoogleAppsScript.Spreadsheet.Protection;

export function createProtection(sheetId: number, id: number): Protection {
  const set = (change: object): Protection => {
    ask('Sheet.setProtection', sheetId, id, change);
    return protection as Protection;
  };
  const protection: Pick<Protection, 'setDescription' | 'setUnprotectedRanges' | 'setWarningOnly'> = {
    setDescription: (description) => set({ description: String(description) }),
    setUnprotectedRanges: (ranges) => set({ unprotected: ranges.map(refOf) }),
    setWarningOnly: (warningOnly) => set({ warningOnly }),
  };
  return protection as Protection;
}
