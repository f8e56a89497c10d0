import { expect } from 'vitest';
import type { Addon } from './addon';

interface Totals {
  charged: number;
  unknown: number;
}

interface StoredSlot {
  state: 'reserved' | 'settled';
  requests?: number;
  lines?: [endpoint: string, creators: number, charged: number, unknown: number][];
}

/** What the document's ledger says: the days' totals, and the slots that no admit has counted yet. */
export function ledgerOf(addon: Addon): Totals {
  const totals: Totals = { charged: 0, unknown: 0 };
  const { days } = JSON.parse(addon.property('gate') || '{"days":{}}') as { days: Record<string, Totals> };
  for (const { charged, unknown } of Object.values(days)) {
    totals.charged += charged;
    totals.unknown += unknown;
  }
  for (let index = 0; index < 64; index++) {
    const text = addon.property(`slot/${index}`);
    if (!text) continue;
    const slot = JSON.parse(text) as StoredSlot;
    if (slot.state === 'reserved') totals.unknown += slot.requests ?? 0;
    for (const [, , charged, unknown] of slot.lines ?? []) {
      totals.charged += charged;
      totals.unknown += unknown;
    }
  }
  return totals;
}

/** The API's charges equal the ledger, plus what the ledger itself calls unknown, at most. */
export function expectLedgerToAgree(addon: Addon): void {
  const { charged, unknown } = ledgerOf(addon);
  expect(addon.charged()).toBeGreaterThanOrEqual(charged);
  expect(addon.charged()).toBeLessThanOrEqual(charged + unknown);
}
