import type { Host } from '../core/ports';
import { packCached } from './answer-cache';

/** Answers with a cache entry of their own, from which on they are packed. */
const PACK_AT = 120;

/** Under the lock: folds answers with an entry of their own into packs once there are many. Returns those still loose. */
export function packLoose(host: Host, loose: readonly string[]): readonly string[] {
  if (loose.length < PACK_AT) return loose;
  try {
    packCached(host.cache, loose, host.clock.now());
    return [];
  } catch {
    // CacheService may refuse at any time; the oldest are forgotten first.
    return loose.slice(-PACK_AT);
  }
}
