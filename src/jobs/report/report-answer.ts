import { failedAs } from './report-outcome';
import type { Reply } from '../../gate/ask-request';
import { peek } from '../../gate/client';
import { questionsFor, statusQuestion, type Question } from '../../api/question';
import type { InfluError } from '../../core/error';
import { only } from '../../core/only';
import type { Host } from '../../core/ports';
import { SECOND_MS } from '../../core/time';
import type { Creator } from '../../schema/creator';
import type { Answer } from '../../api/answer';
import {
  personRequest,
  runRequest,
  askParted,
  isTold,
  purchaseOf,
  type PurchaseRequest,
  failure,
  isStopper,
  outageIn,
} from '../run/purchase';
import { isShowable, reportQuestion, reportStanding, type ReportKnown, type ReportKind } from './report-creator';
import type { RunReason } from '../../schema/run-reason';
import type { ReportRun } from './report-state';

/** Calls leave until here in a step; what is left of it is for making sheets. */
const TIMES = { lastSendMs: 17 * SECOND_MS, giveUpMs: 24 * SECOND_MS };

/** What is known of creators and of their data status, by key. At most one copy of the properties; sends nothing. */
export function knownReports(
  host: Host,
  what: ReportKind,
  creators: ReadonlyMap<string, Creator>,
): Map<string, ReportKnown> {
  const reports = questionsFor(creators, (creator) => reportQuestion(what, creator)).questions;
  const statuses = statusesOf(creators);
  const answers = peek(host, [...reports.values(), ...statuses.values()]);
  const answerOf = (question: Question | undefined): Answer | undefined => question && answers.get(question.key);
  return new Map(
    [...creators].map(([key, creator]) => [
      key,
      { creator, answer: answerOf(reports.get(key)), status: answerOf(statuses.get(key)) },
    ]),
  );
}

const statusesOf = (creators: ReadonlyMap<string, Creator>): Map<string, Question> =>
  questionsFor(creators, (creator) => statusQuestion(creator)).questions;

/** Replies by the creators' keys. */
function asked(
  host: Host,
  questions: ReadonlyMap<string, Question>,
  isKnown: (key: string) => boolean,
  request: PurchaseRequest,
): Map<string, Reply> {
  const of = (isAnew: boolean): Question[] => [...only(questions, (key) => isKnown(key) === isAnew).values()];
  const got = askParted(host, of(false), of(true), { ...request, isForDataTab: true });
  return new Map(
    [...questions].flatMap(([key, question]): [string, Reply][] => {
      const reply = got.get(question.key);
      return reply ? [[key, reply]] : [];
    }),
  );
}

/** Asks the free data status of these, in one batch; what comes is put into `known`. Returns the other replies. */
export function checkStatus(
  host: Host,
  beganMs: number,
  who: string,
  known: ReadonlyMap<string, ReportKnown>,
): Map<string, Reply> {
  const questions = statusesOf(new Map([...known].map(([key, { creator }]) => [key, creator])));
  const others = new Map<string, Reply>();
  const isKnown = (key: string): boolean => known.get(key)?.status !== undefined;
  const request = { ...personRequest(beganMs, TIMES), what: 'report', who };
  for (const [key, reply] of asked(host, questions, isKnown, request)) {
    const one = known.get(key);
    if (reply.kind === 'answer' && one) one.status = reply.answer;
    else others.set(key, reply);
  }
  return others;
}

export interface Fetched {
  known: Map<string, ReportKnown>;
  /** By key, those that will have no report, and why. */
  refused: Map<string, string>;
  /** Paid in this step: for the data tab. */
  paid: Answer[];
  /** Stops the run. */
  problem?: RunReason;
}

const LOST: RunReason = { code: 'lost' };
const UNREADABLE = failedAs('unreadable');

/** Buys what is to be bought: the free status first, then 20 requests a report or 1 a profile. Nobody is paid for twice in a run. */
export function fetchReports(host: Host, run: ReportRun, creators: ReadonlyMap<string, Creator>): Fetched {
  const beganMs = host.clock.now();
  const { what, who } = run;
  const known = knownReports(host, what, creators);
  const fetched: Fetched = { known, refused: new Map(), paid: [] };
  const failures = new Map<string, InfluError>();
  const standing = (key: string): string => {
    const one = known.get(key) as ReportKnown;
    return reportStanding(what, one, purchaseOf(one.answer, run, isTold) === 'again').state;
  };
  const setAside = (key: string, reply: Reply): void => {
    if (reply.kind === 'error') failures.set(key, reply.error);
    else if (reply.kind === 'waiting' && reply.limit) fetched.problem ??= reply.limit;
  };
  if (what !== 'profiles') {
    const open = only(known, (key) => standing(key) === 'unchecked' && !isOf(run, known.get(key)?.answer));
    const others = checkStatus(host, beganMs, who, open);
    for (const key of open.keys()) {
      const other = others.get(key);
      if (other) setAside(key, other);
      else if (standing(key) === 'unchecked') fetched.refused.set(key, failedAs('unchecked'));
    }
  }
  const buy = new Map<string, Creator>();
  for (const [key, { creator, answer }] of known) {
    const state = standing(key);
    if (state === 'known' || failures.has(key) || fetched.refused.has(key)) continue;
    if (isOf(run, answer) && answer.state === 'unreadable') fetched.refused.set(key, UNREADABLE);
    else if (answer?.state === 'receipt' && purchaseOf(answer, run, isTold) === 'lost') fetched.problem ??= LOST;
    else if (state === 'buy' || (state === 'unchecked' && (what === 'profiles' || isOf(run, answer))))
      buy.set(key, creator);
    // What could not be checked waits, rather than being bought unseen.
    else if (state !== 'unchecked') fetched.refused.set(key, state);
  }
  const questions = questionsFor(buy, (creator) => reportQuestion(what, creator)).questions;
  const isKnown = (key: string): boolean => known.get(key)?.answer !== undefined;
  for (const [key, reply] of asked(host, questions, isKnown, runRequest(host, run, 'report', beganMs, TIMES)))
    if (reply.kind === 'answer') take(fetched, what, key, reply.answer, beganMs);
    else setAside(key, reply);
  settleFailures(fetched, failures, creators.size);
  return fetched;
}

const isOf = (run: ReportRun, answer: Answer | undefined): answer is Answer =>
  answer !== undefined && answer.atMs >= run.startedMs;

/** What the API answers instead of a report. */
const NO_REPORT: Partial<Record<Answer['state'], string>> = {
  audiencePending: 'pending',
  queued: 'queued',
  notFound: 'not found',
  unreadable: UNREADABLE,
};

function take(fetched: Fetched, what: ReportKind, key: string, answer: Answer, beganMs: number): void {
  const one = fetched.known.get(key);
  if (one) one.answer = answer;
  const isNew = answer.atMs >= beganMs;
  if (isShowable(what, answer)) {
    if (isNew && answer.requests > 0 && answer.state === 'full') fetched.paid.push(answer);
    return;
  }
  const why = NO_REPORT[answer.state];
  if (why === undefined) fetched.problem ??= LOST;
  else fetched.refused.set(key, why);
}

/** A single creator's failure concerns that creator only; what everybody met stops the run. */
function settleFailures(fetched: Fetched, failures: ReadonlyMap<string, InfluError>, creators: number): void {
  const outage = outageIn([...failures.values()], creators);
  for (const [key, error] of failures)
    if (isStopper(error) || outage.includes(error)) fetched.problem ??= failure(error);
    else fetched.refused.set(key, failedAs(error.code));
}
