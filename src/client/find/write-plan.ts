import { count, list, number, requests } from '../format';
import { pagesFor, priceOf, shortagesOf, type Pages, type Shortage } from './price';
import type { BudgetLeft } from '../../sidebar/calls';

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

/** What it is chosen from. */
export interface WriteScope {
  pages: number;
  /** Undefined: not asked in this page. */
  count?: number | undefined;
  known: readonly number[];
  left: BudgetLeft;
  picks: readonly string[];
}

export interface WritePlan {
  pages: Pages;
  price: number;
  /** Pages of the range that are free. */
  free: number;
  problems: { first?: string; from?: string; to?: string; picks?: string; cap?: string };
  shortages: Shortage[];
}

const wholeOf = (text: string): number | undefined => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : undefined);

const WHOLE = 'Write a whole number.';

/** Turns what was chosen into pages, their price, and what stands against it. */
export function writePlan(choice: WriteChoice, scope: WriteScope): WritePlan {
  const problems: WritePlan['problems'] = {};
  const pages: Pages = { from: 1, to: 1 };
  if (choice.what === 'first') {
    const first = wholeOf(choice.first);
    if (first === undefined || first < 1) problems.first = WHOLE;
    else pages.to = pagesFor(first, scope.count ?? scope.pages * 20);
  } else if (choice.what === 'pages') {
    const [from, to] = [wholeOf(choice.from), wholeOf(choice.to)];
    if (from === undefined || from < 1) problems.from = WHOLE;
    else if (from > scope.pages) problems.from = 'There are ' + count(scope.pages, 'page') + '.';
    if (to === undefined || to < 1) problems.to = WHOLE;
    else if (to > scope.pages) problems.to = 'There are ' + count(scope.pages, 'page') + '.';
    else if (from !== undefined && from > to) problems.to = 'The first page is after the last.';
    if (from !== undefined && to !== undefined) Object.assign(pages, { from, to });
  } else if (scope.picks.length === 0) problems.picks = 'Check creators in the list first.';
  const full = Math.max(0, pages.to - pages.from + 1);
  const unpaid = choice.what === 'picks' ? 0 : priceOf(pages, scope.known);
  const price = choice.what !== 'picks' && choice.again ? full : unpaid;
  const cap = choice.cap.trim() === '' ? undefined : wholeOf(choice.cap);
  if (choice.cap.trim() !== '' && !cap) problems.cap = WHOLE;
  const left = cap === undefined ? scope.left : { ...scope.left, run: cap };
  const isWhole = Object.keys(problems).length === 0 || problems.cap !== undefined;
  return { pages, price, free: full - unpaid, problems, shortages: isWhole ? shortagesOf(price, left) : [] };
}

const SHORT_OF: Record<Shortage['what'], { limit: string; resume: string }> = {
  run: { limit: 'the cap of a run', resume: 'once it is allowed more' },
  today: { limit: "today's cap", resume: 'tomorrow' },
  balance: { limit: 'the balance', resume: 'when there are requests again' },
};

/** "The run will stop after 40 requests (today's cap). Resume it tomorrow." */
export function shortageText(shortages: readonly Shortage[]): string {
  const least = Math.min(...shortages.map(({ allows }) => allows));
  const tight = shortages.filter(({ allows }) => allows === least);
  const limits = list(tight.map(({ what }) => SHORT_OF[what].limit));
  const then = SHORT_OF[tight[tight.length - 1]?.what ?? 'run'].resume;
  return least === 0
    ? capitalised(limits) + ' allows nothing now. The run can start ' + then + '.'
    : 'The run will stop after ' + requests(least) + ', at ' + limits + '. Resume it ' + then + '.';
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** "of 9,120 left". */
export const leftText = ({ balance }: BudgetLeft): string =>
  balance === undefined ? 'balance not known' : 'of ' + number(balance) + ' left';
