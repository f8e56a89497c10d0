import { checkAccess } from './access';
import { call, environment } from './host';
import { checkSignature } from './signature';

type Lock = GoogleAppsScript.Lock.Lock;
type Scope = 'script' | 'document' | 'user';

const SERVICE = 'LockService';

class ScriptLock implements Lock {
  readonly #scope: Scope;
  constructor(scope: Scope) {
    this.#scope = scope;
  }
  hasLock(): boolean {
    return call(SERVICE, 'hasLock', this.#scope) as boolean;
  }
  releaseLock(): void {
    call(SERVICE, 'releaseLock', this.#scope);
  }
  tryLock(...args: [timeoutInMillis: number]): boolean {
    checkSignature('LockService.Lock.tryLock', args, 1);
    return call(SERVICE, 'tryLock', this.#scope, Number(args[0])) as boolean;
  }
  waitLock(...args: [timeoutInMillis: number]): void {
    checkSignature('LockService.Lock.waitLock', args, 1);
    call(SERVICE, 'waitLock', this.#scope, Number(args[0]));
  }
}

function open(method: string, scope: Scope): Lock {
  checkAccess(SERVICE, method);
  return new ScriptLock(scope);
}

export function createLockService(): Pick<
  GoogleAppsScript.Lock.LockService,
  'getDocumentLock' | 'getScriptLock' | 'getUserLock'
> {
  return {
    getScriptLock: () => open('getScriptLock', 'script'),
    getUserLock: () => open('getUserLock', 'user'),
    // Null without a container, whatever the types say.
    getDocumentLock: () =>
      environment().container === 'none' ? (null as unknown as Lock) : open('getDocumentLock', 'document'),
  };
}
