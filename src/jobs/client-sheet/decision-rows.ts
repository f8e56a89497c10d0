import type { Said } from '../../core/said';
import { badInput } from '../../core/error';
import type { CellValue } from '../../core/ports';
import { columnLetters } from '../../core/text';
import { readHandle } from '../../schema/creator';
import { clientText } from '../../schema/sheet-text';
import { CLIENT_REFUSAL } from '../../schema/said-text';
import { keyCell } from '../selection/key-column';
import { understand, type Understood } from '../selection/selection-reading';

/** What somebody said of a creator. */
export interface Decision {
  decision: string;
  comment: string;
}

export interface Decisions {
  /** Rows that name somebody, in order. */
  said: { row: number; value: string; platform: string; decision: Decision }[];
  /** Rows with a decision or a comment in which no creator can be read. */
  unreadable: number[];
  /** The columns that were read, as they are called. */
  columns: { creator: string; decision: string; comment: string };
}

/** So many rows tell which column is which. */
const ROWS_LOOKED_AT = 300;

/** Which of our decisions a text says, in whatever language; undefined: none of them. */
export const decisionAt = (text: string): number | undefined => {
  const wanted = text.trim().toLowerCase();
  const found = clientText.each().map(({ decisions }) => decisions.indexOf(wanted));
  return found.find((at) => at >= 0);
};

/**
 * Reads the client's rows, whatever was sorted, inserted, deleted or renamed in them. `from` names them in sentences;
 * a column that is called as one of the list is no comment.
 */
export function readDecisionRows(rows: readonly CellValue[][], from: Said, listHeaders: readonly string[]): Decisions {
  const read = understoodIn(rows, from);
  const { headerRow = 0, firstRow, column, platformColumn } = read;
  const headers = (rows[headerRow - 1] ?? []).map((header) => String(header).trim());
  const body = rows.slice(Math.max(headerRow, firstRow - 1));
  const others = headers.length > 0 ? headers.map((_, at) => at + 1) : (rows[0] ?? []).map((_, at) => at + 1);
  const free = others.filter((each) => each !== column && each !== platformColumn);
  const decision = decisionColumn(free, headers, body);
  if (decision === undefined) throw badInput(CLIENT_REFUSAL.noDecisionColumn(from));
  const comment = commentColumn(free, headers, decision, new Set(listHeaders));
  const named = (each: number | undefined): string =>
    each === undefined ? '' : headers[each - 1] || clientText().columnNamed(columnLetters(each));
  const said: Decisions['said'] = [];
  const unreadable: number[] = [];
  body.forEach((cells, at) => {
    const row = Math.max(headerRow, firstRow - 1) + at + 1;
    const textAt = (each: number | undefined): string =>
      each === undefined ? '' : String(cells[each - 1] ?? '').trim();
    const answer = { decision: wordOf(textAt(decision)), comment: textAt(comment) };
    const value = textAt(column);
    if (value !== '') said.push({ row, value, platform: textAt(platformColumn), decision: answer });
    else if (answer.decision !== '' || answer.comment !== '') unreadable.push(row);
  });
  return { said, unreadable, columns: { creator: named(column), decision: named(decision), comment: named(comment) } };
}

/** One of our decisions as English has it, so that two languages don't decide in two ways; else as it stands. */
function wordOf(text: string): string {
  const [{ decisions }] = clientText.each();
  return decisions[decisionAt(text) ?? -1] ?? text;
}

function understoodIn(rows: readonly CellValue[][], from: Said): Understood {
  const top = rows.slice(0, ROWS_LOOKED_AT);
  const [width, areaRows] = [Math.max(0, ...top.map((row) => row.length)), Math.max(1, rows.length)];
  try {
    // The column that was called so, unless its header went: a list of decisions must not pass for handles.
    const named = top.flatMap((row) => row.map((cell) => String(cell).trim())).indexOf(clientText().creator);
    const choices = named >= 0 && width > 0 ? { column: (named % width) + 1 } : {};
    return understand(
      { numbers: top.map((_, at) => at + 1), rows: top },
      [{ row: 1, column: 1, rows: areaRows, columns: width }],
      choices,
    );
  } catch {
    throw badInput(CLIENT_REFUSAL.nobodyDecided(from));
  }
}

/** The column that says most of our words, of those that are called so where there are such. */
function decisionColumn(
  columns: readonly number[],
  headers: readonly string[],
  body: readonly CellValue[][],
): number | undefined {
  const count = (column: number): number =>
    body.filter((cells) => decisionAt(String(cells[column - 1] ?? '')) !== undefined).length;
  const counted = columns.map((column) => ({ column, words: count(column), header: headers[column - 1] ?? '' }));
  // A column of the list's own may be called so as well: the copy's is called as we call it.
  const ours = counted.filter(({ header }) => clientText.each().some(({ decision }) => header === decision));
  const called = counted.filter(({ header }) => /^(client |kunden-?)?(decision|entscheidung)( 2)?$/i.test(header));
  const [best] = ([ours, called].find((some) => some.length > 0) ?? counted.filter(({ words }) => words > 0)).sort(
    (left, right) => right.words - left.words,
  );
  return best?.column;
}

/** The column that is called as ours, else one that is called so or stands right of the decisions, and is none of the list's. */
function commentColumn(
  columns: readonly number[],
  headers: readonly string[],
  decision: number,
  taken: ReadonlySet<string>,
): number | undefined {
  const header = (column: number): string => headers[column - 1] ?? '';
  const isCalled = (column: number): boolean =>
    /^(client |kunden-?)?(comments?|kommentare?)( 2)?$/i.test(header(column));
  const isBeside = (column: number): boolean => column === decision + 1;
  // In the copy it has a 2 where it was called as ours.
  const isTaken = (column: number): boolean =>
    taken.has(header(column)) || taken.has(header(column).replace(/ 2$/, ''));
  return (
    columns.find((column) => clientText.each().some(({ comment }) => header(column) === comment)) ??
    columns.find((column) => isCalled(column) && !isTaken(column)) ??
    columns.find((column) => isBeside(column) && (isCalled(column) || !isTaken(column)))
  );
}

/** Creators by their key, and by handle alone where somebody took the platforms out. */
export interface KnownKeys {
  keys: ReadonlySet<string>;
  /** A handle in lower case; undefined where several creators have it. */
  byHandle: ReadonlyMap<string, string | undefined>;
}

export function knownKeys(keys: Iterable<string>): KnownKeys {
  const all = new Set(keys);
  const byHandle = new Map<string, string | undefined>();
  for (const key of all) {
    const handle = key.slice(key.indexOf('/') + 1);
    byHandle.set(handle, byHandle.has(handle) ? undefined : key);
  }
  return { keys: all, byHandle };
}

/** The creator of the list that a row names; `gone`: it names one that the list has no more. */
export function keyOfRow(
  { row, value, platform }: Decisions['said'][number],
  { keys, byHandle }: KnownKeys,
): { key: string } | 'gone' | 'unreadable' {
  const cell = keyCell(row, platform, '', value);
  if (cell.kind === 'creator') return keys.has(cell.key) ? { key: cell.key } : 'gone';
  const alone = readHandle(value);
  if (alone.kind !== 'creator' || alone.creator.by !== 'username') return 'unreadable';
  const handle = alone.creator.id.toLowerCase();
  const key = byHandle.get(handle);
  return key !== undefined ? { key } : byHandle.has(handle) ? 'unreadable' : 'gone';
}
