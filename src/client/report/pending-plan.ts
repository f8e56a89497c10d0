import type { PendingReport, ReportForm } from '../../sidebar/report-calls';
import { count, price as priceText } from '../format';
import { KINDS } from './report-kind';

/** A run of sheets takes so many at once. */
const MOST_AT_ONCE = 20;

export interface PendingPlan {
  /** What buys those that are ready; undefined: none is. */
  form?: ReportForm;
  price: number;
  button: string;
  /** Were all of them looked at? */
  isChecked: boolean;
}

/** Those that influData has now, as a run and its price. */
export function pendingPlan(pending: readonly PendingReport[]): PendingPlan {
  const ready = pending.filter(({ isReady }) => isReady === true);
  const keys = ready.slice(0, MOST_AT_ONCE).map(({ key }) => key);
  const price = keys.length * KINDS.sheets.priceEach;
  const isChecked = pending.length > 0 && pending.every(({ isReady }) => isReady !== undefined);
  if (keys.length === 0) return { price: 0, button: '', isChecked };
  const what = keys.length < ready.length ? 'the first ' + count(keys.length, 'report') : count(keys.length, 'report');
  return {
    form: { kind: 'sheets', keys, again: false, cap: null },
    price,
    button: 'Buy ' + what + ' · ' + priceText(price),
    isChecked,
  };
}

export const pendingWord = ({ isReady }: PendingReport): string =>
  isReady === undefined ? '' : isReady ? 'ready · ' + priceText(KINDS.sheets.priceEach) : 'not yet';
