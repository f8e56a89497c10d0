import { badInput, type InfluError } from '../core/error';
import { isBlank } from '../core/text';
import { headerRole, type HeaderRole } from '../schema/column-header';
import { doubtAbout, readCreator, type Creator } from '../schema/creator';
import { platformOfText } from '../schema/platform-alias';
import { toCells, isCells, type Cells } from '../sheet/cell';
import { FORMULA } from '../schema/said-text';

export type CreatorCell =
  | { kind: 'blank' }
  | { kind: 'creator'; creator: Creator; key: string }
  | { kind: 'error'; error: InfluError };

/** The creators that a formula names, in the shape of its arguments. */
export interface CreatorGrid {
  cells: Cells<CreatorCell>;
  /** One cell was given, not a range: errors are thrown, not shown as text. */
  isSingle: boolean;
}

/**
 * Pairs platforms with usernames: each a cell or a range. One platform goes with many names and one name with many
 * platforms; two ranges must have the same shape. Throws `badInput` for shapes that do not fit.
 */
export function creatorGrid(platform: unknown, username: unknown): CreatorGrid {
  // A blank cell comes as an empty text: only an argument that was left out is undefined.
  if (username === undefined) throw badInput(FORMULA.noHandle);
  const platforms = toCells(platform);
  const usernames = toCells(username);
  const rows = Math.max(platforms.length, usernames.length);
  const columns = Math.max(platforms[0]?.length ?? 0, usernames[0]?.length ?? 0);
  const fits = (grid: Cells<unknown>): boolean =>
    (grid.length === rows || grid.length === 1) && (grid[0]?.length === columns || grid[0]?.length === 1);
  if (!fits(platforms) || !fits(usernames)) throw badInput(FORMULA.otherShapes);
  const headers = headersOf(usernames);
  const isRange = usernames.length > 1 || (usernames[0]?.length ?? 0) > 1;
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column): CreatorCell => {
      const header = headers[headers.length === 1 ? 0 : column];
      if (header?.role !== undefined && header.row === row) return { kind: 'blank' };
      const named = at(usernames, row, column);
      if (isRange && isHeaderWord(named))
        return { kind: 'error', error: badInput(FORMULA.likeHeader(String(named).trim())) };
      return creatorCell(at(platforms, row, column), named, header?.role === 'id');
    }),
  );
  return { cells, isSingle: !isCells(platform) && !isCells(username) };
}

/** Where a function shows one creator: undefined for a blank cell. Throws `badInput`. */
export function oneCreator(name: string, platform: unknown, username: unknown): Creator | undefined {
  const [cell, ...others] = creatorGrid(platform, username)
    .cells.flat()
    .filter(({ kind }) => kind !== 'blank');
  if (others.length > 0) throw badInput(FORMULA.oneCreator(name));
  if (cell?.kind === 'error') throw cell.error;
  return cell?.kind === 'creator' ? cell.creator : undefined;
}

/** `instagram` is also an account; `Instagram` with a capital among handles is a heading in a list. */
const isHeaderWord = (text: unknown): boolean =>
  headerRole(text) !== undefined && (platformOfText(String(text)) === undefined || /\p{Lu}/u.test(String(text)));

const at = (grid: Cells<unknown>, row: number, column: number): unknown => {
  const cells = grid.length === 1 ? grid[0] : grid[row];
  return cells?.length === 1 ? cells[0] : cells?.[column];
};

function creatorCell(platform: unknown, username: unknown, isId: boolean): CreatorCell {
  const reading = readCreator(platform, username, { isId });
  if (reading.kind === 'unreadable') return { kind: 'error', error: badInput(reading.why) };
  // A formula cannot ask anybody, so a text that may not be a handle is not bought.
  if (reading.kind === 'creator' && reading.doubt) return { kind: 'error', error: badInput(doubtAbout(reading)) };
  return reading;
}

/**
 * The role that each column's header gives it, and the row of that header: the first cell of the column that is not blank.
 * In a single row, its first cell is the header for all.
 */
function headersOf(usernames: Cells<unknown>): { row: number; role: HeaderRole | undefined }[] {
  const [first = []] = usernames;
  if (usernames.length === 1 && first.length === 1) return [];
  return first.map((_, column) => {
    if (usernames.length === 1) return { row: column === 0 ? 0 : -1, role: headerRole(first[0]) };
    const row = usernames.findIndex((cells) => !isBlank(cells[column]));
    return { row, role: headerRole(usernames[row]?.[column]) };
  });
}

/** Each creator once, whatever the number of cells. */
export function creatorsIn({ cells }: CreatorGrid): Map<string, Creator> {
  const creators = new Map<string, Creator>();
  for (const cell of cells.flat())
    // The same `id:` may come with a platform and without one. With it, more can be asked.
    if (cell.kind === 'creator' && !creators.get(cell.key)?.platform) creators.set(cell.key, cell.creator);
  return creators;
}
