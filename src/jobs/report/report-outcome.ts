import { lazy } from '../../core/lazy';
import type { ErrorCode } from '../../core/error';
import { verbatim, type Said } from '../../core/said';
import { OUTCOME } from '../../schema/said-text';

/** What became of one creator, as a run stores it: a state, or `failed` with why. */
export type Failure = keyof typeof OUTCOME.failures;

const FAILED = 'failed: ';

const isFailure = (code: string): code is Failure => code in OUTCOME.failures;

export const failedAs = (code: Failure | ErrorCode): string => FAILED + (isFailure(code) ? code : 'rejected');

const states = lazy((): Readonly<Record<string, Said>> => ({
  pending: OUTCOME.pending,
  'no audience data': OUTCOME.noAudience,
  'not found': OUTCOME.notFound,
  queued: OUTCOME.queued,
  'not available': OUTCOME.notAvailable,
}));

/** For people. Runs of older versions have a sentence behind `failed`. */
export function outcomeSaid(outcome: string): Said {
  const code = outcome.slice(FAILED.length);
  if (outcome.startsWith(FAILED) && isFailure(code)) return OUTCOME.failed(OUTCOME.failures[code]);
  return states()[outcome] ?? verbatim(outcome);
}
