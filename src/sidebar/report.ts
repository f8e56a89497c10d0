import * as z from 'zod/mini';
import { badInput } from '../core/error';
import { fitScore, readTargets } from '../jobs/report/fit-score';
import { offerCheck } from '../jobs/report/offer-check';
import { changePending, pendingReports, type Pending } from '../jobs/report/pending-report';
import { entry, someChoices, aWhole, aPlatformOrNone, shape, aText, type Entry, aCap } from './argument';
import { readBudget } from '../gate/budget';
import { budgetNow } from './budget-view';
import type { Tools } from '../core/ports';
import { handleOfKey } from '../jobs/report/report-creator';
import { creatorOfKey } from '../schema/creator-of-key';
import { planReportRun } from '../jobs/report/report-run';
import { feeColumns, readReport } from '../jobs/report/report-selection';
import type {
  PendingReport,
  ReportCalls,
  ReportForm,
  ReportSelection,
  ReportSelectionForm,
  ReportView,
} from './report-calls';
import { reportView } from './runs';
import { areaText, readingView, unreadableIn } from './selection';
import { SIDEBAR } from '../schema/said-text';

/** The creators in the selected cells and what they would cost. Free; with `check`, after the free data status. */
function reportSelection(tools: Tools, form: ReportSelectionForm, check: boolean): ReportSelection {
  const { selected, offer } = readReport(tools, form, check);
  return {
    ...offer,
    sheet: selected.table.name(),
    area: areaText(selected),
    read: readingView(selected, form.choices?.hidden ?? false),
    ...unreadableIn(selected.cells),
    ...feeColumns(selected.table, selected.keys),
    targets: readTargets(tools.host.documentProperties.all()),
    budget: budgetNow(tools.host),
  };
}

/** Free; the price was shown before. */
const startReport = (tools: Tools, { kind: what, cap, ...form }: ReportForm): ReportView =>
  reportView(planReportRun(tools, { ...form, what, cap: cap ?? readBudget(tools.host).run }));

const pendingViews = (list: readonly Pending[]): PendingReport[] =>
  list.map(({ sinceMs, ...pending }) => ({
    ...pending,
    handle: handleOfKey(pending.key),
    platform: creatorOfKey(pending.key).platform ?? '',
    since: new Date(sinceMs).toISOString(),
  }));

const kind = () => z.enum(['sheets', 'comparison', 'profiles']);
const MOST_NAMES = 200;
const names = () => z.array(aText()).check(z.refine((list) => list.length <= MOST_NAMES));
const selection = () => ({ platform: aPlatformOrNone(), choices: someChoices(), kind: kind(), again: z.boolean() });

/** What the *Reports* tab can do. */
export const reportSurface = (): { [Name in keyof ReportCalls]: Entry } => ({
  readReport: entry<'readReport'>(
    () => shape(selection()),
    (tools, form) => reportSelection(tools, form, false),
  ),
  checkReport: entry<'checkReport'>(
    () => shape(selection()),
    (tools, form) => reportSelection(tools, form, true),
  ),
  startReport: entry<'startReport'>(
    () => shape({ kind: kind(), keys: names(), again: z.boolean(), cap: aCap() }),
    startReport,
  ),
  pendingReports: entry<'pendingReports'>(
    () => shape({ check: z.boolean() }),
    (tools, { check }) => pendingViews(pendingReports(tools, check)),
  ),
  openReport: entry<'openReport'>(
    () => shape({ sheet: aText() }),
    ({ workbook }, { sheet }) => {
      const table = workbook.find(sheet);
      if (!table) throw badInput(SIDEBAR.sheetGone(sheet));
      table.show();
      return {};
    },
  ),
  dropPending: entry<'dropPending'>(
    () => shape({ keys: names() }),
    ({ host }, { keys }) => pendingViews(changePending(host, [], new Set(keys))),
  ),
  fitScore: entry<'fitScore'>(
    () =>
      shape({
        platform: aPlatformOrNone(),
        choices: someChoices(),
        targets: shape({ countries: names(), ages: names(), gender: z.enum(['', 'm', 'w']), languages: names() }),
      }),
    (tools, { targets, ...form }) => fitScore(tools, form, targets),
  ),
  offerCheck: entry<'offerCheck'>(
    () => shape({ platform: aPlatformOrNone(), choices: someChoices(), feeColumn: aWhole() }),
    (tools, { feeColumn, ...form }) => offerCheck(tools, form, feeColumn),
  ),
});
