import type { Table, Workbook } from '../../core/ports';

/**
 * What is selected stays so, now as far as the newest column, and that is scrolled to: new columns often stand out of view.
 * With `keyColumn` only where creators of it are selected.
 */
export function showColumns(workbook: Workbook, table: Table, last: number | undefined, keyColumn?: number): void {
  if (last === undefined || workbook.active()?.id() !== table.id()) return;
  const areas = workbook.selection();
  const [top] = areas;
  const isElsewhere = ({ column, columns }: (typeof areas)[number]): boolean =>
    column > last || (keyColumn !== undefined && (column > keyColumn || column + columns <= keyColumn));
  if (!top || areas.some(isElsewhere)) return;
  const wide = areas.map((area) => ({ ...area, columns: last - area.column + 1 }));
  table.selectAt(wide, top.row, last);
}
