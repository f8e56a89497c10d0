import { StoreFull, type Host } from '../core/ports';
import type { Admission } from './admit';
import { asked, settledName, settledPiece, type Payload, type Reservation, type Settlement } from './slot';
import { unknownSections } from '../schema/unknown-section';
import type { UnknownSection } from './unknown-store';
import { kindOf, type Answer } from '../api/answer';
import { receiptOf, withoutDetail } from './durable-record';
import { cutIntoPieces, type PropertyValues } from './property-pieces';
import { foldedValues, readBook, writeFitting } from './book';
import { durableRecord } from './keep';
import type { Question } from '../api/question';
import type { Outcome } from '../api/reply';

export interface RefusedBalance {
  left: number;
  atMs: number;
  endMs: number;
}

/** What a round leaves to be counted. */
export interface RoundToll {
  /** By answer key. */
  outcomes: ReadonlyMap<string, Outcome>;
  balance?: { atMs: number; endMs: number; outcome: Outcome; left?: number };
  /** What refused calls said of the balance. */
  refused?: RefusedBalance;
  latencyMs?: number;
  freeTurns: [atMs: number, count: number][];
  /** The caller puts the answers into the data tab. In properties they would only push out others. */
  isForDataTab?: boolean;
}

/**
 * Writes what the reservation did cost, in one property call and without the lock. The next admit counts that instead
 * of the reservation, once, however often it was written. If the store keeps refusing, the reservation counts as spent.
 */
export function settle(
  host: Host,
  { reservation, slot, values = {} }: Admission,
  questions: ReadonlyMap<string, Question>,
  toll: RoundToll,
): void {
  if (!reservation || slot === undefined) return;
  const settlement = settlementOf(reservation, questions, toll, host.clock.now());
  const answers = [...toll.outcomes.values()].flatMap((outcome) => outcome.answers);
  const kept = answers.flatMap((answer) => durableRecord(answer) ?? []);
  // Where one creator came under several names, the one that was asked for stands first and knows the others.
  const different = kept.filter(({ key }, index) => kept.findIndex((other) => other.key === key) === index);
  const records = different.flatMap((record) =>
    toll.isForDataTab && record.kept !== undefined ? receiptOf(record) : [record],
  );
  const loose = answers.filter(({ state }) => state !== 'failed').map(({ key }) => key);
  const written = (payload: Payload): PropertyValues => slotValues(host, slot, settlement, payload, values);
  const unknown = unknownIn(answers);
  const whole = written({ records, loose, ...(unknown.length > 0 ? { unknownSections: unknown } : {}) });
  // So many records would fill the store while they wait for the next admit, so they are folded at once.
  if (records.length >= LARGE_BATCH && foldLocked(host, whole)) return;
  if (write(host, whole) !== 'full') return;
  // Under the lock, older answers make room. If that fails, the reservation has held room for receipts.
  if (!foldLocked(host, whole)) write(host, written({ records: records.flatMap(withoutDetail), loose: [] }));
}

/** Each name once. Most answers have none. */
const unknownIn = (answers: readonly Answer[]): UnknownSection[] => [
  ...new Map(
    answers
      .filter(({ key, state }) => kindOf(key) === 'audience' && state === 'full')
      .flatMap(({ body }) => unknownSections(body))
      .map((section) => [section.name, section]),
  ).values(),
];

/** Tries again, because a paid answer must not be lost to a passing refusal of the property service. */
function write(host: Host, values: PropertyValues): 'written' | 'full' | 'refused' {
  for (let attempt = 1; ; attempt++) {
    try {
      host.documentProperties.setMany(values);
      return 'written';
    } catch (error) {
      if (error instanceof StoreFull) return 'full';
      if (attempt >= WRITE_ATTEMPTS) return 'refused';
      host.clock.sleep(WRITE_PAUSE_MS);
    }
  }
}

const WRITE_ATTEMPTS = 3;
const WRITE_PAUSE_MS = 700;

/**
 * For a reservation whose write has thrown, and may have taken effect all the same. Only this execution knows that
 * nothing will be sent, so it says so, under the lock that it still holds.
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

const LARGE_BATCH = 60;
const FOLD_WAIT_MS = 3_000;

/** False if there is no lock or no room. Then nothing has changed. */
function foldLocked(host: Host, whole: PropertyValues): boolean {
  const properties = host.documentProperties;
  const fold = (budget: number | undefined): void =>
    properties.setMany(foldedValues(host, readBook(host, { ...properties.all(), ...whole }, undefined, budget)));
  try {
    const done = host.lock.hold(FOLD_WAIT_MS, () => writeFitting(fold));
    return done.held && done.value;
  } catch {
    return false;
  }
}

function settlementOf(
  reservation: Reservation,
  questions: ReadonlyMap<string, Question>,
  { outcomes, balance, refused, latencyMs, freeTurns }: RoundToll,
  settledAtMs: number,
): Settlement {
  const all = [...outcomes.values(), ...(balance ? [balance.outcome] : [])];
  const stop = all.find((outcome) => outcome.stop)?.stop;
  return {
    ...asked(reservation),
    state: 'settled',
    settledAtMs,
    lines: linesOf(outcomes, questions),
    ...(all.some(({ slowed }) => slowed) ? { slowed: true } : {}),
    ...(all.some(({ limited }) => limited) ? { limited: true } : {}),
    ...(stop ? { stop } : {}),
    ...(balance?.left === undefined
      ? {}
      : { balance: { left: balance.left, atMs: balance.atMs, endMs: balance.endMs } }),
    ...(refused ? { balance: { ...refused, refused: true } } : {}),
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

/** `held` is what the reservation wrote to hold room. */
function slotValues(
  host: Host,
  slot: number,
  settlement: Settlement,
  payload: Payload,
  held: PropertyValues = {},
): PropertyValues {
  const isEmpty = payload.records.length + payload.loose.length === 0;
  const packed = isEmpty ? '' : host.zip.pack(JSON.stringify(payload));
  // The pieces come first, because they free the room that the rest needs.
  const values = cutIntoPieces(packed, held, settledPiece(slot));
  const pieces = Object.values(values).filter((piece) => piece !== '').length;
  return { ...values, [settledName(slot)]: JSON.stringify({ ...settlement, pieces }) };
}
