/** A click on a box ticks it, another takes the tick away, as in Sheets. */
import { CellValueType } from '@univerjs/core';
import type { Attachment } from './cell-data';
import { byId } from './element';
import type { SheetsComponent } from './univer';

export function tickOnClick({ workbook, cellOnPage }: SheetsComponent): void {
  // Univer tells of clicks on cells that have changed since, or not at all; what it has selected by then is true.
  byId('grid').addEventListener('click', ({ clientX: x, clientY: y }) => {
    const cell = workbook.getActiveCell();
    if (!cell || workbook.isCellEditing()) return;
    const { left, right, top, bottom } = cellOnPage(cell);
    const data = workbook.getActiveSheet().getSheet().getCellRaw(cell.getRow(), cell.getColumn());
    const isBox = (data?.custom as Attachment | null | undefined)?.checkbox === true;
    if (!isBox || data?.t !== CellValueType.BOOLEAN || x < left || x > right || y < top || y > bottom) return;
    cell.setValue({ v: data.v ? 0 : 1, t: CellValueType.BOOLEAN });
  });
}
