import type { Answer } from '../../api/answer';
import type { Question } from '../../api/question';
import type { ErrorCode, InfluError } from '../../core/error';
import type { Host } from '../../core/ports';
import { SECOND_MS } from '../../core/time';
import type { AskRequest, Reply } from '../../gate/ask-request';
import { ask, look, peek } from '../../gate/client';
import type { RunReason } from '../../schema/run-reason';
import { isHalted } from './run-state';

/** What a buyer has agreed to. A buyer is a run, or somebody who clicked once. */
export interface Consent {
  /** Answers from this instant on are the buyer's own. */
  startedMs: number;
  /** Everything that is not the buyer's own is bought anew. */
  again?: boolean | undefined;
  /** Resume was clicked: what the buyer has paid for and lost is bought once more. */
  buyLost?: boolean | undefined;
}

export type Purchase =
  /** Nothing is known of it. */
  | 'new'
  /** Known, and free. */
  | 'saved'
  /** Bought although something is known of it. */
  | 'again'
  /** Paid for by this very buyer and no longer kept: not bought again unasked. */
  | 'lost';

/** Whether an answer says what was asked, and not only that it was paid for. */
type IsWhole = (answer: Answer) => boolean;

export const isFull: IsWhole = ({ state }) => state === 'full';
/** An answer in short counts too, and so does that there is nothing. */
export const isTold: IsWhole = ({ state }) => state !== 'receipt' && state !== 'unreadable';

/** What to do about a question, given what is known of it. All purchases, and the prices shown before them, rest on this. */
export function purchaseOf(answer: Answer | undefined, consent: Consent, isWhole: IsWhole = isFull): Purchase {
  if (!answer) return 'new';
  const isOwn = answer.atMs >= consent.startedMs;
  if (isWhole(answer)) return isOwn || !consent.again ? 'saved' : 'again';
  // What was lost before the buyer began was part of the price.
  return !isOwn || consent.buyLost ? 'again' : 'lost';
}

/** Known, and free unless everything is bought again. The rest makes up the price. */
export const isSaved = (answer: Answer | undefined, isWhole: IsWhole = isFull): boolean =>
  purchaseOf(answer, { startedMs: Infinity }, isWhole) === 'saved';

export type PurchaseRequest = Omit<AskRequest, 'questions' | 'again'>;

/** Asks for what is new and, separately, for what is bought again although something is known of it. */
export function askParted(
  host: Host,
  fresh: readonly Question[],
  anew: readonly Question[],
  request: PurchaseRequest,
): Map<string, Reply> {
  const { isForDataTab, ...always } = request;
  const got = (questions: readonly Question[], more: Partial<AskRequest>): Map<string, Reply> =>
    questions.length === 0 ? new Map() : ask(host, { ...always, questions, ...more });
  return new Map([
    ...got(fresh, isForDataTab ? { isForDataTab } : {}),
    // Properties are read first, so what is bought again must replace what they keep.
    ...got(anew, { again: true }),
  ]);
}

export interface Bought {
  /** By the questions' keys, the saved ones too. What is missing needs more time. */
  replies: Map<string, Reply>;
  /** Keys of what is lost. */
  lost: ReadonlySet<string>;
  /** What came in this call did cost, in requests. */
  charged: number;
}

/** Serves what is saved and buys the rest, as far as the buyer has agreed. */
export function buy(
  host: Host,
  questions: readonly Question[],
  consent: Consent,
  request: PurchaseRequest,
  isWhole: IsWhole = isFull,
): Bought {
  const beganMs = host.clock.now();
  const replies = new Map<string, Reply>();
  const lost = new Set<string>();
  // Otherwise `ask` serves what is known by itself, and looking first would cost three more calls.
  const known = consent.again ? look(host, questions) : new Map<string, Answer>();
  // Answers that are bought anew are not unpacked: thousands stand in the data tab.
  const own = questions.filter(({ key }) => (known.get(key)?.atMs ?? -Infinity) >= consent.startedMs);
  for (const [key, answer] of own.length > 0 ? peek(host, own) : []) {
    const purchase = purchaseOf(answer, consent, isWhole);
    if (purchase === 'lost') lost.add(key);
    if (purchase === 'lost' || purchase === 'saved') replies.set(key, { kind: 'answer', answer });
  }
  const open = questions.filter(({ key }) => !replies.has(key));
  // Split before anything is asked: otherwise what has just come would count as known and be bought again.
  const fresh = open.filter(({ key }) => !known.has(key));
  const anew = open.filter(({ key }) => known.has(key));
  for (const [key, reply] of askParted(host, fresh, anew, request)) replies.set(key, reply);
  const rest = fresh.filter(({ key }) => {
    const reply = replies.get(key);
    // What came just now is what there is.
    if (reply?.kind !== 'answer' || isWhole(reply.answer) || reply.answer.atMs >= beganMs) return false;
    const purchase = purchaseOf(reply.answer, consent, isWhole);
    if (purchase === 'lost') lost.add(key);
    return purchase === 'again';
  });
  for (const [key, reply] of askParted(host, [], rest, request)) replies.set(key, reply);
  let charged = 0;
  for (const reply of replies.values())
    if (reply.kind === 'answer' && reply.answer.atMs >= beganMs) charged += reply.answer.requests;
  return { replies, lost, charged };
}

/** How long Google lets menus and sidebars run (platform, quotas), and a little more. */
const DEAD_MS = 370 * SECOND_MS;

/** For asking on behalf of a person who waits: until when calls may leave, and when to give up, counted from `beganMs`. */
export const personRequest = (beganMs: number, { lastSendMs, giveUpMs }: { lastSendMs: number; giveUpMs: number }) => ({
  order: 'person' as const,
  lastSendMs: beganMs + lastSendMs,
  giveUpMs: beganMs + giveUpMs,
  expiresAtMs: beganMs + DEAD_MS,
});

/** The same for a run, which spends under its own cap, and no more once it is paused. */
export const runRequest = (
  host: Host,
  { id, cap, who }: { id: string; cap: number; who: string },
  what: string,
  ...times: Parameters<typeof personRequest>
) => ({ ...personRequest(...times), what, who, run: { id, cap, isHalted: () => isHalted(host, id) } });

/** Errors that stop a run rather than fail one creator: every further call would meet them too. */
const STOPPERS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'noKey',
  'badKey',
  'forbidden',
  'volumeUsed',
  'notAllowed',
  'notGranted',
  'hostLimit',
  'storeUnreadable',
  'newerState',
]);
/** Errors that may pass. If most of a batch meets them, the run stops, and what is left waits. */
const OUTAGES: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['apiDown', 'unreachable', 'busy']);

export const isStopper = ({ code }: InfluError): boolean => STOPPERS.has(code);

/** The failures that are one outage of the API, if most of a batch of so many met it. */
export function outageIn(failures: readonly InfluError[], batch: number): InfluError[] {
  const outages = failures.filter(({ code }) => OUTAGES.has(code));
  return outages.length > 1 && outages.length * 2 > batch ? outages : [];
}

/** An error as the reason for which a run rests. */
export const failure = ({ code, message, said }: InfluError): Extract<RunReason, { code: 'failed' }> => ({
  code: 'failed',
  error: code,
  message,
  said,
});
