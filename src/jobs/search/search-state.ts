import * as z from 'zod/mini';
import { lazy } from '../../core/lazy';
import { isRecord } from '../../core/text';
import type { Platform } from '../../schema/platform';
import type { LeftOutPlace } from '../pipeline/left-out';
import { runBase, type RunShape } from '../run/run-state';

/** A search that is written into a result sheet. Pages count from 1. */
const schema = lazy(() =>
  z.object({
    ...runBase(),
    kind: z.literal('search'),
    platform: z.custom<Platform>((value) => typeof value === 'string'),
    filters: z.custom<Record<string, string>>(isRecord),
    from: z.number(),
    to: z.number(),
    /** Pages before `next` that could not be had yet. */
    missing: z.array(z.number()),
    next: z.number(),
    /** The number of matches is known, so no page beyond them is asked for. */
    isCounted: z.boolean(),
    known: z.enum(['skip', 'mark']),
    /** Creators whose status leaves them out: skipped, unless it says mark. */
    byStatus: z.optional(z.enum(['skip', 'mark'])),
    /** Where such creators were found. */
    leftOut: z.optional(z.custom<LeftOutPlace[]>(Array.isArray)),
    /** Only these creators; empty: all. */
    picks: z.array(z.string()),
    /** Creators that are left out, as `creatorKey` names them. */
    without: z.optional(z.array(z.string())),
    written: z.number(),
    skipped: z.number(),
    /** Creators that stood in the sheet at the start. */
    before: z.optional(z.number()),
  }),
);

export type SearchRun = z.infer<ReturnType<typeof schema>>;

export const SEARCH_RUN: RunShape<SearchRun> = { schema };
