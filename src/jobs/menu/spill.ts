import type { FormulaCell, SheetReading } from './sheet-reading';

/** How far a result reaches from its formula: `rows` and `columns` are 1 for a single cell. */
export interface Extent {
  rows: number;
  columns: number;
}

const ONE_VALUE =
  /^(INFLU_(FOLLOWERS|ENGAGEMENT|GROWTH|PROFILE|STATUS|COUNT|BALANCE)|IF|IFERROR|IFNA|ROUND|ROUNDUP|ROUNDDOWN|INT|VALUE|TEXT|N|T|CONCATENATE|SUM|MAX|MIN|AVERAGE|LEN|LOWER|UPPER)$/;
const FIELDS_FROM_ELSEWHERE = /INFLU_(PROFILE|STATUS)\([^(),;]*[,;][^(),;]*[,;](?!\s*"\s*\))/;

/** In capitals, texts as `"` alone, and `{` in place of those that may be lists. */
const bare = (formula: string): string =>
  formula
    .replace(/"(?:[^"]|"")*"/g, (text) => (/[,;\n]/.test(text) ? '{' : '"'))
    .replace(/'[^']*'!|\w+!|\$/g, '')
    .toUpperCase();

/** False where it may give several cells. */
function isOneValue(formula: string): boolean {
  const text = bare(formula);
  if (/[:{]/.test(text) || FIELDS_FROM_ELSEWHERE.test(text)) return false;
  return (text.match(/[A-Z_][\w.]*\s*\(?/g) ?? []).every((word) =>
    word.endsWith('(') ? ONE_VALUE.test(word.slice(0, -1).trim()) : /^([A-Z]{1,3}\d+|TRUE|FALSE)$/.test(word.trim()),
  );
}

const RANGE = /\b[A-Z]{0,3}\d*:[A-Z]{0,3}\d*/g;

/** The shape of the largest range that a formula names: results have blanks where it has. */
function rangeOf(formula: string): Extent {
  const shape = { rows: 1, columns: 1 };
  for (const text of bare(formula).match(RANGE) ?? []) {
    const [, left = '', top = '', right = '', end = ''] = /([A-Z]*)(\d*):([A-Z]*)(\d*)/.exec(text) ?? [];
    shape.rows = Math.max(shape.rows, end && top ? Number(end) - Number(top) + 1 : Infinity);
    shape.columns = Math.max(shape.columns, left && right ? numberOf(right) - numberOf(left) + 1 : Infinity);
  }
  return shape;
}

const numberOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** What a formula can have spilled into: what is filled to its right and below, without formulas and what has links or looks of its own. */
export function extentOf({ formulas, shown }: SheetReading, cell: FormulaCell, dressed: () => boolean[][]): Extent {
  const extent = { rows: 1, columns: 1 };
  if (isOneValue(cell.formula)) return extent;
  const range = rangeOf(cell.formula);
  const isFree = (row: number, column: number): boolean =>
    row < shown.length && column < (shown[0]?.length ?? 0) && !formulas[row]?.[column] && !dressed()[row]?.[column];
  const isFilled = (row: number, column: number): boolean => (shown[row]?.[column] ?? '') !== '';
  for (; isFree(cell.row + extent.rows, cell.column); extent.rows++)
    if (extent.rows >= range.rows && !isFilled(cell.row + extent.rows, cell.column)) break;
  for (; ; extent.columns++) {
    const [column, rows] = [cell.column + extent.columns, lines(extent.rows).map((at) => cell.row + at)];
    const isMore = extent.columns < range.columns || rows.some((row) => isFilled(row, column));
    if (!isMore || !rows.every((row) => isFree(row, column))) break;
  }
  const isBlank = (at: number): boolean =>
    lines(extent.columns).every((right) => !isFilled(cell.row + at, cell.column + right));
  while (extent.rows > 1 && isBlank(extent.rows - 1)) extent.rows--;
  return extent;
}

const lines = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

export const mayGiveSeveral = (formula: string): boolean => !isOneValue(formula);
