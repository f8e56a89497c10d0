import type { Search } from '../../schema/search';
import type { BudgetView } from '../../sidebar/budget-view';
import type { Found, ResultSheet } from '../../sidebar/find-calls';
import type { LeftOutView } from '../../sidebar/pipeline-calls';
import { wholeOf } from '../run/typed-cap';
import { type Shortage, shortagesUnder } from '../run/shortage';
import { TEXT } from '../text/text';

/** Creators on a page of discovery (contract). */
const PAGE_SIZE = 20;

/** Pages, counted from 1, both included. */
interface Pages {
  from: number;
  to: number;
}

/** Requests for a range of pages: 1 for each that is not known and fresh. */
export function priceOf({ from, to }: Pages, known: readonly number[]): number {
  const free = new Set(known.filter((page) => page >= from && page <= to));
  return Math.max(0, to - from + 1 - free.size);
}

/** The pages that hold the first creators of a search. */
export const pagesFor = (creators: number, all: number): number =>
  Math.max(1, Math.ceil(Math.min(creators, all) / PAGE_SIZE));

const DAY_MS = 86_400_000;

/** Whether what was found may still be shown free of charge. */
export const isFresh = (at: string, searchFreshDays: number, nowMs = Date.now()): boolean =>
  nowMs - Date.parse(at) < searchFreshDays * DAY_MS;

/** What is written, and what is known of it. */
export interface WriteSource {
  search: Search;
  pages: number;
  count?: number | undefined;
  known: readonly number[];
  budget: BudgetView;
  /** Creators of this spreadsheet whose status skips them. */
  leftOut?: (LeftOutView & { here?: number }) | undefined;
  /** Where to begin, and whether to append: for *Next pages*. */
  from?: number;
  append?: boolean;
  /** Creators that are left out, by their names. */
  without?: readonly string[] | undefined;
}

/** All that was found. */
export const allPages = ({
  platform,
  filters,
  pages,
  count: total,
  known,
  budget,
  without,
  leftOut,
}: Found & Pick<WriteSource, 'without'>): WriteSource => ({
  without,
  leftOut,
  search: { platform, filters },
  pages,
  count: total,
  known,
  budget,
});

/** What a sheet does not have yet. */
export const nextPages = (
  { platform, filters, pages, lastPage, known, without, leftOut }: ResultSheet,
  budget: BudgetView,
): WriteSource => ({
  without,
  leftOut,
  search: { platform, filters },
  pages,
  known,
  budget,
  from: lastPage + 1,
  append: true,
});

/** How many creators a status skips, and where; blank where there are none. */
export const leftOutHint = ({ leftOut }: Pick<WriteSource, 'leftOut'>): string =>
  leftOut && leftOut.creators > 0 ? TEXT.pipeline.before(leftOut.creators, leftOut.places, leftOut.here) : '';

/** What is to be written, as chosen. */
export interface WriteChoice {
  what: 'first' | 'pages' | 'picks';
  first: string;
  from: string;
  to: string;
  /** What this run may spend at most; blank: the setting. */
  cap: string;
  again: boolean;
}

const FIRST_CREATORS = 100;

/** What is written where nothing else is chosen: the first hundred, or the pages that come next. */
export const usualChoice = ({ from, count: total, pages }: WriteSource): WriteChoice => ({
  what: from === undefined && total !== undefined ? 'first' : 'pages',
  first: String(Math.min(total ?? FIRST_CREATORS, FIRST_CREATORS)),
  from: String(from ?? 1),
  to: String(pages),
  cap: '',
  again: false,
});

/** What it is chosen from. */
export interface WriteScope {
  pages: number;
  /** Undefined: not asked in this page. */
  count?: number | undefined;
  known: readonly number[];
  budget: BudgetView;
  picks: readonly string[];
}

export interface WritePlan {
  pages: Pages;
  price: number;
  /** Pages of the range that are free. */
  free: number;
  problems: { first?: string; from?: string; to?: string; picks?: string; cap?: string };
  shortages: Shortage[];
  /** What the run may spend. */
  agreed: number;
}

const WHOLE = TEXT.find.wholeNumber;

/** Turns what was chosen into pages, their price, and what stands against it. */
export function writePlan(choice: WriteChoice, scope: WriteScope): WritePlan {
  const problems: Omit<WritePlan['problems'], 'cap'> = {};
  const pages: Pages = { from: 1, to: 1 };
  if (choice.what === 'first') {
    const first = wholeOf(choice.first);
    if (first === undefined || first < 1) problems.first = WHOLE;
    else pages.to = pagesFor(first, scope.count ?? scope.pages * 20);
  } else if (choice.what === 'pages') {
    const [from, to] = [wholeOf(choice.from), wholeOf(choice.to)];
    if (from === undefined || from < 1) problems.from = WHOLE;
    else if (from > scope.pages) problems.from = TEXT.find.pagesInAll(scope.pages);
    if (to === undefined || to < 1) problems.to = WHOLE;
    else if (to > scope.pages) problems.to = TEXT.find.pagesInAll(scope.pages);
    else if (from !== undefined && from > to) problems.to = TEXT.find.pagesReversed;
    if (from !== undefined && to !== undefined) Object.assign(pages, { from, to });
  } else if (scope.picks.length === 0) problems.picks = TEXT.find.selectFirst;
  const full = Math.max(0, pages.to - pages.from + 1);
  const unpaid = choice.what === 'picks' ? 0 : priceOf(pages, scope.known);
  const price = choice.what !== 'picks' && choice.again ? full : unpaid;
  const { shortages, agreed, problems: capProblems } = shortagesUnder(price, scope.budget, choice.cap);
  return {
    pages,
    price,
    free: full - unpaid,
    agreed,
    problems: { ...problems, ...capProblems },
    shortages: Object.keys(problems).length === 0 ? shortages : [],
  };
}
