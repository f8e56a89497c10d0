import { budgetLeft } from '../gate/ledger-view';
import type { Tools } from '../jobs/run/tools';
import { readTargets } from '../jobs/report/fit-score';
import type { Pending } from '../jobs/report/pending-report';
import { creatorOfKey, handleOfKey } from '../jobs/report/report-creator';
import { MOST_CREATORS, planReportRun } from '../jobs/report/report-run';
import { feeColumns, readReport } from '../jobs/report/report-selection';
import type { PendingReport, ReportForm, ReportSelection, ReportSelectionForm, ReportView } from './report-calls';
import { reportView } from './runs';
import { areaText, readingView, unreadableIn } from './selection';

/** The creators in the selected cells and what they would cost. Free; with `check`, after the free data status. */
export function reportSelection(tools: Tools, form: ReportSelectionForm, check: boolean): ReportSelection {
  const { listed, ...offer } = readReport(tools, form, check);
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
    targets: readTargets(tools.host.documentProperties.all()),
    left: budgetLeft(tools.host),
  };
}

/** Free; the price was shown before. */
export const startReport = (tools: Tools, { kind, keys, again, cap }: ReportForm): ReportView =>
  reportView(planReportRun(tools, { what: kind, keys, again, cap: cap ?? budgetLeft(tools.host).run }));

export const pendingViews = (list: readonly Pending[]): PendingReport[] =>
  list.map(({ key, sinceMs, isReady }) => ({
    key,
    handle: handleOfKey(key),
    platform: creatorOfKey(key).platform ?? '',
    since: new Date(sinceMs).toISOString(),
    ...(isReady === undefined ? {} : { isReady }),
  }));
