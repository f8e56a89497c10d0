import type { Cache } from '../core/ports';
import { DAY_MS, HOUR_MS, SECOND_MS } from '../core/time';

/** Limits that Google sets for an account: web calls and property operations a day, and triggers. */
export type GoogleLimit = 'web' | 'properties' | 'triggers';

/** One that was met. A day begins with its first call, so it ends a day later at the latest; triggers stay. */
export interface MetLimit {
  limit: GoogleLimit;
  endsMs?: number;
}

const NAMES: Record<GoogleLimit, string> = { web: 'met/web', properties: 'met/properties', triggers: 'met/triggers' };
/** The longest that the cache keeps anything. While a limit holds, the next call that meets it notes it again. */
const TTL_SECONDS = (6 * HOUR_MS) / SECOND_MS;

/** In the cache, because a property could not be written where property operations have run out. */
export function noteMet(cache: Cache, limit: GoogleLimit, nowMs: number): void {
  try {
    cache.putMany({ [NAMES[limit]]: String(nowMs) }, TTL_SECONDS);
  } catch {
    // Whoever met it is told all the same.
  }
}

/** Those of the last six hours; none where the cache refuses, which it may at any time. One cache call. */
export function metLimits(cache: Cache): MetLimit[] {
  const noted = notedIn(cache);
  return (Object.keys(NAMES) as GoogleLimit[]).flatMap((limit): MetLimit[] => {
    const metMs = Number(noted[NAMES[limit]]);
    if (!(metMs > 0)) return [];
    return [{ limit, ...(limit === 'triggers' ? {} : { endsMs: metMs + DAY_MS }) }];
  });
}

function notedIn(cache: Cache): Record<string, string> {
  try {
    return cache.getMany(Object.values(NAMES));
  } catch {
    return {};
  }
}
