import * as z from 'zod/mini';
import { fitScore } from '../jobs/report/fit-score';
import { offerCheck } from '../jobs/report/offer-check';
import { changePending, pendingReports } from '../jobs/report/pending-report';
import { entry, choices, whole, platformOrNone, shape, text, type Entry } from './argument';
import { pendingViews, reportSelection, startReport } from './report';
import type { ReportCalls } from './report-calls';

const kind = () => z.enum(['sheets', 'comparison', 'profiles']);
const MOST_NAMES = 200;
const names = () => z.array(text()).check(z.refine((list) => list.length <= MOST_NAMES));
const selection = () => ({ platform: platformOrNone(), choices: choices(), kind: kind(), again: z.boolean() });

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
    () => shape({ kind: kind(), keys: names(), again: z.boolean(), cap: z.nullable(whole()) }),
    startReport,
  ),
  pendingReports: entry<'pendingReports'>(
    () => shape({ check: z.boolean() }),
    (tools, { check }) => pendingViews(pendingReports(tools, check)),
  ),
  dropPending: entry<'dropPending'>(
    () => shape({ keys: names() }),
    ({ host }, { keys }) => pendingViews(changePending(host, [], new Set(keys))),
  ),
  fitScore: entry<'fitScore'>(
    () =>
      shape({
        platform: platformOrNone(),
        choices: choices(),
        targets: shape({ countries: names(), ages: names(), gender: z.enum(['', 'm', 'w']), languages: names() }),
      }),
    (tools, { targets, ...form }) => fitScore(tools, form, targets),
  ),
  offerCheck: entry<'offerCheck'>(
    () => shape({ platform: platformOrNone(), choices: choices(), feeColumn: whole() }),
    (tools, { feeColumn, ...form }) => offerCheck(tools, form, feeColumn),
  ),
});
