import type { Selection } from '../../sidebar/enrich-calls';
import { count, list, number } from '../format';
import { shortagesUnder } from '../run/shortage';
import type { SelectionPlan } from '../selection/use-selection-tab';
import { TEXT } from '../text/text';
import { daysOf, type EnrichDraft } from './enrich-draft';
import { hasAudience } from './field-group';

/** Columns of one run; more the server refuses. */
const MOST_FIELDS = 60;

export interface EnrichPriced extends SelectionPlan {
  problems: SelectionPlan['problems'] & { fields?: string; days?: string };
}

const AUDIENCE_HINT = TEXT.enrich.thatIsTheMostThe;

/** What was chosen, as a price and what stands against it. */
export function enrichPriced(
  draft: EnrichDraft,
  selection: Pick<Selection, 'creators' | 'rows' | 'requests' | 'budget' | 'known'>,
): EnrichPriced {
  const { action, fields, which } = draft;
  const { creators, known, rows } = selection;
  const isBought = action === 'enrich';
  const price = isBought ? selection.requests : 0;
  const { shortages, agreed, problems: capProblems } = shortagesUnder(price, selection.budget, draft.cap);
  const problems: EnrichPriced['problems'] = { ...capProblems };
  if (isBought && fields.length === 0) problems.fields = TEXT.enrich.chooseAtLeastOneField;
  if (isBought && fields.length > MOST_FIELDS)
    problems.fields = TEXT.enrich.chooseAtMostFieldsAre(MOST_FIELDS, fields.length);
  if (which === 'old' && daysOf(draft) === undefined) problems.days = TEXT.enrich.writeAWholeNumber;
  if (rows === 0)
    problems.rows = which === 'all' ? TEXT.enrich.theSelectedCellsAreBlank : TEXT.enrich.noSelectedRowsMatch;
  else if (creators === 0) problems.rows = TEXT.enrich.noCreatorCanBeRead;
  return {
    price,
    problems,
    shortages,
    agreed,
    what: count(creators, 'creator') + (isBought && known > 0 ? TEXT.enrich.saved(known) : ''),
    hint: price > 0 && hasAudience(fields) ? AUDIENCE_HINT : undefined,
    button: TEXT.enrich.start(price),
  };
}

/** A trial is offered for more than this. */
const DEAR_REQUESTS = 50;

/** What the first few creators cost; undefined where there are no others, or it is not worth a look. */
export const trialOf = (
  price: number,
  { creators, firstCreators, firstRequests }: Pick<Selection, 'creators' | 'firstCreators' | 'firstRequests'>,
): { creators: number; requests: number } | undefined =>
  price > DEAR_REQUESTS && firstRequests > 0 && firstCreators < creators
    ? { creators: firstCreators, requests: firstRequests }
    : undefined;

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
