import { InfluError, stored, type StoredError } from '../core/error';
import type { HttpReply } from '../core/ports';
import type { Said } from '../core/said';
import { instantMs, MINUTE_MS } from '../core/time';
import { parseJson } from '../core/text';
import { parseRefusal, type ApiRefusal } from '../schema/api-error';
import { parseBulkEnrich } from '../schema/bulk-enrich';
import { parseCities } from '../schema/cities';
import { parseClientInfo } from '../schema/client-info';
import { parseContent, type ContentPage } from '../schema/content';
import { parseDataStatus } from '../schema/data-status';
import { parseDiscovery } from '../schema/discovery';
import { parseProfile } from '../schema/profile';
import { REPLY } from '../schema/said-text';
import { AUDIENCE_PENDING_PRICE, PRICES, type AnswerKind } from './price';
import { ENDPOINTS } from './endpoint';
import { freshMs, type FreshDays } from './freshness';
import type { Answer, AnswerState } from './answer';
import { underHandle } from './answer-names';
import type { Question } from './question';
import { isPassing } from './retry';

/** What one reply means: answers to keep, what was charged, and whether to ask again. */
export interface Outcome {
  answers: Answer[];
  charged: number;
  /** The most that may have been charged on top of that. */
  unknown: number;
  error?: InfluError;
  /** The fault may pass. Try again after the backoff, or after the delay that the API asks for. */
  retry?: { retryAfter?: string };
  /** How many calls were in its wave, if the whole wave was lost. */
  lostOf?: number;
  /** A 429 although we kept our pace, so another spreadsheet uses the key. */
  slowed?: boolean;
  /** Google let it, or one of its wave, no more through. */
  limited?: boolean;
  /** The key cannot be used until then. */
  stop?: StoredError & { untilMs: number };
  /** What a refusal says of the balance, in requests. */
  available?: number;
}

export interface ReplyContext {
  nowMs: number;
  settings: FreshDays;
  fingerprint: string;
  keyEnd: string;
}

/** Throws `unreadable` where the body is not what the contract promises. */
const CHECKS: Record<AnswerKind, (body: unknown) => unknown> = {
  profile: parseProfile,
  audience: parseProfile,
  status: parseDataStatus,
  weekly: parseDataStatus,
  queue: parseBulkEnrich,
  search: parseDiscovery,
  content: parseContent,
  cities: parseCities,
  balance: parseClientInfo,
};

const BAD_KEY_MS = 10 * MINUTE_MS;
/** Where the reset date cannot be read, ask again after this. */
const UNKNOWN_RESET_MS = 60 * MINUTE_MS;

/** Reads one reply to one question. Pure. Source: contract, Response codes; notes, items 2 and 3. */
export function readReply(question: Question, reply: HttpReply, context: ReplyContext): Outcome {
  const { status } = reply;
  if (status === 200) return readSuccess(question, reply, context);
  if (status === 201) return answered(question, 'queued', 0, context);
  // Never more than the question can cost, so that a free question stays free whatever the answer says.
  if (status === 202)
    return answered(question, 'audiencePending', Math.min(AUDIENCE_PENDING_PRICE, question.requests), context);
  const refusal = parseRefusal(reply.text);
  if (isCutOff(reply)) return lostReply(question);
  if (isOfProxy(reply))
    return failed(question, new InfluError('apiDown', REPLY.withStatus(REPLY.apiDown, status, '')), context);
  if (status === 404) return readNotFound(question, context);
  if (status === 429 && refusal.resetDate !== undefined) return volumeUsed(question, refusal, context);
  if (status === 403) return forbidden(question, refusal, context);
  if (status === 401) {
    return stopping(new InfluError('badKey', REPLY.badKey(context.keyEnd)), context.nowMs + BAD_KEY_MS);
  }
  const retryAfter = reply.headers['retry-after'];
  const failure = failed(question, new InfluError(codeOf(status), sentenceOf(question, status, refusal)), context);
  return isPassing(status)
    ? { ...failure, retry: retryAfter === undefined ? {} : { retryAfter }, ...(status === 429 ? { slowed: true } : {}) }
    : failure;
}

/**
 * The API answers in JSON (contract, Error handling). A page of markup or a redirect is from a proxy or firewall before
 * it, and says nothing of a creator, a balance or a cursor. 401 and 429 mean the same from both; 500 and above are retried.
 */
const isOfProxy = ({ status, text }: HttpReply): boolean =>
  (status >= 300 && status < 400) ||
  (status >= 400 && status < 500 && status !== 401 && status !== 429 && /^\s*</.test(text));

/** A gateway that has given up waiting does not know whether the API behind it has charged. */
const isCutOff = ({ status, text }: HttpReply): boolean =>
  (status === 504 || status === 524) && parseJson(text) === undefined;

/** Of a call whose reply is lost: it may have been charged. */
export const lostReply = ({ requests, call }: Question): Outcome => ({
  answers: [],
  charged: 0,
  unknown: requests,
  error: new InfluError('unreachable', REPLY.unreachable),
  // An action may have been done already and is not repeated unasked; a GET can be (notes, item 3).
  ...(ENDPOINTS[call.endpoint].method === 'get' ? { retry: {} } : {}),
});

function readSuccess(question: Question, reply: HttpReply, context: ReplyContext): Outcome {
  const body = parseJson(reply.text);
  try {
    CHECKS[question.kind](body);
  } catch (error) {
    // A reply came, so it may have been charged; the balance will tell. Free calls are simply asked again later.
    const isFree = question.requests === 0;
    const failure = isFree ? new InfluError('unreadable', REPLY.unreadableFree) : (error as InfluError);
    failure.body = body;
    const failing = failed(question, failure, context);
    if (isFree) return failing;
    // It says itself that it failed, so asking once more cannot lose an answer.
    if (failure.code === 'apiDown') return { ...failing, unknown: question.requests };
    const answers = [answerTo(question.key, question, 'unreadable', question.requests, context)];
    return { answers, charged: 0, unknown: question.requests, error: failure };
  }
  const charged = question.kind === 'content' ? chargedFor(parseContent(body)) : question.requests;
  const answers = [{ ...answerTo(question.key, question, 'full', charged, context), body }];
  const [kind, price] = ALSO[question.kind] ?? [];
  if (kind !== undefined)
    answers.push({ ...answerTo(question.key.replace(/^\w+/, kind), { kind }, 'full', price ?? 0, context), body });
  return { answers: [...answers, ...answers.flatMap(underHandle)], charged, unknown: 0 };
}

/** What an answer also serves as, and what that would have cost. A report contains the profile (notes, item 12). */
const ALSO: Partial<Record<AnswerKind, [kind: AnswerKind, requests: number]>> = {
  audience: ['profile', PRICES.profile],
  weekly: ['status', PRICES.status],
};

/** The charge that the API states, or else the number of posts that came (contract, getContent). */
const chargedFor = ({ deducted, returned }: ContentPage): number => deducted ?? returned * PRICES.content;

function readNotFound(question: Question, context: ReplyContext): Outcome {
  // For content, 404 means that nothing matched: an empty result (notes, item 5).
  if (question.kind !== 'content') return answered(question, 'notFound', 0, context);
  const answers = [{ ...answerTo(question.key, question, 'full', 0, context), body: { items: [] } }];
  return { answers, charged: 0, unknown: 0 };
}

function volumeUsed(question: Question, refusal: ApiRefusal, context: ReplyContext): Outcome {
  const resetMs = instantMs(refusal.resetDate);
  const error = new InfluError('volumeUsed', resetMs === undefined ? REPLY.volumeUsed() : REPLY.volumeUsed(resetMs));
  const stopped = stopping(error, resetMs ?? context.nowMs + UNKNOWN_RESET_MS);
  // The stop lets free questions pass, so a free one needs a failure of its own, or it is asked again at once.
  return question.requests > 0 ? stopped : { ...stopped, ...failed(question, error, context) };
}

/** The stop itself tells everybody who asks. No answer is kept, so that the question is free when the stop ends. */
const stopping = (error: InfluError, untilMs: number): Outcome => ({
  answers: [],
  charged: 0,
  unknown: 0,
  error,
  stop: { untilMs, ...stored(error) },
});

/** 403 has two causes (contract, Error handling). If the body does not tell which, both are named. */
function forbidden(question: Question, refusal: ApiRefusal, context: ReplyContext): Outcome {
  const { available, message } = refusal;
  const isBalance = available !== undefined || /balance|insufficient/i.test(message);
  const isFeature = /not (enabled|available|included|part)/i.test(message);
  const sentence = isBalance ? tooLow(question, refusal) : isFeature ? notIncluded(question) : undefined;
  const error = new InfluError('forbidden', sentence ?? sentenceOf(question, 403, refusal));
  const failure = failed(question, error, context);
  return { ...failure, ...(available === undefined ? {} : { available }) };
}

const tooLow = ({ requests }: Question, { required = requests, available, message }: ApiRefusal): Said =>
  available === undefined ? REPLY.balanceLow(`403: ${message}`) : REPLY.balanceShort(required, available);

function notIncluded(question: Question): Said {
  if (isWeekly(question)) return REPLY.noWeekly;
  const { kind } = question;
  return REPLY.notIncluded[kind === 'audience' || kind === 'content' ? kind : 'other'];
}

type RefusalCode = 'forbidden' | 'busy' | 'apiDown' | 'rejected';
const CODES: Record<number, RefusalCode> = { 403: 'forbidden', 429: 'busy' };
const codeOf = (status: number): RefusalCode => CODES[status] ?? (status >= 500 ? 'apiDown' : 'rejected');

const isWeekly = ({ call }: Question): boolean =>
  Boolean(call.query?.['addToWeeklyEnrichment'] ?? call.body?.['addToWeeklyEnrichment']);

function sentenceOf(question: Question, status: number, { message }: ApiRefusal): Said {
  const sentence = status === 403 && isWeekly(question) ? REPLY.noWeekly : REPLY[codeOf(status)];
  return REPLY.withStatus(sentence, status, message);
}

const answerTo = (
  key: string,
  { kind }: Pick<Question, 'kind'>,
  state: AnswerState,
  requests: number,
  { nowMs, settings }: ReplyContext,
): Answer => ({ key, state, atMs: nowMs, freshUntilMs: nowMs + freshMs(kind, state, settings), requests });

const answered = (question: Question, state: AnswerState, charged: number, context: ReplyContext): Outcome => ({
  answers: [answerTo(question.key, question, state, charged, context)],
  charged,
  unknown: 0,
});

function failed(question: Question, error: InfluError, context: ReplyContext): Outcome {
  const failure = { ...stored(error), fingerprint: context.fingerprint };
  return {
    answers: [{ ...answerTo(question.key, question, 'failed', 0, context), failure }],
    charged: 0,
    unknown: 0,
    error,
  };
}
