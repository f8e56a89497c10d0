import * as z from 'zod/mini';
import { lazy } from '../../core/lazy';
import type { Table, Workbook } from '../../core/ports';
import { parseJson } from '../../core/text';

const memoSchema = lazy(() =>
  z.object({
    version: z.literal(1),
    kind: z.literal('campaign'),
    /** Its name among the document properties, where its cap stands. */
    id: z.string(),
    /** The sheets with its posts, and with its totals. */
    posts: z.array(z.number()),
    totalsId: z.optional(z.number()),
    /** The totals were begun and are not whole: what was killed is laid out anew. */
    totalsBegun: z.optional(z.boolean()),
  }),
);

/** What a tracker remembers. One that was made of a template has none before its first posts. */
export type CampaignMemo = Omit<z.infer<ReturnType<typeof memoSchema>>, 'version' | 'kind'>;

export const campaignMemo = (memo: CampaignMemo): string => JSON.stringify({ version: 1, kind: 'campaign', ...memo });

/** Of every tracker. A copied spreadsheet has them, and no cap yet. */
export const campaignMemos = (workbook: Workbook): { table: Table; memo: CampaignMemo }[] =>
  workbook.memos().flatMap(({ table, text }) => {
    const read = z.safeParse(memoSchema(), parseJson(text));
    return read.success ? [{ table, memo: read.data }] : [];
  });
