import { InfluError, badInput } from '../core/error';
import { isBlank } from '../core/text';
import { creatorKey, parseCreator, type Creator } from '../schema/creator';
import { toGrid, isGrid, type Grid } from '../sheet/cell';

export type CreatorCell =
  | { kind: 'blank' }
  | { kind: 'creator'; creator: Creator; key: string }
  | { kind: 'error'; error: InfluError };

/** The creators that a formula names, in the shape of its arguments. */
export interface CreatorGrid {
  cells: Grid<CreatorCell>;
  /** One cell was given, not a range: errors are thrown, not shown as text. */
  isSingle: boolean;
}

/**
 * Pairs platforms with usernames: each a cell or a range. One platform goes with many names and one name with many
 * platforms; two ranges must have the same shape. Throws `badInput` for shapes that do not fit.
 */
export function creatorGrid(platform: unknown, username: unknown): CreatorGrid {
  const platforms = toGrid(platform);
  const usernames = toGrid(username);
  const rows = Math.max(platforms.length, usernames.length);
  const columns = Math.max(platforms[0]?.length ?? 0, usernames[0]?.length ?? 0);
  const fits = (grid: Grid<unknown>): boolean =>
    (grid.length === rows || grid.length === 1) && (grid[0]?.length === columns || grid[0]?.length === 1);
  if (!fits(platforms) || !fits(usernames))
    throw badInput(
      'The ranges of platforms and usernames have different shapes. Give one platform, or as many as usernames.',
    );
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) =>
      creatorCell(at(platforms, row, column), at(usernames, row, column)),
    ),
  );
  return { cells, isSingle: !isGrid(platform) && !isGrid(username) };
}

const at = (grid: Grid<unknown>, row: number, column: number): unknown => {
  const cells = grid.length === 1 ? grid[0] : grid[row];
  return cells?.length === 1 ? cells[0] : cells?.[column];
};

function creatorCell(platform: unknown, username: unknown): CreatorCell {
  if (isBlank(username)) return { kind: 'blank' };
  try {
    const creator = parseCreator(platform, username);
    return { kind: 'creator', creator, key: creatorKey(creator) };
  } catch (error) {
    if (error instanceof InfluError) return { kind: 'error', error };
    throw error;
  }
}

/** Each creator once, whatever the number of cells. */
export function creatorsIn({ cells }: CreatorGrid): Map<string, Creator> {
  const creators = new Map<string, Creator>();
  for (const cell of cells.flat())
    // An id: may stand there with its platform and without: with it more can be asked.
    if (cell.kind === 'creator' && !creators.get(cell.key)?.platform) creators.set(cell.key, cell.creator);
  return creators;
}
