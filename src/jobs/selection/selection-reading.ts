import { badInput } from '../../core/error';
import type { Area, CellValue } from '../../core/ports';
import { headerPlatform, headerRole, type HeaderRole } from '../../schema/column-header';
import { platformOfId } from '../../schema/creator';
import type { Platform } from '../../schema/platform';
import { platformsIn } from '../../schema/platform-alias';
import { columnCellsOf, isPlatforms, scoreOf, type ColumnCells, type Score } from './column-shape';
import { topOf, type Top } from './header-row';
import { SELECTION_TEXT } from '../../schema/said-text';

/** Rows of a sheet from its first column on, in order; some between may be left out. */
export interface Window {
  numbers: readonly number[];
  rows: readonly CellValue[][];
}

/** What a person has said of a selection; what does not fit it says nothing. Columns and rows count from 1, 0 is none. */
export interface SelectionChoices {
  column?: number | null;
  platformColumn?: number | null;
  headerRow?: number | null;
  /** Whether the platform for plain handles was chosen: then no header counts over it. */
  isPlatformChosen?: boolean | null;
  /** Also buys rows that are hidden. */
  hidden?: boolean | null;
  /** `none`, `tbd` and their like are creators. */
  fillers?: boolean | null;
}

/** How a selection is understood: nothing of it is left out without a word. */
export interface Understood {
  column: number;
  platformColumn?: number | undefined;
  headerRow?: number | undefined;
  /** The first row of data, selected or not. */
  firstRow: number;
  header: string;
  /** Of all columns of the sheet. */
  headers: string[];
  /** The platform that the header names, or whose ids the column holds. */
  headerPlatform?: Platform;
  /** Numbers in it are the platform's ids. */
  isId: boolean;
  /** How much of the column reads as creators, 0 to 1. */
  share: number;
  /** Rows at the top that the header may stand in, with a text of each. */
  tops: { row: number; text: string }[];
  /** The selected columns that hold anything, with their headers; `maybe`: it reads as creators as well. */
  columns: { column: number; header: string; use: 'key' | 'platform' | 'maybe' | 'none' }[];
}

/** Rows of another list above, with its header and the blank line. */
const FEWEST_ABOVE = 3;
/** Less is a column of something else. */
const LOWEST = 0.25;
const textAt = (cells: ColumnCells | undefined, row: number | undefined): string =>
  row === undefined ? '' : String(cells?.values[row] ?? '').trim();

/** The columns that are selected, in order. */
export const columnsOf = (areas: readonly Area[], width: number): number[] =>
  Array.from({ length: width }, (_, index) => index + 1).filter((each) =>
    areas.some(({ column, columns }) => each >= column && each < column + columns),
  );

/** Throws `badInput` with what to select instead. */
export function understand(
  window: Window,
  areas: readonly Area[],
  choices: SelectionChoices = {},
  picked: string = '',
): Understood {
  const width = Math.max(0, ...window.rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => columnCellsOf(window.rows.map((row) => row[at] ?? '')));
  const selected = Math.min(...areas.map(({ row }) => row));
  const from = Math.max(
    0,
    window.numbers.findIndex((row) => row >= selected),
  );
  const inside = columnsOf(areas, width).filter((each) => columns[each - 1]?.shapes.some((shape) => shape !== 'blank'));
  const tops = new Map(inside.map((each) => [each, topIn(columns, each, from, choices, window.numbers)]));
  const firstOf = ({ first }: Top): number => Math.max(first, from);
  const highest = Math.min(...[...tops.values()].map(firstOf));
  const rowsFrom = (first: number): number =>
    window.rows.filter((_, row) => row >= first && columns.some(({ shapes }) => shapes[row] !== 'blank')).length;
  const found = new Map(
    [...tops].map(([each, top]) => {
      // Of two lists one below the other the longer counts.
      const rows = rowsFrom(firstOf(top) - highest < FEWEST_ABOVE ? firstOf(top) : highest);
      return [each, lookAt(columns[each - 1] as ColumnCells, top, firstOf(top), rows)];
    }),
  );
  const key = keyOf(found, choices, columns, picked);
  if (key === undefined) throw badInput(SELECTION_TEXT.noHandles);
  const { top, share } = found.get(key) as Look;
  const headerOf = (column: number): string => textAt(columns[column - 1], top.header);
  const platformColumn = platformColumnOf(columns, inside, key, top, choices, headerOf);
  const header = headerOf(key);
  const platform =
    headerPlatform(header) ??
    platformOfIds(columns[key - 1]?.values ?? []) ??
    platformAbove(columns, key, top.header ?? top.first);
  return {
    column: key,
    platformColumn,
    headerRow: top.header === undefined ? undefined : window.numbers[top.header],
    firstRow: window.numbers[top.first] ?? (window.numbers[window.numbers.length - 1] ?? 0) + 1,
    tops: topsOf(window, columns, key, Math.min(from, top.header ?? from), top.first),
    header,
    headers: columns.map((_, at) => headerOf(at + 1)),
    ...(platform ? { headerPlatform: platform } : {}),
    isId: headerRole(header) === 'id',
    share,
    columns: inside.map((column) => ({
      column,
      header: headerOf(column),
      use:
        column === key
          ? 'key'
          : column === platformColumn
            ? 'platform'
            : (found.get(column)?.score ?? 0) >= 0.5
              ? 'maybe'
              : 'none',
    })),
  };
}

/** Of a line above the headers that names one platform: a title, or a cell that is merged over several columns. */
function platformAbove(columns: readonly ColumnCells[], key: number, header: number): Platform | undefined {
  for (let row = header - 1; row >= Math.max(0, header - MOST_TITLES); row--) {
    const text = columns
      .slice(0, key)
      .map((cells) => textAt(cells, row))
      .reverse()
      .find((each) => each !== '');
    const named = platformsIn(text ?? '');
    if (named.length === 1) return named[0];
  }
  return undefined;
}

const MOST_TITLES = 3;

/** The platform whose own ids most of the column are. */
function platformOfIds(values: readonly CellValue[]): Platform | undefined {
  const texts = values.map((value) => String(value).trim()).filter((text) => text !== '');
  const ids = texts.flatMap((text) => platformOfId(text) ?? []);
  const [first] = ids;
  return ids.length * 2 > texts.length && ids.every((each) => each === first) ? first : undefined;
}

const MOST_TOPS = 6;

/** Rows that could be the header: those that were taken for one or for a title, and the first of the data. */
function topsOf(
  { numbers, rows }: Window,
  columns: readonly ColumnCells[],
  key: number,
  from: number,
  first: number,
): Understood['tops'] {
  return rows
    .map((_, at) => ({ at, text: textAt(columns[key - 1], at) || firstText(columns, at) }))
    .filter(({ at, text }) => at >= from && at <= first && text !== '')
    .slice(-MOST_TOPS)
    .map(({ at, text }) => ({ row: numbers[at] ?? 0, text: text.slice(0, LONGEST_SHOWN) }));
}

const LONGEST_SHOWN = 60;
const firstText = (columns: readonly ColumnCells[], at: number): string =>
  columns.map((cells) => textAt(cells, at)).find((text) => text !== '') ?? '';

interface Look extends Score {
  top: Top;
  header: string;
}

function topIn(
  columns: readonly ColumnCells[],
  column: number,
  from: number,
  { headerRow }: SelectionChoices,
  numbers: readonly number[],
): Top {
  const chosen = headerRow ? numbers.indexOf(headerRow) : -1;
  if (headerRow === 0) return { first: from };
  return chosen >= 0 ? { header: chosen, first: chosen + 1 } : topOf(columns, columns[column - 1] as ColumnCells, from);
}

function lookAt(cells: ColumnCells, top: Top, from: number, rows: number): Look {
  const header = textAt(cells, top.header);
  return { top, header, ...scoreOf(cells, from, header, rows) };
}

/** The column that reads most as creators; of equals the one of the platform that was chosen, then the first. */
function keyOf(
  found: ReadonlyMap<number, Look>,
  { column, isPlatformChosen }: SelectionChoices,
  columns: readonly ColumnCells[],
  picked: string,
): number | undefined {
  if (column && found.has(column)) return column;
  const [[only] = [], ...more] = [...found];
  if (only !== undefined && more.length === 0) return only;
  let best: number | undefined;
  let most = LOWEST;
  for (const [each, { score, top, header }] of found) {
    if (isPlatforms(columns[each - 1] as ColumnCells, top.first, header)) continue;
    const wanted = score + (isPlatformChosen && headerPlatform(header) === picked ? 0.1 : 0);
    if (wanted > most + 0.001) [best, most] = [each, wanted];
  }
  return best;
}

const NO_PLATFORM: ReadonlySet<HeaderRole | undefined> = new Set(['other', 'name', 'id'] as const);

/** A selected column of platforms, or one beside the handles; elsewhere only where its header says so. */
function platformColumnOf(
  columns: readonly ColumnCells[],
  inside: readonly number[],
  key: number,
  { first }: Top,
  { platformColumn }: SelectionChoices,
  headerOf: (column: number) => string,
): number | undefined {
  if (platformColumn === 0) return undefined;
  if (platformColumn && platformColumn !== key && platformColumn <= columns.length) return platformColumn;
  const isSaid = (each: number): boolean => headerRole(headerOf(each)) === 'platform';
  const all = columns.map((_, at) => at + 1);
  const near = [...inside, key - 1, key + 1];
  const ofKey = headerPlatform(headerOf(key));
  return [...near.filter(isSaid), ...all.filter(isSaid), ...near].find((each) => {
    const cells = columns[each - 1];
    if (each === key || cells === undefined) return false;
    // "Also on", "Contact via", a country's code: the column speaks of something else.
    const isElse =
      !isSaid(each) && headerOf(each) !== '' && (ofKey !== undefined || NO_PLATFORM.has(headerRole(headerOf(each))));
    return !isElse && isPlatforms(cells, first, headerOf(each));
  });
}
