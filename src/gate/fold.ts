import { freshMs } from '../api/freshness';
import { lazy } from '../core/lazy';
import type { Zip } from '../core/ports';
import { kindOf } from '../api/answer';
import { filedKeys, spelledOtherwise } from './creator-names';
import { allRecords, readDurable, writeDurable } from './durable-answers';
import type { DurableRecord } from './durable-record';
import type { PropertyValues } from './property-pieces';
import {
  keyStateOf,
  readGateState,
  STATE_PROPERTY,
  withDay,
  withKey,
  withoutOldRuns,
  withRun,
  writeGateState,
  type GateState,
  type Source,
} from './gate-state';
import { withLines, type LedgerLine } from './ledger';
import { PACE_PROPERTY, readPace, withoutSends, withPace, writePace, type PaceState } from './pace-state';
import { withActivity, withoutPast, withReading } from './balance-reading';
import type { Settings } from './settings';
import { costOf, emptied, readPayload, readSlots, type Reservation, type Settlement } from './slot';
import { worstOf, type Spend } from './spend';
import { withUnknown, type UnknownSection } from './unknown-store';

/** The state once all that was settled or has died is counted, and what must be written for that. */
export interface Folded {
  state: GateState;
  pace: PaceState;
  /** By slot. */
  open: Map<number, Reservation>;
  /** What to write together with the caller's own values. The state comes last: see `stateValues`. */
  values: PropertyValues;
  /** Something was counted that the store does not say yet. */
  isNew: boolean;
  /** The properties as they were read. */
  properties: PropertyValues;
  /** Answers of settlements that are to go into the durable store: see `durableValues`. */
  records: DurableRecord[];
  /** Answers that have a cache entry of their own. */
  loose: string[];
}

export interface FoldContext {
  zip: Zip;
  nowMs: number;
  settings: Settings;
  isSettingsReadable: boolean;
  timeZone: string;
  day: (atMs: number) => string;
  /** Characters that durable answers may take. */
  durableBudget?: number;
}

const LOOSE_PROPERTY = 'loose';

export const isStale =
  (settings: Settings, nowMs: number) =>
  (record: DurableRecord): boolean =>
    record.atMs + freshMs(kindOf(record.key), record.state, settings) <= nowMs;

/** A reservation that has ended: what it cost, and by which lines of the ledger. */
interface Ended {
  reservation: Reservation;
  settlement?: Settlement;
  spend: Spend;
  endMs: number;
  lines: Settlement['lines'];
}

/**
 * Pure. What is settled becomes totals, ledger lines and durable answers; a dead reservation becomes an unknown charge.
 * Each is counted once, even if a write breaks off or throws: the state names the reservations that it contains, and a
 * slot is emptied only when the state that was read named its reservation.
 */
export function fold(properties: PropertyValues, context: FoldContext): Folded {
  const before = readGateState(properties);
  const known = new Set(before.counted);
  const counted: string[] = [];
  const open = new Map<number, Reservation>();
  const ended: Ended[] = [];
  const values: PropertyValues = {};
  const records: DurableRecord[] = [];
  const loose = looseOf(properties);
  const unknown: UnknownSection[] = [];
  for (const [index, slot] of readSlots(properties)) {
    const { reservation, settlement } = slot;
    if (!reservation || known.has(reservation.id)) {
      if (reservation) counted.push(reservation.id);
      Object.assign(values, emptied(properties, index));
    } else if (settlement?.id === reservation.id) {
      const payload = readPayload(properties, context.zip, slot);
      records.push(...payload.records);
      loose.push(...payload.loose);
      unknown.push(...(payload.unknownSections ?? []));
      ended.push(settled(reservation, settlement));
    } else if (reservation.expiresAtMs <= context.nowMs) ended.push(dead(reservation));
    else open.set(index, reservation);
  }
  ended.sort((one, other) => one.endMs - other.endMs);
  counted.push(...ended.map(({ reservation }) => reservation.id));
  let state: GateState = { ...withoutOldRuns(before, properties), timeZone: context.timeZone, counted };
  let pace = readPace(properties);
  for (const each of ended) {
    state = spent(state, each, context);
    pace = paced(pace, each, context);
  }
  state = read(state, ended, [...open.values()], context);
  Object.assign(values, withLines(properties, ended.flatMap(linesOf), context.day), withUnknown(properties, unknown));
  return { state, pace, open, values, isNew: ended.length > 0, properties, records, loose: [...new Set(loose)] };
}

/** The state is written last, so that a write that breaks off has counted nothing. */
export const stateValues = ({ state, pace }: Pick<Folded, 'state' | 'pace'>, nowMs: number): PropertyValues => ({
  [PACE_PROPERTY]: writePace(pace, nowMs),
  [STATE_PROPERTY]: writeGateState(state),
});

/** What to write for the answers. Only who writes does the work of packing. */
export function durableValues({ properties, records }: Folded, context: FoldContext): PropertyValues {
  if (records.length === 0 && context.durableBudget === undefined) return {};
  // Settings that cannot be read are no reason to forget what was paid for.
  const stale = context.isSettingsReadable ? isStale(context.settings, context.nowMs) : () => false;
  return writeDurable(properties, context.zip, records, stale, context.durableBudget);
}

/** What is kept of one question beyond the cache. */
export interface Kept {
  /** The key that it is filed under. It is not the one that was asked for if the creator is known by another name. */
  filed: string;
  /** The fresh answer. */
  record?: DurableRecord;
}

/** By the keys that were asked for. */
export function keptAnswers(
  { properties, records }: Pick<Folded, 'properties' | 'records'>,
  keys: readonly string[],
  context: FoldContext,
): Map<string, Kept> {
  const stale = isStale(context.settings, context.nowMs);
  const everything = lazy(() => [...allRecords(properties, context.zip), ...records].filter((each) => !stale(each)));
  const filed = filedKeys(everything, keys);
  const wanted = new Set([...keys, ...filed.values()]);
  const known = readDurable(properties, context.zip, [...wanted]);
  for (const record of records) if (wanted.has(record.key)) known.set(record.key, record);
  const freshOf = (key: string): DurableRecord | undefined =>
    [filed.get(key) ?? key, key].map((each) => known.get(each)).find((each) => each && !stale(each));
  const spelled = spelledOtherwise(
    everything,
    keys.filter((key) => !freshOf(key)),
  );
  return new Map(
    keys.map((key) => {
      const record = freshOf(key) ?? spelled.get(key);
      return [key, { filed: filed.get(key) ?? key, ...(record ? { record } : {}) }];
    }),
  );
}

const looseOf = (properties: PropertyValues): string[] =>
  (properties[LOOSE_PROPERTY] ?? '').split('\n').filter((key) => key !== '');

export const looseValue = (loose: readonly string[]): PropertyValues => ({ [LOOSE_PROPERTY]: loose.join('\n') });

const settled = (reservation: Reservation, settlement: Settlement): Ended => ({
  reservation,
  settlement,
  spend: costOf(settlement),
  endMs: settlement.settledAtMs,
  lines: settlement.lines,
});

/** Nobody can say what a dead execution has sent, so all that it had reserved counts as spent. */
const dead = (reservation: Reservation): Ended => ({
  reservation,
  spend: { charged: 0, unknown: reservation.requests },
  endMs: reservation.expiresAtMs,
  lines: [['(no answer)', reservation.leases.length, 0, reservation.requests]],
});

const linesOf = ({ reservation: { atMs, who, what, keyEnd, id }, settlement, lines }: Ended): LedgerLine[] =>
  lines.map(([endpoint, creators, charged, unknown]) => {
    const cost = { endpoint, creators, charged, unknown };
    return { atMs: settlement?.settledAtMs ?? atMs, who, what, ...cost, keyEnd, id };
  });

const sourceOf = ({ run, formula }: Pick<Reservation, 'run' | 'formula'>): Source =>
  run !== undefined ? 'run' : formula ? 'formula' : 'other';

/** A charge counts for the day of its reservation. */
function spent(before: GateState, { reservation, settlement, spend, endMs }: Ended, context: FoldContext): GateState {
  const { fingerprint, run, atMs } = reservation;
  let state = before;
  if (settlement?.stop) state = withKey(state, fingerprint, { stop: settlement.stop });
  if (worstOf(spend) === 0) return state;
  state = withKey(state, fingerprint, withActivity(keyStateOf(state, fingerprint), spend, endMs));
  if (run !== undefined) state = withRun(state, run, spend);
  return withDay(state, context.day(atMs), sourceOf(reservation), spend);
}

/** After a 429 that is not ours (design, guarantees). */
const SLOW_MS = 60_000;

function paced(
  before: PaceState,
  { reservation: { fingerprint }, settlement }: Ended,
  context: FoldContext,
): PaceState {
  if (!settlement) return before;
  const { latencyMs, slowed, limited, settledAtMs, unsent, lines, balance } = settlement;
  const isThrough = !limited && (lines.length > 0 || balance !== undefined);
  const pace = withPace(before, fingerprint, {
    ...(latencyMs === undefined ? {} : { latency: { ms: latencyMs, atMs: settledAtMs } }),
    ...(slowed ? { slowUntilMs: settledAtMs + SLOW_MS } : {}),
    ...(limited ? { limitedMs: settledAtMs } : {}),
    ...(isThrough ? { limitedMs: undefined } : {}),
  });
  return unsent ? withoutSends(pace, fingerprint, unsent, context.nowMs) : pace;
}

/** Readings come after all charges that may have overlapped them are counted. */
function read(
  before: GateState,
  ended: readonly Ended[],
  open: readonly Reservation[],
  context: FoldContext,
): GateState {
  let state = before;
  const readings = ended.flatMap(({ reservation: { fingerprint }, settlement, spend }) => {
    const { balance, settledAtMs } = settlement ?? {};
    if (!balance || settledAtMs === undefined) return [];
    const { left, atMs: startMs, endMs = settledAtMs, refused = false } = balance;
    return [{ fingerprint, reading: { left, startMs, endMs, refused }, spend }];
  });
  readings.sort((one, other) => one.reading.startMs - other.reading.startMs);
  for (const { fingerprint, reading, spend } of readings)
    state = withKey(
      state,
      fingerprint,
      withReading(keyStateOf(state, fingerprint), reading, spend, openOf(open, fingerprint)),
    );
  for (const fingerprint of Object.keys(state.keys))
    state = withKey(
      state,
      fingerprint,
      withoutPast(keyStateOf(state, fingerprint), context.nowMs, openOf(open, fingerprint)),
    );
  return state;
}

export const openOf = (open: Iterable<Reservation>, fingerprint: string): Reservation[] =>
  [...open].filter((each) => each.fingerprint === fingerprint);
