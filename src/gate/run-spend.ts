import { isRecord, parseJson } from '../core/text';
import type { Cache } from '../core/ports';
import { readGateState, spentOfRun } from './gate-state';
import type { PropertyValues } from './property-pieces';
import { costOf, readSlots, type Reservation } from './slot';
import { plus, type Spend } from './spend';

/**
 * How far a run's reservation is, told by its round before each wave. It lives in the cache and is only shown: caps count
 * the reservation, and the settlement is what counts in the end.
 */
export interface RoundProgress {
  /** The reservation's. */
  id: string;
  /** What has come so far did cost this. */
  charged: number;
  /** What was lost so far, and the wave that leaves next, at its worst. */
  unknown: number;
  /** Calls of that wave, and when it leaves. */
  calls: number;
  leavesAtMs: number;
  /** Not told again by then, its round is dead. */
  untilMs: number;
}

/** What a run has spent, and the calls that are under way for it. */
export interface RunSpend extends Spend {
  underWay: number;
}

const entryOf = (run: string): string => `round/${run}`;
const PROGRESS_SECONDS = 600;

/** One cache write. Where it fails, the reservation's worst case is shown. */
export function tellProgress(cache: Cache, run: string, progress: RoundProgress): void {
  try {
    cache.putMany({ [entryOf(run)]: JSON.stringify(progress) }, PROGRESS_SECONDS);
  } catch {
    // CacheService may refuse at any time.
  }
}

/** By run. One cache read, none where there is no run. */
export function readProgress(cache: Cache, runs: readonly string[], nowMs: number): Map<string, RoundProgress> {
  if (runs.length === 0) return new Map();
  const entries = stored(cache, runs.map(entryOf));
  return new Map(
    runs.flatMap((run): [string, RoundProgress][] => {
      const progress = parseJson(entries[entryOf(run)] ?? '');
      return isRecord(progress) && Number(progress['untilMs']) > nowMs
        ? [[run, progress as unknown as RoundProgress]]
        : [];
    }),
  );
}

function stored(cache: Cache, keys: readonly string[]): Record<string, string> {
  try {
    return cache.getMany(keys);
  } catch {
    return {};
  }
}

/**
 * What a run was surely charged, and what may have been on top: calls that were lost, and those reserved, as far as
 * `progress` does not know better. Throws `storeUnreadable`.
 */
export function spentByRun(properties: PropertyValues, run: string, progress?: RoundProgress, nowMs = 0): RunSpend {
  const state = readGateState(properties);
  const counted = new Set(state.counted);
  let spend = spentOfRun(state, run);
  let underWay = 0;
  for (const { reservation, settlement } of readSlots(properties).values()) {
    if (reservation?.run !== run || counted.has(reservation.id)) continue;
    if (settlement?.id === reservation.id) spend = plus(spend, costOf(settlement));
    else {
      const told = progress?.id === reservation.id ? progress : undefined;
      spend = plus(spend, told ?? worstCase(reservation));
      if (told && told.leavesAtMs <= nowMs) underWay += told.calls;
    }
  }
  return { ...spend, underWay };
}

const worstCase = ({ requests }: Reservation): Spend => ({ charged: 0, unknown: requests });
