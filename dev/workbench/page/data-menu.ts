/** Data ▸ …: what of that menu a list of creators needs. */
import type { IRange } from '@univerjs/core';
import type { FRange, FWorksheet } from '@univerjs/preset-sheets-core';
import { RemoveSheetFilterCommand, SetSheetFilterRangeCommand } from '@univerjs/sheets-filter';
import type { PageMenuItem } from './menu-bar';
import { sortRows } from './sort-rows';
import type { SheetsComponent } from './univer';
import { workbookId } from './workbook-data';

const rangeOf = (range: FRange): IRange => range.getRange();

export function dataMenu(sheets: SheetsComponent, tell: (message: string) => void): PageMenuItem {
  const { api, workbook, commands, filters } = sheets;
  const sheet = (): FWorksheet => workbook.getActiveSheet();
  const selected = (): IRange => rangeOf(workbook.getActiveRange() ?? sheet().getRange(0, 0));

  /** All rows below the frozen ones, to the last that holds something; Univer's own last row may hold a format alone. */
  function everything(): IRange {
    const [startRow, endColumn] = [sheet().getFrozenRows(), sheet().getLastColumn()];
    const columns = Array.from({ length: endColumn + 1 }, (_, column) => column);
    const isBlank = (row: number): boolean =>
      columns.every((column) => (sheet().getSheet().getCell(row, column)?.v ?? '') === '');
    let endRow = sheet().getLastRow();
    while (endRow > startRow && isBlank(endRow)) endRow -= 1;
    return { startRow, endRow, startColumn: 0, endColumn };
  }

  function sort(range: IRange, column: number, isDescending: boolean): void {
    if (range.endRow <= range.startRow) return tell('Select the rows to sort first.');
    const refusal = sortRows(sheets, sheet(), range, column, isDescending);
    return refusal === null ? undefined : tell(refusal);
  }
  const sortSheet = (isDescending: boolean) => () =>
    sort(everything(), workbook.getActiveCell()?.getColumn() ?? 0, isDescending);
  const sortRange = (isDescending: boolean) => () => sort(selected(), selected().startColumn, isDescending);

  /** One cell stands for the table around it: all that holds something, from the last frozen row, which has the headers. */
  function filterRange(): IRange {
    const { startRow, endRow, startColumn, endColumn } = selected();
    if (startRow !== endRow || startColumn !== endColumn) return selected();
    return { ...everything(), startRow: Math.max(0, sheet().getFrozenRows() - 1) };
  }
  function createFilter(): void {
    const subUnitId = sheet().getSheetId();
    if (filters.getFilterModel(workbookId, subUnitId)) return tell('This sheet has a filter already.');
    void commands.executeCommand(SetSheetFilterRangeCommand.id, {
      unitId: workbookId,
      subUnitId,
      range: filterRange(),
    });
    return undefined;
  }
  const removeFilter = (): void =>
    void commands.executeCommand(RemoveSheetFilterCommand.id, {
      unitId: workbookId,
      subUnitId: sheet().getSheetId(),
    });

  const ofSheet = [
    { label: 'Sort sheet A to Z', act: sortSheet(false) },
    { label: 'Sort sheet Z to A', act: sortSheet(true) },
  ];
  // In Sheets they are also in the menu of a column's header.
  ofSheet.forEach(({ label, act }, place) =>
    api
      .createMenu({ id: `sort-sheet-${place}`, title: label, action: act })
      .appendTo(['contextMenu.colHeader', 'contextMenu.data']),
  );
  return {
    label: 'Data',
    items: [
      ...ofSheet,
      { label: null },
      { label: 'Sort range A to Z', act: sortRange(false) },
      { label: 'Sort range Z to A', act: sortRange(true) },
      { label: null },
      { label: 'Create a filter', act: createFilter },
      { label: 'Remove filter', act: removeFilter },
    ],
  };
}
