import type { Selection } from '../../sidebar/enrich-calls';
import { list } from '../format';
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

const AUDIENCE_HINT = TEXT.enrich.audienceHint;

/** What was chosen, as a price and what stands against it. */
export function enrichPriced(
  draft: EnrichDraft,
  selection: Pick<Selection, 'creators' | 'rows' | 'requests' | 'budget' | 'known' | 'leftOut'>,
): EnrichPriced {
  const { action, fields, which } = draft;
  const { creators, known, rows } = selection;
  const isBought = action === 'enrich';
  const skipped = draft.byStatus === 'skip' ? (selection.leftOut?.creators ?? 0) : 0;
  const price = isBought ? selection.requests : 0;
  const { shortages, agreed, problems: capProblems } = shortagesUnder(price, selection.budget, draft.cap);
  const problems: EnrichPriced['problems'] = { ...capProblems };
  if (isBought && fields.length === 0) problems.fields = TEXT.enrich.noFields;
  if (isBought && fields.length > MOST_FIELDS) problems.fields = TEXT.enrich.tooManyFields(MOST_FIELDS, fields.length);
  if (which === 'old' && daysOf(draft) === undefined) problems.days = TEXT.enrich.wholeNumber;
  if (rows === 0) problems.rows = which === 'all' ? TEXT.enrich.blankCells : TEXT.enrich.noSelectedRowsMatch;
  else if (creators === 0) problems.rows = TEXT.enrich.noCreators;
  return {
    price,
    problems,
    shortages,
    agreed,
    what: TEXT.enrich.priceWhat(creators, isBought ? known : 0) + (skipped > 0 ? TEXT.pipeline.inPrice(skipped) : ''),
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
export const selectionCounts = ({ rows, creators, duplicates, blanks }: Selection): string[] => [
  TEXT.enrich.rowCount(rows),
  TEXT.enrich.creatorCount(creators),
  ...(duplicates > 0 ? [TEXT.enrich.duplicateCount(duplicates)] : []),
  ...(blanks > 0 ? [TEXT.enrich.blankCount(blanks)] : []),
];

/** The same as a sentence: "A2:A413: 412 rows, 405 creators, 7 duplicates and 3 blank". */
export const selectionText = (selection: Selection): string => selection.area + ': ' + list(selectionCounts(selection));
