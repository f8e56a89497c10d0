import type { CellValue, Table } from '../../core/ports';
import { AUDIENCE_FIELDS } from '../../schema/audience-field';
import { PROFILE_FIELDS } from '../../schema/profile-field';
import { outcomeOf } from '../../schema/row-status';
import { TIMELINE_FIELDS } from '../../schema/timeline-field';
import { columnCells } from '../run/cell-block';
import type { KeyCell } from '../selection/key-column';
import { enrichField } from './enrich-answer';
import { columnsFor, markedFields } from './enrich-layout';
import type { WhichRows } from './enrich-state';

/** What the sheet has by now, and what is offered to be added. */
export interface EnrichOffer {
  fields: string[];
  /** Fields that have a column with values. */
  there: string[];
}

/** What people mostly want to know, after what they chose last. */
const OFTEN_WANTED = [
  'followers',
  'engagement',
  'country',
  'email',
  'growth',
  'medianViews',
  'avgLikes',
  'language',
  'categories',
  'bio',
];
const PROPOSED = 3;
/** Whether a column has values shows in so many rows. */
const ROWS_LOOKED_AT = 100;

/**
 * Fields that the sheet does not have, of those that are wished, or else others; where rows were added to those of a run,
 * or rows of it are chosen, the run's own.
 */
export function enrichOffer(
  table: Table,
  { headers, column: key }: { headers: readonly string[]; column: number },
  marks: ReadonlyMap<string, number>,
  rows: readonly KeyCell[],
  wished: readonly string[],
  which: WhichRows,
  notGiven: ReadonlySet<string>,
): EnrichOffer {
  const marked = markedFields(marks);
  const isOpen = marks.has('status') && hasNewRows(table, marks.get('status'), rows);
  const there = fieldsThere(table, headers, marks, rows, isOpen ? [] : marked, key);
  if (marked.length > 0 && (isOpen || which !== 'all')) return { fields: marked, there };
  const isNew = (name: string): boolean => !there.includes(name);
  const fields = wished.filter(isNew);
  const others = OFTEN_WANTED.filter((name) => isNew(name) && !notGiven.has(name)).slice(0, PROPOSED);
  return { fields: fields.length > 0 ? fields : others, there };
}

/** Rows with a handle that no run has looked at. */
function hasNewRows(table: Table, status: number | undefined, rows: readonly KeyCell[]): boolean {
  const states = columnCells(table, status, table.lastRow());
  return rows.some(({ kind, row }) => kind === 'creator' && outcomeOf(states[row - 1]) === undefined);
}

function fieldsThere(
  table: Table,
  headers: readonly string[],
  marks: ReadonlyMap<string, number>,
  rows: readonly KeyCell[],
  served: readonly string[],
  key: number,
): string[] {
  const first = rows.find(({ kind }) => kind === 'creator')?.row;
  const width = Math.min(table.lastColumn(), Math.max(headers.length, ...marks.values()));
  if (first === undefined || width < 1) return [...served];
  const height = Math.min(ROWS_LOOKED_AT, table.lastRow() - first + 1);
  const cells = table.read({ row: first, column: 1, rows: height, columns: width });
  const hasValues = (column: number): boolean => column !== key && cells.some((each) => !isEmpty(each[column - 1]));
  const names = [
    ...new Set([...served, ...[...PROFILE_FIELDS, ...TIMELINE_FIELDS, ...AUDIENCE_FIELDS].map(({ name }) => name)]),
  ];
  return names.filter((name) => served.includes(name) || columnsFor(marks, headers, enrichField(name)).some(hasValues));
}

const isEmpty = (value: CellValue | undefined): boolean => value === undefined || value === '';

/** So many creators are tried first. */
const TRIED_CREATORS = 5;

/** Rows of the first creators, or of the others. */
export function partOf(rows: readonly KeyCell[], isFirst: boolean): KeyCell[] {
  const first = firstCreators(rows);
  return rows.filter((cell) => (cell.kind === 'creator' && first.has(cell.key)) === isFirst);
}

export function firstCreators(rows: readonly KeyCell[]): Set<string> {
  const first = new Set<string>();
  for (const cell of rows) if (cell.kind === 'creator' && first.size < TRIED_CREATORS) first.add(cell.key);
  return first;
}
