import type { CellValue } from '../../core/ports';
import { safeCell } from '../../sheet/safe-text';
import type { CreatorList } from './creator-list';

/** Cells a read. */
const CELLS_A_BLOCK = 50_000;
const NO_VALUE = /^(#(N\/A|REF!|DIV\/0!|NAME\?|VALUE!|NUM!|NULL!|ERROR!|SPILL!)|Loading\.\.\.)$/;

/** A value without its formula. What is no value of a cell (a picture that somebody put there) is left out. */
export function plainValue(value: unknown, blanks: { count: number }): CellValue {
  if (typeof value === 'string') {
    if (!NO_VALUE.test(value)) return safeCell(value);
    blanks.count += 1;
    return '';
  }
  return typeof value === 'number' || typeof value === 'boolean' || value instanceof Date ? value : '';
}

interface Rows {
  cells: Map<number, CellValue[]>;
  /** By column the formulas of pictures, by row. */
  pictures: Map<number, Map<number, string>>;
}

/** Values and formulas of the rows of creators, two calls a block. */
export function readRows({ table, creators }: CreatorList, columns: number): Rows {
  const cells: Rows['cells'] = new Map();
  const pictures: Rows['pictures'] = new Map();
  const numbers = [...creators.keys()];
  const last = Math.max(...numbers);
  const step = Math.max(1, Math.floor(CELLS_A_BLOCK / columns));
  for (let row = Math.min(...numbers); row <= last; row += step) {
    const block = { row, column: 1, rows: Math.min(step, last - row + 1), columns };
    const values = table.read(block);
    const formulas = table.formulas(block);
    values.forEach((line, at) => {
      if (!creators.has(row + at)) return;
      cells.set(row + at, line);
      formulas[at]?.forEach((formula, index) => {
        if (!/^=\s*IMAGE\s*\(/i.test(formula)) return;
        const column = pictures.get(index + 1) ?? new Map<number, string>();
        pictures.set(index + 1, column.set(row + at, formula));
      });
    });
  }
  return { cells, pictures };
}
