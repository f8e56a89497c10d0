import type { ReportView } from '../../sidebar/report-calls';
import { count } from '../format';
import { KINDS } from './report-kind';
import type { ReportControl } from './use-report';

/** What the run is at, in a few words. */
export function runTitle({ run, isDriving, isStopping, error }: ReportControl): string {
  if (!run) return '';
  const { doing, done } = KINDS[run.kind];
  if (isDriving && isStopping) return 'Pausing after the calls under way…';
  if (isDriving) return doing;
  if (run.state === 'done')
    return run.sheets.length === 0
      ? 'No report was made'
      : run.doneCreators < run.creators
        ? 'The run ended'
        : done(run.sheets.length);
  if (error) return 'The run was interrupted';
  return run.state === 'running' ? 'A run is not finished' : 'The run is paused';
}

/** What the rest costs at most, in requests. */
export function restPrice({ kind, creators, doneCreators, charged }: ReportView): number {
  const { priceEach } = KINDS[kind];
  // All are bought before the first sheet is made: what is charged already is not charged again.
  return Math.max(0, Math.min((creators - doneCreators) * priceEach, creators * priceEach - charged));
}

/** What to do about those that are left out, most urgent first. */
export function nextSteps({ left }: Pick<ReportView, 'left'>): string[] {
  const waiting = left.filter(({ why }) => /pending/i.test(why)).length;
  const queued = left.filter(({ why }) => /queued/i.test(why)).length;
  return [
    ...(waiting > 0 ? [waiting + ' pending: look under “Pending reports” later.'] : []),
    ...(queued > 0 ? [count(queued, 'creator') + ' queued: influData fetches them now. Come back in 24–48 h.'] : []),
  ];
}
