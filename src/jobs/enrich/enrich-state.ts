import * as z from 'zod/mini';
import { lazy } from '../../core/lazy';
import { isRecord } from '../../core/text';
import { keyReading, type KeyColumn } from '../selection/key-column';
import type { ByStatus, LeftOutPlace } from '../pipeline/left-out';
import { runBase, type RunShape } from '../run/run-state';

/** Rows of a sheet that get columns of data. Status cells say which rows are left, and marks say which column is which. */
const schema = lazy(() =>
  z.object({
    ...runBase(),
    kind: z.literal('enrich'),
    /** What is done with each creator: its data fetched, queued for enrichment, or put on the weekly refresh. */
    action: z.enum(['enrich', 'queue', 'weekly']),
    /** The platform of handles that name none; may be blank. */
    platform: z.string(),
    /** How cells are read; a run that began before there was a choice has none. */
    reading: z.optional(keyReading()),
    /** Names or paths, in the order of their columns. */
    fields: z.array(z.string()),
    mode: z.enum(['fill', 'overwrite', 'new']),
    /** The row from which to look for what is left. */
    next: z.number(),
    /** Rows at the start, and rows by their outcome: done, cached, queued, not found, private, failed, unreadable... */
    rows: z.number(),
    counts: z.custom<Record<string, number>>(isRecord),
    /** Rows of other runs at the start, by outcome: they stand in the same status column. */
    others: z.optional(z.custom<Record<string, number>>(isRecord)),
    /** Creators whose status leaves them out: skipped, unless it says mark. */
    byStatus: z.optional(z.enum(['skip', 'mark'])),
    /** Where such creators were found. */
    leftOut: z.optional(z.custom<LeftOutPlace[]>(Array.isArray)),
  }),
);

export type EnrichRun = z.infer<ReturnType<typeof schema>>;

export const ENRICH_RUN: RunShape<EnrichRun> = { schema };

/** Which of the selected rows: all, or by what an earlier run said of them. */
export type WhichRows = 'all' | 'failed' | 'queued' | 'old';

export interface EnrichPlan {
  sheetId: number;
  keys: KeyColumn;
  /** `queue` has creators fetched that influData does not know yet, `weekly` puts known ones on the weekly refresh: both free. */
  action: EnrichRun['action'];
  /** The platform of handles that name none; may be blank. */
  platform: string;
  /** Names of the profile and audience catalogues, or paths into the API's answer. */
  fields: string[];
  mode: EnrichRun['mode'];
  /** If several columns have a field's header, the first is written to; otherwise that field gets a new column. */
  takesDoubles?: boolean | undefined;
  which: WhichRows;
  /** Of these the rows of the first few creators, as a trial, or the rest of them after it. */
  part?: 'first' | 'rest' | undefined;
  /** For `old`: rows whose data is older than so many days. */
  olderThanDays: number;
  /** Buys again what is fresh. */
  again: boolean;
  cap: number;
  /** What happens to creators whose status leaves them out; nothing said: they are skipped. */
  byStatus?: ByStatus | undefined;
  /** Leaves out rows that are hidden by now, for plans that no page has checked. */
  skipsHidden?: boolean;
  /** Leaves out rows that were bought on another platform than the plan's: it would buy somebody else in their place. */
  keepsOwners?: boolean;
}
