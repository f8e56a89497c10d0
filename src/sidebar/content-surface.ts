import * as z from 'zod/mini';
import { summarizeContent } from '../jobs/content/content-summary';
import { call, choices, filters, hour, page, shape, type Entry } from './argument';
import {
  changeContentSchedule,
  contentSheetInFront,
  planContent,
  selectedHandles,
  startContent,
  startSync,
} from './content';
import type { ContentCalls } from './content-calls';

/** What the *Content* tab can do. */
export const contentSurface = (): { [Name in keyof ContentCalls]: Entry } => ({
  planContent: call<'planContent'>(() => shape({ filters: filters(), max: page() }), planContent),
  selectedHandles: call<'selectedHandles'>(() => shape({ choices: choices() }), selectedHandles),
  startContent: call<'startContent'>(
    () =>
      shape({
        filters: filters(),
        max: page(),
        thumbnails: z.boolean(),
        sheetId: z.nullable(z.number()),
        cap: z.nullable(page()),
      }),
    startContent,
  ),
  contentSheet: call<'contentSheet'>(() => shape({}), contentSheetInFront),
  startSync: call<'startSync'>(
    () => shape({ sheetId: z.number(), max: page(), refresh: z.boolean(), cap: z.nullable(page()) }),
    startSync,
  ),
  scheduleContent: call<'scheduleContent'>(
    () => shape({ sheetId: z.number(), schedule: z.nullable(shape({ hour: hour(), cap: page(), monthCap: page() })) }),
    (bench, { sheetId, schedule }) => changeContentSchedule(bench, sheetId, schedule),
  ),
  summarizeContent: call<'summarizeContent'>(
    () => shape({ sheetId: z.number(), rate: z.nullable(z.number().check(z.refine((value) => value >= 0))) }),
    (bench, { sheetId, rate }) => summarizeContent(bench, sheetId, rate),
  ),
});
