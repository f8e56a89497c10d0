import type { Area, Tools } from '../core/ports';
import { columnLetters, hashText } from '../core/text';
import { entry, shape, type Entry } from './argument';
import type { Glance, GlanceCalls } from './glance-calls';

/** Reads no property: every two seconds, hour after hour, would use up what Google allows in a day (50,000). */
export const glanceSurface = (): { [Name in keyof GlanceCalls]: Entry } => ({
  glance: entry<'glance'>(
    () => shape({}),
    ({ workbook }) => ({ selection: selectionNow(workbook) }),
  ),
});

function selectionNow(workbook: Tools['workbook']): Glance['selection'] {
  const sheetId = workbook.active()?.id() ?? 0;
  const areas = workbook.selection().map(areaName);
  return { sheetId, area: areas.join(', '), figure: hashText([sheetId, ...areas].join()) };
}

function areaName({ row, column, rows, columns }: Area): string {
  const first = columnLetters(column) + row;
  return rows * columns === 1 ? first : first + ':' + columnLetters(column + columns - 1) + (row + rows - 1);
}
