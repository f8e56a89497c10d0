// What SpreadsheetApp throws, in its own words (English). Source: apps-script-platform.md section 4 unless noted.
import { SPREADSHEET } from '../limits';

export const texts = {
  outsideGrid: () => 'The coordinates of the range are outside the dimensions of the sheet.',
  rowMismatch: (data: number, range: number) =>
    `The number of rows in the data does not match the number of rows in the range. The data has ${data} but the range has ${range}.`,
  columnMismatch: (data: number, range: number) =>
    `The number of columns in the data does not match the number of columns in the range. The data has ${data} but the range has ${range}.`,
  protectedCell: () =>
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  cellTooLong: () =>
    `Your input contains more than the maximum of ${SPREADSHEET.maxCellCharacters} characters in a single cell.`,
  tooManyCells: () =>
    `This action would increase the number of cells in the workbook above the limit of ${SPREADSHEET.maxCells} cells.`,
  typedColumn: () => 'This operation is not allowed on cells in typed columns.',
  breaksValidation: (cell: string) =>
    `The data you entered in cell ${cell} violates the data validation rules set on this cell.`,
  sheetNameTaken: (name: string) => `A sheet with the name "${name}" already exists. Please enter another name.`,
  noUi: () => 'Cannot call SpreadsheetApp.getUi() from this context.',
  allUnfrozen: (lines: 'rows' | 'columns') => `Sorry, it is not possible to delete all non-frozen ${lines}.`,
  mergesFrozen: (lines: 'rows' | 'columns') => `You can't merge frozen and non-frozen ${lines}.`,
  freezesMerge: (lines: 'rows' | 'columns') =>
    `Sorry, you can't freeze ${lines} which contain only part of a merged cell. Try to break apart merged cells or freeze more ${lines} to include the complete merged cells.`,
  partOfMerge: () => 'You must select all cells in a merged range to merge or unmerge them.',
  // The rest is not in the catalogue: wording as commonly reported, never matched by a test of the add-on.
  sheetNotFound: (id: number) => `Sheet ${id} not found`,
  rangeNotFound: () => 'Range not found',
  lastSheet: () => "You can't remove all the sheets in a document.",
  lastVisibleSheet: () => "You can't hide all the sheets in a document.",
  metadataFull: () =>
    `This would exceed the limit of ${SPREADSHEET.maxMetadataCharacters} characters of developer metadata.`,
  frozenRows: () => "You can't freeze all visible rows.",
  notPermitted: (what: string) => `You do not have permission to call ${what}`,
  notPermittedScope: (what: string, scopes: string) =>
    `You do not have permission to call ${what}. Required permissions: ${scopes}`,
  noPermission: () => 'You do not have permission to perform that action.',
} as const;
