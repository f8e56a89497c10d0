import { badInput, InfluError } from '../core/error';
import type { Area, CellValue, Table, Workbook } from '../core/ports';
import { hasHalfCharacter, isBlank } from '../core/text';
import { creatorKey, parseCreator, type Creator } from '../schema/creator';
import { isPlatform } from '../schema/platform';

/** Where the handles of a selection stand. Rows and columns count from 1. */
export interface KeyColumn {
  column: number;
  /** Beside it, with a platform in each row. */
  platformColumn?: number;
  /** Holds names of columns, not a creator. */
  headerRow?: number;
  /** Blocks of rows, the header left out. */
  blocks: { row: number; rows: number }[];
}

export type KeyCell =
  | { row: number; kind: 'blank' }
  | { row: number; kind: 'creator'; creator: Creator; key: string }
  | { row: number; kind: 'unreadable'; text: string; why: string };

/** What people call such a column: `Creator`, `IG handle`, `Instagram profile URL`. */
const HEADER =
  /^((creator|influencer|user|account|profile|channel|instagram|insta|ig|tiktok|youtube|yt|twitch|facebook|fb|snapchat)[\s_-]*)*(s|handles?|user ?names?|names?|urls?|links?|ids?)?$/i;
const LONGEST_HEADER = 40;
const isHeader = (text: string): boolean => text !== '' && text.length <= LONGEST_HEADER && HEADER.test(text);
const PLATFORM_HEADER = /^(platform|network|social( media)?|kanal|plattform)$/i;

/** The sheet in front and where the handles of its selection stand. Throws `badInput` with what to select instead. */
export function selectedKeys(workbook: Workbook): { table: Table; keys: KeyColumn } {
  const table = workbook.active();
  if (!table) throw badInput('Select the cells with the handles first.');
  return { table, keys: findKeyColumn(table, workbook.selection()) };
}

/**
 * Finds the column of handles in a selection: one column, or several of which one holds platforms. Throws `badInput`
 * with what to select instead.
 */
function findKeyColumn(table: Table, selection: readonly Area[]): KeyColumn {
  const lastRow = table.lastRow();
  const areas = selection
    .map((area) => ({ ...area, rows: Math.min(area.rows, lastRow - area.row + 1) }))
    .filter(({ rows }) => rows > 0);
  const [first] = areas;
  if (!first) throw badInput('Select the cells with the handles first: a column, or some cells of it.');
  if (areas.some(({ column, columns }) => column !== first.column || columns !== first.columns))
    throw badInput('Select handles of one column. Several blocks of rows are fine.');
  const width = table.lastColumn();
  const top = table.read({ row: first.row, column: 1, rows: Math.min(first.rows, ROWS_LOOKED_AT), columns: width });
  const inside = Array.from(
    { length: Math.min(first.columns, width - first.column + 1) },
    (_, index) => first.column + index,
  );
  const column =
    inside.length === 1 ? inside[0] : inside.find((each) => !isPlatforms(top, each) && hasHandles(top, each));
  if (column === undefined)
    throw badInput('There are no handles in this selection. Select the column that holds them.');
  const platformColumn = [...inside.filter((each) => each !== column), column - 1, column + 1].find((each) =>
    isPlatforms(top, each),
  );
  const blocks = merged(areas);
  const headerRow = headerRowOf(top, column, first.row) ?? rowAbove(table, column, blocks[0]?.row ?? 1);
  return {
    column,
    ...(platformColumn === undefined ? {} : { platformColumn }),
    ...(headerRow === undefined ? {} : { headerRow }),
    blocks: blocks.flatMap(({ row, rows }) =>
      row === headerRow ? (rows > 1 ? [{ row: row + 1, rows: rows - 1 }] : []) : [{ row, rows }],
    ),
  };
}

const ROWS_LOOKED_AT = 50;

const textAt = (rows: readonly CellValue[][], column: number): string[] =>
  rows.map((row) => String(row[column - 1] ?? '').trim()).filter((text) => text !== '');

const isPlatforms = (rows: readonly CellValue[][], column: number): boolean => {
  const texts = textAt(rows, column).filter((text) => !PLATFORM_HEADER.test(text));
  return texts.length > 0 && texts.every((text) => isPlatform(text.toLowerCase()));
};

const hasHandles = (rows: readonly CellValue[][], column: number): boolean =>
  textAt(rows, column).some((text) => keyCell(0, 'instagram', text).kind === 'creator');

function headerRowOf(rows: readonly CellValue[][], column: number, firstRow: number): number | undefined {
  const text = String(rows[0]?.[column - 1] ?? '').trim();
  return isHeader(text) ? firstRow : undefined;
}

/** The cell above the selection, if it reads like a header. */
function rowAbove(table: Table, column: number, firstRow: number): number | undefined {
  if (firstRow < 2) return undefined;
  const [[text = ''] = []] = table.read({ row: firstRow - 1, column, rows: 1, columns: 1 });
  return typeof text === 'string' && isHeader(text.trim()) ? firstRow - 1 : undefined;
}

/** In order, without what is selected twice. */
function merged(areas: readonly Area[]): { row: number; rows: number }[] {
  const blocks: { row: number; rows: number }[] = [];
  for (const { row, rows } of [...areas].sort((left, right) => left.row - right.row)) {
    const last = blocks[blocks.length - 1];
    if (last && row <= last.row + last.rows) last.rows = Math.max(last.rows, row + rows - last.row);
    else blocks.push({ row, rows });
  }
  return blocks;
}

const LONGEST_EDGE = 60;

/** Texts at the edges of what was read: they tell that rows or columns were moved since. At most 370 characters. */
export function edgesOf(table: Table, { column, platformColumn = column, headerRow, blocks }: KeyColumn): string {
  const [first] = blocks;
  const last = blocks[blocks.length - 1];
  const rows = new Set([headerRow, first?.row, last && last.row + last.rows - 1]);
  const [left, right] = [Math.min(column, platformColumn), Math.max(column, platformColumn)];
  return [...rows]
    .flatMap((row) => {
      // What is beyond the sheet's edge now is blank.
      if (row === undefined || row > table.lastRow() || right > table.lastColumn()) return [''];
      const [cells = []] = table.read({ row, column: left, rows: 1, columns: right - left + 1 });
      return [...new Set([column, platformColumn])].map((each) =>
        String(cells[each - left] ?? '').slice(0, LONGEST_EDGE),
      );
    })
    .join('\n');
}

/** Cells that would be bought as somebody's handle though no person wrote one. */
const NO_HANDLES: readonly (readonly [why: string, is: (value: unknown) => boolean])[] = [
  ['the cell is TRUE or FALSE', (value) => typeof value === 'boolean'],
  [
    'Sheets has rounded this number. Format the cells as plain text and put the ids in again',
    (value) => typeof value === 'number' && !Number.isSafeInteger(value),
  ],
  ['the cell shows an error or is loading', (value) => /^(#|Loading\.\.\.$)/.test(String(value))],
  // No address can be made of it, and the whole wave would fail with it.
  ['half a character was cut off', (value) => hasHalfCharacter(String(value))],
];

/** What one row names. `platform` is its own, or the one for all. */
export function keyCell(row: number, platform: unknown, value: unknown): KeyCell {
  if (isBlank(value)) return { row, kind: 'blank' };
  const [why] = NO_HANDLES.find(([, is]) => is(value)) ?? [];
  if (why !== undefined) return { row, kind: 'unreadable', text: String(value).slice(0, 80), why };
  try {
    const creator = parseCreator(platform, value);
    return { row, kind: 'creator', creator, key: creatorKey(creator) };
  } catch (error) {
    if (!(error instanceof InfluError)) throw error;
    return { row, kind: 'unreadable', text: String(value).slice(0, 80), why: error.message };
  }
}

/** Every row of the column, in two reads. `platform` is for handles that name none; blank: they are unreadable. */
export function readKeys(
  table: Table,
  { column, platformColumn, blocks }: KeyColumn,
  platform: string | ((row: number) => string),
): KeyCell[] {
  const [first] = blocks;
  const last = blocks[blocks.length - 1];
  if (!first || !last) return [];
  const rows = last.row + last.rows - first.row;
  const read = (each: number): CellValue[][] => table.read({ row: first.row, column: each, rows, columns: 1 });
  const keys = read(column);
  const platforms = platformColumn === undefined ? undefined : read(platformColumn);
  return blocks.flatMap((block) =>
    Array.from({ length: block.rows }, (_, index) => {
      const row = block.row + index;
      const own = platforms?.[row - first.row]?.[0] ?? '';
      const other = typeof platform === 'string' ? platform : platform(row);
      return keyCell(row, isBlank(own) ? other : own, keys[row - first.row]?.[0]);
    }),
  );
}
