// The global SpreadsheetApp.
import { call } from './host';
import { formatRuleBuilder } from './spreadsheet-format-rule';
import { spreadsheetEnums } from './spreadsheet-enums';
import { richTextBuilder, textStyleBuilder } from './spreadsheet-rich-text';
import './spreadsheet-range';
import './spreadsheet-sheet';
import { activeSpreadsheet } from './spreadsheet-spreadsheet';
import { createUi } from './spreadsheet-ui';
import { validationBuilder } from './spreadsheet-validation';
import { createSheet, refOf } from './spreadsheet-host';

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

type Methods = Pick<
  App,
  | 'create'
  | 'flush'
  | 'getActive'
  | 'getActiveRange'
  | 'getActiveRangeList'
  | 'getActiveSheet'
  | 'getActiveSpreadsheet'
  | 'getCurrentCell'
  | 'getSelection'
  | 'getUi'
  | 'newConditionalFormatRule'
  | 'newDataValidation'
  | 'newRichTextValue'
  | 'newTextStyle'
  | 'open'
  | 'openById'
  | 'openByUrl'
  | 'setActiveRange'
  | 'setActiveRangeList'
  | 'setActiveSheet'
  | 'setCurrentCell'
>;

/** null without a container, whatever the types say; what is asked of it then fails as it does on Apps Script. */
const active = () => activeSpreadsheet() as Spreadsheet;

const opening = (method: string) => () => call('SpreadsheetApp', method) as Spreadsheet;

export function createSpreadsheetApp(): Methods & typeof spreadsheetEnums {
  const methods: Methods = {
    create: opening('create'),
    open: opening('open'),
    openById: opening('openById'),
    openByUrl: opening('openByUrl'),
    flush: () => void call('SpreadsheetApp', 'flush'),
    getActive: active,
    getActiveSpreadsheet: active,
    getActiveSheet: () => active().getActiveSheet(),
    getActiveRange: () => active().getActiveRange() as GoogleAppsScript.Spreadsheet.Range,
    getActiveRangeList: () => active().getActiveRangeList() as GoogleAppsScript.Spreadsheet.RangeList,
    getCurrentCell: () => active().getCurrentCell() as GoogleAppsScript.Spreadsheet.Range,
    getSelection: () => active().getSelection(),
    getUi: createUi,
    newConditionalFormatRule: () => formatRuleBuilder(),
    newDataValidation: () => validationBuilder(),
    newRichTextValue: () => richTextBuilder(),
    newTextStyle: textStyleBuilder,
    setActiveRange: (range) => createSheet(refOf(range).sheetId).setActiveRange(range),
    setActiveRangeList: (list) => list.activate(),
    setActiveSheet: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => active().setActiveSheet(sheet),
    setCurrentCell: (cell) => createSheet(refOf(cell).sheetId).setCurrentCell(cell),
  };
  return { ...spreadsheetEnums, ...methods };
}
