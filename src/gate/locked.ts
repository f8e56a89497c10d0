import { InfluError } from '../core/error';
import type { Host } from '../core/ports';
import { GATE } from '../schema/said-text';

const LOCK_WAIT_MS = 10_000;

/** Runs a section alone in this document, for what a person clicked. Throws `hostLimit` when the lock cannot be had. */
export function locked<T>(host: Host, section: () => T): T {
  const result = host.lock.hold(LOCK_WAIT_MS, section);
  if (result.held) return result.value;
  throw new InfluError('hostLimit', GATE.busy);
}
