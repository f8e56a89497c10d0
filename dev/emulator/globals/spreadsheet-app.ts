// The global SpreadsheetApp.
import { cellImageBuilder } from './spreadsheet-cell-image';
import { enumeration } from './enumeration';
import { call } from './host';
import { richTextBuilder, textStyleBuilder } from './spreadsheet-rich-text';
import { conditionalFormatBuilder } from './spreadsheet-conditional';
import './spreadsheet-range';
import './spreadsheet-sheet';
import { activeSpreadsheet } from './spreadsheet-spreadsheet';
import { createUi } from './spreadsheet-ui';
import { validationBuilder } from './spreadsheet-validation';

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

type Methods = Pick<
  App,
  | 'CopyPasteType'
  | 'create'
  | 'flush'
  | 'getActiveSheet'
  | 'getActiveSpreadsheet'
  | 'getUi'
  | 'newCellImage'
  | 'newConditionalFormatRule'
  | 'newDataValidation'
  | 'newRichTextValue'
  | 'newTextStyle'
  | 'open'
  | 'openById'
  | 'openByUrl'
>;

/** null without a container, whatever the types say; what is asked of it then fails as it does on Apps Script. */
const active = () => activeSpreadsheet() as Spreadsheet;

const opening = (method: string) => () => call('SpreadsheetApp', method) as Spreadsheet;

export function createSpreadsheetApp(): Methods {
  return {
    CopyPasteType: enumeration('PASTE_NORMAL', 'PASTE_FORMAT') as unknown as App['CopyPasteType'],
    create: opening('create'),
    open: opening('open'),
    openById: opening('openById'),
    openByUrl: opening('openByUrl'),
    flush: () => void call('SpreadsheetApp', 'flush'),
    getActiveSpreadsheet: active,
    getActiveSheet: () => active().getActiveSheet(),
    getUi: createUi,
    newCellImage: cellImageBuilder,
    newConditionalFormatRule: conditionalFormatBuilder,
    newDataValidation: validationBuilder,
    newRichTextValue: richTextBuilder,
    newTextStyle: textStyleBuilder,
  };
}
