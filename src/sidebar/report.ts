import { budgetLeft } from '../gate/ledger-view';
import { badInput } from '../core/error';
import type { Bench } from '../jobs/run/click';
import { readTargets } from '../jobs/report/fit-score';
import type { Pending } from '../jobs/report/pending-report';
import { creatorOfKey, handleOfKey } from '../jobs/report/report-creator';
import { MOST_CREATORS, planReportRun } from '../jobs/report/report-run';
import { feeColumns, readReport } from '../jobs/report/report-selection';
import type { RunState } from '../jobs/run/run-state';
import type { PendingReport, ReportForm, ReportSelection, ReportSelectionForm, ReportView } from './report-calls';
import { areaText, readingView, unreadableIn } from './selection';

/** The creators in the selected cells and what they would cost. Free; with `check`, after the free data status. */
export function reportSelection(bench: Bench, form: ReportSelectionForm, check: boolean): ReportSelection {
  const { listed, ...offer } = readReport(bench, form, check);
  const { table, keys } = offer;
  return {
    sheet: table.name(),
    area: areaText(offer),
    read: readingView(offer, form.choices?.hidden ?? false),
    creators: listed,
    most: MOST_CREATORS[form.kind],
    beyond: offer.beyond,
    ...unreadableIn(offer.cells),
    known: offer.known,
    requests: offer.requests,
    isChecked: offer.isChecked,
    ...feeColumns(table, keys),
    targets: readTargets(bench.host.documentProperties.all()),
    left: budgetLeft(bench.host),
  };
}

/** Free; the price was shown before. */
export const startReport = (bench: Bench, { kind, keys, again, cap }: ReportForm): ReportView =>
  reportView(planReportRun(bench, { what: kind, keys, again, cap: cap ?? budgetLeft(bench.host).run }));

export function reportView(run: RunState): ReportView {
  if (run.kind !== 'report') throw badInput('This is no run of reports.');
  const { id, what, state, message, keys, outcomes, made, charged, cap, startedMs } = run;
  return {
    id,
    kind: what,
    state,
    message,
    creators: keys.length,
    doneCreators: outcomes.filter((outcome) => outcome !== '').length,
    sheets: made,
    left: keys.flatMap((key, index) => {
      const why = outcomes[index] ?? '';
      return why === '' || why === 'made' ? [] : [{ handle: handleOfKey(key), why }];
    }),
    charged,
    cap,
    startedAt: new Date(startedMs).toISOString(),
  };
}

export const pendingViews = (list: readonly Pending[]): PendingReport[] =>
  list.map(({ key, sinceMs, isReady }) => ({
    key,
    handle: handleOfKey(key),
    platform: creatorOfKey(key).platform ?? '',
    since: new Date(sinceMs).toISOString(),
    ...(isReady === undefined ? {} : { isReady }),
  }));
