/** What each kind of question costs at most, in requests (contract, Request budget & costs). For content, each post. */
export const PRICES = {
  profile: 1,
  audience: 20,
  status: 0,
  /** An action, as `queue` is: see `isAction`. */
  weekly: 0,
  queue: 0,
  search: 1,
  content: 1,
  cities: 0,
  balance: 0,
};

export type AnswerKind = keyof typeof PRICES;

/** For a 202: influData has the creator, but the audience report is not ready yet (contract, getUserData). */
export const AUDIENCE_PENDING_PRICE = 1;
