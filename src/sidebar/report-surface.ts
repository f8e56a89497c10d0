import * as z from 'zod/mini';
import { fitScore } from '../jobs/report/fit-score';
import { offerCheck } from '../jobs/report/offer-check';
import { changePending, pendingReports } from '../jobs/report/pending-report';
import { call, choices, page, platformOrNone, shape, text, type Entry } from './argument';
import { pendingViews, reportSelection, startReport } from './report';
import type { ReportCalls } from './report-calls';

const kind = () => z.enum(['sheets', 'comparison', 'profiles']);
const MOST_NAMES = 200;
const names = () => z.array(text()).check(z.refine((list) => list.length <= MOST_NAMES));
const selection = () => ({ platform: platformOrNone(), choices: choices(), kind: kind(), again: z.boolean() });

/** What the *Reports* tab can do. */
export const reportSurface = (): { [Name in keyof ReportCalls]: Entry } => ({
  readReport: call<'readReport'>(
    () => shape(selection()),
    (bench, form) => reportSelection(bench, form, false),
  ),
  checkReport: call<'checkReport'>(
    () => shape(selection()),
    (bench, form) => reportSelection(bench, form, true),
  ),
  startReport: call<'startReport'>(
    () => shape({ kind: kind(), keys: names(), again: z.boolean(), cap: z.nullable(page()) }),
    startReport,
  ),
  pendingReports: call<'pendingReports'>(
    () => shape({ check: z.boolean() }),
    (bench, { check }) => pendingViews(pendingReports(bench, check)),
  ),
  dropPending: call<'dropPending'>(
    () => shape({ keys: names() }),
    ({ host }, { keys }) => pendingViews(changePending(host, [], new Set(keys))),
  ),
  fitScore: call<'fitScore'>(
    () =>
      shape({
        platform: platformOrNone(),
        choices: choices(),
        targets: shape({ countries: names(), ages: names(), gender: z.enum(['', 'm', 'w']), languages: names() }),
      }),
    (bench, { targets, ...form }) => fitScore(bench, form, targets),
  ),
  offerCheck: call<'offerCheck'>(
    () => shape({ platform: platformOrNone(), choices: choices(), feeColumn: page() }),
    (bench, { feeColumn, ...form }) => offerCheck(bench, form, feeColumn),
  ),
});
