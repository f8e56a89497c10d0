import * as z from 'zod/mini';
import { badInput } from '../core/error';
import { call, filters, hour, page, shape, text, type Entry } from './argument';
import type { ContentCalls } from './content-calls';

const notYet = (): never => {
  throw badInput('Not built yet.');
};

/** What the *Content* tab can do. */
export const contentSurface = (): { [Name in keyof ContentCalls]: Entry } => ({
  planContent: call<'planContent'>(shape({ filters: filters(), max: page() }), notYet),
  selectedHandles: call<'selectedHandles'>(shape({}), notYet),
  startContent: call<'startContent'>(
    shape({
      filters: filters(),
      max: page(),
      thumbnails: z.boolean(),
      sheetId: z.nullable(z.number()),
      cap: z.nullable(page()),
    }),
    notYet,
  ),
  stepContent: call<'stepContent'>(shape({ id: text(), resume: z.boolean(), cap: z.nullable(page()) }), notYet),
  stopContent: call<'stopContent'>(shape({ id: text() }), notYet),
  dropContent: call<'dropContent'>(shape({ id: text() }), notYet),
  contentSheet: call<'contentSheet'>(shape({}), notYet),
  syncContent: call<'syncContent'>(
    shape({ sheetId: z.number(), max: page(), refresh: z.boolean(), cap: z.nullable(page()) }),
    notYet,
  ),
  scheduleContent: call<'scheduleContent'>(
    shape({ sheetId: z.number(), schedule: z.nullable(shape({ hour: hour(), cap: page(), monthCap: page() })) }),
    notYet,
  ),
  summarizeContent: call<'summarizeContent'>(
    shape({ sheetId: z.number(), rate: z.nullable(z.number().check(z.refine((value) => value >= 0))) }),
    notYet,
  ),
});
