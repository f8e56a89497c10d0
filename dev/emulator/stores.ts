import { createCacheStore } from './cache-store';
import type { CacheStore } from './cache-store';
import { createPropertyStore } from './property-store';
import type { PropertyStore } from './property-store';

export type StoreScope = 'script' | 'document' | 'user';

/** The stores of one script in one document. A user's are his own; the others are everyone's. */
export interface Stores {
  cache(scope: StoreScope, user?: string): CacheStore;
  properties(scope: StoreScope, user?: string): PropertyStore;
}

function perScope<Store>(owner: string, create: () => Store): (scope: StoreScope, user?: string) => Store {
  const stores = new Map<string, Store>();
  return (scope, user = owner) => {
    const key = scope === 'user' ? `user ${user}` : scope;
    let store = stores.get(key);
    if (!store) {
      store = create();
      stores.set(key, store);
    }
    return store;
  };
}

/** Without a user, the owner's. */
export function createStores(owner: string, nowMs: () => number): Stores {
  return {
    cache: perScope(owner, () => createCacheStore(nowMs)),
    properties: perScope(owner, () => createPropertyStore(nowMs)),
  };
}
