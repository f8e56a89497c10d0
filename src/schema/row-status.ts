/**
 * The words of a creator's state, one table for formulas, runs, what is counted and the page. A status cell begins with
 * one of them and may go on with a reason. People count and filter by them, so they stay as they are.
 */
export const OUTCOMES = [
  'done',
  'cached',
  'queued',
  'weekly',
  'audience pending',
  'no audience data',
  'private',
  'not found',
  'skipped',
  'failed',
  'unreadable',
] as const;
export type RowOutcome = (typeof OUTCOMES)[number];

/** What influData answers instead of data, as cells show it. */
const STATE_WORDS = {
  queued: 'queued',
  audiencePending: 'audience pending',
  notFound: 'not found',
} as const satisfies Record<string, RowOutcome>;

/** The word of an answer's state; undefined where the answer is data, or says nothing. */
export const stateWord = (state: string): RowOutcome | undefined => (STATE_WORDS as Record<string, RowOutcome>)[state];

/** A row that a run has yet to do. */
export const WAITING = 'waiting';
/** A row that a run has left when it ended. */
export const NOT_RUN = 'not run';
const IN_DATABASE = 'in the database';

/** Rows that can be chosen for a next run, by how their status begins. */
const ROW_GROUPS = {
  failed: ['failed', NOT_RUN, WAITING],
  queued: ['queued', 'audience pending', IN_DATABASE],
} as const;

const begins = (text: string, words: readonly string[]): string | undefined =>
  words.find((word) => text.startsWith(word));

export const isInGroup = (group: keyof typeof ROW_GROUPS, status: unknown): boolean =>
  begins(String(status ?? ''), ROW_GROUPS[group]) !== undefined;

/** What a status cell counts as; undefined if the row has no result yet. */
export function outcomeOf(status: unknown): RowOutcome | undefined {
  const text = String(status ?? '');
  return text.startsWith(IN_DATABASE) ? 'done' : (begins(text, OUTCOMES) as RowOutcome | undefined);
}
