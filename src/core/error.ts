import { englishOf, saidOf, verbatim, type Said, type Told } from './said';

/**
 * Why something could not be done. The set is closed; each line says what happened and whether anything was charged.
 * Expected states of a creator (queued, not found, pending...) are values, not errors: see `answer.ts`.
 */
export type ErrorCode =
  | 'badInput' //          what the user typed cannot be used; nothing was sent
  | 'noKey' //             no API key is stored; nothing was sent
  | 'badKey' //            the API refused the key (401); not charged
  | 'forbidden' //         balance too low or feature not enabled (403); not charged
  | 'rejected' //          the API refused the request (other 4xx); not charged
  | 'volumeUsed' //        monthly volume used up (429 with resetDate); not charged
  | 'busy' //              burst limit, retries used up (429); not charged
  | 'apiDown' //           5xx, retries used up; not charged
  | 'unreachable' //       no reply; it may have been charged
  | 'unreadable' //        a reply that is not what the contract says; it may have been charged
  | 'notAllowed' //        a cap, a switch or a setting forbids it; nothing was sent
  | 'notGranted' //        a person has not granted a permission that it takes; nothing was sent
  | 'hostLimit' //         one of Google's own quotas is used up; of a wave, some calls may have left
  | 'storeUnreadable' //   stored settings or state cannot be read; spending stops
  | 'newerState' //        a newer version of the add-on has written what is stored; this one stops spending
  | 'sheet'; //            the spreadsheet refused a read or a write

/**
 * An error with a closed code and one sentence for the user that ends with the next step. Its `message` is English, for
 * cells and the log; `said` is worded in the language of whoever reads it.
 */
export class InfluError extends Error implements Told {
  override readonly name = 'InfluError';
  /** The answer that could not be read, for comparing it with what was expected. It is never shown to anybody. */
  body?: unknown;
  constructor(
    readonly code: ErrorCode,
    readonly said: Said,
  ) {
    super(englishOf(said));
  }
}

/** As it is stored. */
export interface StoredError extends Told {
  code: string;
}

export const stored = ({ code, message, said }: InfluError): StoredError => ({ code, message, said });

export const restored = (error: StoredError): InfluError => new InfluError(error.code as ErrorCode, saidOf(error));

export const badInput = (said: Said): InfluError => new InfluError('badInput', said);

/** In English. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A foreign error speaks as its maker does. */
export const saidBy = (error: unknown): Said => (error instanceof InfluError ? error.said : verbatim(messageOf(error)));
