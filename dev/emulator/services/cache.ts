import { CACHE, COST_MS } from '../limits';
import { ServiceError } from '../service';
import type { ExecutionInfo, Service, ServiceCall } from '../service';
import type { CacheStore } from '../cache-store';
import type { StoreScope } from '../stores';
import type { World } from '../world';

// Whose user cache a custom function sees is not known; here nobody's, so that nobody comes to rely on it.
const ANONYMOUS = 'anonymous';

function checkKey(key: string): void {
  if (key.length > CACHE.maxKeyCharacters) throw new ServiceError('Argument too large: key');
}

function checkValue(value: string): void {
  if (Buffer.byteLength(value) > CACHE.maxValueBytes) throw new ServiceError('Argument too large: value');
}

// Live (jpoehnelt): a negative time is accepted; the entry is then gone at once.
function ttlSeconds(given: unknown): number {
  if (given === undefined || given === null) return CACHE.defaultTtlSeconds;
  const seconds = Number(given);
  if (Number.isNaN(seconds)) throw new ServiceError('Invalid argument: expirationInSeconds');
  return Math.min(seconds, CACHE.maxTtlSeconds);
}

const userOf = (execution: ExecutionInfo): string =>
  execution.mode === 'CUSTOM_FUNCTION' ? ANONYMOUS : execution.user;

/** CacheService: 63 ms a call, however many keys. */
export function cacheService(world: World): Service {
  const store = ({ execution, args }: ServiceCall): CacheStore =>
    world.stores.cache(args[0] as StoreScope, userOf(execution));
  return {
    costMs: () => COST_MS.cache,
    methods: {
      get(call) {
        const key = call.args[1] as string;
        checkKey(key);
        return store(call).get(key);
      },
      getAll(call) {
        const keys = call.args[1] as string[];
        for (const key of keys) checkKey(key);
        const found = keys.map((key) => [key, store(call).get(key)] as const);
        return Object.fromEntries(found.filter(([, value]) => value !== null));
      },
      put(call) {
        const [, key, value, ttl] = call.args as [StoreScope, string, string, unknown];
        checkKey(key);
        checkValue(value);
        store(call).put(key, value, ttlSeconds(ttl));
        return null;
      },
      putAll(call) {
        const [, values, ttl] = call.args as [StoreScope, [string, string][], unknown];
        for (const [key, value] of values) {
          checkKey(key);
          checkValue(value);
        }
        for (const [key, value] of values) store(call).put(key, value, ttlSeconds(ttl));
        return null;
      },
      removeAll(call) {
        for (const key of call.args[1] as string[]) store(call).evict(key);
        return null;
      },
    },
  };
}
