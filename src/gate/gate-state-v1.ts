import { lazy } from '../core/lazy';
import { LATE_MS } from './spend';
import { aFigure, byName, maybe, partsOf, readPart, someText } from './stored-part';

/** The budget as version 1 kept it, with the pace among the keys. Only what version 2 goes on with is read. */
const schema = lazy(() =>
  partsOf({
    timeZone: maybe(someText),
    keys: byName(
      partsOf({
        stop: maybe(partsOf({ untilMs: aFigure, code: someText, message: someText })),
        balance: maybe(partsOf({ left: aFigure, atMs: aFigure, unknown: aFigure })),
        balanceTriedMs: maybe(aFigure),
        lastSpentMs: maybe(aFigure),
        drift: aFigure,
      }),
    ),
    days: byName(partsOf({ charged: aFigure, unknown: aFigure, formula: aFigure })),
    runs: maybe(byName(aFigure)),
  }),
);

/** Makes version 2 of it, still to be parsed. What is no version 1 is left as it is, for the parser to refuse. */
export function fromVersion1(json: unknown): unknown {
  const read = readPart(schema(), json);
  if (!read) return json;
  const { timeZone, keys, days, runs } = read;
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
