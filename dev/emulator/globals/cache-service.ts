import { call, environment, exception } from './host';
import { checkAccess } from './access';
import { checkSignature } from './signature';

type Cache = GoogleAppsScript.Cache.Cache;
type Scope = 'script' | 'document' | 'user';

const SERVICE = 'CacheService';

// Live (jpoehnelt): null and '' are refused, anything else becomes text, even "[object Object]".
function keyOf(key: unknown): string {
  if (key === null || key === undefined || key === '') throw exception('Invalid argument: key');
  return String(key);
}

class ScriptCache implements Cache {
  readonly #scope: Scope;
  constructor(scope: Scope) {
    this.#scope = scope;
  }
  get(...args: [key: string]): string | null {
    checkSignature('CacheService.Cache.get', args, 1);
    return call(SERVICE, 'get', this.#scope, keyOf(args[0])) as string | null;
  }
  getAll(...args: [keys: string[]]): Record<string, string> {
    checkSignature('CacheService.Cache.getAll', args, 1);
    if (!Array.isArray(args[0])) throw exception('Invalid argument: keys');
    return call(SERVICE, 'getAll', this.#scope, args[0].map(keyOf)) as Record<string, string>;
  }
  put(...args: [key: string, value: string, expirationInSeconds?: number]): void {
    checkSignature('CacheService.Cache.put', args, 2, 3);
    call(SERVICE, 'put', this.#scope, keyOf(args[0]), String(args[1]), args[2]);
  }
  putAll(...args: [values: object, expirationInSeconds?: number]): void {
    checkSignature('CacheService.Cache.putAll', args, 1, 2);
    if (typeof args[0] !== 'object' || args[0] === null) throw exception('Invalid argument: values');
    const values = Object.entries(args[0]).map(([key, value]) => [keyOf(key), String(value)]);
    call(SERVICE, 'putAll', this.#scope, values, args[1]);
  }
  remove(...args: [key: string]): void {
    checkSignature('CacheService.Cache.remove', args, 1);
    call(SERVICE, 'removeAll', this.#scope, [keyOf(args[0])]);
  }
  removeAll(...args: [keys: string[]]): void {
    checkSignature('CacheService.Cache.removeAll', args, 1);
    if (!Array.isArray(args[0])) throw exception('Invalid argument: keys');
    call(SERVICE, 'removeAll', this.#scope, args[0].map(keyOf));
  }
}

function open(method: string, scope: Scope): Cache {
  checkAccess(SERVICE, method);
  return new ScriptCache(scope);
}

export function createCacheService(): Pick<
  GoogleAppsScript.Cache.CacheService,
  'getDocumentCache' | 'getScriptCache' | 'getUserCache'
> {
  return {
    getScriptCache: () => open('getScriptCache', 'script'),
    getUserCache: () => open('getUserCache', 'user'),
    getDocumentCache: () => (environment().container === 'none' ? null : open('getDocumentCache', 'document')),
  };
}
