/** All properties of a sheet but its cells and charts: read from Univer, and set in it as far as they differ. */
import type { IRange } from '@univerjs/core';
import { BooleanNumber } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/preset-sheets-core';
import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetTabColorMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetHideMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
  ToggleGridlinesMutation,
} from '@univerjs/preset-sheets-core';
import type { SheetSnapshot } from '../document';
import { freezeOf, isHidden, toWorksheetData } from './workbook-data';

type Properties = Omit<SheetSnapshot, 'cells'>;
type Run = (mutation: { id: string }, params: object) => void;

const flag = (is: boolean) => (is ? BooleanNumber.TRUE : BooleanNumber.FALSE);

const textOf = (ranges: IRange[]) =>
  ranges.map((each) => [each.startRow, each.startColumn, each.endRow, each.endColumn]).join(';');

const rowAt = (sheet: FWorksheet, index: number): IRange => ({
  startRow: index,
  endRow: index,
  startColumn: 0,
  endColumn: Math.max(0, sheet.getMaxColumns() - 1),
});

const columnAt = (sheet: FWorksheet, index: number): IRange => ({
  startRow: 0,
  endRow: Math.max(0, sheet.getMaxRows() - 1),
  startColumn: index,
  endColumn: index,
});

function setRows(sheet: FWorksheet, run: Run, { rowProperties: lines, filter }: Properties): void {
  const data = sheet.getSheet();
  for (const [index, line] of (lines ?? []).entries()) {
    const ranges = [rowAt(sheet, index)];
    const hides = isHidden(line ?? {}, Boolean(filter));
    if (hides === data.getRowRawVisible(index)) run(hides ? SetRowHiddenMutation : SetRowVisibleMutation, { ranges });
    const rowHeight = line?.pixels;
    if (rowHeight && rowHeight !== data.getRowHeight(index)) run(SetWorksheetRowHeightMutation, { ranges, rowHeight });
  }
}

function setColumns(sheet: FWorksheet, run: Run, lines: Properties['columnProperties']): void {
  const data = sheet.getSheet();
  for (const [index, line] of (lines ?? []).entries()) {
    const ranges = [columnAt(sheet, index)];
    const hides = isHidden(line ?? {}, false);
    if (hides === data.getColVisible(index)) run(hides ? SetColHiddenMutation : SetColVisibleMutation, { ranges });
    const colWidth = line?.pixels;
    if (colWidth && colWidth !== data.getColumnWidth(index)) run(SetWorksheetColWidthMutation, { ranges, colWidth });
  }
}

function setMerges(sheet: FWorksheet, run: Run, merges: NonNullable<Properties['merges']>): void {
  const present = sheet.getSheet().getMergeData();
  const wanted = toWorksheetData({ id: 0, name: '', merges }).mergeData ?? [];
  if (textOf(present) === textOf(wanted)) return;
  if (present.length > 0) run(RemoveWorksheetMergeMutation, { ranges: [...present] });
  if (wanted.length > 0) run(AddWorksheetMergeMutation, { ranges: wanted });
}

/** @param run executes a mutation on this sheet */
export function setSheetProperties(sheet: FWorksheet, run: Run, properties: Properties): void {
  const { rowCount, columnCount, hidden, tabColor, gridlinesHidden, frozenRows, frozenColumns, merges } = properties;
  if (rowCount && rowCount !== sheet.getMaxRows()) run(SetWorksheetRowCountMutation, { rowCount });
  if (columnCount && columnCount !== sheet.getMaxColumns()) run(SetWorksheetColumnCountMutation, { columnCount });
  if (hidden !== undefined && hidden !== sheet.isSheetHidden()) run(SetWorksheetHideMutation, { hidden: flag(hidden) });
  if (tabColor !== undefined && (tabColor ?? '') !== (sheet.getTabColor() ?? '')) {
    run(SetTabColorMutation, { color: tabColor ?? '' });
  }
  if (gridlinesHidden !== undefined && gridlinesHidden !== sheet.hasHiddenGridLines()) {
    run(ToggleGridlinesMutation, { showGridlines: flag(!gridlinesHidden) });
  }
  const freeze = freezeOf(frozenRows ?? sheet.getFrozenRows(), frozenColumns ?? sheet.getFrozenColumns());
  if (freeze.ySplit !== sheet.getFrozenRows() || freeze.xSplit !== sheet.getFrozenColumns()) {
    run(SetFrozenMutation, freeze);
  }
  if (merges) setMerges(sheet, run, merges);
  setRows(sheet, run, properties);
  setColumns(sheet, run, properties.columnProperties);
}

/** What a person may have changed about a sheet. */
export function readSheetProperties(sheet: FWorksheet): Partial<SheetSnapshot> {
  const { rowCount, columnCount, hidden, freeze, tabColor, mergeData } = sheet.getSheet().getConfig();
  return {
    rowCount,
    columnCount,
    hidden: hidden === BooleanNumber.TRUE,
    frozenRows: Math.max(0, freeze.ySplit),
    frozenColumns: Math.max(0, freeze.xSplit),
    tabColor: tabColor || null,
    merges: mergeData.map((range) => ({
      row: range.startRow + 1,
      column: range.startColumn + 1,
      rows: range.endRow - range.startRow + 1,
      columns: range.endColumn - range.startColumn + 1,
    })),
  };
}
