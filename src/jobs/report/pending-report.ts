import { locked } from '../../gate/locked';
import { InfluError } from '../../core/error';
import type { Host, Tools } from '../../core/ports';
import { isRecord, parseJson } from '../../core/text';
import { oneSpelling } from '../../api/answer-names';
import type { PropertyValues } from '../../gate/property-pieces';
import { checkStatus, knownReports } from './report-answer';
import { reportStanding } from './report-creator';
import { creatorOfKey } from '../../schema/creator-of-key';
import { REPORT_REFUSAL } from '../../schema/said-text';

/** A creator whose analysis influData had not ready (202, 1 request), as `reportKey` names it. */
export interface Pending {
  key: string;
  sinceMs: number;
  /** There is a report to be bought. Undefined: not checked since. */
  isReady?: boolean;
}

export const PENDING_PROPERTY = 'pending-reports';
/** A property holds 9 KB. */
const LARGEST = 8_000;

/** In the order in which they came. Throws `storeUnreadable`. */
export function readPending(properties: PropertyValues): Pending[] {
  const stored = properties[PENDING_PROPERTY] ? parseJson(properties[PENDING_PROPERTY]) : [];
  if (Array.isArray(stored) && stored.every(isPending)) return stored.map(({ key, sinceMs }) => ({ key, sinceMs }));
  throw new InfluError('storeUnreadable', REPORT_REFUSAL.pendingUnreadable(PENDING_PROPERTY));
}

const isPending = (value: unknown): value is Pending =>
  isRecord(value) && typeof value['key'] === 'string' && typeof value['sinceMs'] === 'number';

/** Adds and removes in one write, under the lock. If there is no room, the oldest give way. */
export function changePending(host: Host, added: readonly Pending[], gone: ReadonlySet<string>): Pending[] {
  return locked(host, () => {
    const before = readPending(host.documentProperties.all());
    const present = new Map(before.map((one) => [oneSpelling(one.key), one]));
    for (const key of gone) present.delete(oneSpelling(key));
    for (const one of added) present.set(oneSpelling(one.key), one);
    const list = [...present.values()];
    while (JSON.stringify(list).length > LARGEST) list.shift();
    if (added.length > 0 || list.length < before.length)
      host.documentProperties.setMany({ [PENDING_PROPERTY]: JSON.stringify(list) });
    return list;
  });
}

/** The list; with `check`, after asking the free data status of each. */
export function pendingReports({ host }: Tools, check: boolean): Pending[] {
  const list = readPending(host.documentProperties.all());
  if (list.length === 0) return [];
  const known = knownReports(host, 'sheets', new Map(list.map(({ key }) => [key, creatorOfKey(key)])));
  const others = check ? checkStatus(host, host.clock.now(), host.person(), known) : undefined;
  for (const reply of others?.values() ?? []) {
    if (reply.kind === 'error') throw reply.error;
  }
  return list.map((one) => {
    const found = known.get(one.key);
    const { state } = found ? reportStanding('sheets', found, false) : { state: 'unchecked' };
    const isChecked = check ? !others?.has(one.key) : state === 'buy';
    return isChecked ? { ...one, isReady: state === 'buy' || state === 'known' } : one;
  });
}
