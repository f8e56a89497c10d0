import * as z from 'zod/mini';
import { lazy } from '../../core/lazy';
import { isRecord } from '../../core/text';
import { isStretches, type Stretch, type Walk } from './content-stretch';
import { runBase, type RunShape } from '../run/run-state';

/** A pull of content into its sheet, or a sync of that. Instants are in ms. */
const schema = lazy(() =>
  z.object({
    ...runBase(),
    kind: z.literal('content'),
    /** `pull`: a first pull; `sync`: what is new; `refresh`: known pieces as well. */
    action: z.enum(['pull', 'sync', 'refresh']),
    filters: z.custom<Record<string, string>>(isRecord),
    /** The most pieces. */
    max: z.number(),
    /** Stretches of upload time that are left to this run, the one under way first. */
    todo: z.custom<Stretch[]>(isStretches),
    /** Stretches in which the sheet may miss pieces; what has come of the one under way is not subtracted yet. */
    open: z.custom<Stretch[]>(isStretches),
    /** How far the one under way has come. `last`: where its last page ended; `edge`: pieces of that instant; `isMixed`: in no order. */
    walk: z.custom<Walk & { last?: number; edge: number; isMixed?: true }>(isRecord),
    /** The next page: its number in this run, and its place in the list. */
    page: z.number(),
    cursor: z.string(),
    offset: z.number(),
    /** The API does not know the cursor any more. */
    isExpired: z.boolean(),
    /** Pieces that came, rows added, rows that got new figures, and rows that were there at the start. */
    pieces: z.number(),
    added: z.number(),
    updated: z.number(),
    before: z.number(),
    /** The campaign under whose cap it spends, too. */
    campaign: z.optional(z.string()),
  }),
);

export type ContentRun = z.infer<ReturnType<typeof schema>>;

export const CONTENT_RUN: RunShape<ContentRun> = { schema };
