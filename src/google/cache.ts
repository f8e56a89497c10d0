import type { Cache } from '../core/ports';

/** The document's cache; without a document (never for a user) there is none, and everything is forgotten. */
const store = (): GoogleAppsScript.Cache.Cache | null => CacheService.getDocumentCache();

export const cache: Cache = {
  getMany(keys) {
    if (keys.length === 0) return {};
    const found = store()?.getAll([...keys]);
    return (found ?? {}) as Record<string, string>;
  },
  putMany(values, ttlSeconds) {
    store()?.putAll(values, ttlSeconds);
  },
  removeMany(keys) {
    store()?.removeAll([...keys]);
  },
};
