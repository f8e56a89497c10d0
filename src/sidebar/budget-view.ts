import type { Host } from '../core/ports';
import { readBudget, type Budget } from '../gate/budget';

/**
 * What may still be spent, as the page shows it everywhere: it comes with each price, each step of a run, the account and
 * a glance, and the newest counts.
 */
export interface BudgetView extends Omit<Budget, 'balance'> {
  /** Undefined: not read yet. `left` is what influData `told`, less all that may have been charged since it was read. */
  balance?: { left: number; told: number; at: string };
  /** By the server's clock. */
  asOf: string;
}

const iso = (ms: number): string => new Date(ms).toISOString();

export function budgetView({ clock }: Host, { balance, ...budget }: Budget): BudgetView {
  return {
    ...budget,
    ...(balance ? { balance: { left: balance.left, told: balance.told, at: iso(balance.atMs) } } : {}),
    asOf: iso(clock.now()),
  };
}

/** One property call, and another for a person's own key. */
export const budgetNow = (host: Host): BudgetView => budgetView(host, readBudget(host));
