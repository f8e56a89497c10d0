import { COST_MS } from '../limits';
import { Parked, ServiceError } from '../service';
import type { ExecutionInfo, Reply, Resume, Service, ServiceCall } from '../service';

interface Waiter {
  executionId: number;
  resume: Resume;
}

interface Lock {
  holder: number | undefined;
  waiters: Waiter[];
}

export interface LockService extends Service {
  /** Frees what an execution holds; the next waiter, by order of arrival, gets it. */
  releaseAll(executionId: number): void;
  isHolder(executionId: number): boolean;
}

const TIMEOUT = 'Lock timeout: another process was holding the lock for too long.';

/** LockService: 94 ms a call; a second acquisition by the holder succeeds, and one release frees it. */
export function lockService(): LockService {
  const locks = new Map<string, Lock>();

  function lockOf(execution: ExecutionInfo, scope: unknown): Lock {
    const key = scope === 'user' ? `user ${execution.user}` : String(scope);
    let lock = locks.get(key);
    if (!lock) {
      lock = { holder: undefined, waiters: [] };
      locks.set(key, lock);
    }
    return lock;
  }

  function release(lock: Lock): void {
    const next = lock.waiters.shift();
    lock.holder = next?.executionId;
    next?.resume(() => true);
  }

  /** True at once, or when it is granted; else what `refused` says when the time is over. */
  function acquire({ execution, args, nowMs }: ServiceCall, refused: () => Reply): Reply {
    const lock = lockOf(execution, args[0]);
    // Live: a wait below nought gets nothing, not even a lock that is free.
    if (Number(args[1]) < 0) return refused();
    if (lock.holder === execution.id) return true;
    if (lock.holder === undefined) {
      lock.holder = execution.id;
      return true;
    }
    return new Parked({
      untilMs: nowMs + Math.max(0, Number(args[1]) || 0),
      start: (resume) => lock.waiters.push({ executionId: execution.id, resume }),
      onTimeout() {
        lock.waiters = lock.waiters.filter(({ executionId }) => executionId !== execution.id);
        return refused();
      },
    });
  }

  function releaseAll(executionId: number): void {
    for (const lock of locks.values()) if (lock.holder === executionId) release(lock);
  }

  return {
    // hasLock looks at the script's own lock object.
    costMs: (method) => (method === 'hasLock' ? 0 : COST_MS.lock),
    methods: {
      tryLock: (call) => acquire(call, () => false),
      waitLock: (call) =>
        acquire(call, () => {
          throw new ServiceError(TIMEOUT);
        }),
      hasLock: ({ execution, args }) => lockOf(execution, args[0]).holder === execution.id,
      releaseLock({ execution, args }) {
        const lock = lockOf(execution, args[0]);
        if (lock.holder === execution.id) release(lock);
        return null;
      },
    },
    end({ id }) {
      for (const lock of locks.values()) lock.waiters = lock.waiters.filter(({ executionId }) => executionId !== id);
      releaseAll(id);
    },
    releaseAll,
    isHolder: (executionId) => [...locks.values()].some(({ holder }) => holder === executionId),
  };
}
