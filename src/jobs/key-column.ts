import { badInput } from '../core/error';
import type { Area, CellValue, Table, Workbook } from '../core/ports';
import { isBlank } from '../core/text';
import { readCreator, type CreatorReading } from '../schema/creator';
import { isHeaderText } from '../schema/header-text';
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

export type KeyCell = { row: number } & CreatorReading;

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
  return isHeaderText(text) ? firstRow : undefined;
}

/** The cell above the selection, if it reads like a header. */
function rowAbove(table: Table, column: number, firstRow: number): number | undefined {
  if (firstRow < 2) return undefined;
  const [[text = ''] = []] = table.read({ row: firstRow - 1, column, rows: 1, columns: 1 });
  return isHeaderText(text) ? firstRow - 1 : undefined;
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

/** What one row names. `platform` is its own, or the one for all. */
export const keyCell = (row: number, platform: unknown, value: unknown): KeyCell => ({
  row,
  ...readCreator(platform, value),
});

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
