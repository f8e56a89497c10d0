import { MINUTE_MS, SECOND_MS } from '../core/time';
import type { KeyState } from './gate-state';
import { LATE_MS, NOTHING, plus, worstOf, type Spend } from './spend';
import type { Reservation } from './slot';

/**
 * What a reading of the balance means. It never changes what counts as spent, because renewals, purchases and other
 * spreadsheets move the balance too. Spending that overlaps a reading is taken off it, although the reading may contain
 * it already. That errs on the safe side until the next reading.
 */

/** How far the clocks of two machines at Google may differ. */
const CLOCKS_MS = 2 * SECOND_MS;
/** The state has 9 KB. Beyond so many, entries that lie close together become one, at the later end. */
const MOST_RECENT = 40;
/** How long a reading from a refusal counts. Later, requests may have been bought. */
const REFUSAL_MS = 10 * MINUTE_MS;

export interface BalanceRead {
  left: number;
  startMs: number;
  endMs: number;
  /** A refusal said it, in the middle of calls that may have been charged. */
  refused?: boolean;
}

/** Counts a reservation that has ended, by its settlement or by its execution's death. */
export function withActivity(key: KeyState, spend: Spend, endMs: number): KeyState {
  const requests = worstOf(spend);
  if (requests === 0) return key;
  const untilMs = endMs + CLOCKS_MS + (spend.unknown > 0 ? LATE_MS : 0);
  const { reading, quiet } = key;
  return {
    ...key,
    ...(reading && untilMs >= reading.startMs ? { reading: { ...reading, spent: reading.spent + requests } } : {}),
    ...(quiet ? { quiet: { ...quiet, ...plus(quiet, spend) } } : {}),
    recent: merged([...key.recent, { requests, untilMs }]),
    lastSpentMs: Math.max(key.lastSpentMs ?? 0, endMs),
  };
}

/**
 * `own` is what the same reservation spent after its reading; it is counted already. `open` is what is still under way.
 * The reading that started last counts.
 */
export function withReading(
  key: KeyState,
  { left, startMs, endMs, refused = false }: BalanceRead,
  own: Spend,
  open: readonly Reservation[],
): KeyState {
  if (key.reading && key.reading.startMs >= startMs) return key;
  const spent = spentAround(key, startMs);
  const untilMs = refused ? { untilMs: endMs + REFUSAL_MS } : {};
  const read = { ...key, reading: { left, startMs, spent, ...untilMs } };
  const isQuiet = spent === worstOf(own) && !open.some(({ requests, atMs }) => requests > 0 && atMs <= endMs);
  // Nobody can tell what was charged before a refusal and what after it, so it cannot measure drift.
  if (!isQuiet || refused) return read;
  const { quiet } = key;
  const quietNow = { quiet: { left, ...NOTHING, ...own } };
  if (!quiet) return { ...read, ...quietNow };
  // Less was charged than the ledger is sure of: a month began or requests were bought. That says nothing of the rest.
  const more = quiet.left - left - (worstOf(quiet) - worstOf(own));
  return { ...read, ...quietNow, drift: key.drift + Math.max(0, more) };
}

/** The cost of all activity that a reading started at that instant may not contain. */
export const spentAround = ({ recent }: KeyState, startMs: number): number =>
  recent.reduce((sum, { requests, untilMs }) => (untilMs >= startMs ? sum + requests : sum), 0);

/** Forgets activity that no reading can overlap any more, and what a refusal said long ago. */
export const withoutPast = (key: KeyState, nowMs: number, open: readonly Reservation[]): KeyState => {
  const earliestMs = Math.min(nowMs, ...open.map(({ atMs }) => atMs));
  const isPast = key.reading?.untilMs !== undefined && key.reading.untilMs <= nowMs;
  return {
    ...key,
    ...(isPast ? { reading: undefined } : {}),
    recent: key.recent.filter(({ untilMs }) => untilMs >= earliestMs),
  };
};

/**
 * How long a reading that is in no hurry waits: what ended just before may be in it or not, and would be taken off all the
 * same. Lost calls may be charged for minutes; nobody waits for those.
 */
export const quietInMs = ({ recent }: KeyState, nowMs: number): number =>
  Math.max(0, ...recent.map(({ untilMs }) => untilMs + 1 - nowMs).filter((ms) => ms <= CLOCKS_MS));

/** What the balance still allows to spend. Undefined where it was never read. `open` is of this key alone. */
export const spendable = ({ reading }: KeyState, open: readonly Reservation[]): number | undefined =>
  reading && reading.left - reading.spent - open.reduce((sum, { requests }) => sum + requests, 0);

function merged(recent: KeyState['recent']): KeyState['recent'] {
  const list = [...recent].sort((one, other) => one.untilMs - other.untilMs);
  while (list.length > MOST_RECENT) {
    let at = 1;
    for (let index = 2; index < list.length; index++) if (gap(list, index) < gap(list, at)) at = index;
    const [one, other] = list.splice(at - 1, 2) as [KeyState['recent'][number], KeyState['recent'][number]];
    list.splice(at - 1, 0, { requests: one.requests + other.requests, untilMs: other.untilMs });
  }
  return list;
}

const gap = (list: KeyState['recent'], index: number): number =>
  (list[index]?.untilMs ?? 0) - (list[index - 1]?.untilMs ?? 0);
