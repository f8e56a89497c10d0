import * as z from 'zod/mini';
import { badInput } from '../core/error';
import { call, page, platformOrNone, shape, text, type Entry } from './argument';
import type { ReportCalls } from './report-calls';

const notYet = (): never => {
  throw badInput('Not built yet.');
};

const kind = () => z.enum(['sheets', 'comparison', 'profiles']);
const MOST_NAMES = 200;
const names = () => z.array(text()).check(z.refine((list) => list.length <= MOST_NAMES));
const selection = () => ({ platform: platformOrNone(), kind: kind(), again: z.boolean() });

/** What the *Reports* tab can do. */
export const reportSurface = (): { [Name in keyof ReportCalls]: Entry } => ({
  readReport: call<'readReport'>(shape(selection()), notYet),
  checkReport: call<'checkReport'>(shape(selection()), notYet),
  startReport: call<'startReport'>(
    shape({ kind: kind(), keys: names(), again: z.boolean(), cap: z.nullable(page()) }),
    notYet,
  ),
  stepReport: call<'stepReport'>(shape({ id: text(), resume: z.boolean(), cap: z.nullable(page()) }), notYet),
  stopReport: call<'stopReport'>(shape({ id: text() }), notYet),
  dropReport: call<'dropReport'>(shape({ id: text() }), notYet),
  pendingReports: call<'pendingReports'>(shape({ check: z.boolean() }), notYet),
  dropPending: call<'dropPending'>(shape({ keys: names() }), notYet),
  fitScore: call<'fitScore'>(
    shape({
      platform: platformOrNone(),
      targets: shape({ countries: names(), ages: names(), gender: z.enum(['', 'm', 'w']), languages: names() }),
    }),
    notYet,
  ),
  offerCheck: call<'offerCheck'>(shape({ platform: platformOrNone(), feeColumn: page() }), notYet),
});
