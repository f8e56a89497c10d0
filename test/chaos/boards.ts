import type { SheetHandle } from '../../dev/emulator/spreadsheet/workbook';
import { SENT_HEADER } from '../../src/jobs/archive/sent-mark';
import { campaignText, clientText, conflictText, pipelineText, vettingText } from '../../src/schema/sheet-text';
import { historyText } from '../../src/schema/spoken-text';
import { CREATORS } from './schedule';
import { idOf, nameOf, sheetsOf, type World } from './world';

// Sheets that tools of ours lay out: their headers need not stand in the first row, and speak two languages.

/** A sheet with its headers, and the rows below them. */
export interface Board {
  sheet: SheetHandle;
  /** Counts from 1. */
  headerRow: number;
  headers: string[];
  rows: unknown[][];
}

const TOP = 12;

/** Words of a sheet in both languages. */
const WORDS = {
  campaign: campaignText.each(),
  client: clientText.each(),
  conflict: conflictText.each(),
  history: historyText.each().map(({ columns }) => columns),
  changes: historyText.each().map(({ changes }) => changes.columns),
  pipeline: pipelineText.each().map(({ headers }) => headers),
  vetting: vettingText.each(),
  flags: vettingText.each().map(({ columns }) => columns),
} as const;

/** The column under one of these headers, from 0; -1: none. */
const columnOf = ({ headers }: Board, ...texts: readonly string[]): number =>
  headers.findIndex((header) => texts.includes(header));

/** Sheets of which one of the first rows has a header of each of these. */
function boardsWith(world: World, ...wanted: readonly (readonly string[])[]): Board[] {
  return sheetsOf(world).flatMap((sheet) => {
    const cells = sheet.values();
    const at = cells
      .slice(0, TOP)
      .findIndex((row) => wanted.every((texts) => row.some((cell) => texts.includes(String(cell)))));
    if (at < 0) return [];
    return [{ sheet, headerRow: at + 1, headers: (cells[at] ?? []).map(String), rows: cells.slice(at + 1) }];
  });
}

const both = <Name extends string>(words: readonly Record<Name, unknown>[], name: Name): string[] =>
  words.map((each) => String(each[name]));
export const [ROW_KEYS, POSTS] = [both(WORDS.campaign, 'id'), both(WORDS.campaign, 'post')];
const FOUND = both(WORDS.campaign, 'found');
const [DECISIONS, COMMENTS] = [both(WORDS.client, 'decision'), both(WORDS.client, 'comment')];
const [OWN_DECISIONS, OWN_COMMENTS] = [both(WORDS.client, 'ownDecision'), both(WORDS.client, 'ownComment')];
export const STATUS_HEADERS = both(WORDS.pipeline, 'status');

export const trackersIn = (world: World): Board[] => boardsWith(world, ROW_KEYS, POSTS);
export const clientSheets = (world: World): Board[] => boardsWith(world, DECISIONS, COMMENTS);
export const brandsIn = (world: World): Board[] =>
  boardsWith(world, both(WORDS.conflict, 'brand'), both(WORDS.conflict, 'countsAs'));
export const clientColumns = (board: Board) => ({
  decision: columnOf(board, ...DECISIONS),
  comment: columnOf(board, ...COMMENTS),
  creator: columnOf(board, ...both(WORDS.client, 'creator')),
});
export const postColumns = (board: Board) => ({
  key: columnOf(board, ...ROW_KEYS),
  post: columnOf(board, ...POSTS),
  found: columnOf(board, ...FOUND),
});
/** A line a creator and day. */
export const historiesIn = (world: World): Board[] =>
  boardsWith(world, both(WORDS.history, 'day'), both(WORDS.history, 'id'), both(WORDS.history, 'profileScore'));
const changesIn = (world: World): Board[] =>
  boardsWith(world, both(WORDS.changes, 'figure'), both(WORDS.changes, 'fromDay'), both(WORDS.changes, 'to'));

interface CampaignMemo {
  kind: 'campaign';
  posts: number[];
}
interface ContentMemo {
  kind: 'content';
  filters: Record<string, string>;
}

/** What our sheets remember, by sheet. */
function memosIn({ addon }: World): Map<number, CampaignMemo | ContentMemo> {
  return new Map(
    addon.emulator.spreadsheet.metadata().flatMap(({ key, sheetId, value }) => {
      if (key !== 'influData' || sheetId === undefined) return [];
      return [[sheetId, JSON.parse(value) as CampaignMemo | ContentMemo]];
    }),
  );
}

/** Learns which questions are a campaign's; nobody has their posts asked for twice. */
export function boardsIn(world: World): void {
  const memos = memosIn(world);
  for (const [tracker, memo] of memos) {
    if (memo.kind !== 'campaign') continue;
    const asked = new Set<string>();
    for (const id of memo.posts) {
      const posts = memos.get(id);
      const names = posts?.kind === 'content' ? (posts.filters['username'] ?? '') : '';
      if (names !== '') world.campaigns.set(names, tracker);
      const platform = posts?.kind === 'content' ? posts.filters['platform'] : '';
      for (const name of names.split(',').filter(Boolean)) {
        if (asked.has(`${platform} ${name}`))
          world.violate('no sheet twice', `two sheets of one campaign have the posts of ${name}: ${names}`);
        asked.add(`${platform} ${name}`);
      }
    }
  }
}

/** What people typed into sheets of ours stays, and nothing of ours is there twice. */
export function checkBoards(world: World): void {
  boardsIn(world);
  for (const board of trackersIn(world)) checkTracker(world, board);
  const histories = historiesIn(world);
  if (histories.length > 1)
    world.violate('no sheet twice', `histories: ${histories.map(({ sheet }) => sheet.name).join(', ')}`);
  for (const board of histories) checkLines(world, board, [WORDS.history], ['day', 'platform', 'handle']);
  for (const board of changesIn(world))
    checkLines(world, board, [WORDS.changes], ['day', 'platform', 'handle', 'figure']);
  for (const sheet of sheetsOf(world)) checkColumns(world, sheet);
}

function checkTracker(world: World, board: Board): void {
  const { key, post } = postColumns(board);
  const seen = new Set<string>();
  for (const cells of board.rows) {
    const name = String(cells[key] ?? '');
    if (name === '') continue;
    if (seen.has(name)) world.violate('each post and creator once', `${board.sheet.name} has the row ${name} twice`);
    seen.add(name);
    const typed = world.posts.get(name);
    if (typed !== undefined && String(cells[post]) !== typed)
      world.violate(
        "nobody's cell is lost",
        `${board.sheet.name}, ${name}: I typed ${typed}, it is ${String(cells[post])}`,
      );
  }
}

/** Each line once, by these columns. */
function checkLines<Name extends string>(
  world: World,
  board: Board,
  [words]: readonly [readonly Record<Name, unknown>[]],
  names: readonly Name[],
): void {
  if (world.spoilt.has(board.sheet.id)) return;
  const columns = names.map((name) => columnOf(board, ...both(words, name)));
  const id = columnOf(board, ...both(WORDS.history, 'id'));
  const seen = new Set<string>();
  for (const cells of board.rows) {
    const own = columns.map((column) => String(cells[column] ?? '').toLowerCase());
    const line = [...own, own[2] === '' ? String(cells[id] ?? '') : ''].join(' ').trim();
    if (line === '') continue;
    if (seen.has(line)) world.violate('no line twice', `${board.sheet.name}: ${line}`);
    seen.add(line);
  }
}

/** Columns that a tool adds to somebody's list, in both languages: one of each. */
const ONCE: readonly (readonly string[])[] = [
  [SENT_HEADER],
  OWN_DECISIONS,
  OWN_COMMENTS,
  ...(['status', 'owner', 'next', 'note', 'fee'] as const).map((name) => both(WORDS.pipeline, name)),
  ...(['light', 'why'] as const).map((name) => both(WORDS.vetting, name)),
  ...(['engagement', 'growth', 'brands'] as const).map((name) => both(WORDS.flags, name)),
];

function checkColumns(world: World, sheet: SheetHandle): void {
  const headers = (sheet.values()[0] ?? []).map(String);
  for (const texts of ONCE)
    if (headers.filter((header) => texts.includes(header)).length > 1)
      world.violate('no column twice', `${sheet.name}: ${headers.join(', ')}`);
}

/** Who a text names, whichever way. */
function creatorNamed(world: World, text: string): string | undefined {
  for (let who = 0; who < CREATORS; who++)
    for (const form of ['handle', 'at', 'url', 'id', 'uid'] as const)
      if (nameOf(world, [who, form]).toLowerCase() === text.toLowerCase()) return idOf(world, who);
  return undefined;
}

/** A client's word stands beside the creator whom it was said of. */
export function checkDecision(world: World, tag: string, names: ReadonlySet<string>, comment: string): void {
  const [, said] = /^c:(.+)$/.exec(comment) ?? [];
  const who = said === undefined ? undefined : creatorNamed(world, said);
  if (who !== undefined && !names.has(who))
    world.violate('each value beside its own handle', `${tag}: ${comment} beside ${[...names].join(', ')}`);
}

export const commentColumn = (headers: readonly string[]): number =>
  headers.findIndex((header) => OWN_COMMENTS.includes(header));
export const statusColumn = (headers: readonly string[]): number =>
  headers.findIndex((header) => STATUS_HEADERS.includes(header));
