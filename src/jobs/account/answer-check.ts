import type { Said } from '../../core/said';
import { reasonSaid, type LimitReason } from '../../schema/run-reason';
import { reportsToDataTab } from '../../gate/data-tab-answers';
import { ask, peek } from '../../gate/client';
import { audienceQuestion, citiesQuestion, queueQuestion, statusQuestion, type Question } from '../../api/question';
import { searchQuestion } from '../../api/search-question';
import { SECOND_MS } from '../../core/time';
import { parseCreator } from '../../schema/creator';
import { parseSearch } from '../../schema/search';
import type { Answer } from '../../api/answer';
import { personRequest } from '../run/purchase';
import type { Tools } from '../../core/ports';
import { lookAt, type AnswerLook } from './answer-findings';
import { probes, type Probe } from './answer-probe';
import { ANSWER_CHECK } from '../../schema/said-text';

type AskedName = keyof typeof ANSWER_CHECK.asked;

/** What came of one of the questions; `look` is missing where no answer came. */
export interface AnswerCheck {
  name: AskedName;
  findings: Said[];
  look?: AnswerLook;
}

const TIMES = { lastSendMs: 20 * SECOND_MS, giveUpMs: 40 * SECOND_MS };

/** The probes of `npm run check-api` that the gate can ask; of the paid ones those that tell most, 21 requests in all. */
const ASKED: Readonly<Record<AskedName, (probe: Probe) => Question>> = {
  'cities of Germany': ({ query }) => citiesQuestion(query?.['country'] ?? ''),
  'data status': ({ query }) => statusQuestion(parseCreator(query?.['platform'], query?.['username'])),
  'queue for enrichment': ({ body }) =>
    queueQuestion('instagram', { usernames: body?.['usernames'] as string[], keyKind: 'trial' }),
  'search with keywords': ({ query: { keywords, country } = {} }) =>
    searchQuestion(parseSearch('instagram', { keywords, country }), 1),
  'audience report': ({ query }) => audienceQuestion(parseCreator(query?.['platform'], query?.['username'])),
};

const isAsked = (name: string): name is AskedName => name in ASKED;

const asked = (isPaid: boolean): { name: AskedName; probe: Probe; question: Question }[] =>
  probes().flatMap((probe) => {
    const { name } = probe;
    if (!isAsked(name)) return [];
    const question = ASKED[name](probe);
    return isPaid || question.requests === 0 ? [{ name, probe, question }] : [];
  });

/** The whole report outlives the cache in the data tab; what costs 1 request is kept in part, and asked anew. */
const savedReports = ({ host }: Tools, questions: readonly Question[]): Map<string, Answer> => {
  const reports = questions.filter(({ kind }) => kind === 'audience');
  return new Map([...peek(host, reports)].filter(([, { state }]) => state === 'full'));
};

/** What the paid part costs now, in requests. */
export function checkPrice(tools: Tools): number {
  const questions = asked(true).map(({ question }) => question);
  const saved = savedReports(tools, questions);
  return questions.reduce((sum, { key, requests }) => sum + (saved.has(key) ? 0 : requests), 0);
}

/** Asks influData, free or also for requests, and compares what it answers with what the add-on expects. */
export function checkAnswers(tools: Tools, isPaid: boolean): { charged: number; checks: AnswerCheck[] } {
  const { host } = tools;
  const beganMs = host.clock.now();
  const all = asked(isPaid);
  const questions = all.map(({ question }) => question);
  const saved = savedReports(tools, questions);
  const replies = ask(host, {
    questions: questions.filter(({ key }) => !saved.has(key)),
    ...personRequest(beganMs, TIMES),
    what: 'check of answers',
    who: host.person(),
    again: true,
  });
  let charged = 0;
  const checks = all.map(({ name, probe, question: { key } }): AnswerCheck => {
    const reply = replies.get(key);
    const looked = (body: unknown): AnswerCheck => {
      const look = lookAt(probe, body);
      return { name, findings: look.findings, look };
    };
    if (reply?.kind === 'error')
      return reply.error.body === undefined ? { name, findings: [reply.error.said] } : looked(reply.error.body);
    if (reply?.kind === 'waiting') return { name, findings: [whyNot(reply.limit)] };
    if (reply) charged += reply.answer.requests;
    const answer = reply?.answer ?? saved.get(key);
    if (answer?.state === 'full') return looked(answer.body);
    return { name, findings: [ANSWER_CHECK[WITHOUT_BODY[answer?.state ?? ''] ?? 'noReply']] };
  });
  // As it was paid for, it outlives the cache.
  if (charged > 0) reportsToDataTab(host);
  return { charged, checks };
}

function whyNot(limit: LimitReason | undefined): Said {
  if (!limit) return ANSWER_CHECK.noTurn;
  return limit.code === 'spendingPaused' ? ANSWER_CHECK.paused : ANSWER_CHECK.notAsked(reasonSaid(limit));
}

const WITHOUT_BODY: Readonly<Record<string, 'notReady' | 'notInDatabase' | 'notFound'>> = {
  audiencePending: 'notReady',
  queued: 'notInDatabase',
  notFound: 'notFound',
};
