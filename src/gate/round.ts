import type { Host } from '../core/ports';
import { parseClientInfo, type ClientInfo } from '../schema/client-info';
import { LATENESS_MS, leftFor, type Admission } from './admit';
import type { AskRequest } from './ask-request';
import { lookoutOf, sleepUntil, type PlannedWave } from './lookout';
import { NOTHING, plus } from './spend';
import { isAction, type Answer } from '../api/answer';
import { writeCached } from './answer-cache';
import { briefAnswer } from './keep';
import { balanceQuestion, type Question } from '../api/question';
import type { Outcome } from '../api/reply';
import { settle, type RefusedBalance } from './settle';
import { sendWave, unsentBy, type WaveContext } from './wave';

/** What became of the calls that were granted. */
export interface RoundResult {
  outcomes: Map<string, Outcome>;
  /** Not sent, and so not charged: their turn had passed, the balance could not be read, or their run was halted. */
  unsent: Set<string>;
  /** The turns that those would have had: instant and count. */
  freeTurns: [atMs: number, count: number][];
  /** The balance does not cover these. */
  unaffordable: Set<string>;
  /** Its run was halted, so what is unsent is no longer wanted. */
  isHalted: boolean;
  balance?: BalanceReading;
  /** The balance as the last refused call said it. */
  refused?: RefusedBalance;
}

export interface RoundContext extends WaveContext {
  isForDataTab: boolean;
  run?: AskRequest['run'];
}

/** Sends what was granted, each wave at its time. Caches each answer at once, and leaves the settlement in the slot. */
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
  let latencyMs = balance && balance.endMs - balance.atMs;
  // A balance is to be kept and could not be read. Asking again is better than guessing.
  let isLate = isBlind;
  // What Google lets no more through is not tried again in this round: of each wave some calls might leave.
  let limit = balance?.outcome.limited ? balance.outcome.error : undefined;
  const lookout = lookoutOf(host, context.run, admission.reservation?.id, context.giveUpMs);
  for (const { atMs, calls } of waves) {
    if (calls.length === 0) continue;
    if (limit) {
      for (const { key } of calls) result.outcomes.set(key, unsentBy(limit));
      result.freeTurns.push([atMs, calls.length]);
      continue;
    }
    if (!isLate && !result.isHalted)
      result.isHalted = !lookout.isWanted({ atMs, calls }, [...result.outcomes.values()].reduce(plus, NOTHING));
    isLate = isLate || host.clock.now() > atMs + LATENESS_MS;
    if (isLate || result.isHalted) {
      for (const { key } of calls) result.unsent.add(key);
      result.freeTurns.push([atMs, calls.length]);
      continue;
    }
    const { outcomes, sentMs, endMs } = sendWave(calls, context);
    for (const [key, outcome] of outcomes) result.outcomes.set(key, outcome);
    const came = [...outcomes.values()];
    limit = came.find(({ limited }) => limited)?.error;
    // Calls of one wave are refused one after the other, so the lowest balance is the latest.
    const left = Math.min(...came.flatMap(({ available }) => available ?? []));
    if (left < Infinity) result.refused = { left, atMs: sentMs, endMs };
    // A failure that is tried again is not yet an answer.
    keep(
      host,
      came.flatMap(({ retry, answers }) => (retry ? [] : answers)),
    );
    // The next wave can leave no sooner after this one.
    latencyMs = Math.max(latencyMs ?? 0, host.clock.now() - sentMs + lookout.takesMs());
  }
  settle(host, admission, questions, {
    ...result,
    isForDataTab: context.isForDataTab,
    outcomes: new Map(
      [...result.outcomes].map(([key, outcome]) => [key, { ...outcome, answers: kept(outcome.answers) }]),
    ),
    ...(latencyMs === undefined ? {} : { latencyMs }),
  });
  return result;
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

const kept = (answers: readonly Answer[]): Answer[] => answers.filter(({ key }) => !isAction(key));

/** What costs more than a profile is also larger. A receipt is its brief part, and the whole is packed. */
const briefPart = (answer: Answer): Answer | undefined =>
  briefAnswer(answer) ?? (answer.requests > 1 ? { ...answer, state: 'receipt', body: undefined } : undefined);

/** Losing this costs nothing, because the settlement keeps what must not be lost. */
export const keep = ({ cache, zip }: Host, answers: readonly Answer[]): void =>
  writeCached(cache, zip, kept(answers), briefPart);

/** What getClientInfo said. `left` is missing if it said nothing; then the calls go by what was known before. */
export interface BalanceReading {
  atMs: number;
  endMs: number;
  outcome: Outcome;
  left?: number;
  info?: ClientInfo;
}

/** Undefined if its turn had passed, so that it was not sent. */
function readBalance(atMs: number, context: RoundContext): BalanceReading | undefined {
  const { host, purse } = context;
  if (host.clock.now() > atMs + LATENESS_MS) return undefined;
  sleepUntil(host, atMs);
  const question = balanceQuestion(purse.clientId ?? '');
  const { outcomes, sentMs, endMs } = sendWave([question], context);
  const outcome = outcomes.get(question.key) as Outcome;
  const body = outcome.answers.find(({ state }) => state === 'full')?.body;
  const info = body === undefined ? undefined : parseClientInfo(body);
  return { atMs: sentMs, endMs, outcome, ...(info ? { left: info.requestsLeft, info } : {}) };
}

/** The balance was read after the reservation. What it does not cover is not sent. */
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
