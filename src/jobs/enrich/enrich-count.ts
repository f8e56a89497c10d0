import type { CellValue } from '../../core/ports';
import { outcomeOf } from '../../schema/row-status';
import type { EnrichRun } from './enrich-state';

/** Rows by their outcome: done, cached, queued... */
export type Counts = Record<string, number>;

export function countsOf(statuses: Iterable<CellValue | undefined>): Counts {
  const counts: Counts = {};
  for (const status of statuses) {
    const outcome = outcomeOf(status);
    if (outcome !== undefined) counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

export const added = (counts: Counts, more: Counts): Counts => {
  const sum = { ...counts };
  for (const [outcome, count] of Object.entries(more)) sum[outcome] = (sum[outcome] ?? 0) + count;
  return sum;
};

/** Counts the whole status column, because no checkpoint has what a killed step had written. */
export function recounted({ others = {}, counts }: EnrichRun, statuses: Iterable<CellValue | undefined>): Counts {
  const rest = Object.entries(countsOf(statuses)).map(
    ([outcome, count]) => [outcome, count - (others[outcome] ?? 0)] as const,
  );
  // A row that became blank says nothing.
  const { blank } = counts;
  return { ...Object.fromEntries(rest.filter(([, count]) => count > 0)), ...(blank === undefined ? {} : { blank }) };
}
