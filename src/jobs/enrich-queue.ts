import { ask } from '../api/client';
import { openBook, purseOf } from '../api/book';
import { queueQuestion } from '../api/question';
import { InfluError } from '../core/error';
import type { Host } from '../core/ports';
import { SECOND_MS } from '../core/time';
import { BULK_LIMIT, parseBulkEnrich } from '../schema/bulk-enrich';
import type { Creator } from '../schema/creator';
import { PLATFORMS, PLATFORM_NAMES, supports, type Platform } from '../schema/platform';
import { personRequest } from './click';
import type { Enriched } from './enrich-answer';
import type { EnrichRun } from './run-state';

const TIMES = { lastSendMs: 20 * SECOND_MS, giveUpMs: 30 * SECOND_MS };

interface Results {
  results: Map<string, Enriched>;
  charged: number;
  problem?: string;
}

const failed = (why: string): Enriched => ({ status: `failed: ${why}`, outcome: 'failed' });

/** Sends creators to bulkAddToEnrich, free: 100 a call, 10 with a trial key. Partial failures are those rows' own. */
export function queued(host: Host, run: EnrichRun, creators: ReadonlyMap<string, Creator>): Results {
  const results = new Map<string, Enriched>();
  const book = openBook(host);
  const { kind: keyKind } = purseOf(host, book, 'person');
  const isWeekly = run.action === 'weekly';
  if (isWeekly && keyKind === 'trial')
    return { results, charged: 0, problem: 'Trial keys have no weekly refresh. Use a key of an organization plan.' };
  const byPlatform = new Map<Platform, [key: string, creator: Creator][]>();
  for (const [key, creator] of creators) {
    const { platform, by } = creator;
    if (by === '_id') results.set(key, failed('an influData id cannot be queued; it is in the database already'));
    else if (!supports(platform, 'status')) results.set(key, failed(`${PLATFORMS[platform].label} has no enrichment`));
    else byPlatform.set(platform, [...(byPlatform.get(platform) ?? []), [key, creator]]);
  }
  const nowMs = host.clock.now();
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
      if (reply?.kind === 'error') return { results, charged: 0, problem: reply.error.message };
      if (reply?.kind === 'waiting' && reply.state !== 'pending')
        return { results, charged: 0, problem: reply.message };
      if (reply?.kind !== 'answer') return { results, charged: 0 };
      if (reply.answer.state !== 'full')
        throw new InfluError(
          'unreadable',
          'influData sent no answer to the queue that could be read. Try again later.',
        );
      takeAnswer(reply.answer.body, part, isWeekly, results);
    }
  }
  return { results, charged: 0 };
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
    else if (!found) results.set(key, failed('influData did not say what became of it'));
    else if (isWeekly)
      results.set(
        key,
        found.addedToWeekly
          ? { status: 'weekly refresh', outcome: 'weekly' }
          : failed('not on the weekly refresh: it is not in the database yet'),
      );
    else
      results.set(
        key,
        found.isNewUser === false
          ? { status: 'in the database, refresh queued', outcome: 'done' }
          : { status: 'queued', outcome: 'queued' },
      );
  }
}
