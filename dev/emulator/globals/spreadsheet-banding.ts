// SpreadsheetApp.Banding: alternating colours, kept for the page.
import type { Banding as BandingData } from '../spreadsheet/sheet-data';
import { ask, createRange } from './spreadsheet-host';

type Banding = GoogleAppsScript.Spreadsheet.Banding;

export function createBanding(sheetId: number, { id, area }: BandingData): Banding {
  const paint = (colors: BandingData['colors']): Banding => {
    ask('Sheet.setBandingColors', sheetId, id, colors);
    return banding as Banding;
  };
  const banding: Pick<
    Banding,
    | 'getRange'
    | 'remove'
    | 'setFirstColumnColor'
    | 'setFirstRowColor'
    | 'setFooterColumnColor'
    | 'setFooterRowColor'
    | 'setHeaderColumnColor'
    | 'setHeaderRowColor'
    | 'setSecondColumnColor'
    | 'setSecondRowColor'
  > = {
    getRange: () => createRange({ sheetId, ...area }),
    remove: () => ask('Sheet.removeBanding', sheetId, id),
    setFirstColumnColor: (first) => paint({ first }),
    setFirstRowColor: (first) => paint({ first }),
    setFooterColumnColor: (footer) => paint({ footer }),
    setFooterRowColor: (footer) => paint({ footer }),
    setHeaderColumnColor: (header) => paint({ header }),
    setHeaderRowColor: (header) => paint({ header }),
    setSecondColumnColor: (second) => paint({ second }),
    setSecondRowColor: (second) => paint({ second }),
  };
  return banding as Banding;
}
