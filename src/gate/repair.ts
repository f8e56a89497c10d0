import { InfluError } from '../core/error';
import type { Host } from '../core/ports';
import { stateValues } from './fold';
import { EMPTY_STATE, readGateState, withDay, type GateState } from './gate-state';
import { readSettings, SETTINGS_PROPERTY } from './settings';
import { isSlotProperty } from './slot';
import { allRecords, isDurableProperty } from './durable-answers';
import { openBook } from './book';
import { locked } from './locked';

/** Whether state, reservations and answers can be read. */
export function isReadable(host: Host): boolean {
  try {
    // Calls read only the answers that they ask for. Here all are read.
    allRecords(openBook(host).folded.properties, host.zip);
    return true;
  } catch (error) {
    if (error instanceof InfluError && error.code === 'storeUnreadable') return false;
    throw error;
  }
}

/**
 * Starts over, because a person asked for it: reservations and answers are emptied, and today's caps count as spent. A
 * budget that can be read is kept.
 */
export function repairStore(host: Host): void {
  locked(host, () => {
    const stored = host.documentProperties.all();
    const { settings } = readSettings(stored[SETTINGS_PROPERTY]);
    const timeZone = host.timeZone();
    const nowMs = host.clock.now();
    const day = host.clock.day(nowMs, timeZone);
    const unknown = Math.max(settings.maxRequestsPerDay, settings.maxFormulaRequestsPerDay);
    const readable = { ...readableState(stored), timeZone, counted: [] };
    const state = withDay(readable, day, 'formula', { charged: 0, unknown });
    const emptied = Object.keys(stored).filter((name) => isSlotProperty(name) || isDurableProperty(name));
    host.documentProperties.setMany({
      ...Object.fromEntries(emptied.map((name) => [name, ''])),
      ...stateValues({ state, pace: { version: 1, keys: {} } }, nowMs),
    });
  });
}

function readableState(stored: Record<string, string>): GateState {
  try {
    return readGateState(stored);
  } catch {
    return EMPTY_STATE;
  }
}
