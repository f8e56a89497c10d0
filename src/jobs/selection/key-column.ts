import type { Said } from '../../core/said';
import * as z from 'zod/mini';
import { headerRole, otherNetworkIn } from '../../schema/column-header';
import { PLATFORM_LABELS, readCreator, type Creator, type CreatorReading } from '../../schema/creator';
import { platformOfText, platformsIn } from '../../schema/platform-alias';
import { hashText, isBlank } from '../../core/text';
import type { CellValue, Table } from '../../core/ports';
import { SELECTION_TEXT } from '../../schema/said-text';

/** How the cells of a column are read, as the page showed it. Kept with runs and schedules. */
export const keyReading = () =>
  z.object({
    /** Numbers are the platform's ids. */
    isId: z.optional(z.boolean()),
    /** `none`, `tbd` and their like are creators: somebody said so. */
    fillers: z.optional(z.boolean()),
    /** A link under a text counts where it is a profile's address. */
    links: z.optional(z.boolean()),
    /** The text of the column's header: where it stands again, it is nobody. */
    header: z.optional(z.string()),
  });
export type KeyReading = z.infer<ReturnType<typeof keyReading>>;

/** `filler`: it reads like a word for nobody, and is left out unless somebody said that it is not. */
export type KeyCell = { row: number; filler?: true } & CreatorReading;

/** The creators that cells name, each once. */
export const creatorsIn = (cells: readonly KeyCell[]): Map<string, Creator> =>
  new Map(cells.flatMap((cell) => (cell.kind === 'creator' ? [[cell.key, cell.creator] as const] : [])));

/** What one row names. `own` is its cell in the column of platforms; `platform` is for handles that name none. */
export function keyCell(
  row: number,
  own: unknown,
  platform: string,
  value: unknown,
  { isId = false, fillers = false, header = '' }: KeyReading = {},
): KeyCell {
  const ours = isBlank(own) ? platform : (platformOfText(String(own)) ?? '');
  const reading = readCreator(ours, value, { isId });
  if (reading.kind === 'blank') return { row, kind: 'blank' };
  const text = String(value).trim().slice(0, 80);
  const unreadable = (why: Said): KeyCell => ({ row, kind: 'unreadable', text, why });
  if (header !== '' && text.toLowerCase() === header.toLowerCase()) return unreadable(SELECTION_TEXT.repeatsHeader);
  if (reading.kind === 'unreadable' && ours === '' && !isBlank(own)) return unreadable(whyNone(String(own).trim()));
  const other = reading.kind === 'creator' && !/[/:]/.test(text) ? otherNetworkIn(header) : undefined;
  if (other !== undefined) return unreadable(whyNone(other));
  // A word that people write where there is nobody, or above a part of their list.
  const isDoubtful = reading.kind === 'creator' && (reading.doubt !== undefined || headerRole(value) !== undefined);
  if (!isDoubtful) return { row, ...reading };
  return { ...(fillers ? { row, ...reading } : unreadable(SELECTION_TEXT.placeholder)), filler: true };
}

/** Why nobody is on what a text names. */
export const whyNone = (text: string): Said =>
  platformsIn(text).length > 1
    ? SELECTION_TEXT.severalPlatforms(text.slice(0, 40))
    : SELECTION_TEXT.noPlatform(text.slice(0, 40), PLATFORM_LABELS);

/** What a link under a text stands for: the link where that is a profile's address, else the text. */
export const linkedValue = (value: CellValue, link: string): CellValue =>
  link !== '' && readCreator('', link).kind === 'creator' ? link : value;

/** Where the handles of a selection stand. Rows and columns count from 1. */
export interface KeyColumn {
  column: number;
  /** Elsewhere in the rows, with a platform in each. */
  platformColumn?: number | undefined;
  /** Holds names of columns, not a creator. */
  headerRow?: number | undefined;
  /** Blocks of rows: without header, titles and hidden rows. */
  blocks: { row: number; rows: number }[];
  /** How its cells are read. */
  reading?: KeyReading | undefined;
}

/** Cells of the columns of handles and platforms, from `first` on. */
interface KeyValues {
  first: number;
  keys: CellValue[];
  platforms: CellValue[];
}

/** In one read a column, and one or two more where links count. What is beyond the sheet's edge is blank. */
function valuesOf(table: Table, keys: KeyColumn, first: number): KeyValues {
  const { column, platformColumn, blocks, reading } = keys;
  const last = Math.min(table.lastRow(), Math.max(0, ...blocks.map(({ row, rows }) => row + rows - 1)));
  const width = table.lastColumn();
  const read = (each: number | undefined): CellValue[] =>
    each === undefined || each > width || last < first
      ? []
      : table.read({ row: first, column: each, rows: last - first + 1, columns: 1 }).map(([cell = '']) => cell);
  const values = read(column);
  return {
    first,
    keys: reading?.links ? linkedValues(table, first, column, values) : values,
    platforms: read(platformColumn),
  };
}

/** The cells of a column with the links under them. */
export function linkedValues(table: Table, row: number, column: number, values: readonly CellValue[]): CellValue[] {
  if (values.length === 0) return [];
  const links = table.links({ row, column, rows: values.length, columns: 1 });
  return values.map((value, at) => linkedValue(value, links[at]?.[0] ?? ''));
}

/** Every row of the column. `platform` is for handles that name none; blank: they are unreadable. */
export function readKeys(table: Table, keys: KeyColumn, platform: string): KeyCell[] {
  const values = valuesOf(table, keys, firstOf(keys));
  const at = (row: number): number => row - values.first;
  return rowsIn(keys, values).map((row) =>
    keyCell(row, values.platforms[at(row)], platform, values.keys[at(row)], keys.reading),
  );
}

const firstOf = ({ blocks }: KeyColumn): number => Math.max(1, Math.min(...blocks.map(({ row }) => row)));

/** The rows of the blocks, as far as the sheet goes. */
const rowsIn = ({ blocks }: KeyColumn, { first, keys }: KeyValues): number[] =>
  blocks.flatMap(({ row, rows }) =>
    Array.from({ length: Math.max(0, Math.min(row + rows, first + keys.length) - row) }, (_, index) => row + index),
  );

/** Tells what was read, in a few characters: rows or columns that were moved and cells that were edited since are noticed. */
export function traceOf(table: Table, keys: KeyColumn): string {
  const values = valuesOf(table, keys, keys.headerRow ?? firstOf(keys));
  const textAt = (cells: readonly CellValue[], row: number): string => {
    const value = cells[row - values.first];
    return isBlank(value) ? '' : JSON.stringify(value);
  };
  const rows = [...(keys.headerRow === undefined ? [] : [keys.headerRow]), ...rowsIn(keys, values)];
  return hashText(rows.map((row) => `${textAt(values.keys, row)}\t${textAt(values.platforms, row)}`).join('\n'));
}
