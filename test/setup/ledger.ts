import { expect } from 'vitest';
import type { Addon } from './addon';

interface Totals {
  charged: number;
  unknown: number;
}

interface StoredSlot {
  id: string;
  requests?: number;
  lines?: [endpoint: string, creators: number, charged: number, unknown: number][];
}

interface StoredGate {
  days: Record<string, Record<string, Totals>>;
  counted: string[];
}

const SLOTS = 128;

/** What the document's ledger says: the days' totals, and the reservations and settlements that it does not contain yet. */
export function ledgerOf(addon: Addon): Totals {
  const totals: Totals = { charged: 0, unknown: 0 };
  const add = ({ charged, unknown }: Totals): void => {
    totals.charged += charged;
    totals.unknown += unknown;
  };
  const { days, counted } = JSON.parse(addon.property('gate') || '{"days":{},"counted":[]}') as StoredGate;
  for (const sources of Object.values(days)) for (const spend of Object.values(sources)) add(spend);
  const stored = (name: string): StoredSlot | undefined => {
    const text = addon.property(name);
    return text ? (JSON.parse(text) as StoredSlot) : undefined;
  };
  for (let index = 0; index < SLOTS; index++) {
    const reservation = stored(`slot/${index}`);
    const settlement = stored(`done/${index}`);
    if (!reservation || counted.includes(reservation.id)) continue;
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
