import { MINUTE_MS, SECOND_MS } from '../core/time';
import type { KeyState } from './gate-state';
import { LATE_MS, NOTHING, plus, worstOf, type Spend } from './spend';
import type { Reservation } from './slot';

/**
 * What a reading of the balance means. It never changes what counts as spent: renewals, purchases and other spreadsheets
 * move the balance too. What overlaps it is taken off although it may contain it, which errs on the safe side until the
 * next one.
 */

/** How far the clocks of two of Google's machines may lie apart. */
const CLOCKS_MS = 2 * SECOND_MS;
/** The state has 9 KB. Beyond this, activity that lies close together counts as one, at the later end. */
const MOST_RECENT = 40;
/** As long as a reading counts as new: requests may have been bought since. */
const REFUSAL_MS = 10 * MINUTE_MS;

export interface BalanceRead {
  left: number;
  startMs: number;
  endMs: number;
  /** Said by a refusal, in the middle of calls that may have been charged. */
  refused?: boolean;
}

/** Counts what has ended: settled, or dead at the end of what the platform allowed it. */
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
 * `own` is what the same reservation spent behind its reading, and is counted already; `open` what is still under way.
 * Of two readings the one that started later counts.
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
  // What was charged before a refusal and what after it, nobody can tell: it is no measure of drift.
  if (!isQuiet || refused) return read;
  const { quiet } = key;
  const quietNow = { quiet: { left, ...NOTHING, ...own } };
  if (!quiet) return { ...read, ...quietNow };
  // Fewer than the ledger is sure of: requests came in, a month began or some were bought. That says nothing of the rest.
  const more = quiet.left - left - (worstOf(quiet) - worstOf(own));
  return { ...read, ...quietNow, drift: key.drift + Math.max(0, more) };
}

/** What activity may have cost that a reading started at that instant may not contain. */
export const spentAround = ({ recent }: KeyState, startMs: number): number =>
  recent.reduce((sum, { requests, untilMs }) => (untilMs >= startMs ? sum + requests : sum), 0);

/** Forgets what no reading can overlap that is under way or to come, and what a refusal said long ago. */
export const withoutPast = (key: KeyState, nowMs: number, open: readonly Reservation[]): KeyState => {
  const earliestMs = Math.min(nowMs, ...open.map(({ atMs }) => atMs));
  const isPast = key.reading?.untilMs !== undefined && key.reading.untilMs <= nowMs;
  return {
    ...key,
    ...(isPast ? { reading: undefined } : {}),
    recent: key.recent.filter(({ untilMs }) => untilMs >= earliestMs),
  };
};

/** What may still be spent according to the balance; undefined where it was never read. `open` of this key alone. */
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
