import { headerRole } from '../../schema/column-header';
import type { ColumnCells, Shape } from './column-shape';

/** Title lines and headers are looked for in so many rows. */
const MOST_ABOVE = 12;
const ROWS_BELOW = 30;
/** Texts of these look like nothing else, so a text above them that does not is their header. */
const PLAIN: ReadonlySet<Shape> = new Set<Shape>(['number', 'date', 'other', 'network', 'own', 'at', 'link']);
const TEXTS: ReadonlySet<Shape> = new Set<Shape>(['words', 'handle', 'network']);
const NAMES: ReadonlySet<Shape> = new Set<Shape>(['handle', 'own', 'at', 'link']);
const NOTHING: ReadonlySet<Shape> = new Set<Shape>(['blank', 'filler']);

/** Rows of a window, counted from 0. */
export interface Top {
  /** Undefined: there is none. */
  header?: number;
  /** The first row of data: what stands above it, titles and headers, is nobody. */
  first: number;
}

/** How much a cell looks like the header of those below it (from 1) or like one of them (below 0). */
function headerWeight({ values, shapes }: ColumnCells, row: number): number {
  const shape = shapes[row] ?? 'blank';
  if (NOTHING.has(shape)) return 0;
  const below: number[] = [];
  for (let at = row + 1; at < shapes.length && below.length < ROWS_BELOW; at++)
    if (!NOTHING.has(shapes[at] ?? 'blank')) below.push(at);
  const share = (is: (at: number) => boolean): number => below.filter(is).length / Math.max(1, below.length);
  const most = [...new Set(below.map((at) => shapes[at]))].find((each) => share((at) => shapes[at] === each) >= 0.6);
  if (shape === most && shape !== 'handle' && shape !== 'words') return -3;
  const isKnown = headerRole(values[row]) !== undefined && (shape !== 'network' || most !== undefined);
  if (isKnown) return share((at) => headerRole(values[at]) !== undefined) > 0.3 ? -1 : 3;
  // What only an account has in its name is a row of data, whatever stands below.
  if (shape === 'handle' && /[._\d]/.test(String(values[row])) && below.length > 0) return -2.5;
  if (most === undefined) return TEXTS.has(shape) ? 0 : -1;
  // 10k among numbers, a @handle among handles: one of them, only typed otherwise.
  if (!TEXTS.has(shape) || (most === 'number' && /\d/.test(String(values[row])))) return -2;
  if (PLAIN.has(most)) return 2;
  if (shape === 'words') return most === 'handle' ? 1.5 : 0;
  if (most === 'words') return 0.3;
  // `用户` or `Όνομα` above handles in Latin letters.
  const isLatin = (at: number): boolean => /\p{Script=Latin}/u.test(String(values[at]));
  if (below.length > 1 && !isLatin(row) && share(isLatin) === 1) return 1.5;
  // One plain word among names that only an account has.
  const isWord = /^\p{Lu}\p{Ll}+$/u.test(String(values[row]).trim());
  const isApart =
    below.length > 2 &&
    share((at) => /[._\d]/.test(String(values[at]))) >= 0.5 &&
    share((at) => /\p{Lu}/u.test(String(values[at]))) === 0;
  return isWord && isApart ? 1 : -1.5;
}

/**
 * Where the header of a column stands and its data begins. `columns` is the whole window, `from` the first row that is
 * selected in it: titles and a blank line may stand above the header, and the header above the selection.
 */
export function topOf(columns: readonly ColumnCells[], key: ColumnCells, from: number): Top {
  const filled = (row: number): ColumnCells[] => columns.filter(({ shapes }) => (shapes[row] ?? 'blank') !== 'blank');
  const isKnown = (row: number): boolean => filled(row).some(({ values }) => headerRole(values[row]) !== undefined);
  const region = regionOf(filled, isKnown, from);
  const start = headedBelow(filled, key, region) ?? region;
  let best: { row: number; isKnown: boolean; weight: number } | undefined;
  let first = start;
  /** It stands above the table only if there is a header below. */
  let doubtful: number | undefined;
  for (let row = start; row < Math.min(key.shapes.length, start + MOST_ABOVE); row++) {
    const cells = filled(row);
    if (cells.length === 0) continue;
    const line = { row, isKnown: isKnown(row), weight: weightOf(cells, key, row) };
    const isAlone = filled(row + 1).length === 0;
    const isHeader = line.weight >= 1 && (!isAlone || line.isKnown);
    if (isHeader) {
      const isBetter = !best || line.isKnown > best.isKnown || (line.isKnown === best.isKnown && isAtLeast(line, best));
      if (isBetter) [best, doubtful] = [line, undefined];
    } else if (!isTitle(cells, key, row, isAlone) && !(best === undefined && isOverHeader(filled, key, row))) {
      const table = tableBelow(filled, key, row, start + MOST_ABOVE, row === start);
      if (table !== undefined && isKnown(table) && weightOf(filled(table), key, table) >= 1) {
        [best, doubtful, first, row] = [undefined, undefined, table, table - 1];
        continue;
      }
      if (cells.length > 2 || !isDoubtful(cells, key, row, isAlone)) break;
      doubtful ??= row;
    }
    first = row + 1;
  }
  return best ? { header: best.row, first: best.row + 1 } : { first: doubtful ?? first };
}

/** A title, `Owner | Mara` and `Updated | 1 May` as they stand above a list: where its header is, in words that are known. */
function headedBelow(
  filled: (row: number) => ColumnCells[],
  { values, shapes }: ColumnCells,
  from: number,
): number | undefined {
  for (let row = from; row < Math.min(shapes.length, from + MOST_LABELS); row++) {
    const cells = filled(row);
    const roles = cells.map((each) => headerRole(each.values[row]));
    const own = headerRole(values[row]);
    if (row > from && cells.length > 2 && (own === 'handle' || own === 'link')) {
      return roles.filter((role) => role !== undefined).length > 1 ? row : undefined;
    }
    const isWord = /^\p{L}[\p{L} -]*:?$/u.test(String(values[row]));
    const isLabel =
      isWord &&
      (row === from || /^\p{Lu}|:$/u.test(String(values[row])) || cells.some((each) => each.shapes[row] === 'date'));
    const isName = NAMES.has(shapes[row] ?? 'blank') && !(shapes[row] === 'handle' && isLabel);
    const isHeader = roles.filter((role) => role !== undefined).length > 1 || (own !== undefined && own !== 'other');
    if (cells.length > 2 || isName || isHeader) return undefined;
  }
  return undefined;
}

const MOST_LABELS = 7;

/** Figures of a list may stand above it, over a blank line: where the list may begin, if nobody stands among them. */
function tableBelow(
  filled: (row: number) => ColumnCells[],
  { shapes }: ColumnCells,
  from: number,
  before: number,
  mayBeTitle: boolean,
): number | undefined {
  let gap = from;
  while (gap < before && filled(gap).length > 0) gap += 1;
  if (gap === before) return undefined;
  const lines = Array.from({ length: gap - from }, (_, at) => from + at);
  const named = lines.filter((row) => NAMES.has(shapes[row] ?? 'blank'));
  // A title of one word reads as a handle.
  const isTitled = mayBeTitle && filled(from).length === 1 && lines.some((row) => filled(row).length > 2);
  return named.every((row) => isTitled && row === from) ? gap + 1 : undefined;
}

/** Of two that no word tells apart, the one beside the data. */
const isAtLeast = (line: { isKnown: boolean; weight: number }, other: { weight: number }): boolean =>
  !line.isKnown || line.weight >= other.weight;

/** Up from what is selected, as far as the rows are filled: where the table begins. */
function regionOf(filled: (row: number) => ColumnCells[], isKnown: (row: number) => boolean, from: number): number {
  let start = from;
  while (start > 0 && filled(start - 1).length > 0) start -= 1;
  return start > 1 && isKnown(start - 2) ? start - 2 : start;
}

/** 1 and more: the row is one of headers. */
function weightOf(cells: readonly ColumnCells[], key: ColumnCells, row: number): number {
  const own = headerWeight(key, row);
  const others = cells.filter((each) => each !== key).map((each) => headerWeight(each, row));
  const sum = others.reduce((all, weight) => all + weight, 0);
  if (own >= 1) return own + Math.max(0, sum);
  const speaking = others.filter((weight) => weight >= 1).length;
  return own > -2 && sum >= 3 && speaking * 2 >= others.length ? sum : 0;
}

/** A line above the table: nobody in the column of creators, or a text with a blank line below. */
const isTitle = (cells: readonly ColumnCells[], key: ColumnCells, row: number, isAlone: boolean): boolean =>
  cells.length <= 2 && (key.shapes[row] === 'blank' || (isAlone && key.shapes[row] === 'words'));

/** `Liste` or `Q4` alone in a row reads as a handle; right above a header that everybody knows it is a title. */
function isOverHeader(filled: (row: number) => ColumnCells[], key: ColumnCells, from: number): boolean {
  for (let row = from; row < from + MOST_TITLES; row++) {
    const isWord = ['handle', 'network'].includes(key.shapes[row] ?? '') && !/[._]/.test(String(key.values[row]));
    // Between them headers may be put together under one that is merged, over other columns.
    const isBlank = row > from && (key.shapes[row] ?? 'blank') === 'blank';
    // Each of two lists side by side may have its platform above it.
    const isAlone = filled(row).length < 2 || filled(row).every((each) => each.shapes[row] === 'network');
    if (!isBlank && (!isWord || !isAlone)) return false;
    if (headerRole(key.values[row + 1]) !== undefined && weightOf(filled(row + 1), key, row + 1) >= 1) return true;
  }
  return false;
}

const MOST_TITLES = 3;

/** It may be one, and it may be a row of data. */
const isDoubtful = (cells: readonly ColumnCells[], key: ColumnCells, row: number, isAlone: boolean): boolean =>
  ['words', 'date', 'number', 'filler'].includes(key.shapes[row] ?? '') || (isAlone && cells.length === 1);
