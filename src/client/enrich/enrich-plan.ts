import type { Selection } from '../../sidebar/calls';
import { capOf } from '../run/cap';
import { shortagesOf, type Shortage } from '../run/shortage';
import { list, number } from '../format';
import { daysOf, type Draft } from './draft';

/** Columns of one run; more the server refuses. */
const MOST_FIELDS = 60;

export interface EnrichPlan {
  /** Requests, at most. */
  price: number;
  problems: { fields?: string; days?: string; cap?: string; rows?: string };
  shortages: Shortage[];
}

/** What was chosen, as a price and what stands against it. */
export function enrichPlan(
  draft: Draft,
  selection: Pick<Selection, 'creators' | 'rows' | 'requests' | 'left'>,
): EnrichPlan {
  const { action, fields, which } = draft;
  const problems: EnrichPlan['problems'] = {};
  const price = action === 'enrich' ? selection.requests : 0;
  if (action === 'enrich' && fields.length === 0) problems.fields = 'Choose at least one field.';
  if (action === 'enrich' && fields.length > MOST_FIELDS)
    problems.fields = 'Choose at most ' + MOST_FIELDS + ' fields: ' + fields.length + ' are chosen.';
  if (which === 'old' && daysOf(draft) === undefined) problems.days = 'Write a whole number.';
  if (selection.rows === 0)
    problems.rows = which === 'all' ? 'The selected cells are blank.' : 'None of the selected rows is like that.';
  else if (selection.creators === 0) problems.rows = 'No creator can be read in the selected cells.';
  const cap = capOf(draft.cap);
  if (cap === undefined) problems.cap = 'Write a whole number from 1 to 100,000.';
  const left = typeof cap === 'number' ? { ...selection.left, run: cap } : selection.left;
  return { price, problems, shortages: shortagesOf(price, left) };
}

/** What was understood, in numbers; nothing is said of what there is none of. */
export const selectionCounts = ({
  rows,
  creators,
  duplicates,
  blanks,
}: Selection): { rows: number; label: string }[] => [
  { rows, label: rows === 1 ? 'row' : 'rows' },
  { rows: creators, label: creators === 1 ? 'creator' : 'creators' },
  ...(duplicates > 0 ? [{ rows: duplicates, label: duplicates === 1 ? 'duplicate' : 'duplicates' }] : []),
  ...(blanks > 0 ? [{ rows: blanks, label: 'blank' }] : []),
];

/** The same as a sentence: "A2:A413: 412 rows, 405 creators, 7 duplicates and 3 blank". */
export const selectionText = (selection: Selection): string =>
  selection.area + ': ' + list(selectionCounts(selection).map(({ rows, label }) => number(rows) + ' ' + label));

/** 28 as `AB`. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  return (column > 26 ? columnLetters((column - 1 - rest) / 26) : '') + String.fromCharCode(65 + rest);
}
