import type { CellValue, Workbook } from '../../core/ports';
import { SECOND_MS } from '../../core/time';
import { creatorKey, type Creator } from '../../schema/creator';
import { contentColumn, contentColumns, THUMBNAIL } from '../../sheet/content-column';
import { rowLook } from '../../sheet/column-width';
import { safeCell } from '../../sheet/safe-text';
import { appendRows, untilInPlace } from '../run/own-write';
import { contentSheets, hasLostPosts, ownPieces, type ContentMemo } from './content-sheet';
import { allFrom, common, merged, missingIn, type Stretch } from './content-stretch';
import { forSheetPosts, keysAsked, type SheetPost } from './sheet-post';

type ContentSheet = ReturnType<typeof contentSheets>[number];

/** What may be asked for besides creators without leaving out posts of theirs. */
const WHOLE = new Set(['platform', 'username', 'followerMin', 'uploadedFrom']);

/** Whether a sheet's query leaves out nothing of its creators but what is older. */
const isWhole = ({ filters }: Pick<ContentMemo, 'filters'>): boolean =>
  Object.keys(filters).every((name) => WHOLE.has(name)) && filters['followerMin'] === '0';

/** Handles of YouTube have no case, and are typed in any. */
const folded = (key: string): string => key.toLowerCase();

/** Without these nobody can tell whose a post is, or whether it is of a stretch that is wanted. */
const NEEDED = ['Handle', 'Platform', 'Uploaded'];

/** Whether all posts can be had that ever came: what somebody deleted was bought, and would be missing in a copy. */
function isUncut({ table, memo }: ContentSheet): boolean {
  try {
    const { headers, count } = ownPieces(table, memo.fields);
    return !hasLostPosts(memo, count) && NEEDED.every((header) => headers.includes(header));
  } catch {
    // Without its column of ids.
    return false;
  }
}

interface Source extends ContentSheet {
  /** Of creators who are wanted. */
  keys: ReadonlySet<string>;
}

/** Sheets from which posts of creators can be had for nothing: those that were asked for all posts of some of them. */
const sources = (workbook: Workbook, own: ReadonlySet<number>, wanted: ReadonlySet<string>): Source[] =>
  contentSheets(workbook).flatMap((sheet) => {
    const { table, memo } = sheet;
    if (own.has(table.id()) || memo.syncedAtMs === 0 || !isWhole(memo)) return [];
    const keys = keysAsked(memo)
      .map(folded)
      .filter((key) => wanted.has(key));
    return keys.length > 0 && isUncut(sheet) ? [{ ...sheet, keys: new Set(keys) }] : [];
  });

/** Of some creators, those of whom another sheet has posts, and the names of those sheets. */
export function savedElsewhere(
  workbook: Workbook,
  own: ReadonlySet<number>,
  creators: readonly Creator[],
): { creators: Creator[]; sheets: string[] } {
  if (creators.length === 0) return { creators: [], sheets: [] };
  const found = sources(workbook, own, new Set(creators.map((creator) => folded(creatorKey(creator)))));
  return {
    creators: creators.filter((creator) => found.some(({ keys }) => keys.has(folded(creatorKey(creator))))),
    sheets: found.map(({ table }) => table.name()),
  };
}

/** A sheet may keep seconds of an instant only. */
const GRAIN_MS = SECOND_MS;

const isIn = (stretches: readonly Stretch[], ms: number): boolean =>
  stretches.some(({ from, to }) => ms >= (from ?? -Infinity) - GRAIN_MS && ms <= (to ?? Infinity) + GRAIN_MS);

/**
 * Copies into a sheet the posts that it may lack and others have, so that nobody pays for them twice. Returns the stretches
 * that are left to be asked for: all of `open` where one of its creators is in no other sheet. Behind the newest post that was
 * copied it goes on as after a purchase: what influData finds late between a post and the other sheet's last sync still comes.
 * Killed before the stretches are noted, it is done again, and copies nothing twice.
 */
export function bringSaved(
  workbook: Workbook,
  { table, memo }: ContentSheet,
  { open, filters }: Pick<ContentMemo, 'open' | 'filters'>,
): Stretch[] {
  if (!isWhole(memo)) return open;
  const keys = new Set(keysAsked(memo).map(folded));
  const others = sources(workbook, new Set([table.id()]), keys);
  const lacking = [...keys].flatMap((key) =>
    others
      .filter((each) => each.keys.has(key))
      .reduce((left: readonly Stretch[], each) => common(left, missingIn(each.memo)), [{}]),
  );
  const missing = merged(lacking);
  const wanted = common(open, [allFrom(filters)]);
  if (isSame(common(wanted, missing), wanted)) return open;
  const newestMs = others.reduce(
    (newest, each) => Math.max(newest, copied(workbook, { table, memo }, each, wanted)),
    0,
  );
  return newestMs === 0 ? open : common(open, merged([...missing, { from: newestMs }]));
}

const isSame = (left: readonly Stretch[], right: readonly Stretch[]): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

/** Copies posts of some creators, each value under its header, and returns the newest instant of those; 0: none came. */
function copied(workbook: Workbook, { table, memo }: ContentSheet, other: Source, wanted: readonly Stretch[]): number {
  const headers = contentColumns()
    .map(({ header }) => header)
    .filter((header) => header !== THUMBNAIL);
  const found = new Map<string, { uploadedMs: number; cells: ReadonlyMap<string, CellValue> }>();
  const isWanted = ({ key, id, uploadedMs }: SheetPost): boolean =>
    id !== '' && !found.has(id) && uploadedMs !== undefined && other.keys.has(folded(key)) && isIn(wanted, uploadedMs);
  forSheetPosts(
    [other],
    (post, under) => {
      const cells = (): Map<string, CellValue> => new Map(headers.map((header) => [header, safeCell(under(header))]));
      if (isWanted(post)) found.set(post.id, { uploadedMs: post.uploadedMs ?? 0, cells: cells() });
    },
    true,
  );
  untilInPlace(table, () => {
    const own = ownPieces(table, memo.fields);
    const fresh = [...found].flatMap(([id, each]) => (own.rows.has(id) ? [] : [each]));
    const columns = own.headers.map((header) => contentColumn(header, memo.fields));
    const rows = fresh.map(({ cells }) => own.headers.map((header, at) => columns[at] && (cells.get(header) ?? '')));
    const look = { formats: columns.map((each) => each?.format ?? 'General'), ...rowLook(false) };
    return appendRows(workbook, own, rows, look) || undefined;
  });
  // Also of those that were copied before a kill.
  return [...found.values()].reduce((newest, { uploadedMs }) => Math.max(newest, uploadedMs), 0);
}
