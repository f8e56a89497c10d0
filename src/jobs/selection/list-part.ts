import type { Area, CellValue, Table } from '../../core/ports';
import { isBlank } from '../../core/text';
import {
  headerPlatform,
  headerRole,
  namesOtherNetwork,
  otherNetworkIn,
  titlePlatform,
} from '../../schema/column-header';
import type { Platform } from '../../schema/platform';
import { isNetworks, platformOfText, platformsIn } from '../../schema/platform-alias';
import type { KeyCell, KeyColumn } from './key-column';
import type { Understood, Window } from './selection-reading';

/** A line inside a list that says what stands below it: a title, or headers. Rows count from 1. */
export interface ListPart {
  row: number;
  /** The platform of those below; `other`: a network that is none of ours. Undefined: nothing says one. */
  of?: Platform | 'other' | undefined;
  /** Where that stands: headers below a title seldom say it again. */
  said: { row: number; text: string };
  /** One word right above the headers, which reads as a handle. */
  title?: number | undefined;
  /** The columns below it are others: no creators stand in this one. */
  isElse: boolean;
}

/** Columns right of the creators that tell a title, which stands alone in its row, from a row of the list. */
const COLUMNS_RIGHT = 11;

/** A sheet, and the rows of it that were read already. */
export interface SheetRows {
  table: Table;
  window: Window;
}

/** Whole rows as they were read, or as many columns as are wanted. */
export function rowsIn({ table, window: { numbers, rows } }: SheetRows, area: Area): CellValue[][] {
  const at = numbers.indexOf(area.row);
  if (at >= 0 && numbers[at + area.rows - 1] === area.row + area.rows - 1) return rows.slice(at, at + area.rows);
  return table.read({ ...area, columns: Math.min(table.lastColumn(), area.columns) });
}

/** The lines that part a list. One read at most, where there are rows that name nobody above others that name somebody. */
export function partsIn(
  sheet: SheetRows,
  cells: readonly KeyCell[],
  { column: key, platformColumn = 0 }: KeyColumn,
  { headers, headerPlatform: of, firstRow }: Understood,
): ListPart[] {
  const last = cells.reduce((row, cell) => (cell.kind === 'creator' ? cell.row : row), 0);
  const lines = cells.filter((cell) => cell.row < last && mayPart(cell));
  const [top, bottom] = [lines[0], lines[lines.length - 1]];
  if (!top || !bottom) return [];
  const first = Math.max(1, top.row - 2);
  const rows = rowsIn(sheet, { row: first, column: 1, rows: bottom.row - first + 1, columns: key + COLUMNS_RIGHT });
  const left = Array.from({ length: key }, (_, at) => at).reduce(
    (from, at) => (rows.every((row) => isBlank(row[at])) ? at + 1 : from),
    0,
  );
  const parts: ListPart[] = [];
  for (const cell of lines) {
    const { row } = cell;
    const line = rows[row - first] ?? [];
    const before: ListPart | undefined = parts[parts.length - 1];
    const isGap = (at: number): boolean => rows[at - first]?.every(isBlank) ?? true;
    const isOpen = isGap(row - 1) || before?.row === row - 1;
    const title = row > first && isGap(row - 2) && isTitleWord(rows[row - 1 - first], key) ? row - 1 : undefined;
    // Somebody said that words for nobody are creators.
    const isNamed = cell.kind === 'creator' && cell.filler;
    // A row that says its platform is one of the list.
    const isOfList = isNetworks(textOf(line[platformColumn - 1]));
    const isData = isOfList || recursIn(sheet.window, line, key, headers);
    const heads = isData ? undefined : headersAt(line, key, headers, isOpen || title !== undefined);
    const part = heads ?? (isNamed || isOfList ? undefined : titleAt(sheet, row, line, key, left, headers, isOpen));
    if (!part) continue;
    const said = { row, text: part.text };
    parts.push({
      row: heads && title !== undefined ? title : row,
      ...(part.of ? { of: part.of, said } : { of: before?.of ?? of, said: before?.said ?? said }),
      // A title says nothing of the columns.
      isElse: row > firstRow && (heads?.isElse ?? before?.isElse ?? false),
      ...(heads && { title }),
    });
  }
  return parts;
}

/** States and kinds are words of headers, too, and stand in a column more than once; headers do only where they are repeated. */
const recursIn = ({ rows }: Window, line: readonly CellValue[], key: number, headers: readonly string[]): boolean =>
  line.some(
    (value, at) =>
      at !== key - 1 &&
      textOf(value) !== '' &&
      value !== headers[at] &&
      rows.some((other) => other[at] === value && other[key - 1] !== line[key - 1]),
  );

const isTitleWord = (line: readonly CellValue[] | undefined, key: number): boolean =>
  /^\p{Lu}\p{L}+$/u.test(textOf(line?.[key - 1])) && line?.filter((value) => !isBlank(value)).length === 1;

/** A creator's cell may be the name of another network, written as a title. */
const mayPart = (cell: KeyCell): boolean =>
  cell.kind !== 'creator' ||
  cell.filler === true ||
  (cell.creator.by === 'username' && cell.creator.platform !== undefined && isOther(cell.creator.id));

/** `Instagram & TikTok` says nothing of one of them, and `UGC` nothing of a network. */
const isOther = (text: string): boolean =>
  isNetworks(text) && platformsIn(text).length === 0 && namesOtherNetwork(text);

/** The part in which a row stands. */
export const partAt = (parts: readonly ListPart[], row: number): ListPart | undefined =>
  [...parts].reverse().find((part) => part.row <= row);

interface Line extends Pick<ListPart, 'of'> {
  text: string;
}

const textOf = (value: CellValue | undefined): string => (typeof value === 'string' ? value.trim() : '');

/** A title stands alone in its row, in the column of creators or left of it. `isOpen`: below a blank line or another title. */
function titleAt(
  { table, window: { rows } }: SheetRows,
  row: number,
  line: readonly CellValue[],
  key: number,
  left: number,
  headers: readonly string[],
  isOpen: boolean,
): Line | undefined {
  const at = line.reduce<number>(
    (last, value, index) => (index >= left && index < key && !isBlank(value) ? index : last),
    -1,
  );
  const text = textOf(line[at]);
  const others = line.filter((value, index) => index !== at && !isBlank(value) && typeof value !== 'number');
  if (text === '' || others.some((value) => titlePlatform(textOf(value), isOpen) === undefined)) return undefined;
  // Where rows of the list speak of platforms, one without its creator is no title.
  const beside = at < key - 1 ? rows.filter((each) => !isBlank(each[key - 1])).map((each) => textOf(each[at])) : [];
  if (beside.some(isNetworks)) return undefined;
  // A client or a format, too, of somebody who is not named yet: a title is merged over its row there.
  const header = headers[at] ?? '';
  const isValue =
    header !== '' && !OF_CREATORS.has(headerRole(header)) && beside.some((other) => other !== '' && other !== header);
  if (isValue && !isOpen && !table.hasMerged({ row, column: at + 1, rows: 1, columns: 1 })) return undefined;
  const isAlone = isOpen && line.every((value, index) => index === at || isBlank(value));
  if (!isAlone && at === key - 1 && isSmall(text)) return undefined;
  // Below a word such as Notes, what stands alone may be said of somebody who is missing.
  const of = titlePlatform(text, isOpen && (at === key - 1 || headerRole(header) !== 'other'));
  if (of) return { text, of };
  const isNetwork = isOther(text) ? isOpen && /\p{Lu}/u.test(text) : otherNetworkIn(text) !== undefined;
  return isNetwork ? { text, of: 'other' } : undefined;
}

const OF_CREATORS: ReadonlySet<string | undefined> = new Set(['name', 'handle', 'link', 'id']);

/** Small letters among others are somebody. */
const isSmall = (text: string): boolean => !/\p{Lu}|\p{Lo}/u.test(text);

const CREATORS: ReadonlySet<string | undefined> = new Set(['handle', 'link', 'id']);

/** Headers further down: of the same columns, or of others. */
function headersAt(
  line: readonly CellValue[],
  key: number,
  headers: readonly string[],
  isOpen: boolean,
): (Line & { isElse: boolean }) | undefined {
  const filled = line.filter((value) => !isBlank(value));
  const own = textOf(line[key - 1]);
  const roles = line.map((value) => (isBlank(value) ? undefined : headerRole(value)));
  const known = roles.filter((role) => role !== undefined).length;
  // Below a blank line a platform over the creators is a header, whatever words stand beside it.
  const isNamed = isOpen && filled.length > 1 && platformOfText(own) !== undefined;
  const isLine =
    filled.every((value) => typeof value === 'string') &&
    (isNamed || (known > 1 && (isOpen ? known * 2 > filled.length : own !== '' && known === filled.length)));
  const header = headers[key - 1] ?? '';
  if (!isLine || (isSmall(own) && platformOfText(own) !== undefined)) return undefined;
  const text = own || textOf(filled[0]);
  const role = roles[key - 1];
  const isElsewhere = roles.some((each, at) => at !== key - 1 && (each === 'handle' || each === 'link'));
  // Beside the same headers another word above the creators is a title: `Tier 2`.
  const isBeside = line.every((value, at) => at === key - 1 || textOf(value) === (headers[at] ?? ''));
  const isSame = own !== '' && (isBeside || own.toLowerCase() === header.toLowerCase());
  const isKey =
    isSame ||
    CREATORS.has(role) ||
    (!isElsewhere && (role === undefined || (role === 'name' && headerRole(header) === 'name')));
  // Of a table beside this column nothing stands in it.
  return { text, of: isKey ? headerPlatform(own) : undefined, isElse: own !== '' && !isKey };
}
