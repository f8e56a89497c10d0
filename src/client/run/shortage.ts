import type { Account } from '../../sidebar/account-calls';
import type { BudgetLeft } from '../../sidebar/run-base';
import { capital, list, number, requests } from '../format';
import { capOf } from './typed-cap';

export interface Shortage {
  what: 'run' | 'today' | 'balance';
  /** Requests that it allows. */
  allows: number;
}

/** What a price goes beyond, each with what it allows. */
export function shortagesOf(price: number, left: BudgetLeft): Shortage[] {
  const limits: [Shortage['what'], number | undefined][] = [
    ['run', left.run],
    ['today', left.today],
    ['balance', left.balance],
  ];
  return limits.flatMap(([what, allows]) =>
    allows !== undefined && price > allows ? [{ what, allows: Math.max(0, allows) }] : [],
  );
}

export const BAD_CAP = 'Write a whole number from 1 to 100,000.';

/**
 * The same with a cap for this run, as typed; blank: the setting. `agreed` is what the run may spend: what was typed, else
 * the price that was shown and no more.
 */
export function shortagesUnder(
  price: number,
  left: BudgetLeft,
  typed: string,
): { shortages: Shortage[]; problems: { cap?: string }; agreed: number } {
  const cap = capOf(typed);
  return {
    agreed: cap ?? Math.min(price, left.run),
    shortages: shortagesOf(price, typeof cap === 'number' ? { ...left, run: cap } : left),
    problems: cap === undefined ? { cap: BAD_CAP } : {},
  };
}

/** The same reckoned from the account, for a sheet whose search was not asked again. */
export function leftOf({ balance, settings, today, reserved }: Account): BudgetLeft {
  return {
    ...(balance ? { balance: Math.max(0, balance.left - settings.keepBalance) } : {}),
    today: Math.max(0, settings.maxRequestsPerDay - today.charged - today.unknown - reserved),
    run: settings.maxRequestsPerRun,
  };
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
    ? capital(limits) + ' allows nothing now. The run can start ' + then + '.'
    : 'The run will stop after ' + requests(least) + ', at ' + limits + '. Resume it ' + then + '.';
}

/** "of 9,120 left". */
export const leftText = ({ balance }: BudgetLeft): string =>
  balance === undefined ? 'balance not known' : 'of ' + number(balance) + ' left';
