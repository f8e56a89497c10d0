import * as z from 'zod/mini';
import { lazy } from '../core/lazy';
import { InfluError } from '../core/error';
import { isRecord, parseJson } from '../core/text';
import type { PropertyValues } from '../store/property-pieces';
import { recentSends, type Sends } from './pace';

/** The document property that all executions agree through; written only under the document lock. */
export const STATE_PROPERTY = 'gate';

const stop = lazy(() => z.object({ untilMs: z.number(), code: z.string(), message: z.string() }));

const keyState = lazy(() =>
  z.object({
    /** Sends of the last minute, flat: offset from `sentBaseMs`, count, offset, count... */
    sentBaseMs: z.number(),
    sent: z.array(z.number()),
    slowUntilMs: z.optional(z.number()),
    /** How long a wave took last, in ms: waves of one execution are spaced by it. */
    latencyMs: z.optional(z.number()),
    stop: z.optional(stop()),
    /** What getClientInfo said at `atMs`, less what was spent since; `unknown` of that may not have been charged at all. */
    balance: z.optional(z.object({ left: z.number(), atMs: z.number(), unknown: z.number() })),
    balanceTriedMs: z.optional(z.number()),
    /** When something was last settled that cost, or may have cost, requests. */
    lastSpentMs: z.optional(z.number()),
    /** What the API charged more (or less) than our ledger knows of, all time. */
    drift: z.number(),
  }),
);

const dayTotals = lazy(() =>
  z.object({
    /** Charged, in requests. */
    charged: z.number(),
    /** Worst case of calls whose charge is unknown. */
    unknown: z.number(),
    /** The part of both that formulas spent. */
    formula: z.number(),
  }),
);

export type KeyState = z.infer<ReturnType<typeof keyState>>;
export type DayTotals = z.infer<ReturnType<typeof dayTotals>>;

const schema = lazy(() =>
  z.object({
    version: z.literal(1),
    timeZone: z.optional(z.string()),
    /** By the key's fingerprint. */
    keys: recordOf<KeyState>(keyState()),
    /** By calendar day in the spreadsheet's time zone. */
    days: recordOf<DayTotals>(dayTotals()),
    /** Charged, and unknown at its worst, by the run's id: what the cap of a run rests on. */
    runs: z.optional(recordOf<number>(z.number())),
  }),
);

export type GateState = z.infer<ReturnType<typeof schema>>;

/** `z.record` would add 3 KB to what every formula loads. */
const recordOf = <T>(entry: z.ZodMiniType) =>
  z.custom<Record<string, T>>(
    (value) => isRecord(value) && Object.values(value).every((each) => z.safeParse(entry, each).success),
  );

const DAYS_KEPT = 40;
/** Each wrong key that somebody pastes is one more, and the property holds 9 KB. */
const KEYS_KEPT = 8;
/** Of those that are over; the newest stand last. */
const RUNS_KEPT = 30;
/** Properties of runs that are not over for long. */
export const RUN_PREFIX = 'run/';

export const EMPTY_STATE: GateState = { version: 1, keys: {}, days: {} };

/** Throws `storeUnreadable` rather than starting over: an empty ledger would look like free budget. */
export function readGateState(properties: PropertyValues): GateState {
  const text = properties[STATE_PROPERTY];
  if (!text) return EMPTY_STATE;
  const result = z.safeParse(schema(), parseJson(text));
  if (result.success) return result.data;
  throw new InfluError(
    'storeUnreadable',
    'The saved influData budget of this spreadsheet cannot be read, so nothing is bought. Open influData > Usage to repair it.',
  );
}

export function writeGateState(state: GateState): string {
  const kept = Object.keys(state.days).sort().slice(-DAYS_KEPT);
  const keys = Object.entries(state.keys).sort(([, left], [, right]) => usedMs(left) - usedMs(right));
  return JSON.stringify({
    ...state,
    keys: Object.fromEntries(keys.slice(-KEYS_KEPT)),
    days: Object.fromEntries(kept.map((day) => [day, state.days[day]])),
  });
}

const usedMs = ({ sentBaseMs, balanceTriedMs = 0, lastSpentMs = 0, balance }: KeyState): number =>
  Math.max(sentBaseMs, balanceTriedMs, lastSpentMs, balance?.atMs ?? 0);

const NEW_KEY: KeyState = { sentBaseMs: 0, sent: [], drift: 0 };

export const keyStateOf = (state: GateState, fingerprint: string): KeyState => state.keys[fingerprint] ?? NEW_KEY;

export const withKey = (state: GateState, fingerprint: string, change: Partial<KeyState>): GateState => ({
  ...state,
  keys: { ...state.keys, [fingerprint]: { ...keyStateOf(state, fingerprint), ...change } },
});

const NO_TOTALS: DayTotals = { charged: 0, unknown: 0, formula: 0 };

export const totalsOf = (state: GateState, day: string): DayTotals => state.days[day] ?? NO_TOTALS;

export function withTotals(state: GateState, day: string, add: Partial<DayTotals>): GateState {
  const totals = totalsOf(state, day);
  const sum = {
    charged: totals.charged + (add.charged ?? 0),
    unknown: totals.unknown + (add.unknown ?? 0),
    formula: totals.formula + (add.formula ?? 0),
  };
  return { ...state, days: { ...state.days, [day]: sum } };
}

/** What a run has spent that can still be resumed is never forgotten: its cap rests on that. */
export function withoutOldRuns(state: GateState, properties: PropertyValues): GateState {
  const runs = Object.entries(state.runs ?? {});
  if (runs.length <= RUNS_KEPT) return state;
  const kept = runs.filter(([id], at) => at >= runs.length - RUNS_KEPT || properties[RUN_PREFIX + id] !== undefined);
  return { ...state, runs: Object.fromEntries(kept) };
}

/** Moves the run to the end: the one that spent last is kept longest. */
export function withRun(state: GateState, id: string, requests: number): GateState {
  const { [id]: spent = 0, ...others } = state.runs ?? {};
  return { ...state, runs: { ...others, [id]: spent + requests } };
}

export function sendsOf(key: KeyState, nowMs: number): Sends {
  const sends: [number, number][] = [];
  for (let index = 0; index + 1 < key.sent.length; index += 2)
    sends.push([key.sentBaseMs + (key.sent[index] ?? 0), key.sent[index + 1] ?? 0]);
  return recentSends(sends, nowMs);
}

/** Takes back turns that were planned and not used. */
export function withoutSends(state: GateState, fingerprint: string, unsent: Sends, nowMs: number): GateState {
  const left = new Map(unsent);
  const kept = sendsOf(keyStateOf(state, fingerprint), nowMs).map(([atMs, count]): readonly [number, number] => {
    const taken = Math.min(count, left.get(atMs) ?? 0);
    left.set(atMs, (left.get(atMs) ?? 0) - taken);
    return [atMs, count - taken];
  });
  return withSends(
    state,
    fingerprint,
    kept.filter(([, count]) => count > 0),
    nowMs,
  );
}

/** Sends this close together in the past count as one at the later instant: the state must stay under 9 KB. */
const MERGED_MS = 250;

export function withSends(state: GateState, fingerprint: string, sends: Sends, nowMs: number): GateState {
  const merged: [number, number][] = [];
  for (const [atMs, count] of [...recentSends(sends, nowMs)].sort(([left], [right]) => left - right)) {
    const last = merged[merged.length - 1];
    if (last && atMs <= nowMs && atMs - last[0] < MERGED_MS && last[1] < MERGED_COUNT) {
      last[0] = atMs;
      last[1] += count;
    } else merged.push([atMs, count]);
  }
  const sentBaseMs = merged[0]?.[0] ?? 0;
  return withKey(state, fingerprint, {
    sentBaseMs,
    sent: merged.flatMap(([atMs, count]) => [atMs - sentBaseMs, count]),
  });
}

/** A merged entry moves earlier sends later each time; this bounds how far. */
const MERGED_COUNT = 10;
