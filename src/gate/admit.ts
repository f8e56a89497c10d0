import type { LimitReason } from '../schema/run-reason';
import type { ErrorCode, StoredError } from '../core/error';
import { MINUTE_MS } from '../core/time';
import { hashText } from '../core/text';
import { homesOf } from '../api/answer';
import type { DurableRecord } from './durable-record';
import type { PropertyValues } from './property-pieces';
import { keptAnswers, openOf, stateValues, type FoldContext, type Folded } from './fold';
import { openCaps, type Spender } from './cap';
import { keyStateOf, withKey } from './gate-state';
import { planWaves, RATES, slowed, type KeyKind, type Sends, type Wave } from './pace';
import { isLimited, paceOf, sendsOf, withSends } from './pace-state';
import { spendable, spentAround } from './balance-reading';
import { asked, freeSlot, heldRoom, slotName, type Reservation } from './slot';

/** One question that somebody wants answered. */
interface Wanted {
  /** The answer's key. */
  key: string;
  /** At most, in requests; 0 for a free call. */
  requests: number;
  /** Buy it although a fresh answer is known, because the user said so. */
  again?: boolean;
}

export interface AdmitRequest extends Spender {
  wanted: readonly Wanted[];
  /** The last four characters of the key. */
  keyEnd: string;
  keyKind: KeyKind;
  who: string;
  what: string;
  /** No call leaves before this (a retry's backoff), nor after `lastSendMs`. */
  notBeforeMs: number;
  lastSendMs: number;
  /** Each call goes in a wave of its own. */
  singly?: boolean;
  /** When the execution is dead at the latest, by the platform's limit. */
  expiresAtMs: number;
  /** `never` without the client id, which reading the balance needs. */
  readBalance: 'never' | 'ifDue' | 'now';
  /** A text that no other reservation has. */
  id: string;
}

export type Decision =
  /** It is reserved. Send it at `sendAtMs`, in one wave with all that have the same instant. */
  | { kind: 'granted'; sendAtMs: number }
  /** Another execution is fetching it. */
  | { kind: 'inFlight'; filed: string }
  | { kind: 'known'; record: DurableRecord }
  | { kind: 'refused'; limit: LimitReason }
  /** The API refused the key, or its volume is used up, so it is not used for now. */
  | ({ kind: 'stopped' } & StoredError)
  /** The balance is being read, here or by another execution. Decide again when it is known. */
  | { kind: 'awaitsBalance' }
  /** The pace, or the room for reservations, leaves no turn before the deadline. */
  | { kind: 'later' };

export interface Admission {
  decisions: Map<string, Decision>;
  /** What to write, in one call, so that the decisions hold. Undefined where nothing has changed. */
  values?: PropertyValues;
  slot?: number;
  reservation?: Reservation;
  /** When to read the balance first, in a wave of its own. */
  readBalanceAtMs?: number;
  folded: Folded;
}

const BALANCE_AGE_MS = 10 * MINUTE_MS;
/** How long others wait for a reading that has begun, before they decide without it. */
const READING_MS = 10_000;
/** What a reply is taken to need before one has been measured. */
const FIRST_LATENCY_MS = 500;
/** From a reply to the next call: its answer is read and put into the cache. */
const KEEPING_MS = 250;
const LATENCY_AGE_MS = MINUTE_MS / 2;
/** A wave may leave this late and still keep the pace. */
export const LATENESS_MS = 90;
/** With more, a reservation would not fit into its property. */
const LARGEST_RESERVATION = 500;

/** The only stop that free calls pass: the key is good, and only its requests are used up. */
const VOLUME_USED: ErrorCode = 'volumeUsed';

export const leaseOf = (key: string): string => hashText(key);

/**
 * Decides on each question from one copy of the document properties. It is pure. It runs under the document lock, or as
 * a rehearsal whose grants are not used. Throws `storeUnreadable`.
 */
export function admit(folded: Folded, request: AdmitRequest, context: FoldContext): Admission {
  const { nowMs } = context;
  const stop = keyStateOf(folded.state, request.fingerprint).stop;
  const decisions = new Map<string, Decision>();
  const kept = keptAnswers(
    folded,
    request.wanted.map(({ key }) => key),
    context,
  );
  const leased = new Set([...folded.open.values()].flatMap(({ leases }) => leases));
  const caps = openCaps(folded, request, context);
  const candidates: Candidate[] = [];
  const unread = withoutBalance(folded, request, context);
  const isBalanceOld = isReadingOld(folded, request, nowMs);
  const isReading = isBeingRead(folded, request, nowMs);
  let waitsForBalance = false;
  // The answer to one question can hold that of another. It goes first, so that the other waits for it.
  for (const wanted of [...request.wanted].sort((one, other) => other.requests - one.requests)) {
    const { filed = wanted.key, record } = kept.get(wanted.key) ?? {};
    const reached = wanted.requests > 0 ? caps.find(({ left }) => left < wanted.requests) : undefined;
    if (record && !wanted.again) decisions.set(wanted.key, { kind: 'known', record });
    else if (homesOf(filed).some((home) => leased.has(leaseOf(home))))
      decisions.set(wanted.key, { kind: 'inFlight', filed });
    else if (stop && stop.untilMs > nowMs && (wanted.requests > 0 || stop.code !== VOLUME_USED))
      decisions.set(wanted.key, { kind: 'stopped', ...stop });
    else if (reached?.isBalance && (isBalanceOld || isReading)) {
      // Requests may have been bought since, so the balance is read before the answer is no.
      waitsForBalance = waitsForBalance || !isReading;
      decisions.set(wanted.key, { kind: 'awaitsBalance' });
    } else if (reached) decisions.set(wanted.key, { kind: 'refused', limit: reached.limit });
    else if (wanted.requests > 0 && unread) decisions.set(wanted.key, unread);
    else if (candidates.length >= LARGEST_RESERVATION) decisions.set(wanted.key, { kind: 'later' });
    else {
      candidates.push({ ...wanted, lease: leaseOf(filed) });
      leased.add(leaseOf(filed));
      for (const cap of caps) cap.left -= wanted.requests;
    }
  }
  return reserved(folded, candidates, decisions, waitsForBalance, request, context);
}

interface Candidate extends Wanted {
  /** Keeps others from asking meanwhile. By the creator's own name, whatever name was asked for. */
  lease: string;
}

/**
 * What is said while the balance has never been read. The first execution to read it goes on to buy; the others wait
 * for that. Where a balance is to be kept, nothing at all is bought before it is known.
 */
function withoutBalance(folded: Folded, request: AdmitRequest, { settings, nowMs }: FoldContext): Decision | undefined {
  const { reading, triedMs = -Infinity } = keyStateOf(folded.state, request.fingerprint);
  if (reading) return undefined;
  if (request.readBalance !== 'never' && isBeingRead(folded, request, nowMs)) return { kind: 'awaitsBalance' };
  if (settings.keepBalance === 0) return undefined;
  if (request.readBalance === 'never') return { kind: 'refused', limit: { code: 'balanceUnknown' } };
  return nowMs - triedMs < RETRY_READING_MS ? { kind: 'later' } : undefined;
}

/** Another execution is reading it, and has not died over that. */
const isBeingRead = ({ open }: Folded, { fingerprint }: AdmitRequest, nowMs: number): boolean =>
  openOf(open.values(), fingerprint).some(({ readsBalance, atMs }) => readsBalance && nowMs - atMs < READING_MS);

/** Where a balance is to be kept and a reading failed, the next try comes after this. */
const RETRY_READING_MS = MINUTE_MS / 2;

/** It can be read, and nobody has read it, or tried to, for 10 minutes. */
function isReadingOld(folded: Folded, { readBalance, fingerprint }: AdmitRequest, nowMs: number): boolean {
  const { reading, triedMs = -Infinity } = keyStateOf(folded.state, fingerprint);
  return readBalance !== 'never' && nowMs - Math.max(reading?.startMs ?? -Infinity, triedMs) > BALANCE_AGE_MS;
}

/** What a balance that was read just now leaves for this reservation: all else that is open or recent is taken off. */
export function leftFor({ folded }: Admission, fingerprint: string, left: number, startMs: number): number {
  const key = keyStateOf(folded.state, fingerprint);
  const reading = { left, startMs, spent: spentAround(key, startMs) };
  return spendable({ ...key, reading }, openOf(folded.open.values(), fingerprint)) ?? 0;
}

/** Plans when the candidates are sent, reserves them, and says what to write. */
function reserved(
  folded: Folded,
  candidates: readonly Candidate[],
  decisions: Map<string, Decision>,
  waitsForBalance: boolean,
  request: AdmitRequest,
  context: FoldContext,
): Admission {
  const { nowMs } = context;
  const slot = freeSlot(folded.properties, folded.state.nextSlot, folded.open.size);
  const pace = paceOf(folded.pace, request.fingerprint);
  // Where Google let nothing through of late, a free call goes first: it tells before a wave is risked.
  const isTried = isLimited(pace, nowMs) && candidates.length > 1;
  const readsBalance = waitsForBalance || isBalanceDue(folded, request, candidates, context, isTried);
  const sends = sendsOf(pace, nowMs);
  const usualRate = RATES[request.keyKind];
  const rate = (pace.slowUntilMs ?? 0) > nowMs ? slowed(usualRate) : usualRate;
  // The API may have been slow a while ago and be quick again.
  const latencyMs = nowMs - (pace.latency?.atMs ?? 0) < LATENCY_AGE_MS ? pace.latency?.ms : undefined;
  const singly = request.singly || (isTried && !readsBalance);
  // Calls this close to each other must also leave time to keep each answer.
  const spacingMs = singly ? (latencyMs ?? FIRST_LATENCY_MS) + KEEPING_MS : (latencyMs ?? 0);
  const plan = (count: number, fromMs: number, before: Sends): Wave[] =>
    slot === undefined || count === 0
      ? []
      : planWaves(before, rate, { count, fromMs, lastMs: request.lastSendMs, spacingMs, singly });
  const firstMs = Math.max(nowMs, request.notBeforeMs);
  // The balance is read alone and first, so that it still counts for the calls behind it.
  const [reading] = plan(readsBalance ? 1 : 0, firstMs, sends);
  const afterReading = reading ? [...sends, sendOf(reading)] : sends;
  const restFromMs = reading ? reading.atMs + (latencyMs ?? FIRST_LATENCY_MS) + LATENESS_MS : firstMs;
  const waves = plan(candidates.length, restFromMs, afterReading);
  const turns = waves.flatMap(({ atMs, count }) => Array.from({ length: count }, () => atMs));
  const isReadingWanted = waves.length > 0 || waitsForBalance || request.readBalance === 'now';
  const readBalanceAtMs = isReadingWanted ? reading?.atMs : undefined;
  candidates.forEach(({ key }, index) => {
    const sendAtMs = turns[index];
    decisions.set(key, sendAtMs === undefined ? { kind: 'later' } : { kind: 'granted', sendAtMs });
  });
  const granted = candidates.slice(0, turns.length);
  if ((granted.length === 0 && readBalanceAtMs === undefined) || slot === undefined)
    return {
      decisions,
      folded,
      ...(folded.isNew ? { values: { ...folded.values, ...stateValues(folded, nowMs) } } : {}),
    };
  const reservation: Reservation = {
    state: 'reserved',
    ...asked({ ...request, run: request.run?.id, atMs: nowMs }),
    expiresAtMs: request.expiresAtMs,
    requests: granted.reduce((sum, { requests }) => sum + requests, 0),
    leases: granted.map(({ lease }) => lease),
    ...(readBalanceAtMs === undefined ? {} : { readsBalance: true }),
  };
  const paidKeys = granted.flatMap(({ key, requests }) => (requests > 0 ? [key] : []));
  const tried = readBalanceAtMs === undefined ? {} : { triedMs: nowMs };
  const state = { ...withKey(folded.state, request.fingerprint, tried), nextSlot: slot + 1 };
  const sent = withSends(folded.pace, request.fingerprint, [...afterReading, ...waves.map(sendOf)], nowMs);
  return {
    decisions,
    values: {
      ...folded.values,
      ...heldRoom(slot, paidKeys),
      [slotName(slot)]: JSON.stringify(reservation),
      ...stateValues({ state, pace: sent }, nowMs),
    },
    slot,
    reservation,
    folded: { ...folded, state, pace: sent },
    ...(readBalanceAtMs === undefined ? {} : { readBalanceAtMs }),
  };
}

const sendOf = ({ atMs, count }: Wave): readonly [number, number] => [atMs, count];

/** At most every 10 minutes, or sooner where a balance is to be kept and was never read. */
function isBalanceDue(
  folded: Folded,
  request: AdmitRequest,
  candidates: readonly Wanted[],
  { settings, nowMs }: FoldContext,
  isTried: boolean,
): boolean {
  if (request.readBalance === 'now') return true;
  if (request.readBalance === 'never' || candidates.every(({ requests }) => requests === 0)) return false;
  if (isTried) return true;
  const { reading, triedMs = -Infinity } = keyStateOf(folded.state, request.fingerprint);
  if (!reading && settings.keepBalance > 0) return nowMs - triedMs >= RETRY_READING_MS;
  return isReadingOld(folded, request, nowMs);
}
