import type { ErrorCode } from '../../core/error';

/** What can be wrong, beside what the API refuses. */
export type CheckProblem =
  | ErrorCode
  /** The sheet is protected from this person, or they may only look at it. */
  | 'protected'
  /** Google refused a call. */
  | 'refused'
  /** Written, and not there when it was read. */
  | 'forgets'
  | 'nearlyFull'
  | 'full'
  | 'noTurn'
  | 'trialEnded'
  | 'trialEndsSoon'
  | 'noClientId'
  | 'notRead'
  | 'old'
  | 'usedUp'
  | 'paused'
  | 'stopped'
  | 'capReached'
  | 'differs'
  | 'unknown'
  | 'noTrigger'
  /** Rows wait, because BigQuery has refused the last ones. */
  | 'rowsRefused';

export type CheckState = 'ok' | 'warning' | 'fault';

/** What one check found. Figures name no person and no content. */
export interface Finding {
  state: CheckState;
  problem?: CheckProblem;
  figures: Readonly<Record<string, string | number>>;
}

type Figures = Finding['figures'];

export const ok = (figures: Figures = {}): Finding => ({ state: 'ok', figures });
export const warning = (problem: CheckProblem, figures: Figures = {}): Finding => ({
  state: 'warning',
  problem,
  figures,
});
export const fault = (problem: CheckProblem, figures: Figures = {}): Finding => ({ state: 'fault', problem, figures });
