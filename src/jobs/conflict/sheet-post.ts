import type { CellValue, Workbook } from '../../core/ports';
import { instantMs } from '../../core/time';
import { CONTENT_PLATFORMS } from '../../schema/content-filter';
import { creatorKey, creatorOfHandle, type Creator } from '../../schema/creator';
import type { Platform } from '../../schema/platform';
import { parsePlatform, platformOfText } from '../../schema/platform-alias';
import { isHttps } from '../../sheet/post-link';
import { contentSheets, type ContentMemo } from '../content/content-sheet';
import { headersOf } from '../run/own-rows';

/** A post as a content sheet has it. */
export interface SheetPost {
  /** Of its creator. */
  key: string;
  id: string;
  /** ISO date in UTC; blank where it cannot be read. */
  day: string;
  link: string;
  caption: string;
  /** Hashtags and accounts by themselves. */
  names: string[];
}

const COLUMNS = ['Handle', 'Platform', 'Uploaded', 'Caption', 'Hashtags', 'Mentions', 'Link', 'Content id'] as const;
type Header = (typeof COLUMNS)[number];

const BLOCK_ROWS = 2_000;

/** The posts of all content sheets, block by block: the columns are found by their headers, wherever they stand. */
export function forSheetPosts(workbook: Workbook, take: (post: SheetPost) => void): void {
  for (const { table } of contentSheets(workbook)) {
    const headers = headersOf(table);
    const last = table.lastRow();
    const columns = COLUMNS.map((header) => headers.indexOf(header) + 1);
    // Without these nobody can tell whose they are.
    if (columns.slice(0, 2).some((column) => column === 0)) continue;
    const [left, right] = [Math.min(...columns.filter((column) => column > 0)), Math.max(...columns)];
    for (let row = 2; row <= last; row += BLOCK_ROWS) {
      const rows = Math.min(BLOCK_ROWS, last - row + 1);
      for (const cells of table.read({ row, column: left, rows, columns: right - left + 1 })) {
        const at = (header: Header): CellValue => cells[(columns[COLUMNS.indexOf(header)] ?? 0) - left] ?? '';
        const post = postIn(at);
        if (post) take(post);
      }
    }
  }
}

function postIn(at: (header: Header) => CellValue): SheetPost | undefined {
  const platform = platformOfText(String(at('Platform')));
  const handle = String(at('Handle')).trim();
  if (platform === undefined || handle === '') return undefined;
  const [link, uploaded] = [String(at('Link')), at('Uploaded')];
  const ms = uploaded instanceof Date ? uploaded.getTime() : instantMs(uploaded);
  return {
    key: creatorKey(creatorOfHandle(platform, handle)),
    id: String(at('Content id')),
    day: ms === undefined || Number.isNaN(ms) ? '' : new Date(ms).toISOString().slice(0, 10),
    link: isHttps(link) ? link : '',
    caption: String(at('Caption')),
    names: [at('Hashtags'), at('Mentions')].flatMap((cell) => namesIn(String(cell))),
  };
}

/** Lists are parted by commas; what came as objects is a text with names in it. */
const namesIn = (cell: string): string[] =>
  /[{[]/.test(cell) ? (cell.match(/[^\s,{}[\]":]+/g) ?? []) : cell.split(',').map((name) => name.trim());

/** Creators whose posts were asked for by name, whatever came. */
export const askedFor = (workbook: Workbook): Set<string> =>
  new Set(contentSheets(workbook).flatMap(({ memo }) => keysAsked(memo)));

/** A query names handles and platforms apart: each handle may be on each. */
const keysAsked = ({ filters }: Pick<ContentMemo, 'filters'>): string[] =>
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
  workbook: Workbook,
  creators: readonly Creator[],
): { platform: Platform; handles: string[]; left: number } | undefined {
  const asked = askedFor(workbook);
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
