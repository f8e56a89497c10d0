import { expect } from 'vitest';
import type { Addon } from './addon';

interface Totals {
  charged: number;
  unknown: number;
}

interface StoredSlot {
  id: string;
  run?: string;
  requests?: number;
  lines?: [endpoint: string, creators: number, charged: number, unknown: number][];
}

interface StoredGate {
  days: Record<string, Record<string, Totals>>;
  runs: Record<string, number>;
  lostByRuns?: Record<string, number>;
  counted: string[];
}

const SLOTS = 128;

type Stored = Pick<Addon, 'property'>;

/**
 * What the document's ledger says, in all or of one run: its totals, and the reservations and settlements that it does not
 * contain yet.
 */
export function ledgerOf(addon: Stored, run?: string): Totals {
  const totals: Totals = { charged: 0, unknown: 0 };
  const add = ({ charged, unknown }: Totals): void => {
    totals.charged += charged;
    totals.unknown += unknown;
  };
  const text = addon.property('gate') || '{"days":{},"runs":{},"counted":[]}';
  const { days, runs, lostByRuns, counted } = JSON.parse(text) as StoredGate;
  const lost = lostByRuns?.[run ?? ''] ?? 0;
  if (run === undefined)
    for (const sources of Object.values(days)) for (const spend of Object.values(sources)) add(spend);
  else add({ charged: (runs[run] ?? 0) - lost, unknown: lost });
  const stored = (name: string): StoredSlot | undefined => {
    const slot = addon.property(name);
    return slot ? (JSON.parse(slot) as StoredSlot) : undefined;
  };
  for (let index = 0; index < SLOTS; index++) {
    const reservation = stored(`slot/${index}`);
    const settlement = stored(`done/${index}`);
    if (!reservation || counted.includes(reservation.id)) continue;
    if (run !== undefined && reservation.run !== run) continue;
    if (settlement?.id !== reservation.id) add({ charged: 0, unknown: reservation.requests ?? 0 });
    else for (const [, , charged, unknown] of settlement.lines ?? []) add({ charged, unknown });
  }
  return totals;
}

/** The API's charges equal the ledger, plus what the ledger itself calls unknown, at most. */
export function expectLedgerToAgree(addon: Addon): void {
  const { charged, unknown } = ledgerOf(addon);
  expect(addon.charged()).toBeGreaterThanOrEqual(charged);
  expect(addon.charged()).toBeLessThanOrEqual(charged + unknown);
}

interface RunFigures {
  used: number;
  unconfirmed: number;
}

/**
 * What is said of a run: used <= what the API charged for it <= used + unconfirmed, so equal where nothing was lost.
 * `charged` came on top of what the ledger said `before`.
 */
export function expectRunToAgree({ used, unconfirmed }: RunFigures, charged: number, before?: Totals): void {
  const earlier = before ?? { charged: 0, unknown: 0 };
  expect(used).toBeLessThanOrEqual(earlier.charged + earlier.unknown + charged);
  expect(used + unconfirmed).toBeGreaterThanOrEqual(earlier.charged + charged);
}
