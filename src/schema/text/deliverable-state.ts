import type { DeliverableState } from '../deliverable-state';

/** What a deliverable's cell says, for everybody and every formula. */
export const STATE_WORDS: Readonly<Record<DeliverableState, string>> = {
  unknownPost: 'post not found',
  takenPost: 'counts above',
  disclosureMissing: 'disclosure missing',
  hashtagMissing: 'tag missing',
  mentionMissing: 'mention missing',
  postedTwice: 'posted twice',
  late: 'late',
  live: 'live',
  unseen: 'not covered',
  open: 'open',
  missing: 'missing',
  unchecked: 'not checked',
};
