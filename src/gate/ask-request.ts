import type { InfluError } from '../core/error';
import type { Purse } from './purse';
import type { ClientInfo } from '../schema/client-info';
import type { LimitReason } from '../schema/run-reason';
import type { Answer } from '../api/answer';
import type { Book } from './book';
import type { Question } from '../api/question';

export interface AskRequest {
  questions: readonly Question[];
  /** Whose key pays: see `findPurse`. */
  order: 'formula' | 'person';
  /** A key that is not stored yet, to be tested. */
  purse?: Purse;
  /** For the ledger: formula, search, run... */
  what: string;
  /** For the ledger. Formulas leave it out: there it is the key's owner. */
  who?: string;
  /** No call starts after this. */
  lastSendMs: number;
  /** What is not finished by then is `pending`. */
  giveUpMs: number;
  /** By then the platform has killed this execution. */
  expiresAtMs: number;
  /** A copy of the properties that the caller has read already. */
  book?: Book;
  /** Buy although a fresh answer is known. */
  again?: boolean;
  /**
   * The run that this belongs to, and the most that it may spend in all. The ledger knows what it has spent. Once it is
   * halted, which is looked up before each wave, no further wave is sent.
   */
  run?: { id: string; cap: number; isHalted?: () => boolean };
  /** The caller puts what is paid for into the data tab, so properties need not keep it. */
  isForDataTab?: true;
  /** Read the balance now, whatever its age. */
  readBalance?: 'now';
}

/** What became of one question. No paid answer is thrown away, and what has no answer says why. */
export type Reply =
  | { kind: 'answer'; answer: Answer }
  /** It needs more time, or a limit is in the way. */
  | { kind: 'waiting'; limit?: LimitReason }
  | { kind: 'error'; error: InfluError };

export type BalanceReply =
  /** `info` is what came with it, if it was read just now. */
  { kind: 'balance'; left: number; info?: ClientInfo } | { kind: 'pending' } | { kind: 'error'; error: InfluError };
