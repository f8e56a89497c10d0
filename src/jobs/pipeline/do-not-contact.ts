import type { Said } from '../../core/said';
import { spokenOf } from '../../schema/language';
import { badInput } from '../../core/error';
import type { Page } from '../../core/page';
import type { CellValue, Tools } from '../../core/ports';
import { locked } from '../../gate/locked';
import { oneNames } from '../../gate/one-creator';
import { readCreator, type Creator } from '../../schema/creator';
import { PLATFORMS, type Platform } from '../../schema/platform';
import { pipelineText } from '../../schema/sheet-text';
import { PIPELINE_REFUSAL } from '../../schema/said-text';
import { area } from '../../sheet/grid';
import { INK, LINE } from '../../sheet/house-style';
import { safeText } from '../../sheet/safe-text';
import { headersOf, ownRows } from '../run/own-rows';
import { appendRows, untilInPlace } from '../run/own-write';
import { ownPage } from './own-page';
import { markOf } from './pipeline-column';
import { pipelineOf, readsMark, rowsOf } from './pipeline-sheet';
import { setStatusRules } from './status-rules';
import { leftOutHeader, wordForLeftOut, wordsSheet } from './status-words';

export interface AddedToList {
  sheet: string;
  added: number;
  /** Creators that stand in the list already. */
  already: number;
  /** What names nobody, and why. */
  unreadable: { text: string; why: string }[];
}

const LIST_MARK = 'pipeline list';
const KIND = 'doNotContact';
/** A minute of writing at most; and a request to the server has its limits. */
const MOST_CREATORS = 5_000;

/**
 * Adds creators to the sheet *Do not contact*, each once. What stands there stays as it is, whatever status somebody has
 * given it. Free. Killed in the middle, it has added them or not; pasted again, none comes twice.
 */
export function addDoNotContact({ host, workbook }: Tools, text: string, platform: Platform | ''): AddedToList {
  const { creators, unreadable } = pastedCreators(text, platform);
  if (creators.size > MOST_CREATORS) throw badInput(PIPELINE_REFUSAL.tooMany(MOST_CREATORS));
  const words = wordsSheet({ host, workbook });
  const status = wordForLeftOut(words);
  if (status === undefined) throw badInput(PIPELINE_REFUSAL.noLeftOut(words.table.name(), leftOutHeader(words.table)));
  const table = locked(host, () => ownPage(workbook, KIND, listPage(), pipelineText().list.sheet, marksFor(platform)));
  let added = 0;
  const append = (): true | undefined => {
    const sheet = pipelineOf(table);
    const headers = headersOf(table);
    const idHeader = headers[(sheet?.creator ?? 0) - 1] ?? '';
    if (!sheet?.creator || idHeader === '') throw badInput(PIPELINE_REFUSAL.noCreatorColumn(table.name()));
    const ours = new Set([sheet.creator, sheet.platform, sheet.status]);
    const own = ownRows(table, idHeader, (header) => ours.has(headers.indexOf(header) + 1));
    const there = rowsOf(sheet).flatMap(({ names }) => names);
    const one = oneNames(host, [...there, ...creators.keys()]);
    const known = new Set(there.map((name) => one.get(name)));
    const fresh = new Map([...creators].filter(([name]) => !known.has(one.get(name))));
    // Two spellings of one creator in what was pasted.
    const once = new Map([...fresh].map(([name, creator]) => [one.get(name), creator]));
    const cells = new Map<number, (creator: Creator) => CellValue>([
      [sheet.creator, (creator) => safeText(nameIn(creator))],
      [sheet.status, () => safeText(status)],
    ]);
    if (sheet.platform !== undefined)
      cells.set(sheet.platform, (creator) => (creator.platform ? PLATFORMS[creator.platform].label : ''));
    const rows = [...once.values()].map((creator) => headers.map((_, at) => cells.get(at + 1)?.(creator)));
    added = rows.length;
    return appendRows(workbook, own, rows, {}) || undefined;
  };
  // Whoever pastes at the same moment writes below, not over it.
  locked(host, () => untilInPlace(table, append));
  setStatusRules(table, words.table, 2);
  workbook.flush();
  return { sheet: table.name(), added, already: creators.size - added, unreadable };
}

/** As people keep them, so that the cell can be edited by hand. */
const nameIn = ({ by, id }: Creator): string =>
  by === 'username' ? `@${id}` : `${by === 'userId' ? 'uid' : 'id'}:${id}`;

/** Handles, @handles, addresses and ids: one a line, or parted by commas, semicolons, tabs, or spaces where each part is clear. */
function pastedCreators(
  text: string,
  platform: Platform | '',
): { creators: Map<string, Creator>; unreadable: AddedToList['unreadable'] } {
  const creators = new Map<string, Creator>();
  const unreadable: AddedToList['unreadable'] = [];
  const take = (piece: string): boolean => {
    const reading = readCreator(platform, piece);
    if (reading.kind === 'creator' && !reading.doubt) creators.set(reading.key, reading.creator);
    return reading.kind === 'creator' && !reading.doubt;
  };
  for (const piece of text.split(/[\n\r,;\t]+/)) {
    const trimmed = piece.replace(/^[\s•*·–-]+(?=\S)/, '').trim();
    if (trimmed === '' || take(trimmed)) continue;
    const parts = trimmed.split(/\s+/);
    // `@one @two`, but no sentence of words that could each be somebody.
    const areClear = parts.length > 1 && parts.every((part) => /^[@＠]|[./]/.test(part));
    const left = areClear ? parts.filter((part) => !take(part)) : [trimmed];
    for (const each of left)
      unreadable.push({ text: each.slice(0, LONGEST_SHOWN), why: spokenOf(whyNot(platform, each)) });
  }
  return { creators, unreadable };
}

const LONGEST_SHOWN = 80;

function whyNot(platform: Platform | '', text: string): Said {
  const reading = readCreator(platform, text);
  if (reading.kind === 'unreadable') return reading.why;
  return PIPELINE_REFUSAL.filler;
}

const COLUMNS = ['creator', 'platform', 'status', 'note'] as const;
/** A plain handle that somebody types there later is read as those that were pasted first. */
const marksFor = (platform: string): Map<string, number> =>
  new Map([
    ...COLUMNS.map((role, at): [string, number] => [markOf(role), at + 1]),
    [readsMark(platform, {}), 1],
    [LIST_MARK, 1],
  ]);

const listPage = (): Omit<Page, 'name'> => ({
  cells: [COLUMNS.map((role) => pipelineText().list[role])],
  widths: [200, 110, 140, 300],
  looks: [{ areas: [area(1, 1, 1, COLUMNS.length)], bold: true, color: INK, fill: LINE }],
  frozenRows: 1,
});
