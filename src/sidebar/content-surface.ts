import * as z from 'zod/mini';
import { summarizeContent } from '../jobs/content/content-summary';
import { entry, choices, filters, hour, whole, shape, type Entry } from './argument';
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
  planContent: entry<'planContent'>(() => shape({ filters: filters(), max: whole() }), planContent),
  selectedHandles: entry<'selectedHandles'>(() => shape({ choices: choices() }), selectedHandles),
  startContent: entry<'startContent'>(
    () =>
      shape({
        filters: filters(),
        max: whole(),
        thumbnails: z.boolean(),
        sheetId: z.nullable(z.number()),
        cap: z.nullable(whole()),
      }),
    startContent,
  ),
  contentSheet: entry<'contentSheet'>(() => shape({}), contentSheetInFront),
  startSync: entry<'startSync'>(
    () => shape({ sheetId: z.number(), max: whole(), refresh: z.boolean(), cap: z.nullable(whole()) }),
    startSync,
  ),
  scheduleContent: entry<'scheduleContent'>(
    () =>
      shape({ sheetId: z.number(), schedule: z.nullable(shape({ hour: hour(), cap: whole(), monthCap: whole() })) }),
    (tools, { sheetId, schedule }) => changeContentSchedule(tools, sheetId, schedule),
  ),
  summarizeContent: entry<'summarizeContent'>(
    () => shape({ sheetId: z.number(), rate: z.nullable(z.number().check(z.refine((value) => value >= 0))) }),
    (tools, { sheetId, rate }) => summarizeContent(tools, sheetId, rate),
  ),
});
