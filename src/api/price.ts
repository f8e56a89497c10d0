import type { AnswerKind } from './answer';

/** What each kind of question costs at most, in requests (contract, Request budget & costs). Content costs this a piece. */
export const PRICES: Record<AnswerKind, number> = {
  profile: 1,
  audience: 20,
  status: 0,
  weekly: 0,
  queue: 0,
  search: 1,
  content: 1,
  cities: 0,
  balance: 0,
};

/** A 202: the creator is there, the audience analysis is not ready yet (contract, getUserData). */
export const AUDIENCE_PENDING_PRICE = 1;
