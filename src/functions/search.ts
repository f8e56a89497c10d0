import { FORMULA } from '../schema/said-text';
import type { CellValue } from '../core/page';
import { ask } from '../gate/client';
import { KEPT_PAGES } from '../gate/keep';
import { pagesOf, searchQuestion } from '../api/search-question';
import { badInput } from '../core/error';
import { isBlank } from '../core/text';
import { DISCOVERY_PAGE_SIZE, parseDiscovery, type DiscoveryPage } from '../schema/discovery';
import { parsePlatform } from '../schema/platform-alias';
import { parseProfile, type FieldRequest, isNowhere } from '../schema/profile';
import { parseSearch, type Search } from '../schema/search';
import { profileCell } from '../sheet/profile-cell';
import type { Cells } from '../sheet/cell';
import { hostReading } from '../sheet/host-reading';
import type { Answer } from '../api/answer';
import { fieldList } from './field-list';
import { filterArgument, wholeArgument } from './filter-argument';
import { formulaRequest, notKept, shownReply, thrownOrText, type Formula, type Shown } from './formula';
import { FORMULA_VALUE } from '../schema/text/formula';

const SHOWN_FIELDS = 'username, displayName, followers, engagement, country, score';

interface FoundPage extends DiscoveryPage {
  answer: Answer;
}

/** INFLU_COUNT: how many creators match. Costs 1 request, which INFLU_SEARCH and the sidebar share. */
export function searchCount(formula: Formula, platform: unknown, filters: unknown): CellValue {
  const [page] = askPages(formula, searchOf(formula, platform, filters), [1]);
  // A full page without a count that can be read may be the first of many.
  if (page && 'value' in page)
    return page.value.isCounted || page.value.came < DISCOVERY_PAGE_SIZE ? page.value.count : FORMULA_VALUE.noCount;
  return stateOf(page);
}

/** INFLU_SEARCH: a row a creator, 20 a page. Costs 1 request a page; never a page beyond the count. */
export function search(formula: Formula, platform: unknown, filters: unknown, pages: unknown, fields: unknown): Cells {
  const wanted = pageCount(pages);
  const requests = fieldList(fields, SHOWN_FIELDS);
  const asked = searchOf(formula, platform, filters);
  const [first] = askPages(formula, asked, [1]);
  if (!first || !('value' in first)) return [[stateOf(first)]];
  if (first.value.creators.length === 0) return [[FORMULA_VALUE.noCreators]];
  const last = Math.min(wanted, pagesOf(first.value.count));
  const rest = Array.from({ length: Math.max(0, last - 1) }, (_, index) => index + 2);
  const seen = new Set<string>();
  return [first, ...askPages(formula, asked, rest)].flatMap((page) =>
    'value' in page
      ? rowsOf(page.value, asked, requests, seen)
      : [requests.map((_, column) => (column === 0 ? stateOf(page, false) : ''))],
  );
}

const searchOf = ({ host }: Formula, platform: unknown, filters: unknown): Search =>
  parseSearch(parsePlatform(platform), filterArgument(filters), hostReading(host));

function pageCount(pages: unknown): number {
  if (isBlank(pages)) return 1;
  const number = wholeArgument(pages);
  if (!Number.isInteger(number) || number < 1 || number > KEPT_PAGES) throw badInput(FORMULA.pages(KEPT_PAGES));
  return number;
}

function askPages(formula: Formula, asked: Search, pages: readonly number[]): Shown<FoundPage>[] {
  if (pages.length === 0) return [];
  const questions = pages.map((page) => searchQuestion(asked, page));
  const replies = ask(formula.host, { ...formulaRequest(formula), questions });
  return questions.map(({ key }) =>
    shownReply(replies.get(key), (answer) => ({ ...parseDiscovery(answer.body), answer })),
  );
}

const stateOf = (page: Shown<unknown> | undefined, isAlone = true): string =>
  !page || 'value' in page ? 'pending' : 'state' in page ? page.state : thrownOrText(page.error, isAlone);

/** Pages can overlap (notes, item 6): each creator stands there once. Rows are as wide as the fields. */
function rowsOf(
  { creators, cut, answer }: FoundPage,
  { platform }: Search,
  requests: readonly FieldRequest[],
  seen: Set<string>,
): Cells {
  const lost = new Set(
    requests.flatMap(({ field }) => (field && field.paths().some((path) => cut.includes(path)) ? [field.name] : [])),
  );
  return creators.flatMap((creator) => {
    if (seen.has(creator._id)) return [];
    seen.add(creator._id);
    const found = { ...parseProfile({ platform, ...creator }), lost };
    return [
      requests.map((request) =>
        isNowhere(request, found)
          ? FORMULA_VALUE.notGiven
          : (profileCell(request, found, answer.atMs) ?? notKept(answer)),
      ),
    ];
  });
}
