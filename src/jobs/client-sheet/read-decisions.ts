import type { Said } from '../../core/said';
import { badInput, InfluError } from '../../core/error';
import type { CellValue, Table, Workbook } from '../../core/ports';
import { clientText } from '../../schema/sheet-text';
import { CLIENT_REFUSAL } from '../../schema/said-text';
import { safeText } from '../../sheet/safe-text';
import { untilInPlace } from '../run/own-write';
import { creatorList, type CreatorList } from './creator-list';
import { decisionColumns, writeColumns, type DecisionColumns } from './decision-columns';
import { decisionAt, keyOfRow, knownKeys, readDecisionRows, type Decision, type Decisions } from './decision-rows';

/** Where decisions come from, as a sentence names it. */
export interface DecisionSource {
  rows: readonly CellValue[][];
  name: Said;
}

/** What came of it. Creators are named as the client's rows name them. */
export interface ReadDecisions {
  /** Creators with a decision or a comment, and the list's rows that are other than before. */
  read: number;
  changed: number;
  none: string[];
  gone: string[];
  /** Decided in two ways in two rows: left as they were. */
  conflicting: string[];
  /** Decisions in other words, brought back as they stand. */
  other: string[];
  /** Had a decision here before, and none there now: left as they were. */
  kept: string[];
  /** Rows with a decision and no creator that can be read. */
  unreadable: number[];
  columns: Decisions['columns'];
}

/** Brings decisions back into two columns of the list's own, by creator. Done twice, it changes nothing. Free. */
export function readDecisions(
  workbook: Workbook,
  table: Table,
  platform: string,
  { rows, name }: DecisionSource,
): ReadDecisions {
  const first = creatorList(table, platform, false);
  const decisions = readDecisionRows(rows, name, first.headers);
  return untilInPlace(table, () => {
    const list = creatorList(table, platform, false);
    const matched = matchDecisions(
      decisions,
      [...list.creators.values()].map(({ key }) => key),
    );
    const { answers, ...told } = matched;
    const kept: string[] = [];
    if (told.read === 0) return { ...told, changed: 0, kept, columns: decisions.columns };
    const columns = decisionColumns(workbook, list);
    const changed = columns && writeDecisions(workbook, list, columns, answers, kept);
    if (changed === undefined) return undefined;
    return { ...told, changed, kept, columns: decisions.columns };
  });
}

type Matched = Omit<ReadDecisions, 'changed' | 'kept' | 'columns'> & { answers: ReadonlyMap<string, Decision> };

/** One answer a creator. */
function matchDecisions({ said, unreadable }: Decisions, keys: readonly string[]): Matched {
  const known = knownKeys(keys);
  const byKey = new Map<string, { name: string; decisions: Set<string>; comments: Set<string> }>();
  const gone: string[] = [];
  const lost = [...unreadable];
  for (const each of said) {
    const found = keyOfRow(each, known);
    const { decision, comment } = each.decision;
    if (found === 'gone') gone.push(each.value);
    else if (found === 'unreadable') lost.push(...(decision === '' && comment === '' ? [] : [each.row]));
    else {
      const all = byKey.get(found.key) ?? { name: each.value, decisions: new Set(), comments: new Set() };
      if (decision !== '') all.decisions.add(decision);
      if (comment !== '') all.comments.add(comment);
      byKey.set(found.key, all);
    }
  }
  const answers = new Map<string, Decision>();
  const told = { none: [] as string[], conflicting: [] as string[], other: [] as string[] };
  for (const [key, { name, decisions, comments }] of byKey) {
    const [decision = ''] = decisions;
    const answer = { decision, comment: [...comments].join('\n') };
    if (decisions.size > 1) told.conflicting.push(name);
    else answers.set(key, answer);
    if (decisions.size === 0) told.none.push(name);
    if (decisions.size === 1 && decisionAt(decision) === undefined) told.other.push(name);
  }
  const read = [...answers.values()].filter(({ decision, comment }) => decision !== '' || comment !== '').length;
  return { answers, read, gone, unreadable: lost, ...told };
}

/** Rows that were changed; undefined: things moved, and what was written was taken back. A blank never replaces an answer. */
function writeDecisions(
  workbook: Workbook,
  list: CreatorList,
  columns: DecisionColumns,
  answers: Matched['answers'],
  kept: string[],
): number | undefined {
  const { table, creators } = list;
  const numbers = [...creators.keys()];
  if (numbers.length === 0) throw badInput(CLIENT_REFUSAL.nobody);
  const [row, last] = [Math.min(...numbers), Math.max(...numbers)];
  const read = (column: number): string[] =>
    table.read({ row, column, rows: last - row + 1, columns: 1 }).map(([cell]) => String(cell ?? ''));
  const now = { decision: read(columns.decision), comment: read(columns.comment) };
  const say = wordsLike(now.decision);
  const writes = new Map<number, Map<number, CellValue>>();
  for (const [at, { key, text }] of creators) {
    const answer = answers.get(key);
    if (!answer) continue;
    const before = now.decision[at - row] ?? '';
    if (answer.decision === '' && before !== '') kept.push(text);
    const cells = new Map<number, CellValue>();
    const decision = say(answer.decision);
    if (decision !== '' && decision !== before) cells.set(columns.decision, safeText(decision));
    if (answer.comment !== '' && answer.comment !== now.comment[at - row])
      cells.set(columns.comment, safeText(answer.comment));
    if (cells.size > 0) writes.set(at, cells);
  }
  if (writes.size === 0) return 0;
  const all = { row, column: 1, rows: last - row + 1, columns: 1 };
  for (const column of [columns.decision, columns.comment])
    if (!table.canEdit({ ...all, column })) throw new InfluError('sheet', CLIENT_REFUSAL.protectedList(table.name()));
  return writeColumns(workbook, list, columns, writes) ? writes.size : undefined;
}

/** Decisions in the words that a column has already: formulas count them. In the reader's, where it has none yet. */
function wordsLike(column: readonly string[]): (decision: string) => string {
  const tables = clientText.each().map(({ decisions }) => decisions);
  const first = column.map((cell) => cell.trim().toLowerCase()).find((cell) => decisionAt(cell) !== undefined);
  const words = tables.find((each) => first !== undefined && each.includes(first)) ?? clientText().decisions;
  return (decision) => words[decisionAt(decision) ?? -1] ?? decision;
}
