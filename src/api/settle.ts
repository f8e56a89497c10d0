import { StoreFull, type Host } from '../core/ports';
import type { Admission } from '../spend/admit';
import { settledName, settledPiece, type Payload, type Reservation, type Settlement } from '../spend/slot';
import type { DurableRecord } from '../store/durable-answers';
import { cutIntoPieces, type PropertyValues } from '../store/property-pieces';
import { DURABLE_BUDGETS, foldedValues, readBook } from './book';
import { durableRecord } from './keep';
import type { Question } from './question';
import type { Outcome } from './reply';

/** What a round leaves to be counted. */
export interface RoundToll {
  /** By answer key. */
  outcomes: ReadonlyMap<string, Outcome>;
  balance?: { atMs: number; endMs: number; outcome: Outcome; left?: number };
  latencyMs?: number;
  freeTurns: [atMs: number, count: number][];
  /** The caller puts the answers into the data tab: properties would only push out others. */
  isArchived?: boolean;
}

/**
 * Says what the reservation did cost, alone and without the lock; the next admit counts that in its place, once, however
 * often it is written. One property call. When the store goes on refusing, the reservation stays, and counts as spent.
 */
export function settle(
  host: Host,
  { reservation, slot }: Admission,
  questions: ReadonlyMap<string, Question>,
  toll: RoundToll,
): void {
  if (!reservation || slot === undefined) return;
  const settlement = settlementOf(reservation, questions, toll, host.clock.now());
  const answers = [...toll.outcomes.values()].flatMap((outcome) => outcome.answers);
  const records = answers.flatMap((answer): DurableRecord[] => {
    const record = durableRecord(answer);
    if (record === undefined) return [];
    // Until the data tab has it, and if somebody deletes it there, at least it shows that it was paid.
    const { key, atMs, requests } = record;
    return toll.isArchived && record.kept !== undefined ? [{ key, atMs, requests, state: 'receipt' }] : [record];
  });
  const loose = answers.filter(({ state }) => state !== 'failed').map(({ key }) => key);
  const whole = slotValues(host, slot, settlement, { records, loose });
  // So much to keep would fill the store while it waits for the next admit: it goes to its place at once.
  if (records.length >= LARGE_BATCH && foldLocked(host, whole)) return;
  for (let attempt = 1; ; attempt++) {
    try {
      return host.documentProperties.setMany(whole);
    } catch (error) {
      if (error instanceof StoreFull) return settleInFullStore(host, slot, settlement, whole, records);
      if (attempt >= WRITE_ATTEMPTS) return;
      host.clock.sleep(WRITE_PAUSE_MS);
    }
  }
}

/**
 * The write that was to reserve has thrown, and may have taken effect all the same. Nothing will be sent, and only this
 * execution knows: it says so, under the lock that it still holds.
 */
export function settleUnsent(host: Host, { reservation, slot }: Admission): void {
  if (!reservation || slot === undefined) return;
  const toll = { outcomes: new Map(), freeTurns: [] };
  const settlement = settlementOf(reservation, new Map(), toll, host.clock.now());
  try {
    host.documentProperties.setMany(slotValues(host, slot, settlement, { records: [], loose: [] }));
  } catch {
    // Then it counts as spent.
  }
}

/** A passing refusal of the property service must not cost a paid answer its place. */
const WRITE_ATTEMPTS = 3;
const WRITE_PAUSE_MS = 700;

/** Under the lock, older answers make room; if they cannot, receipts, and at the least the charges, are written. */
function settleInFullStore(
  host: Host,
  slot: number,
  settlement: Settlement,
  whole: PropertyValues,
  records: readonly DurableRecord[],
): void {
  if (foldLocked(host, whole)) return;
  const receipts = records.map((record): DurableRecord => {
    const { key, atMs, requests, state } = record;
    return { key, atMs, requests, state: state === 'compact' ? 'receipt' : state };
  });
  for (const payload of [receipts, []]) {
    try {
      return host.documentProperties.setMany(slotValues(host, slot, settlement, { records: payload, loose: [] }));
    } catch (error) {
      if (!(error instanceof StoreFull)) return;
    }
  }
}

const LARGE_BATCH = 60;
const FOLD_WAIT_MS = 3_000;

/** False when the lock or the room cannot be had; then nothing has changed. */
function foldLocked(host: Host, whole: PropertyValues): boolean {
  try {
    const done = host.lock.hold(FOLD_WAIT_MS, () => DURABLE_BUDGETS.some((budget) => foldsIn(host, whole, budget)));
    return done.held && done.value;
  } catch {
    return false;
  }
}

function foldsIn(host: Host, whole: PropertyValues, budget: number | undefined): boolean {
  const stored = host.documentProperties.all();
  const values = foldedValues(host, readBook(host, { ...stored, ...whole }, undefined, budget));
  try {
    host.documentProperties.setMany(values);
    return true;
  } catch (error) {
    if (error instanceof StoreFull) return false;
    throw error;
  }
}

function settlementOf(
  reservation: Reservation,
  questions: ReadonlyMap<string, Question>,
  { outcomes, balance, latencyMs, freeTurns }: RoundToll,
  settledAtMs: number,
): Settlement {
  const all = [...outcomes.values(), ...(balance ? [balance.outcome] : [])];
  const stop = all.find((outcome) => outcome.stop)?.stop;
  const { id, fingerprint, keyEnd, who, what, formula, run, atMs } = reservation;
  return {
    id,
    fingerprint,
    keyEnd,
    who,
    what,
    formula,
    ...(run === undefined ? {} : { run }),
    atMs,
    state: 'settled',
    settledAtMs,
    lines: linesOf(outcomes, questions),
    ...(all.some(({ slowed }) => slowed) ? { slowed: true } : {}),
    ...(stop ? { stop } : {}),
    ...(balance?.left === undefined
      ? {}
      : { balance: { left: balance.left, atMs: balance.atMs, endMs: balance.endMs } }),
    ...(latencyMs === undefined ? {} : { latencyMs }),
    ...(freeTurns.length === 0 ? {} : { unsent: freeTurns }),
  };
}

function linesOf(
  outcomes: ReadonlyMap<string, Outcome>,
  questions: ReadonlyMap<string, Question>,
): Settlement['lines'] {
  const lines = new Map<string, Settlement['lines'][number]>();
  for (const [key, { charged, unknown }] of outcomes) {
    const endpoint = questions.get(key)?.call.endpoint ?? '';
    const [, creators, sumCharged, sumUnknown] = lines.get(endpoint) ?? [endpoint, 0, 0, 0];
    lines.set(endpoint, [endpoint, creators + 1, sumCharged + charged, sumUnknown + unknown]);
  }
  return [...lines.values()];
}

function slotValues(host: Host, slot: number, settlement: Settlement, payload: Payload): PropertyValues {
  const isEmpty = payload.records.length + payload.loose.length === 0;
  const packed = isEmpty ? '' : host.zip.pack(JSON.stringify(payload));
  const pieces = cutIntoPieces(packed, {}, settledPiece(slot));
  return { ...pieces, [settledName(slot)]: JSON.stringify({ ...settlement, pieces: Object.keys(pieces).length }) };
}
