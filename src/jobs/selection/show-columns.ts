import type { Table, Workbook } from '../../core/ports';

/** The selected creators stay selected, now as far as their newest column, and that is scrolled to. */
export function showColumns(workbook: Workbook, table: Table, keyColumn: number, last: number | undefined): void {
  if (last === undefined || workbook.active()?.id() !== table.id()) return;
  const areas = workbook.selection();
  const [top] = areas;
  if (!top || areas.some(({ column, columns }) => column > keyColumn || column + columns <= keyColumn)) return;
  const wide = areas.map((area) => ({ ...area, columns: last - area.column + 1 }));
  table.selectAt(wide, top.row, last);
}
