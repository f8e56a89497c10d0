import type { Said } from '../core/said';
import * as z from 'zod/mini';
import { aCap, aPlatform, aText, aWhole, entry, nothing, shape, someFilters, type Entry } from './argument';
import { peek } from '../gate/client';
import { readBudget } from '../gate/budget';
import { budgetNow } from './budget-view';
import { citiesQuestion, type Question } from '../api/question';
import { pagesOf, searchQuestion } from '../api/search-question';
import { badInput, InfluError } from '../core/error';
import { SECOND_MS } from '../core/time';
import type { Tools } from '../core/ports';
import { personRequest, buy, isFull, isSaved } from '../jobs/run/purchase';
import { leftOut } from '../jobs/pipeline/left-out';
import { leftOutFound } from '../jobs/search/left-out-found';
import { resultSheets } from '../jobs/search/result-sheet';
import { deleteSearch, renameSearch, savedSearches, saveSearch } from '../jobs/search/saved-search';
import { planSearchRun } from '../jobs/search/search-run';
import { parseCities } from '../schema/cities';
import { DISCOVERY_PAGE_SIZE, parseDiscovery, type FoundCreator } from '../schema/discovery';
import { parseProfile } from '../schema/profile';
import { filterText, parseSearch, type Search } from '../schema/search';
import { pageReading } from '../sheet/host-reading';
import { PRICES } from '../api/price';
import type { Answer } from '../api/answer';
import type { FindCalls, Found, FoundView, ResultSheet, RunForm, SavedSearch, SearchView } from './find-calls';
import { leftOutView } from './pipeline';
import { searchView } from './runs';
import { type LimitReason, reasonSaid } from '../schema/run-reason';
import { SIDEBAR } from '../schema/said-text';

/** Pages that are looked up for the price of everything; those beyond count as not known. */
const PAGES_PRICED = 200;

/** The first page: 1 request; nothing while fresh, unless `again`. */
function searchFirst(tools: Tools, asked: Search, again: boolean): Found {
  const { host } = tools;
  const beganMs = host.clock.now();
  const answer = answerTo(tools, searchQuestion(asked, 1), again);
  const { creators, count } = parseDiscovery(answer.body);
  const pages = pagesOf(count);
  const left = leftOut(tools);
  const leftView = leftOutView(left, left.rows);
  return {
    ...asked,
    text: filterText(asked),
    count,
    pages,
    creators: creators.map((creator) => viewOf(creator, asked)),
    at: new Date(answer.atMs).toISOString(),
    charged: answer.atMs >= beganMs ? answer.requests : 0,
    known: knownPages(tools, asked, Math.min(pages, PAGES_PRICED)),
    ...(leftView && {
      leftOut: { ...leftView, here: leftOutFound(tools, asked.platform, creators, left).size },
    }),
    budget: budgetNow(host),
  };
}

/** Throws the reason if there is none. What was paid for and is no longer kept is bought again: the button said 1 request. */
function answerTo({ host }: Tools, question: Question, again: boolean): Answer {
  const request = {
    ...personRequest(host.clock.now(), { lastSendMs: 20 * SECOND_MS, giveUpMs: 40 * SECOND_MS }),
    what: question.kind,
    who: host.person(),
  };
  const reply = buy(host, [question], { startedMs: Infinity, again }, request).replies.get(question.key);
  if (reply?.kind === 'error') throw reply.error;
  if (reply?.kind === 'answer' && isFull(reply.answer)) return reply.answer;
  if (reply?.kind === 'waiting' && reply.limit) throw new InfluError('notAllowed', limitSaid(reply.limit));
  throw new InfluError('busy', SIDEBAR.noTurn);
}

const limitSaid = (limit: LimitReason): Said =>
  limit.code === 'spendingPaused' ? SIDEBAR.searchPaused : reasonSaid(limit);

function knownPages({ host }: Tools, asked: Search, last: number): number[] {
  const questions = Array.from({ length: last }, (_, index) => searchQuestion(asked, index + 1));
  const known = peek(host, questions);
  return questions.flatMap(({ key }, index) => (isSaved(known.get(key)) ? [index + 1] : []));
}

const FIGURES = ['followers', 'engagement', 'score', 'profileScore'] as const;

function viewOf(creator: FoundCreator, { platform }: Search): FoundView {
  const { scalars } = parseProfile({ platform, ...creator });
  const text = (name: string): string => String(scalars[name] ?? '');
  return {
    id: creator._id,
    username: text('username'),
    name: text('displayName'),
    country: text('country'),
    url: text('profileUrl'),
    ...Object.fromEntries(
      FIGURES.flatMap((name) => (typeof scalars[name] === 'number' ? [[name, scalars[name]]] : [])),
    ),
  };
}

/** Makes sheet and plan. Free; the price was shown before. */
function startSearch(tools: Tools, { from, to, sheetId, platform, filters, cap, ...form }: RunForm): SearchView {
  if (from > to) throw badInput(SIDEBAR.pagesTurned);
  return searchView(
    planSearchRun(tools, {
      ...form,
      search: parseSearch(platform, filters, pageReading(tools.host)),
      from,
      to,
      sheetId: sheetId ?? undefined,
      cap: cap ?? readBudget(tools.host).run,
    }),
  );
}

function resultSheetInFront(tools: Tools): ResultSheet | null {
  const { workbook } = tools;
  const id = workbook.active()?.id();
  const sheet = resultSheets(workbook).find(({ table }) => table.id() === id);
  if (!sheet || id === undefined) return null;
  const { writtenAtMs, ...memo } = sheet.memo;
  const left = leftOut(tools);
  const leftView = leftOutView(left, left.rows);
  return {
    ...memo,
    id,
    name: sheet.table.name(),
    text: filterText(memo),
    writtenAt: new Date(writtenAtMs).toISOString(),
    known: knownPages(tools, memo, Math.min(memo.pages, PAGES_PRICED)),
    ...(leftView && { leftOut: leftView }),
  };
}

export function searchViews({ host }: Tools): SavedSearch[] {
  const list = savedSearches(host.documentProperties.all());
  const firstPages = list.map((search) => searchQuestion(search, 1));
  const known = peek(host, firstPages);
  return list.map((search, at) => ({
    ...search,
    text: filterText(search),
    price: isSaved(known.get(firstPages[at]?.key ?? '')) ? 0 : PRICES.search,
  }));
}

/** Of the first page, and short enough for a run's property of 9 KB. */
const picks = () =>
  z.array(aText()).check(z.refine((ids) => ids.length <= DISCOVERY_PAGE_SIZE && ids.join('').length <= 2_000));

/** One creator has about three. */
const MOST_NAMES = 8;

const LONGEST_NAME = 60;

function nameOf(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > LONGEST_NAME) throw badInput(SIDEBAR.searchName(LONGEST_NAME));
  return trimmed;
}

/** What the *Find* tab can do. */
export const findSurface = (): { [Name in keyof FindCalls]: Entry } => ({
  cities: entry<'cities'>(
    () => shape({ country: aText() }),
    (tools, { country }) => parseCities(answerTo(tools, citiesQuestion(country), false).body),
  ),
  search: entry<'search'>(
    () => shape({ platform: aPlatform(), filters: someFilters(), again: z.boolean() }),
    (tools, { again, ...form }) =>
      searchFirst(tools, parseSearch(form.platform, form.filters, pageReading(tools.host)), again),
  ),
  startSearch: entry<'startSearch'>(
    () =>
      shape({
        platform: aPlatform(),
        filters: someFilters(),
        from: aWhole(),
        to: aWhole(),
        sheetId: z.nullable(z.number()),
        known: z.enum(['skip', 'mark']),
        byStatus: z.optional(z.enum(['skip', 'mark'])),
        pictures: z.boolean(),
        picks: picks(),
        without: z.optional(z.array(aText()).check(z.refine((names) => names.length <= MOST_NAMES))),
        again: z.boolean(),
        cap: aCap(),
      }),
    startSearch,
  ),
  resultSheet: entry<'resultSheet'>(nothing, resultSheetInFront),
  saveSearch: entry<'saveSearch'>(
    () => shape({ name: aText(), platform: aPlatform(), filters: someFilters() }),
    (tools, { name, ...form }) => {
      saveSearch(tools.host, nameOf(name), parseSearch(form.platform, form.filters, pageReading(tools.host)));
      return searchViews(tools);
    },
  ),
  renameSearch: entry<'renameSearch'>(
    () => shape({ name: aText(), to: aText() }),
    (tools, { name, to }) => {
      renameSearch(tools.host, name, nameOf(to));
      return searchViews(tools);
    },
  ),
  deleteSearch: entry<'deleteSearch'>(
    () => shape({ name: aText() }),
    (tools, { name }) => {
      deleteSearch(tools.host, name);
      return searchViews(tools);
    },
  ),
});
