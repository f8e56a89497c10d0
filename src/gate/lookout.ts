import type { Host } from '../core/ports';
import { SECOND_MS } from '../core/time';
import type { Question } from '../api/question';
import type { AskRequest } from './ask-request';
import { tellProgress } from './run-spend';
import type { Spend } from './spend';

export interface PlannedWave {
  atMs: number;
  calls: Question[];
}

/** Waits for the turns of a run's waves, says before each how far the run is, and looks whether it is still wanted. */
export interface Lookout {
  /** True when the wave's turn has come; false when the run was halted before. */
  isWanted(wave: PlannedWave, spent: Spend): boolean;
  /** How long that takes beside the waiting. */
  takesMs(): number;
}

/** When a wave is looked at last: as long before it as the slowest look of this round took, between these. */
const LOOK_MS = { least: 60, most: 800 } as const;
/** A round may outlast its caller's patience, because a call takes some seconds. */
const TOLD_FOR_MS = 10 * SECOND_MS;

export const sleepUntil = ({ clock }: Host, atMs: number): void => clock.sleep(Math.max(0, atMs - clock.now()));

/** `reservation` is the round's. Without a run it only waits. */
export function lookoutOf(
  host: Host,
  run: AskRequest['run'],
  reservation: string | undefined,
  giveUpMs: number,
): Lookout {
  if (!run || reservation === undefined)
    return {
      isWanted({ atMs }) {
        sleepUntil(host, atMs);
        return true;
      },
      takesMs: () => 0,
    };
  const { clock, cache } = host;
  // Google's properties are at times several times as slow as usual: the first look is at once, and is measured.
  let lookMs = 0;
  let tellMs = 0;
  const isHalted = (): boolean => {
    const beganMs = clock.now();
    const halted = isHaltedNow(run);
    lookMs = Math.min(LOOK_MS.most, Math.max(LOOK_MS.least, lookMs, clock.now() - beganMs));
    return halted;
  };
  return {
    isWanted({ atMs, calls }, { charged, unknown }) {
      const beganMs = clock.now();
      const leaving = calls.reduce((sum, { requests }) => sum + requests, 0);
      tellProgress(cache, run.id, {
        id: reservation,
        charged,
        unknown: unknown + leaving,
        calls: calls.length,
        leavesAtMs: atMs,
        untilMs: giveUpMs + TOLD_FOR_MS,
      });
      tellMs = clock.now() - beganMs;
      const isFirst = lookMs === 0;
      if (isFirst && isHalted()) return false;
      if (!isFirst || clock.now() + lookMs < atMs) {
        sleepUntil(host, atMs - lookMs);
        if (isHalted()) return false;
      }
      sleepUntil(host, atMs);
      return true;
    },
    takesMs: () => tellMs + lookMs,
  };
}

/** Not being able to look is no reason to stop. */
function isHaltedNow(run: NonNullable<AskRequest['run']>): boolean {
  try {
    return run.isHalted?.() ?? false;
  } catch {
    return false;
  }
}
