export interface Windows {
  /**
   * Counts a request that arrives at `atMs` and says whether it is within both limits.
   *
   * Windows slide: what arrived less than 1,000 (60,000) ms before counts. A refused request counts too, the harsher
   * reading of a contract that is silent here; who stops asking for one window always recovers.
   */
  arrive(atMs: number): boolean;
  /** Requests counted in the windows that end at `atMs`. */
  counts(atMs: number): { lastSecond: number; lastMinute: number };
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

export function createWindows(limits: { perSecond: number; perMinute: number }): Windows {
  /** Ascending; callers with simulated clocks may report arrivals out of order. */
  let arrivals: number[] = [];

  function countSince(afterMs: number, untilMs: number): number {
    let count = 0;
    for (let i = arrivals.length - 1; i >= 0; i -= 1) {
      const each = arrivals[i] as number;
      if (each <= afterMs) break;
      if (each <= untilMs) count += 1;
    }
    return count;
  }

  return {
    arrive(atMs) {
      const within =
        countSince(atMs - SECOND_MS, atMs) < limits.perSecond && countSince(atMs - MINUTE_MS, atMs) < limits.perMinute;
      let at = arrivals.length;
      while (at > 0 && (arrivals[at - 1] as number) > atMs) at -= 1;
      arrivals.splice(at, 0, atMs);
      if (arrivals.length > 4000) arrivals = arrivals.filter((each) => each > atMs - 2 * MINUTE_MS);
      return within;
    },
    counts: (atMs) => ({
      lastSecond: countSince(atMs - SECOND_MS, atMs),
      lastMinute: countSince(atMs - MINUTE_MS, atMs),
    }),
  };
}
