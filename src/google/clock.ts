import type { Clock } from '../core/ports';

/** Utilities.sleep takes at most 300 s. */
const LONGEST_SLEEP_MS = 300_000;

export const clock: Clock = {
  now: () => Date.now(),
  sleep(ms) {
    for (let left = Math.ceil(ms); left > 0; left -= LONGEST_SLEEP_MS)
      Utilities.sleep(Math.min(left, LONGEST_SLEEP_MS));
  },
  day: (atMs, timeZone) => Utilities.formatDate(new Date(atMs), timeZone, 'yyyy-MM-dd'),
  wallTime: (atMs, timeZone) => Utilities.formatDate(new Date(atMs), timeZone, 'yyyy-MM-dd HH:mm:ss'),
};
