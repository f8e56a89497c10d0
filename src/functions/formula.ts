import { CELL } from '../schema/said-text';
import type { CellValue } from '../core/page';
import { stateWord } from '../schema/row-status';
import { PAID } from '../schema/text/cell';
import { limitText } from '../schema/run-reason';
import { InfluError } from '../core/error';
import type { Host } from '../core/ports';
import { SECOND_MS } from '../core/time';
import type { AskRequest, Reply } from '../gate/ask-request';
import { ask } from '../gate/client';
import { questionsFor, type Question } from '../api/question';
import type { Book } from '../gate/book';
import type { Creator } from '../schema/creator';
import { kindOf, type Answer } from '../api/answer';
import { PRICES } from '../api/price';
import type { Cells } from '../sheet/cell';
import { creatorsIn, type CreatorCell, type CreatorGrid } from './creator-grid';

/** One calculation of one formula. */
export interface Formula {
  host: Host;
  startedMs: number;
}

/**
 * A formula has 30 s (platform, custom functions). It stops at about 20: a call that starts at 19 s may take 5 and there
 * is still time to write down what it cost.
 */
const LAST_SEND_MS = 19 * SECOND_MS;
const GIVE_UP_MS = 20 * SECOND_MS;
const DEAD_MS = 32 * SECOND_MS;

export const formulaRequest = ({ startedMs }: Formula): Omit<AskRequest, 'questions'> => ({
  order: 'formula',
  what: 'formula',
  lastSendMs: startedMs + LAST_SEND_MS,
  giveUpMs: startedMs + GIVE_UP_MS,
  expiresAtMs: startedMs + DEAD_MS,
});

/** What becomes of one creator: something to show, or a reason. */
export type Shown<T> = { value: T } | { state: string } | { error: InfluError };

/** A reply as something to show; `read` gives undefined where the answer no longer has what is asked for. */
export function shownReply<T>(reply: Reply | undefined, read: (answer: Answer) => T | undefined): Shown<T> {
  if (!reply) return { state: 'pending' };
  if (reply.kind === 'waiting') return { state: reply.limit ? limitText(reply.limit) : 'pending' };
  if (reply.kind === 'error') return { error: reply.error };
  const { answer } = reply;
  const state = stateWord(answer.state);
  if (state !== undefined) return { state };
  if (answer.state === 'unreadable') return { error: new InfluError('unreadable', CELL.unreadable) };
  const value = answer.state === 'receipt' ? undefined : read(answer);
  return value === undefined ? { state: notKept(answer) } : { value };
}

/** Bought and still fresh, but too large to keep that long. It is never bought again without asking. */
export function notKept({ key, atMs }: Answer): string {
  const kind = kindOf(key);
  if (kind === 'search') return PAID.search(atMs);
  return kind === 'content' ? PAID.posts(atMs) : PAID.creator(atMs, PRICES[kind]);
}

/** One question, as a block of cells; throws what stands in the way. `read` is as for `shownReply`. */
export function askBlock(formula: Formula, question: Question, read: (answer: Answer) => Cells | undefined): Cells {
  const replies = ask(formula.host, { ...formulaRequest(formula), questions: [question] });
  const shown = shownReply(replies.get(question.key), read);
  if ('error' in shown) throw shown.error;
  return 'state' in shown ? [[shown.state]] : shown.value;
}

/** Asks one question a creator, all in one batch; replies by the creator's key. */
export function askCreators(
  formula: Formula,
  creators: ReadonlyMap<string, Creator>,
  questionOf: (creator: Creator) => Question,
  book?: Book,
): Map<string, Reply> {
  const { questions, refused } = questionsFor(creators, questionOf);
  const replies = new Map([...refused].map(([key, error]): [string, Reply] => [key, { kind: 'error', error }]));
  if (questions.size === 0) return replies;
  const answered = ask(formula.host, {
    ...formulaRequest(formula),
    questions: [...questions.values()],
    ...(book ? { book } : {}),
  });
  for (const [key, question] of questions) {
    const reply = answered.get(question.key);
    if (reply) replies.set(key, reply);
  }
  return replies;
}

/** The same as something to show: see `shownReply`. */
export const askShown = <T>(
  formula: Formula,
  grid: CreatorGrid,
  questionOf: (creator: Creator) => Question,
  read: (answer: Answer) => T | undefined,
): Map<string, Shown<T>> =>
  new Map(
    [...askCreators(formula, creatorsIn(grid), questionOf)].map(([key, reply]) => [key, shownReply(reply, read)]),
  );

/** The shape of the arguments. A single cell throws its error; in a range the error is that cell's text. */
export function showGrid(grid: CreatorGrid, shown: ReadonlyMap<string, Shown<CellValue>>): CellValue | Cells {
  const cells = grid.cells.map((row) => row.map((cell) => showCell(cell, shown, grid.isSingle)));
  return grid.isSingle ? (cells[0]?.[0] ?? '') : cells;
}

/** A row for each creator. Why one has no values is said in the first column; the others stay blank. */
export function showRows(grid: CreatorGrid, rows: ReadonlyMap<string, Shown<CellValue[]>>, width: number): Cells {
  const first = firstColumn(rows);
  return grid.cells.flat().map((cell) => {
    const row = cell.kind === 'creator' ? rows.get(cell.key) : undefined;
    if (row && 'value' in row) return row.value;
    return [showCell(cell, first, grid.isSingle), ...Array<CellValue>(width - 1).fill('')];
  });
}

export const firstColumn = (rows: ReadonlyMap<string, Shown<CellValue[]>>): Map<string, Shown<CellValue>> =>
  new Map([...rows].map(([key, row]) => [key, 'value' in row ? { value: row.value[0] ?? '' } : row]));

function showCell(cell: CreatorCell, shown: ReadonlyMap<string, Shown<CellValue>>, isSingle: boolean): CellValue {
  if (cell.kind === 'blank') return '';
  const what = cell.kind === 'error' ? cell : (shown.get(cell.key) ?? { state: 'pending' });
  if ('value' in what) return what.value;
  return 'state' in what ? what.state : thrownOrText(what.error, isSingle);
}

export function thrownOrText(error: InfluError, isSingle: boolean): string {
  if (isSingle) throw error;
  return error.message;
}
