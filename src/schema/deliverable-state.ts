import type { Assignment } from './assignment';
import { daysLate, isSeen, type Deliverable } from './deliverable';

/**
 * What can be said of a deliverable, in the order in which it is said. What can
 * still be mended comes first, and a disclosure before all, since the law asks for it; then what a person must choose; then
 * what is a fact.
 */
export const DELIVERABLE_STATES = [
  /** The chosen post is not among those that are known, or counts for a deliverable above. */
  'unknownPost',
  'takenPost',
  'disclosureMissing',
  'hashtagMissing',
  'mentionMissing',
  'postedTwice',
  'late',
  'live',
  /** Nothing found: influData has no posts of that platform; it isn't due yet; it was due, and posts are known through that day; they are not. */
  'unseen',
  'open',
  'missing',
  'unchecked',
] as const;
export type DeliverableState = (typeof DELIVERABLE_STATES)[number];

/** ISO days in the spreadsheet's time zone. */
export interface Known {
  today: string;
  /** The last day of which all posts are known, by the content sheet's own watermark; `''`: none. */
  throughDay: string;
}

/**
 * The first of these that is true. A post that counted and that the API does not give any more stays as the sheet has it: it
 * may be deleted, or the account private or below the sheet's own filter, and no answer tells these apart. So there is no
 * state of being deleted.
 */
export function stateOf(
  deliverable: Deliverable,
  assignment: Assignment,
  { today, throughDay }: Known,
): DeliverableState {
  const { post, lacks, refused, others } = assignment;
  if (refused) return refused === 'taken' ? 'takenPost' : 'unknownPost';
  const { dueDay } = deliverable;
  if (!post || !lacks) {
    if (!isSeen(deliverable)) return 'unseen';
    if (dueDay === '' || dueDay >= today) return 'open';
    return throughDay >= dueDay ? 'missing' : 'unchecked';
  }
  const isTrue: Partial<Record<DeliverableState, boolean>> = {
    disclosureMissing: lacks.disclosure,
    hashtagMissing: lacks.hashtags.length > 0,
    mentionMissing: lacks.mentions.length > 0,
    postedTwice: others.length > 0,
    late: daysLate(deliverable, post) > 0,
  };
  return DELIVERABLE_STATES.find((state) => isTrue[state]) ?? 'live';
}
