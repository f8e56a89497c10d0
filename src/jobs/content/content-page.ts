import { RUN_PAGE } from '../../gate/keep';
import { contentQuestion, type Question } from '../../api/question';
import type { Host } from '../../core/ports';
import { SECOND_MS } from '../../core/time';
import { parseContent, type ContentPage } from '../../schema/content';
import { contentQueryOf } from '../../schema/content-search';
import { instantText } from '../../schema/filter';
import { runRequest, buy, isFull, failure } from '../run/purchase';
import type { Stretch } from './content-stretch';
import { isOverBudget, type RunReason } from '../../schema/run-reason';
import type { ContentRun } from './content-state';

/** One page of a run, or why there is none. */
export type PageReply =
  | { kind: 'page'; page: ContentPage; atMs: number; charged: number }
  /** The step has no time left for it. */
  | { kind: 'later' }
  /** The API does not know its cursor any more. */
  | { kind: 'expired' }
  | { kind: 'problem'; reason: RunReason; isBudget: boolean };

const TIMES = { lastSendMs: 21 * SECOND_MS, giveUpMs: 28 * SECOND_MS };

/** Only by upload time is there an order in which to go on after a cursor has expired. */
export const isOrdered = ({ action, filters }: Pick<ContentRun, 'action' | 'filters'>): boolean =>
  action === 'sync' || ['uploaded', undefined].includes(filters['sorting']);

/** The query for a stretch, within the dates that the person chose. */
function queryOf(run: ContentRun, { from, to }: Stretch): Record<string, string> {
  const { created_at_gte: least = '', created_at_lte: most = '', ...filters } = contentQueryOf(run.filters);
  const [fromMs, toMs] = [
    Math.max(from ?? 0, Date.parse(least) || 0),
    Math.min(to ?? Infinity, Date.parse(most) || Infinity),
  ];
  return {
    ...filters,
    ...(isOrdered(run) ? { sorting: 'uploaded' } : {}),
    ...(fromMs > 0 ? { created_at_gte: instantText(fromMs) } : {}),
    ...(toMs < Infinity ? { created_at_lte: instantText(toMs) } : {}),
    ...(run.offset > 0 ? { offset: String(run.offset) } : {}),
  };
}

/**
 * A page is filed under its run and number. If the script is killed after paying and before writing, the page is taken
 * from the cache, and its receipt outlives that.
 */
const questionOf = (run: ContentRun, stretch: Stretch, limit: number): Question => ({
  ...contentQuestion(queryOf(run, stretch), { limit, ...(run.cursor === '' ? {} : { cursor: run.cursor }) }),
  key: `${RUN_PAGE}${run.id}/${run.page}`,
});

/** The next page of a run: at most `limit` pieces, 1 request each. */
export function askPage(host: Host, run: ContentRun, stretch: Stretch, limit: number, beganMs: number): PageReply {
  const question = questionOf(run, stretch, limit);
  // It is filed under the run, so it is the run's own whatever the clocks say.
  const consent = { startedMs: 0, buyLost: run.buyLost };
  const { replies, charged } = buy(host, [question], consent, runRequest(host, run, 'content', beganMs, TIMES));
  const reply = replies.get(question.key);
  if (!reply) return { kind: 'later' };
  if (reply.kind === 'waiting')
    return reply.limit
      ? { kind: 'problem', reason: reply.limit, isBudget: isOverBudget(reply.limit) }
      : { kind: 'later' };
  if (reply.kind === 'error')
    // Only limit and cursor were sent, so a refusal means the cursor.
    return run.cursor !== '' && reply.error.code === 'rejected'
      ? { kind: 'expired' }
      : { kind: 'problem', reason: failure(reply.error), isBudget: false };
  const { state, body, atMs, requests } = reply.answer;
  if (!isFull(reply.answer))
    return {
      kind: 'problem',
      reason: state === 'receipt' ? { code: 'lost', requests } : { code: 'unreadable' },
      isBudget: false,
    };
  return { kind: 'page', page: parseContent(body), atMs, charged };
}
