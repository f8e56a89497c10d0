import type { LimitReason } from '../schema/run-reason';
import { openOf, type FoldContext, type Folded } from './fold';
import { keyStateOf, spentBy, spentOn } from './gate-state';
import { spendable } from './balance-reading';
import type { Reservation } from './slot';
import { worstOf } from './spend';

/** Who wants to spend. */
export interface Spender {
  /** Of the key that pays. */
  fingerprint: string;
  formula: boolean;
  /** The run that asks, and the most that it may spend in all, in requests. */
  run?: { id: string; cap: number };
}

export interface Cap {
  left: number;
  limit: LimitReason;
  /** It rests on the last reading of the balance. */
  isBalance?: true;
}

/** What each cap leaves, with all that is open counted at its worst-case price. */
export function openCaps(folded: Folded, request: Spender, context: FoldContext): Cap[] {
  const { settings } = context;
  const { state } = folded;
  const open = [...folded.open.values()];
  const day = context.day(context.nowMs);
  const reservedBy = (matches: (slot: Reservation) => boolean): number =>
    open.filter(matches).reduce((sum, { requests }) => sum + requests, 0);
  const isOfToday = ({ atMs }: Reservation): boolean => context.day(atMs) === day;
  const caps: Cap[] = [
    ...(settings.paused ? [{ left: 0, limit: { code: 'spendingPaused' } as const }] : []),
    {
      left: settings.maxRequestsPerDay - worstOf(spentOn(state, day)) - reservedBy(isOfToday),
      limit: { code: 'dayCap', requests: settings.maxRequestsPerDay },
    },
  ];
  if (request.formula)
    caps.push({
      left:
        settings.maxFormulaRequestsPerDay -
        worstOf(spentBy(state, day, 'formula')) -
        reservedBy((slot) => slot.formula && isOfToday(slot)),
      limit: { code: 'formulaCap', requests: settings.maxFormulaRequestsPerDay },
    });
  const { run } = request;
  if (run)
    caps.push({
      left: run.cap - (state.runs[run.id] ?? 0) - reservedBy((slot) => slot.run === run.id),
      limit: { code: 'runCap', requests: run.cap },
    });
  const balance = spendable(keyStateOf(state, request.fingerprint), openOf(open, request.fingerprint));
  if (balance !== undefined)
    caps.push({
      isBalance: true,
      left: balance - settings.keepBalance,
      limit:
        settings.keepBalance > 0 ? { code: 'keptBalance', requests: settings.keepBalance } : { code: 'balanceUsed' },
    });
  return caps;
}
