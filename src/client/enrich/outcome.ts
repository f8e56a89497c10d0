import { OUTCOMES } from '../../schema/row-status';
import type { EnrichView } from '../../sidebar/enrich-calls';
import { TEXT } from '../text/text';
import type { Which } from './enrich-draft';

const sumOf = ({ counts }: Pick<EnrichView, 'counts'>, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + (counts[name] ?? 0), 0);

/** In the order of the table, and then whatever else the server counts. */
const rank = (name: string): number => {
  const at = OUTCOMES.findIndex((each) => each === name);
  return at < 0 ? OUTCOMES.length : at;
};

/** Rows by outcome, in the words of the status cells, without those that there are none of. */
export function outcomes({ counts }: Pick<EnrichView, 'counts'>): { label: string; rows: number }[] {
  return Object.entries(counts)
    .filter(([, rows]) => rows > 0)
    .sort(([one], [other]) => rank(one) - rank(other))
    .map(([name, rows]) => ({ label: name, rows }));
}

/** Rows that a finished run leaves to do, each with a button that chooses them; most urgent first. */
export function nextButtons(run: Pick<EnrichView, 'counts'>): { label: string; which: Which }[] {
  const failed = sumOf(run, ['failed']);
  const waiting = sumOf(run, WAITING);
  return [
    ...(failed > 0 ? [{ label: TEXT.enrich.retryFailed(failed), which: 'failed' as const }] : []),
    ...(waiting > 0 ? [{ label: TEXT.enrich.checkQueued(waiting), which: 'queued' as const }] : []),
  ];
}

const WAITING = ['queued', 'audience pending'];

/** What is to be known of them. */
export function nextHints(run: Pick<EnrichView, 'counts' | 'action'>): string[] {
  const unreadable = sumOf(run, ['unreadable']);
  return [
    ...(sumOf(run, ['failed']) > 0 ? [TEXT.enrich.failedHint] : []),
    ...(sumOf(run, WAITING) > 0 ? [TEXT.enrich.queuedHint] : []),
    ...(unreadable > 0 ? [TEXT.enrich.unreadableHint(unreadable)] : []),
    ...(run.action === 'enrich' && sumOf(run, ['done', 'cached', 'private']) > 0 ? [TEXT.enrich.formulasFree] : []),
  ];
}

const MINUTE_MS = 60_000;

/** "about 6 min left", from the speed so far; blank while that is not known. */
export function timeLeft(rowsLeft: number, rowsDone: number, tookMs: number): string {
  if (rowsLeft <= 0 || rowsDone <= 0 || tookMs <= 0) return '';
  const minutes = (rowsLeft / rowsDone) * (tookMs / MINUTE_MS);
  if (minutes < 1) return TEXT.enrich.underMinuteLeft;
  if (minutes < 90) return TEXT.enrich.minutesLeft(Math.round(minutes));
  return TEXT.enrich.hoursLeft(Math.round(minutes / 60));
}
