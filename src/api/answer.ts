import type { StoredError } from '../core/error';
import type { AnswerKind } from './price';

/**
 * What is kept of one question to the API:
 *
 * - `full`: the API's own answer is in `body`.
 * - `compact`: what fits into document properties for weeks is in `body`; the rest is gone.
 * - `receipt`: it was paid for, and only that is known.
 * - `queued` (201), `audiencePending` (202), `notFound` (404): states that the API answered with.
 * - `unreadable`: status 200 and no sense in it; it may have been charged, so it is not asked again for a day.
 * - `failed`: a refusal, kept for some minutes so that a thousand cells do not repeat it; counts for one API key only.
 */
export type AnswerState =
  | 'full'
  | 'compact'
  | 'receipt'
  | 'queued'
  | 'audiencePending'
  | 'notFound'
  | 'unreadable'
  | 'failed';

export interface Answer {
  /** `<kind>:<what>`, for example `profile:instagram/adidas`. */
  key: string;
  state: AnswerState;
  /** When the API said it. */
  atMs: number;
  freshUntilMs: number;
  /** What was charged for it, in requests. */
  requests: number;
  body?: unknown;
  /** For `failed`: the code, its sentence, and the fingerprint of the API key that it happened to. */
  failure?: StoredError & { fingerprint: string };
}

export const kindOf = (key: string): AnswerKind => key.slice(0, key.indexOf(':')) as AnswerKind;

/** Asked so that something is done, and not to learn something. The answer is told once and kept nowhere. */
export const isAction = (key: string): boolean => /^(weekly|queue):/.test(key);

/** The keys under which an answer may be: a report contains the profile (notes, item 12). */
export const homesOf = (key: string): string[] =>
  kindOf(key) === 'profile' ? [key, key.replace('profile', 'audience')] : [key];
