import * as z from 'zod/mini';
import { lazy } from '../core/lazy';
import { LATE_MS } from './spend';

/** The budget as version 1 kept it, with the pace among the keys. Only what version 2 goes on with is read. */
const schema = lazy(() =>
  z.object({
    timeZone: z.optional(z.string()),
    keys: z.record(
      z.string(),
      z.object({
        stop: z.optional(z.object({ untilMs: z.number(), code: z.string(), message: z.string() })),
        balance: z.optional(z.object({ left: z.number(), atMs: z.number(), unknown: z.number() })),
        balanceTriedMs: z.optional(z.number()),
        lastSpentMs: z.optional(z.number()),
        drift: z.number(),
      }),
    ),
    days: z.record(z.string(), z.object({ charged: z.number(), unknown: z.number(), formula: z.number() })),
    runs: z.optional(z.record(z.string(), z.number())),
  }),
);

/** Makes version 2 of it, still to be parsed. What is no version 1 is left as it is, for the parser to refuse. */
export function fromVersion1(json: unknown): unknown {
  const result = z.safeParse(schema(), json);
  if (!result.success) return json;
  const { timeZone, keys, days, runs } = result.data;
  return {
    version: 2,
    ...(timeZone === undefined ? {} : { timeZone }),
    keys: mapped(keys, ({ stop, balance, balanceTriedMs, lastSpentMs, drift }) => ({
      ...(stop ? { stop } : {}),
      // Everything spent since was already taken off `left`.
      ...(balance ? { reading: { left: balance.left, startMs: balance.atMs, spent: 0 } } : {}),
      ...(balanceTriedMs === undefined ? {} : { triedMs: balanceTriedMs }),
      ...(lastSpentMs === undefined ? {} : { lastSpentMs }),
      recent:
        balance && balance.unknown > 0 ? [{ requests: balance.unknown, untilMs: (lastSpentMs ?? 0) + LATE_MS }] : [],
      drift,
    })),
    days: mapped(days, ({ charged, unknown, formula }) => {
      // Which part of the unknown came from formulas was not kept. As much of it as possible is given to them.
      const lost = Math.max(0, Math.min(unknown, formula));
      const paid = Math.max(0, Math.min(charged, formula - lost));
      return {
        formula: { charged: paid, unknown: lost },
        other: { charged: charged - paid, unknown: unknown - lost },
      };
    }),
    runs: runs ?? {},
    counted: [],
    nextSlot: 0,
  };
}

const mapped = <From, To>(record: Record<string, From>, change: (from: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
