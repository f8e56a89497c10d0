import type { Zip } from '../core/ports';
import { kindOf } from '../store/answer';
import { readDurable, writeDurable, type DurableRecord } from '../store/durable-answers';
import { cutIntoPieces, type PropertyValues } from '../store/property-pieces';
import {
  keyStateOf,
  readGateState,
  withKey,
  withoutOldRuns,
  withoutSends,
  withRun,
  withTotals,
  type GateState,
} from './gate-state';
import { withLines, type LedgerLine } from './ledger';
import { freshMs, type Settings } from './settings';
import { readPayload, readSlots, slotName, slotPiece, type Reservation, type Settlement, type Slot } from './slot';

/** The state after everything that has been settled or has died is counted, and what must be written for that. */
export interface Folded {
  state: GateState;
  open: Map<number, Reservation>;
  /** Property values to write together with whatever the caller adds. */
  values: PropertyValues;
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

/** Pure. Settled slots become totals, ledger lines and durable answers; a dead reservation becomes an unknown charge. */
export function fold(properties: PropertyValues, context: FoldContext): Folded {
  let state: GateState = withoutOldRuns({ ...readGateState(properties), timeZone: context.timeZone }, properties);
  const slots = readSlots(properties);
  const open = new Map<number, Reservation>();
  const values: PropertyValues = {};
  const records: DurableRecord[] = [];
  const lines: LedgerLine[] = [];
  const loose = looseOf(properties);
  for (const [index, slot] of inOrder(slots)) {
    if (slot.state === 'reserved' && slot.expiresAtMs > context.nowMs) {
      open.set(index, slot);
      continue;
    }
    if (slot.state === 'reserved') {
      state = buried(state, slot, context);
      lines.push(lineOf(slot, slot.atMs, ['(no answer)', slot.leases.length, 0, slot.requests]));
    } else {
      const payload = readPayload(properties, context.zip, index);
      records.push(...payload.records);
      loose.push(...payload.loose);
      state = settled(state, slot, reservations(slots), context);
      lines.push(...slot.lines.map((line) => lineOf(slot, slot.settledAtMs, line)));
    }
    Object.assign(values, { [slotName(index)]: '' }, cutIntoPieces('', properties, slotPiece(index)));
  }
  Object.assign(values, withLines(properties, lines, context.day));
  return { state, open, values, properties, records, loose: [...new Set(loose)] };
}

/** What to write for the answers; packing is work that only the one who writes does. */
export function durableValues({ properties, records }: Folded, context: FoldContext): PropertyValues {
  if (records.length === 0 && context.durableBudget === undefined) return {};
  // Settings that cannot be read are no reason to forget what was paid for.
  const stale = context.isSettingsReadable ? isStale(context.settings, context.nowMs) : () => false;
  return writeDurable(properties, context.zip, records, stale, context.durableBudget);
}

/** The fresh ones of these answers that outlive the cache. */
export function knownAnswers(
  { properties, records }: Folded,
  keys: readonly string[],
  context: FoldContext,
): Map<string, DurableRecord> {
  const wanted = new Set(keys);
  const stale = isStale(context.settings, context.nowMs);
  const known = readDurable(properties, context.zip, keys);
  for (const record of records) if (wanted.has(record.key)) known.set(record.key, record);
  return new Map([...known].filter(([, record]) => !stale(record)));
}

const reservations = (slots: ReadonlyMap<number, Slot>): Reservation[] =>
  [...slots.values()].filter((slot): slot is Reservation => slot.state === 'reserved');

const looseOf = (properties: PropertyValues): string[] =>
  (properties[LOOSE_PROPERTY] ?? '').split('\n').filter((key) => key !== '');

export const looseValue = (loose: readonly string[]): PropertyValues => ({ [LOOSE_PROPERTY]: loose.join('\n') });

/** In the order in which they happened, so that a balance reading counts what was settled before it. */
const inOrder = (slots: ReadonlyMap<number, Slot>): [number, Slot][] =>
  [...slots].sort(([, left], [, right]) => endOf(left) - endOf(right));

const endOf = (slot: Slot): number => (slot.state === 'settled' ? slot.settledAtMs : slot.expiresAtMs);

const lineOf = (
  slot: Slot,
  atMs: number,
  [endpoint, creators, charged, unknown]: Settlement['lines'][number],
): LedgerLine => ({
  atMs,
  who: slot.who,
  what: slot.what,
  endpoint,
  creators,
  charged,
  unknown,
  keyEnd: slot.keyEnd,
  id: slot.id,
});

/** An execution that died: what it reserved counts as spent until the balance has been read. */
const buried = (state: GateState, slot: Reservation, context: FoldContext): GateState =>
  spent(state, slot, { charged: 0, unknown: slot.requests }, slot.atMs, context);

function settled(before: GateState, slot: Settlement, open: readonly Reservation[], context: FoldContext): GateState {
  const charged = slot.lines.reduce((sum, [, , requests]) => sum + requests, 0);
  const unknown = slot.lines.reduce((sum, [, , , requests]) => sum + requests, 0);
  let state = withKey(before, slot.fingerprint, {
    ...(slot.latencyMs === undefined ? {} : { latencyMs: slot.latencyMs }),
    ...(slot.slowed ? { slowUntilMs: slot.settledAtMs + SLOW_MS } : {}),
    ...(slot.stop ? { stop: slot.stop } : {}),
  });
  if (slot.unsent) state = withoutSends(state, slot.fingerprint, slot.unsent, context.nowMs);
  if (slot.balance) state = reconciled(state, slot, slot.balance, open, context);
  return spent(state, slot, { charged, unknown }, slot.settledAtMs, context);
}

/** After a 429 that is not ours (design, guarantees). */
const SLOW_MS = 60_000;

function spent(
  state: GateState,
  slot: Slot,
  { charged, unknown }: { charged: number; unknown: number },
  atMs: number,
  context: FoldContext,
): GateState {
  if (charged + unknown === 0) return state;
  const { balance, lastSpentMs = 0 } = keyStateOf(state, slot.fingerprint);
  // What was settled before a balance reading began is in it already.
  const isNew = balance !== undefined && atMs > balance.atMs;
  const next = withKey(state, slot.fingerprint, {
    lastSpentMs: Math.max(lastSpentMs, atMs),
    ...(isNew
      ? { balance: { ...balance, left: balance.left - charged - unknown, unknown: balance.unknown + unknown } }
      : balance && slot.state === 'reserved'
        ? // It died after a reading that may or may not have seen its charge: the safe side is to take it off.
          { balance: { ...balance, left: balance.left - unknown } }
        : {}),
  });
  const counted = slot.run === undefined ? next : withRun(next, slot.run, charged + unknown);
  return withTotals(counted, context.day(slot.atMs), {
    charged,
    unknown,
    formula: slot.formula ? charged + unknown : 0,
  });
}

/**
 * The API's own word. If nothing else was under way while it was read, it settles what was unknown since the reading
 * before, and any other difference is drift, which is shown.
 */
function reconciled(
  state: GateState,
  slot: Settlement,
  reading: NonNullable<Settlement['balance']>,
  open: readonly Reservation[],
  context: FoldContext,
): GateState {
  const { balance: before, drift, lastSpentMs = 0 } = keyStateOf(state, slot.fingerprint);
  const balance = { left: reading.left, atMs: reading.atMs, unknown: 0 };
  const isQuiet =
    lastSpentMs <= reading.atMs &&
    !open.some(
      ({ fingerprint, requests, atMs }) => fingerprint === slot.fingerprint && requests > 0 && atMs <= slot.settledAtMs,
    );
  if (!isQuiet || !before) return withKey(state, slot.fingerprint, { balance });
  const more = before.left + before.unknown - reading.left;
  // There is more than there was: requests were bought or the month has begun. What was unknown stays unknown.
  if (more < 0) return withKey(state, slot.fingerprint, { balance });
  const resolved = Math.max(0, Math.min(before.unknown, more));
  const next = withKey(state, slot.fingerprint, { balance, drift: drift + more - resolved });
  return before.unknown > 0 ? resolvedDays(next, before.unknown, resolved, context) : next;
}

/** Takes what was unknown from the newest days and adds what turned out to be charged. */
function resolvedDays(state: GateState, unknown: number, charged: number, context: FoldContext): GateState {
  let next = state;
  let left = unknown;
  let add = charged;
  for (const day of Object.keys(state.days).sort().reverse()) {
    const totals = state.days[day];
    if (!totals || left <= 0) continue;
    const taken = Math.min(left, totals.unknown);
    const paid = Math.min(add, taken);
    next = withTotals(next, day, { unknown: -taken, charged: paid, formula: -Math.min(totals.formula, taken - paid) });
    left -= taken;
    add -= paid;
  }
  return add > 0 ? withTotals(next, context.day(context.nowMs), { charged: add }) : next;
}
