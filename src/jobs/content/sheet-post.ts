import type { CellValue, Table, Workbook } from '../../core/ports';
import { instantMs } from '../../core/time';
import { CONTENT_PLATFORMS } from '../../schema/content-filter';
import { creatorKey, creatorOfHandle, type Creator } from '../../schema/creator';
import type { Platform } from '../../schema/platform';
import { parsePlatform, platformOfText } from '../../schema/platform-alias';
import { isHttps } from '../../sheet/post-link';
import { contentSheets, type ContentMemo } from './content-sheet';
import { headersOf } from '../run/own-rows';

/** A post as a content sheet has it. */
export interface SheetPost {
  /** Of its creator. */
  key: string;
  id: string;
  type: string;
  /** Undefined where it cannot be read. */
  uploadedMs: number | undefined;
  link: string;
  caption: string;
  hashtags: string[];
  /** Accounts. */
  mentions: string[];
}

const COLUMNS = [
  'Handle',
  'Platform',
  'Type',
  'Uploaded',
  'Caption',
  'Hashtags',
  'Mentions',
  'Link',
  'Content id',
] as const;

const BLOCK_ROWS = 2_000;

/** A cell by its header; a blank where the header is not there. */
type CellUnder = (header: string) => CellValue;

/**
 * The posts of content sheets, block by block: the columns are found by their headers, wherever they stand. `isWide`: other
 * columns are read as well.
 */
export function forSheetPosts(
  sheets: readonly { table: Table }[],
  take: (post: SheetPost, under: CellUnder) => void,
  isWide = false,
): void {
  for (const { table } of sheets) {
    const headers = headersOf(table);
    const last = table.lastRow();
    const columns = COLUMNS.map((header) => headers.indexOf(header) + 1);
    // Without these nobody can tell whose they are.
    if (columns.slice(0, 2).some((column) => column === 0)) continue;
    const [left, right] = isWide
      ? [1, headers.length]
      : [Math.min(...columns.filter((column) => column > 0)), Math.max(...columns)];
    const places = new Map<string, number>();
    headers.forEach((header, at) => places.has(header) || places.set(header, at + 1 - left));
    for (let row = 2; row <= last; row += BLOCK_ROWS) {
      const rows = Math.min(BLOCK_ROWS, last - row + 1);
      for (const cells of table.read({ row, column: left, rows, columns: right - left + 1 })) {
        const under: CellUnder = (header) => cells[places.get(header) ?? -1] ?? '';
        const post = postIn(under);
        if (post) take(post, under);
      }
    }
  }
}

function postIn(at: CellUnder): SheetPost | undefined {
  const platform = platformOfText(String(at('Platform')));
  const handle = String(at('Handle')).trim();
  if (platform === undefined || handle === '') return undefined;
  const [link, uploaded] = [String(at('Link')), at('Uploaded')];
  const ms = uploaded instanceof Date ? uploaded.getTime() : instantMs(uploaded);
  return {
    key: creatorKey(creatorOfHandle(platform, handle)),
    id: String(at('Content id')),
    type: String(at('Type')).trim().toLowerCase(),
    uploadedMs: ms === undefined || Number.isNaN(ms) ? undefined : ms,
    link: isHttps(link) ? link : '',
    caption: String(at('Caption')),
    hashtags: namesIn(String(at('Hashtags'))),
    mentions: namesIn(String(at('Mentions'))),
  };
}

/** Lists are parted by commas; what came as objects is a text with names in it. */
const namesIn = (cell: string): string[] =>
  /[{[]/.test(cell) ? (cell.match(/[^\s,{}[\]":]+/g) ?? []) : cell.split(',').map((name) => name.trim());

/** Creators whose posts were asked for by name, whatever came. */
export const askedFor = (workbook: Workbook): Set<string> =>
  new Set(contentSheets(workbook).flatMap(({ memo }) => keysAsked(memo)));

/** A query names handles and platforms apart: each handle may be on each. */
export const keysAsked = ({ filters }: Pick<ContentMemo, 'filters'>): string[] =>
  listIn(filters['platform']).flatMap((platform) =>
    listIn(filters['username']).map((handle) => creatorKey(creatorOfHandle(parsePlatform(platform), handle))),
  );

const listIn = (text = ''): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

/** Leaves room in the address for the other filters. */
const LONGEST_HANDLES = 900;

/** Creators of one platform whose posts were not asked for yet, as many as one query takes, and how many come after them. */
export function nextToAsk(
  asked: ReadonlySet<string>,
  creators: readonly Creator[],
): { platform: Platform; handles: string[]; left: number } | undefined {
  const open = creators.flatMap((creator) => {
    const { platform, by, id } = creator;
    return by === 'username' && CONTENT_PLATFORMS.includes(platform) && !asked.has(creatorKey(creator))
      ? [{ platform, id }]
      : [];
  });
  const [first] = open;
  if (!first) return undefined;
  const handles: string[] = [];
  for (const { platform, id } of open)
    if (platform === first.platform && [...handles, id].join().length <= LONGEST_HANDLES) handles.push(id);
  return { platform: first.platform, handles, left: open.length - handles.length };
}
