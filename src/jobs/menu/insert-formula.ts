import { exampleOf, FORMULAS } from '../../api/formula-table';
import { badInput, InfluError } from '../../core/error';
import type { Tools } from '../../core/ports';
import { columnLetters } from '../../core/text';
import { separatorOf } from '../../schema/locale';

export interface Insertion {
  /** `occupied`: something stands in the cell, so nothing was written. */
  state: 'inserted' | 'occupied';
  /** `B2`. */
  cell: string;
}

/** Writes an example into the active cell. Where something stands there, only when `over` says so. */
export function insertFormula({ host, workbook }: Tools, name: string, over: boolean): Insertion {
  const row = FORMULAS.find((each) => each.name === name);
  if (!row) throw badInput(`There is no formula ${name}.`);
  const table = workbook.active();
  const [area] = workbook.selection();
  if (!table || !area) throw new InfluError('sheet', 'Select a cell first.');
  const place = { ...area, rows: 1, columns: 1 };
  const cell = columnLetters(place.column) + place.row;
  if (!table.canEdit(place)) throw new InfluError('sheet', `${cell} is protected. Select another cell.`);
  const isBlank = table.read(place)[0]?.[0] === '' && table.formulas(place)[0]?.[0] === '';
  if (!isBlank && !over) return { state: 'occupied', cell };
  table.write(place, [[exampleOf(row, separatorOf(host.locale()))]]);
  workbook.flush();
  return { state: 'inserted', cell };
}
