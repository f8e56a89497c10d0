import { CACHE } from './limits';

interface Entry {
  value: string;
  expiresAtMs: number;
}

/** One cache (of a script, a document or a user). Keys and values have been checked by the service. */
export interface CacheStore {
  get(key: string): string | null;
  put(key: string, value: string, ttlSeconds: number): void;
  /** As eviction does at any moment: the entry is gone. */
  evict(key: string): void;
  clear(): void;
  /** Of the living entries, the one written last at the end. */
  keys(): string[];
  size(): number;
  /** When an entry ends, in ms since 1970. */
  expiresAtMs(key: string): number | null;
}

export function createCacheStore(nowMs: () => number): CacheStore {
  const entries = new Map<string, Entry>();

  function living(key: string): Entry | undefined {
    const entry = entries.get(key);
    if (entry && entry.expiresAtMs > nowMs()) return entry;
    entries.delete(key);
    return undefined;
  }

  function dropExpired(): void {
    for (const key of entries.keys()) living(key);
  }

  // Above 1,000 the 900 farthest from expiry stay; of equals, those written last.
  function trim(): void {
    if (entries.size <= CACHE.maxEntries) return;
    dropExpired();
    if (entries.size <= CACHE.maxEntries) return;
    const byExpiry = [...entries].toReversed().sort(([, left], [, right]) => right.expiresAtMs - left.expiresAtMs);
    for (const [key] of byExpiry.slice(CACHE.keptEntries)) entries.delete(key);
  }

  return {
    get: (key) => living(key)?.value ?? null,
    put(key, value, ttlSeconds) {
      entries.delete(key);
      entries.set(key, { value, expiresAtMs: nowMs() + ttlSeconds * 1000 });
      trim();
    },
    evict: (key) => void entries.delete(key),
    clear: () => entries.clear(),
    keys() {
      dropExpired();
      return [...entries.keys()];
    },
    size() {
      dropExpired();
      return entries.size;
    },
    expiresAtMs: (key) => living(key)?.expiresAtMs ?? null,
  };
}
