import type { Lock } from '../core/ports';

export const lock: Lock = {
  hold(waitMs, section) {
    let held: GoogleAppsScript.Lock.Lock;
    try {
      held = LockService.getDocumentLock();
      if (!held.tryLock(waitMs)) return { held: false };
    } catch {
      // "There are too many LockService operations against the same script."
      return { held: false };
    }
    try {
      return { held: true, value: section() };
    } finally {
      release(held);
    }
  },
};

/** Releasing can be refused too; the platform releases the lock when the execution ends. */
function release(held: GoogleAppsScript.Lock.Lock): void {
  try {
    held.releaseLock();
  } catch {
    // There is nothing else to do.
  }
}
