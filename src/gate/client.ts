import { InfluError } from '../core/error';
import type { Host } from '../core/ports';
import { freshMs } from '../api/freshness';
import type { Answer } from '../api/answer';
import type { AskRequest, BalanceReply, Reply } from './ask-request';
import type { Question } from '../api/question';
import { openBook, purseOf } from './book';
import { Gate } from './gate';
import { quietInMs } from './balance-reading';
import { keyStateOf } from './gate-state';
import { Session } from './session';
import { REPLY } from '../schema/said-text';

/**
 * Answers questions as cheaply as it can. What is fresh takes one cache read, what is kept one copy of the properties,
 * and the rest goes through the gate: at most 6 property calls in all for a batch that goes well.
 * Throws `hostLimit` or `storeUnreadable` when not even the stored answers can be read.
 */
export function ask(host: Host, request: AskRequest): Map<string, Reply> {
  const session = new Session(host, request);
  session.takeCached();
  if (session.open.size > 0) session.answerOpen();
  return session.replies;
}

/** Reads the balance (free). If it was read in the last 10 minutes, gives what is left of that. In requests. */
export function askBalance(
  host: Host,
  { who, ...request }: Omit<AskRequest, 'questions' | 'who'> & { who?: string | (() => string) | undefined },
  again = false,
): BalanceReply {
  const book = request.book ?? openBook(host);
  const purse = request.purse ?? purseOf(host, book, request.order);
  if (purse.clientId === undefined) return { kind: 'error', error: new InfluError('noKey', REPLY.noClientId) };
  const state = keyStateOf(book.folded.state, purse.fingerprint);
  const known = state.reading;
  if (!again && known && book.context.nowMs - known.startMs < freshMs('balance', 'full', book.settings))
    return { kind: 'balance', left: known.left - known.spent };
  // Who acts is a call of its own, and here at last it is wanted.
  const by = typeof who === 'function' ? who() : who;
  const gate = new Gate(host, { ...request, ...(by === undefined ? {} : { who: by }), readBalance: 'now' }, () => []);
  if (again) host.clock.sleep(quietInMs(state, host.clock.now()));
  for (let attempt = 1; ; attempt++) {
    const admission = gate.admitLocked(purse, book.context.timeZone);
    const reading = admission?.reservation && gate.play(admission, purse).balance;
    // There was no turn, or it had passed, so nothing was sent.
    if (!reading) return { kind: 'pending' };
    const { left, info, outcome } = reading;
    if (left !== undefined) return { kind: 'balance', left, ...(info ? { info } : {}) };
    const waitMs = gate.waitBeforeMs(attempt, outcome);
    if (waitMs === undefined || !gate.hasTimeFor(waitMs))
      return { kind: 'error', error: outcome.error ?? new InfluError('unreadable', REPLY.noBalance) };
    host.clock.sleep(waitMs);
  }
}

/** What is known and fresh of these questions. It costs nothing and reads the properties once at most. */
export const peek = (host: Host, questions: readonly Question[]): Map<string, Answer> => lookUp(host, questions, false);

/**
 * The same for prices over thousands. Only that there is an answer, and its state, may be read from what it gives: no
 * answer is unpacked, and none is copied.
 */
export const look = (host: Host, questions: readonly Question[]): Map<string, Answer> =>
  lookUp(
    host,
    questions.map((question) => (question.kind === 'profile' ? { ...question, brief: true } : question)),
    true,
  );

function lookUp(host: Host, questions: readonly Question[], isLook: boolean): Map<string, Answer> {
  const now = host.clock.now();
  const request = { questions, order: 'person', what: '', lastSendMs: now, giveUpMs: now, expiresAtMs: now } as const;
  const known = new Map<string, Answer>();
  for (const [key, reply] of new Session(host, request).peek(isLook))
    if (reply.kind === 'answer') known.set(key, reply.answer);
  return known;
}
