import { InfluError } from '../core/error';
import type { Host } from '../core/ports';
import { isRecord, parseJson } from '../core/text';
import { stateValues } from './fold';
import { EMPTY_STATE, readGateState, RUN_PREFIX, spentOfRun, withDay, withRun, type GateState } from './gate-state';
import type { PropertyValues } from './property-pieces';
import { worstOf } from './spend';
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
 * Starts over, because a person asked for it: reservations and answers are emptied, and today's caps and those of open runs
 * count as spent. A budget that can be read is kept.
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
    const state = withRunsAtTheirCaps(withDay(readable, day, 'formula', { charged: 0, unknown }), stored);
    const emptied = Object.keys(stored).filter((name) => isSlotProperty(name) || isDurableProperty(name));
    host.documentProperties.setMany({
      ...Object.fromEntries(emptied.map((name) => [name, ''])),
      ...stateValues({ state, pace: { version: 1, keys: {} } }, nowMs),
    });
  });
}

/** What was emptied may have been theirs, so whoever resumes one says anew what more it may spend. */
function withRunsAtTheirCaps(state: GateState, stored: PropertyValues): GateState {
  return Object.entries(stored).reduce((all, [name, text]) => {
    const run = name.startsWith(RUN_PREFIX) ? parseJson(text) : undefined;
    if (!isRecord(run)) return all;
    const id = name.slice(RUN_PREFIX.length);
    const spent = spentOfRun(all, id);
    const charged = Math.max(0, figureOf(run['charged']) - spent.charged);
    return withRun(all, id, { charged, unknown: Math.max(0, figureOf(run['cap']) - worstOf(spent) - charged) });
  }, state);
}

/** A run that is damaged itself cannot be resumed. */
const figureOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

function readableState(stored: Record<string, string>): GateState {
  try {
    return readGateState(stored);
  } catch {
    return EMPTY_STATE;
  }
}
