import type { ErrorCode, InfluError } from '../../core/error';
import type { RunReason } from '../../schema/run-reason';

/** What stops a run rather than one creator: every further one would meet the same. */
const STOPPERS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'noKey',
  'badKey',
  'forbidden',
  'volumeUsed',
  'notAllowed',
  'hostLimit',
  'storeUnreadable',
]);
/** May pass: where most of a batch meets them, the run stops and what is left waits. */
const OUTAGES: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['apiDown', 'unreachable', 'busy']);

export const isStopper = ({ code }: InfluError): boolean => STOPPERS.has(code);

/** The failures that are one outage of the API, if most of a batch of so many met it. */
export function outageIn(failures: readonly InfluError[], batch: number): InfluError[] {
  const outages = failures.filter(({ code }) => OUTAGES.has(code));
  return outages.length > 1 && outages.length * 2 > batch ? outages : [];
}

/** An error as the reason for which a run rests. */
export const failure = ({ code, message }: InfluError): Extract<RunReason, { code: 'failed' }> => ({
  code: 'failed',
  error: code,
  message,
});
