import { InfluError } from '../core/error';
import type { Host, HttpReply } from '../core/ports';
import { SECOND_MS } from '../core/time';
import { parseClientInfo, type ClientInfo } from '../schema/client-info';
import { LATENESS_MS, leftFor, type Admission } from './admit';
import type { Purse } from './purse';
import type { AskRequest } from './ask-request';
import { tellProgress } from './run-spend';
import type { Settings } from './settings';
import { NOTHING, plus } from './spend';
import { isAction, type Answer } from '../api/answer';
import { writeCached } from './answer-cache';
import { ENDPOINTS, httpRequest } from '../api/endpoint';
import { briefAnswer } from './keep';
import { balanceQuestion, type Question } from '../api/question';
import { readReply, type Outcome, type ReplyContext } from '../api/reply';
import { settle, type RefusedBalance } from './settle';

/** What became of the calls that were granted. */
export interface RoundResult {
  outcomes: Map<string, Outcome>;
  /** Not sent: their turn had passed, the balance turned out too low, or their run was halted. Nothing was charged for them. */
  unsent: Set<string>;
  /** The turns that those had: instant and count. */
  freeTurns: [atMs: number, count: number][];
  /** The balance does not reach for these. */
  unaffordable: Set<string>;
  /** Its run was halted: what is unsent is not wanted any more. */
  isHalted: boolean;
  balance?: BalanceReading;
  /** What calls that the balance did not reach for said of it last. */
  refused?: RefusedBalance;
}

export interface RoundContext {
  host: Host;
  purse: Purse;
  settings: Settings;
  /** Replies later than this are of no use to the caller. */
  giveUpMs: number;
  isArchived?: boolean;
  run?: AskRequest['run'];
}

/** How long a call may take at least, whatever is left: less would fail for nothing. */
const SHORTEST_TIMEOUT_SECONDS = 5;
/** So long before a wave it is looked whether it is still wanted: a property read, and some. */
const LOOK_MS = 60;

/** Sends what was granted, each wave at its time; keeps each answer at once; leaves the settlement in the slot. */
export function playRound(
  admission: Admission,
  questions: ReadonlyMap<string, Question>,
  context: RoundContext,
): RoundResult {
  const { host } = context;
  const result: RoundResult = {
    outcomes: new Map(),
    unsent: new Set(),
    freeTurns: [],
    unaffordable: new Set(),
    isHalted: false,
  };
  const balance = admission.readBalanceAtMs === undefined ? undefined : readBalance(admission.readBalanceAtMs, context);
  const waves = wavesOf(admission, questions);
  if (balance) result.balance = balance;
  const isBlind =
    context.settings.keepBalance > 0 && admission.readBalanceAtMs !== undefined && balance?.left === undefined;
  if (balance?.left !== undefined) dropUnaffordable(balance.left, balance.atMs, admission, waves, context, result);
  let latencyMs = balance?.latencyMs;
  // A balance is to be kept and could not be read: better to ask again than to guess.
  let isLate = isBlind;
  for (const { atMs, calls } of waves) {
    if (calls.length === 0) continue;
    if (!isLate && !result.isHalted) {
      tell({ atMs, calls }, admission, result, context);
      sleepUntil(host, atMs - LOOK_MS);
      result.isHalted = isHalted(context);
    }
    if (!isLate && !result.isHalted) sleepUntil(host, atMs);
    isLate = isLate || host.clock.now() > atMs + LATENESS_MS;
    if (isLate || result.isHalted) {
      for (const { key } of calls) result.unsent.add(key);
      result.freeTurns.push([atMs, calls.length]);
      continue;
    }
    const sentMs = host.clock.now();
    const sent = send(calls, context);
    latencyMs = Math.max(latencyMs ?? 0, host.clock.now() - sentMs);
    const reading = replyContext(context);
    calls.forEach((question, index) => {
      const reply = masked(sent.replies?.[index], context);
      result.outcomes.set(
        question.key,
        reply ? readReply(question, reply, reading) : lost(question, sent.refusal, calls.length),
      );
    });
    const left = leastAvailable(calls.map(({ key }) => result.outcomes.get(key)));
    if (left !== undefined) result.refused = { left, atMs: sentMs, endMs: host.clock.now() };
    keep(
      host,
      calls.flatMap(({ key }) => finalAnswers(result.outcomes.get(key))),
    );
  }
  settle(host, admission, questions, {
    ...result,
    isArchived: context.isArchived ?? false,
    outcomes: new Map(
      [...result.outcomes].map(([key, outcome]) => [key, { ...outcome, answers: kept(outcome.answers) }]),
    ),
    ...(latencyMs === undefined ? {} : { latencyMs }),
  });
  return result;
}

const sleepUntil = ({ clock }: Host, atMs: number): void => clock.sleep(Math.max(0, atMs - clock.now()));

/** What cannot be looked at is no reason to stop. */
function isHalted({ run }: RoundContext): boolean {
  try {
    return run?.isHalted?.() ?? false;
  } catch {
    return false;
  }
}

/** How far a run is, for whoever looks: with the wave that leaves next, at its worst. */
function tell(
  { atMs, calls }: PlannedWave,
  { reservation }: Admission,
  { outcomes }: RoundResult,
  { host, run, giveUpMs }: RoundContext,
): void {
  if (!run || !reservation) return;
  const came = [...outcomes.values()].reduce(plus, NOTHING);
  const leaving = calls.reduce((sum, { requests }) => sum + requests, 0);
  tellProgress(host.cache, run.id, {
    id: reservation.id,
    charged: came.charged,
    unknown: came.unknown + leaving,
    calls: calls.length,
    leavesAtMs: atMs,
    untilMs: giveUpMs + TOLD_FOR_MS,
  });
}

/** A round may end after its caller gives up: a call lasts some seconds, whatever is left. */
const TOLD_FOR_MS = 10 * SECOND_MS;

interface PlannedWave {
  atMs: number;
  calls: Question[];
}

function wavesOf({ decisions }: Admission, questions: ReadonlyMap<string, Question>): PlannedWave[] {
  const waves = new Map<number, Question[]>();
  for (const [key, decision] of decisions) {
    const question = questions.get(key);
    if (decision.kind !== 'granted' || !question) continue;
    waves.set(decision.sendAtMs, [...(waves.get(decision.sendAtMs) ?? []), question]);
  }
  return [...waves].sort(([left], [right]) => left - right).map(([atMs, calls]) => ({ atMs, calls }));
}

/** Whatever the API answers, the key does not reach a cell: only its end is ever shown. */
const masked = (reply: HttpReply | undefined, { purse }: RoundContext): HttpReply | undefined =>
  reply?.text.includes(purse.key) ? { ...reply, text: reply.text.split(purse.key).join(`…${purse.keyEnd}`) } : reply;

interface Sent {
  replies?: HttpReply[];
  /** The host itself would not send: nothing left this machine. */
  refusal?: InfluError;
}

/** No reply is known when any request of a wave could not be sent: the platform then returns none. */
function send(calls: readonly Question[], { host, purse, giveUpMs }: RoundContext): Sent {
  const leftSeconds = Math.floor((giveUpMs - host.clock.now()) / SECOND_MS);
  const timeoutSeconds = Math.max(SHORTEST_TIMEOUT_SECONDS, leftSeconds);
  try {
    return { replies: host.transport.fetchAll(calls.map(({ call }) => httpRequest(call, purse.key, timeoutSeconds))) };
  } catch (error) {
    return error instanceof InfluError ? { refusal: error } : {};
  }
}

/** Calls of one wave are refused one after the other: the last of them knows best. */
function leastAvailable(outcomes: readonly (Outcome | undefined)[]): number | undefined {
  const said = outcomes.flatMap((outcome) => outcome?.available ?? []);
  return said.length === 0 ? undefined : Math.min(...said);
}

const lost = (question: Question, refusal: InfluError | undefined, calls: number): Outcome =>
  refusal
    ? { answers: [], charged: 0, unknown: 0, error: refusal }
    : {
        answers: [],
        charged: 0,
        unknown: question.requests,
        error: unreachable(),
        lostOf: calls,
        // What may have been done already is not done again unasked (notes, item 3: a GET).
        ...(ENDPOINTS[question.call.endpoint].method === 'get' ? { retry: {} } : {}),
      };

const unreachable = (): InfluError =>
  new InfluError(
    'unreachable',
    'influData could not be reached. Check the connection and try again; Usage shows whether it was charged.',
  );

/** A failure that is tried again is not yet an answer. */
const finalAnswers = (outcome: Outcome | undefined): Answer[] => (outcome && !outcome.retry ? outcome.answers : []);

const kept = (answers: readonly Answer[]): Answer[] => answers.filter(({ key }) => !isAction(key));

/** What costs more than a profile is also larger: with a receipt as its brief part, the whole is packed. */
const briefPart = (answer: Answer): Answer | undefined =>
  briefAnswer(answer) ?? (answer.requests > 1 ? { ...answer, state: 'receipt', body: undefined } : undefined);

/** Losing a copy in the cache costs nothing: the settlement keeps what must not be lost. */
export function keep(host: Host, answers: readonly Answer[]): void {
  try {
    writeCached(host.cache, host.zip, kept(answers), briefPart);
  } catch {
    // CacheService may refuse at any time.
  }
}

/** What getClientInfo said; without `left` it did not say, and what was admitted was admitted by what was known. */
export interface BalanceReading {
  atMs: number;
  endMs: number;
  outcome: Outcome;
  latencyMs: number;
  left?: number;
  info?: ClientInfo;
}

/** Undefined when its turn had passed: then it is not sent. */
function readBalance(atMs: number, context: RoundContext): BalanceReading | undefined {
  const { host, purse } = context;
  if (host.clock.now() > atMs + LATENESS_MS) return undefined;
  sleepUntil(host, atMs);
  const sentMs = host.clock.now();
  const question = balanceQuestion(purse.clientId ?? '');
  const sent = send([question], context);
  const reply = masked(sent.replies?.[0], context);
  const outcome = reply ? readReply(question, reply, replyContext(context)) : lost(question, sent.refusal, 1);
  const body = outcome.answers.find(({ state }) => state === 'full')?.body;
  const endMs = host.clock.now();
  const info = body === undefined ? undefined : parseClientInfo(body);
  return {
    atMs: sentMs,
    endMs,
    outcome,
    latencyMs: endMs - sentMs,
    ...(info ? { left: info.requestsLeft, info } : {}),
  };
}

const replyContext = ({ host, purse, settings }: RoundContext): ReplyContext => ({
  nowMs: host.clock.now(),
  settings,
  fingerprint: purse.fingerprint,
  keyEnd: purse.keyEnd,
});

/** The balance was read behind the reservation: what it does not reach for is not sent. */
function dropUnaffordable(
  left: number,
  startMs: number,
  admission: Admission,
  waves: PlannedWave[],
  { purse, settings }: RoundContext,
  result: RoundResult,
): void {
  let available = leftFor(admission, purse.fingerprint, left, startMs) - settings.keepBalance;
  for (const wave of waves)
    wave.calls = wave.calls.filter(({ key, requests }) => {
      if (requests <= available) {
        available -= requests;
        return true;
      }
      result.unaffordable.add(key);
      return false;
    });
}
