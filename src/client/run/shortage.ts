import type { BudgetView } from '../../sidebar/budget-view';
import { TEXT } from '../text/text';
import { capOf } from './typed-cap';

export interface Shortage {
  what: 'run' | 'today' | 'balance';
  /** Requests that it allows. */
  allows: number;
  /** The day's cap itself. */
  cap?: number;
}

/** What a price goes beyond, each with what it allows. */
export function shortagesOf(price: number, budget: BudgetView): Shortage[] {
  const { run, today, dayCap, balance, keep } = budget;
  const limits: [Shortage['what'], number | undefined][] = [
    ['run', run],
    ['today', today],
    ['balance', balance && balance.left - keep],
  ];
  return limits.flatMap(([what, allows]) =>
    allows !== undefined && price > allows
      ? [{ what, allows: Math.max(0, allows), ...(what === 'today' ? { cap: dayCap } : {}) }]
      : [],
  );
}

export const BAD_CAP = TEXT.run.badCap;

/**
 * The same with a cap for this run, as typed; blank: the setting. `agreed` is what the run may spend: what was typed, else
 * the price that was shown and no more.
 */
export function shortagesUnder(
  price: number,
  budget: BudgetView,
  typed: string,
): { shortages: Shortage[]; problems: { cap?: string }; agreed: number } {
  const cap = capOf(typed);
  return {
    agreed: cap ?? Math.min(price, budget.run),
    shortages: shortagesOf(price, typeof cap === 'number' ? { ...budget, run: cap } : budget),
    problems: cap === undefined ? { cap: BAD_CAP } : {},
  };
}

/** Those at which it stops first. */
export const tightOf = (shortages: readonly Shortage[]): readonly Shortage[] =>
  shortages.filter(({ allows }) => shortages.every((each) => each.allows >= allows));

/** "The run will stop after 40 requests, at today's cap. Resume it tomorrow." */
export function shortageText(shortages: readonly Shortage[]): string {
  const tight = tightOf(shortages);
  const least = Math.min(...tight.map(({ allows }) => allows));
  const limits = tight.map(({ what }) => what);
  const reached = tight.find(({ cap }) => cap !== undefined)?.cap;
  if (least === 0 && reached !== undefined) return TEXT.spending.dayCapReached(reached);
  return least === 0 ? TEXT.run.nothingAllowed(limits) : TEXT.run.stopsAfter(least, limits);
}

/** "of 9,120 left". */
export const leftText = ({ balance }: BudgetView): string =>
  balance === undefined ? TEXT.run.balanceUnknown : TEXT.run.ofBalance(balance.left);
