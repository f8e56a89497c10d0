import { FORMULA } from '../schema/said-text';
import type { CellValue } from '../core/page';
import { contentQuestion } from '../api/question';
import { badInput } from '../core/error';
import { instantMs } from '../core/time';
import { isBlank } from '../core/text';
import { parseContent, SHOWN_FIELDS, type Piece } from '../schema/content';
import { CONTENT_PAGE_SIZE } from '../schema/content-page';
import { contentQueryOf, parseContentFilters, unfiltered } from '../schema/content-search';
import { badFilter } from '../schema/filter-problem';
import type { Cells } from '../sheet/cell';
import { hostReading } from '../sheet/host-reading';
import { postLink } from '../sheet/post-link';
import { filterArgument, wholeArgument } from './filter-argument';
import { askBlock, type Formula } from './formula';
import { FORMULA_VALUE } from '../schema/text/formula';

const USUAL_LIMIT = 20;

/** INFLU_CONTENT: a row for each post. Costs 1 request for each post that comes; off until the setting allows it. */
export function content(formula: Formula, filters: unknown, limit: unknown): Cells {
  const given = filterArgument(filters);
  // A search costs 1 request, this 20: not for a cell that is yet to be filled in.
  if (Object.values(given).every(isBlank)) throw badInput(FORMULA.noFilters);
  const wanted = isBlank(limit) ? USUAL_LIMIT : wholeArgument(limit);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > CONTENT_PAGE_SIZE)
    throw badInput(FORMULA.posts(CONTENT_PAGE_SIZE));
  const asked = parseContentFilters(given, hostReading(formula.host)).filters;
  const problem = unfiltered(asked);
  if (problem !== undefined) throw badFilter(problem);
  return askBlock(formula, contentQuestion(contentQueryOf(asked), { limit: wanted }), ({ body }) => {
    const { pieces } = parseContent(body);
    return pieces.length === 0 ? [[FORMULA_VALUE.noPosts]] : pieces.map(rowOf);
  });
}

const rowOf = (piece: Piece): CellValue[] => [
  ...SHOWN_FIELDS.map((field): CellValue => {
    const value = piece[field];
    const ms = field === 'uploaded' ? instantMs(value) : undefined;
    if (ms !== undefined) return new Date(ms);
    return typeof value === 'string' || typeof value === 'number' ? value : '';
  }),
  postLink(piece),
];
