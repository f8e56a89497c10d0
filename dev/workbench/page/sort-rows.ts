/** Sorts rows by a column as Sheets does: numbers, texts in any case, TRUE and FALSE, then errors; blanks always last. */
import type { IRange } from '@univerjs/core';
import { CellValueType } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/preset-sheets-core';
import { ReorderRangeCommand } from '@univerjs/preset-sheets-core';
import { SHEETS_ERRORS } from './sheets-errors';
import type { SheetsComponent } from './univer';
import { workbookId } from './workbook-data';

type Key = readonly [kind: number, value: number | string];

const kinds = { number: 0, text: 1, boolean: 2, error: 3, blank: 4 } as const;

function keyOf(sheet: FWorksheet, row: number, column: number): Key {
  const { v, t, p } = sheet.getSheet().getCell(row, column) ?? {};
  const value = p?.body?.dataStream.trim() ?? v;
  if (value === undefined || value === null || value === '') return [kinds.blank, 0];
  if (t === CellValueType.BOOLEAN) return [kinds.boolean, Number(value)];
  if (typeof value === 'number') return [kinds.number, value];
  if (t === CellValueType.NUMBER && Number.isFinite(Number(value))) return [kinds.number, Number(value)];
  return [Object.hasOwn(SHEETS_ERRORS, String(value)) ? kinds.error : kinds.text, String(value)];
}

const texts = new Intl.Collator('en', { sensitivity: 'base' });

function compare([kind, value]: Key, [otherKind, otherValue]: Key): number {
  if (kind !== otherKind) return kind - otherKind;
  return typeof value === 'number' ? value - Number(otherValue) : texts.compare(value, String(otherValue));
}

/**
 * Hidden rows stay where they are. References in formulas move with their row, by Univer's own doing.
 * @returns why not, if it could not be done
 */
export function sortRows(
  { commands }: Pick<SheetsComponent, 'commands'>,
  sheet: FWorksheet,
  range: IRange,
  column: number,
  isDescending: boolean,
): string | null {
  const isMerged = sheet
    .getSheet()
    .getMergeData()
    .some(({ startRow, endRow }) => endRow >= range.startRow && startRow <= range.endRow);
  if (isMerged) return 'Rows with merged cells can’t be sorted. Unmerge them first.';
  const rows: { row: number; key: Key }[] = [];
  for (let row = range.startRow; row <= range.endRow; row += 1) {
    if (sheet.getSheet().getRowVisible(row)) rows.push({ row, key: keyOf(sheet, row, column) });
  }
  const sorted = rows.toSorted(({ key }, { key: other }) => {
    const isBlank = key[0] === kinds.blank || other[0] === kinds.blank;
    return isDescending && !isBlank ? compare(other, key) : compare(key, other);
  });
  const order = Object.fromEntries(rows.map(({ row }, place) => [row, sorted[place]?.row ?? row]));
  void commands.executeCommand(ReorderRangeCommand.id, {
    unitId: workbookId,
    subUnitId: sheet.getSheetId(),
    range,
    order,
  });
  return null;
}
