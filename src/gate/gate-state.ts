import { lazy } from '../core/lazy';
import { isRecord, parseJson } from '../core/text';
import { LARGEST_PROPERTY, parseStored, type PropertyValues } from './property-pieces';
import { fromVersion1 } from './gate-state-v1';
import { STATE_VERSIONS } from './state-version';
import { NOTHING, plus, worstOf, type Spend } from './spend';
import { RECORDS } from '../schema/said-text';
import {
  aFigure,
  aSaid,
  byName,
  listOf,
  maybe,
  maybeFigure,
  oneOf,
  partsOf,
  someText,
  texts,
  type Read,
} from './stored-part';

/**
 * The document property through which all executions agree. It is written only under the document lock. The totals, and
 * which reservations they contain, must not come apart, so they are in this one property.
 */
export const STATE_PROPERTY = 'gate';

const spend = { charged: aFigure, unknown: aFigure };
const maybeSpend = maybe(partsOf(spend));

const keyState = lazy(() =>
  partsOf({
    stop: maybe(partsOf({ untilMs: aFigure, code: someText, message: someText, said: aSaid })),
    /**
     * What getClientInfo said when asked at `startMs`, and in `spent` the cost of all activity that it may not contain,
     * without what is reserved. If a refusal said it, it counts until `untilMs`: without a client id there is no other.
     */
    reading: maybe(partsOf({ left: aFigure, startMs: aFigure, spent: aFigure, untilMs: maybeFigure })),
    /** The last reading that nothing overlapped, and what has been counted since. Drift is measured against it. */
    quiet: maybe(partsOf({ left: aFigure, ...spend })),
    /** When a reading was last planned. */
    triedMs: maybeFigure,
    /** Activity that a reading may still overlap: its cost at most, and until when it may be charged. */
    recent: listOf(partsOf({ requests: aFigure, untilMs: aFigure })),
    /** When something was last counted that cost, or may have cost, requests. */
    lastSpentMs: maybeFigure,
    /** What the API charged beyond what our ledger knows of, for all time. */
    drift: aFigure,
  }),
);

/** Who asked: caps on formulas and runs rest on their part. */
const dayTotals = lazy(() => partsOf({ formula: maybeSpend, run: maybeSpend, other: maybeSpend }));

const schema = lazy(() =>
  partsOf({
    version: oneOf(STATE_VERSIONS.gate),
    timeZone: maybe(someText),
    /** By the key's fingerprint. */
    keys: byName(keyState()),
    /** By calendar day in the spreadsheet's time zone. */
    days: byName(dayTotals()),
    /** What each run has spent at its worst, by its id. The cap of a run rests on it. */
    runs: byName(aFigure),
    /** The part of that which is unknown; runs that lost nothing are not in it. */
    lostByRuns: maybe(byName(aFigure)),
    /** Ids of reservations that are counted and still in the store, so that they are not counted again. */
    counted: texts,
    /** Where the search for a free slot begins: see `slot.ts`. */
    nextSlot: aFigure,
  }),
);

export type GateState = Read<ReturnType<typeof schema>>;
export type KeyState = Read<ReturnType<typeof keyState>>;
export type Source = 'formula' | 'run' | 'other';
type Days = GateState['days'];

const DAYS_KEPT = 40;
/** However large the property, the days to which a reservation may still belong stay. */
const FEWEST_DAYS = 3;
/** Each wrong key that somebody pastes adds one, and the property holds 9 KB. */
const KEYS_KEPT = 8;
/** Of those that are over; the newest stand last. */
const RUNS_KEPT = 30;
/** Begins the names of runs' checkpoints. */
export const RUN_PREFIX = 'run/';

export const EMPTY_STATE: GateState = { version: 2, keys: {}, days: {}, runs: {}, counted: [], nextSlot: 0 };

/** Throws `storeUnreadable` rather than starting over, because an empty ledger would look like free budget. */
export function readGateState(properties: PropertyValues): GateState {
  const text = properties[STATE_PROPERTY];
  if (!text) return EMPTY_STATE;
  if (last?.text === text) return last.state;
  const json = parseJson(text);
  const isEarlier = isRecord(json) && json['version'] === 1;
  const state = parseStored(schema(), isEarlier ? fromVersion1(json) : json, RECORDS.budget);
  last = { text, state };
  return state;
}

/** As it was read last, because one execution reads the store several times; nobody changes a state in place. */
let last: { text: string; state: GateState } | undefined;

export function writeGateState(state: GateState): string {
  const keys = Object.entries(state.keys).sort(([, left], [, right]) => usedMs(left) - usedMs(right));
  const days = Object.keys(state.days).sort().slice(-DAYS_KEPT);
  for (;;) {
    const text = JSON.stringify({
      ...state,
      keys: Object.fromEntries(keys.slice(-KEYS_KEPT)),
      days: Object.fromEntries(days.map((day) => [day, state.days[day]])),
    });
    // Days long past are only shown, so they may go.
    if (text.length <= LARGEST_PROPERTY || days.length <= FEWEST_DAYS) return text;
    days.shift();
  }
}

const usedMs = ({ triedMs = 0, lastSpentMs = 0, reading, stop }: KeyState): number =>
  Math.max(triedMs, lastSpentMs, reading?.startMs ?? 0, stop?.untilMs ?? 0);

const NEW_KEY: KeyState = { recent: [], drift: 0 };

export const keyStateOf = (state: GateState, fingerprint: string): KeyState => state.keys[fingerprint] ?? NEW_KEY;

export const withKey = (state: GateState, fingerprint: string, change: Partial<KeyState>): GateState => ({
  ...state,
  keys: { ...state.keys, [fingerprint]: { ...keyStateOf(state, fingerprint), ...change } },
});

export const withoutStops = (state: GateState): GateState => ({
  ...state,
  keys: Object.fromEntries(Object.entries(state.keys).map(([name, key]) => [name, { ...key, stop: undefined }])),
});

/** Of one day, what one source spent. */
export const spentBy = (state: GateState, day: string, source: Source): Spend => state.days[day]?.[source] ?? NOTHING;

export const spentOn = (state: GateState, day: string): Spend =>
  plus(plus(spentBy(state, day, 'formula'), spentBy(state, day, 'run')), spentBy(state, day, 'other'));

export function withDay(state: GateState, day: string, source: Source, more: Spend): GateState {
  const days: Days = {
    ...state.days,
    [day]: { ...state.days[day], [source]: plus(spentBy(state, day, source), more) },
  };
  return { ...state, days };
}

/** A run that can still be resumed is never forgotten, because its cap rests on what it has spent. */
export function withoutOldRuns(state: GateState, properties: PropertyValues): GateState {
  const runs = Object.entries(state.runs);
  if (runs.length <= RUNS_KEPT) return state;
  const kept = Object.fromEntries(
    runs.filter(([id], at) => at >= runs.length - RUNS_KEPT || properties[RUN_PREFIX + id] !== undefined),
  );
  const lost = Object.entries(state.lostByRuns ?? {}).filter(([id]) => kept[id] !== undefined);
  return { ...state, runs: kept, lostByRuns: Object.fromEntries(lost) };
}

/** What is counted of a run so far. */
export function spentOfRun({ runs, lostByRuns }: GateState, id: string): Spend {
  const unknown = lostByRuns?.[id] ?? 0;
  return { charged: (runs[id] ?? 0) - unknown, unknown };
}

/** Moves the run to the end, so that the one that spent last is kept longest. */
export function withRun(state: GateState, id: string, more: Spend): GateState {
  const { [id]: spent = 0, ...others } = state.runs;
  const runs = { ...others, [id]: spent + worstOf(more) };
  if (more.unknown === 0) return { ...state, runs };
  const { unknown } = plus(spentOfRun(state, id), more);
  return { ...state, runs, lostByRuns: { ...state.lostByRuns, [id]: unknown } };
}
