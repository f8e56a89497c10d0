import { ENRICH_TEXT } from '../../schema/said-text';
import { ask } from '../../gate/client';
import { openBook, purseOf } from '../../gate/book';
import { questionsFor, queueQuestion, statusQuestion } from '../../api/question';
import { InfluError } from '../../core/error';
import type { Host } from '../../core/ports';
import { SECOND_MS } from '../../core/time';
import { BULK_LIMIT, parseBulkEnrich } from '../../schema/bulk-enrich';
import type { Creator } from '../../schema/creator';
import { parseDataStatus } from '../../schema/data-status';
import { PLATFORMS, PLATFORM_NAMES, supports, type Platform } from '../../schema/platform';
import { personRequest, failure, isStopper } from '../run/purchase';
import type { Enriched, EnrichResults } from './enrich-answer';
import type { RunReason } from '../../schema/run-reason';
import type { EnrichRun } from './enrich-state';
import type { Answer } from '../../api/answer';
import { NOT_QUEUED } from '../../schema/text/enrich';

const TIMES = { lastSendMs: 20 * SECOND_MS, giveUpMs: 30 * SECOND_MS };

const failed = (why: string): Enriched => ({ status: `failed: ${why}`, outcome: 'failed' });

/** Sends creators to bulkAddToEnrich, free: 100 a call, 10 with a trial key. Partial failures are those rows' own. */
export function queued(host: Host, run: EnrichRun, creators: ReadonlyMap<string, Creator>): EnrichResults {
  const results = new Map<string, Enriched>();
  const book = openBook(host);
  const { kind: keyKind, clientId } = purseOf(host, book, 'person');
  const isWeekly = run.action === 'weekly';
  if (isWeekly && keyKind === 'trial') {
    // A trial's client id says so itself. Otherwise it is a guess, or a setting meant for another key.
    const isSure = clientId?.startsWith('trial-') ?? false;
    const because = isSure ? 'trial' : book.settings.keyKind === 'auto' ? 'noClientId' : 'setting';
    return { results, problem: { code: 'noWeekly', because } };
  }
  const byPlatform = new Map<Platform, [key: string, creator: Creator][]>();
  const byId = new Map<string, Creator>();
  for (const [key, creator] of creators) {
    const { platform, by } = creator;
    if (by === '_id' && isWeekly) byId.set(key, creator);
    else if (by === '_id') results.set(key, failed(NOT_QUEUED.idNotQueued));
    else if (!supports(platform, 'status'))
      results.set(key, failed(NOT_QUEUED.noEnrichment(PLATFORMS[platform].label)));
    else byPlatform.set(platform, [...(byPlatform.get(platform) ?? []), [key, creator]]);
  }
  const nowMs = host.clock.now();
  const problem = weeklyById(host, run, nowMs, byId, results);
  if (problem !== undefined) return { results, problem };
  for (const platform of PLATFORM_NAMES) {
    const list = byPlatform.get(platform) ?? [];
    for (let from = 0; from < list.length; from += BULK_LIMIT[keyKind]) {
      const part = list.slice(from, from + BULK_LIMIT[keyKind]);
      const ids = (by: Creator['by']): string[] =>
        part.flatMap(([, creator]) => (creator.by === by ? [creator.id] : []));
      const question = queueQuestion(platform, {
        usernames: ids('username'),
        userIds: ids('userId'),
        weekly: isWeekly,
        keyKind,
      });
      const reply = ask(host, {
        questions: [question],
        ...personRequest(nowMs, TIMES),
        what: isWeekly ? 'weekly refresh' : 'queue',
        who: run.who,
      }).get(question.key);
      if (reply?.kind === 'error') return { results, problem: failure(reply.error) };
      if (reply?.kind === 'waiting' && reply.limit) return { results, problem: reply.limit };
      if (reply?.kind !== 'answer') return { results };
      if (reply.answer.state !== 'full') throw new InfluError('unreadable', ENRICH_TEXT.queueUnreadable);
      takeAnswer(reply.answer.body, part, isWeekly, results);
    }
  }
  return { results };
}

const plainId = (identifier: string): string => identifier.replace(/^@/, '').toLowerCase();

function takeAnswer(
  body: unknown,
  part: readonly [key: string, creator: Creator][],
  isWeekly: boolean,
  results: Map<string, Enriched>,
): void {
  const { processed, failed: refused } = parseBulkEnrich(body);
  const done = new Map(processed.map((each) => [plainId(each.identifier), each]));
  const whys = new Map(refused.map(({ identifier, error }) => [plainId(identifier), error]));
  for (const [key, { id }] of part) {
    const found = done.get(plainId(id));
    const why = whys.get(plainId(id));
    if (why !== undefined) results.set(key, failed(why));
    else if (!found) results.set(key, failed(NOT_QUEUED.notTold));
    else results.set(key, isWeekly ? weekly(found) : instant(found));
  }
}

type Flags = ReturnType<typeof parseBulkEnrich>['processed'][number];

const WEEKLY: Enriched = { status: 'weekly refresh', outcome: 'weekly' };
const NOT_WEEKLY = NOT_QUEUED.notWeekly;

/** Only creators in the database can be on it (contract, bulkAddToEnrich). */
function weekly({ addedToWeekly, isNewUser, addedToInstant }: Flags): Enriched {
  if (addedToWeekly) return WEEKLY;
  if (!isNewUser) return failed(NOT_WEEKLY);
  return failed(addedToInstant ? NOT_QUEUED.notThereQueued : NOT_QUEUED.notThere);
}

function instant({ isNewUser, addedToInstant }: Flags): Enriched {
  if (isNewUser === false)
    return {
      status: addedToInstant === false ? 'in the database, no refresh queued' : 'in the database, refresh queued',
      outcome: 'done',
    };
  if (addedToInstant === false) return failed(NOT_QUEUED.notQueued);
  return { status: 'queued', outcome: 'queued' };
}

/** bulkAddToEnrich takes no influData ids; checkDataStatus does, one a call. Free. Returns what stops the run. */
function weeklyById(
  host: Host,
  run: EnrichRun,
  nowMs: number,
  creators: ReadonlyMap<string, Creator>,
  results: Map<string, Enriched>,
): RunReason | undefined {
  if (creators.size === 0) return undefined;
  const { questions, refused } = questionsFor(creators, (creator) => statusQuestion(creator, { weekly: true }));
  for (const [key, error] of refused) results.set(key, failed(error.message));
  const replies = ask(host, {
    questions: [...questions.values()],
    ...personRequest(nowMs, TIMES),
    what: 'weekly refresh',
    who: run.who,
  });
  let problem: RunReason | undefined;
  for (const [key, question] of questions) {
    const reply = replies.get(question.key);
    if (reply?.kind === 'waiting') problem = reply.limit ?? problem;
    else if (reply?.kind === 'error' && isStopper(reply.error)) problem = failure(reply.error);
    else if (reply?.kind === 'error') results.set(key, failed(reply.error.message));
    else if (reply?.kind === 'answer') results.set(key, weeklyStatus(reply.answer));
  }
  return problem;
}

function weeklyStatus({ state, body }: Answer): Enriched {
  if (state === 'notFound') return { status: 'not found', outcome: 'not found' };
  if (state !== 'full') return failed(NOT_WEEKLY);
  const { isInDatabase, isAddedToWeeklyRefresh } = parseDataStatus(body);
  if (isAddedToWeeklyRefresh) return WEEKLY;
  return failed(isInDatabase ? NOT_WEEKLY : NOT_QUEUED.notThere);
}
