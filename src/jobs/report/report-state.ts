import * as z from 'zod/mini';
import { lazy } from '../../core/lazy';
import { runBase, type RunShape } from '../run/run-state';

/** Audience reports, a comparison of them, or profiles side by side, on sheets of their own. `sheetId` is where the creators stand. */
const schema = lazy(() =>
  z.object({
    ...runBase(),
    kind: z.literal('report'),
    what: z.enum(['sheets', 'comparison', 'profiles']),
    /** Creators as `reportKey` names them. */
    keys: z.array(z.string()),
    /** What became of each: blank: nothing yet; `made`: it is on a sheet; else why not. */
    outcomes: z.array(z.string()),
    /** All that is to be bought is bought or refused. */
    isFetched: z.boolean(),
    /** The sheet that is being made: killed meanwhile, the next step goes on with that one. */
    making: z.string(),
    /** Names of the sheets that are whole. */
    made: z.array(z.string()),
  }),
);

export type ReportRun = z.infer<ReturnType<typeof schema>>;

export const REPORT_RUN: RunShape<ReportRun> = { schema };
