/** A sheet's filter between the document and Univer: where it is and which rows it hides. */
import type { IRange } from '@univerjs/core';
import { RemoveSheetsFilterMutation, SetSheetsFilterRangeMutation } from '@univerjs/sheets-filter';
import type { Area } from '../../emulator/spreadsheet/a1';
import type { LineProperties } from '../../emulator/spreadsheet/sheet-data';
import type { SheetsComponent } from './univer';
import { workbookId } from './workbook-data';

export interface FilterState {
  area: Area | null;
  /** Rows, counted from 1. */
  hiddenRows: number[];
}

const areaOf = ({ startRow, endRow, startColumn, endColumn }: IRange): Area => ({
  row: startRow + 1,
  column: startColumn + 1,
  rows: endRow - startRow + 1,
  columns: endColumn - startColumn + 1,
});

export function readFilter({ filters }: Pick<SheetsComponent, 'filters'>, univerId: string): FilterState {
  const model = filters.getFilterModel(workbookId, univerId);
  if (!model) return { area: null, hiddenRows: [] };
  const hiddenRows = [...model.filteredOutRows].map((row) => row + 1).toSorted((one, other) => one - other);
  return { area: areaOf(model.getRange()), hiddenRows };
}

/** What was chosen in each column is known to the page alone where it was chosen; another has the rows. */
export function showFilter(
  sheets: Pick<SheetsComponent, 'filters'>,
  univerId: string,
  run: (mutation: { id: string }, params: object) => void,
  { filter, rowProperties }: { filter?: Area | null; rowProperties?: (LineProperties | undefined)[] },
): void {
  if (filter === undefined) return;
  const hiddenRows = (rowProperties ?? []).flatMap((line, index) => (line?.filtered && filter ? [index + 1] : []));
  const wanted: FilterState = { area: filter, hiddenRows };
  if (JSON.stringify(readFilter(sheets, univerId)) === JSON.stringify(wanted)) return;
  if (!filter) return run(RemoveSheetsFilterMutation, {});
  const { row, column, rows, columns } = filter;
  const range: IRange = {
    startRow: row - 1,
    endRow: row + rows - 2,
    startColumn: column - 1,
    endColumn: column + columns - 2,
  };
  run(SetSheetsFilterRangeMutation, { range });
  const model = sheets.filters.getFilterModel(workbookId, univerId);
  if (model) model.filteredOutRows = new Set(hiddenRows.map((each) => each - 1));
  // Once more: it is what lays the sheet out anew.
  return run(SetSheetsFilterRangeMutation, { range });
}
