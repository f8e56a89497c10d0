import type { CellValue } from '../../core/ports';
import { isFailureText } from '../../schema/failure-text';
import { safeCell } from '../../sheet/safe-text';
import type { CreatorList } from './creator-list';

/** Cells a read. */
const CELLS_A_BLOCK = 50_000;
const NO_VALUE = /^(#(N\/A|REF!|DIV\/0!|NAME\?|VALUE!|NUM!|NULL!|ERROR!|SPILL!)|Loading\.\.\.)$/;
/** What our formulas show before they have a value. */
const STATE = /^(pending|queued|audience pending|paused)$/;
/** The same where it speaks of money, also in cells that a formula filled from elsewhere: no client is to read that. */
const OF_MONEY = /^(budget reached: |Paid on .* no longer stored)/;

/** A value without its formula. What is no value of a cell (a picture that somebody put there) is left out. */
export function plainValue(value: unknown, formula: string, blanks: { count: number }): CellValue {
  if (typeof value === 'string') {
    const isState = STATE.test(value) && /\bINFLU_/i.test(formula);
    if (!isState && !NO_VALUE.test(value) && !OF_MONEY.test(value) && !isFailureText(value)) return safeCell(value);
    blanks.count += 1;
    return '';
  }
  return typeof value === 'number' || typeof value === 'boolean' || value instanceof Date ? value : '';
}

export interface ListRows {
  /** By row. */
  cells: ReadonlyMap<number, CellValue[]>;
  formulas: ReadonlyMap<number, string[]>;
  formats: ReadonlyMap<number, string[]>;
  /** Columns with pictures. */
  pictures: ReadonlySet<number>;
}

/** Values, formulas and number formats of the rows of creators, three calls a block. */
export function readRows({ table, creators }: CreatorList, columns: number): ListRows {
  const [cells, formulas] = [new Map<number, CellValue[]>(), new Map<number, string[]>()];
  const formats = new Map<number, string[]>();
  const pictures = new Set<number>();
  const numbers = [...creators.keys()];
  const last = Math.max(...numbers);
  const step = Math.max(1, Math.floor(CELLS_A_BLOCK / columns));
  for (let row = Math.min(...numbers); row <= last; row += step) {
    const block = { row, column: 1, rows: Math.min(step, last - row + 1), columns };
    const values = table.read(block);
    const looks = table.formats(block);
    table.formulas(block).forEach((line, at) => {
      if (!creators.has(row + at)) return;
      cells.set(row + at, values[at] ?? []);
      formulas.set(row + at, line);
      formats.set(row + at, looks[at] ?? []);
      line.forEach((formula, index) => isPicture(formula) && pictures.add(index + 1));
    });
  }
  return { cells, formulas, formats, pictures };
}

export const isPicture = (formula: string): boolean => /^=\s*IMAGE\s*\(/i.test(formula);
