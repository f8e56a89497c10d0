import { SECOND_MS } from '../core/time';

/** Contract, Error handling: backoff from 1 s, at most 3 retries. */
const MAX_RETRIES = 3;
const FIRST_DELAY_MS = SECOND_MS;
const JITTER_SHARE = 0.2;
const LONGEST_RETRY_AFTER_MS = 5 * 60_000;

/** Statuses of faults that may pass; no other 4xx is retried. */
export const isPassing = (status: number): boolean =>
  status === 429 || status === 500 || (status >= 502 && status <= 504);

/**
 * How long to wait before retry number `attempt` (1 to 3), in ms; undefined when there are no more. `Retry-After`
 * (seconds or a date) wins over the backoff and takes no jitter. `random` is in 0..1.
 */
export function retryDelayMs(
  attempt: number,
  retryAfter: string | undefined,
  nowMs: number,
  random: number,
): number | undefined {
  if (attempt > MAX_RETRIES) return undefined;
  const asked =
    retryAfter === undefined
      ? NaN
      : /^\s*\d+(\.\d+)?\s*$/.test(retryAfter)
        ? Number(retryAfter) * SECOND_MS
        : Date.parse(retryAfter) - nowMs;
  if (asked >= 0) return Math.min(asked, LONGEST_RETRY_AFTER_MS);
  return FIRST_DELAY_MS * 2 ** (attempt - 1) * (1 + JITTER_SHARE * random);
}
