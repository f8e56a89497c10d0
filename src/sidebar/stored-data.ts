import * as z from 'zod/mini';
import { forgetAnswers, forgetTab, storedAnswers, type StoredAnswers } from '../gate/forget';
import { UNKNOWN_PROPERTY } from '../gate/unknown-store';
import { NOT_GIVEN_PROPERTY } from '../jobs/enrich/not-given';
import { FIT_TARGETS_PROPERTY } from '../jobs/report/fit-score';
import { changePending, PENDING_PROPERTY, readPending } from '../jobs/report/pending-report';
import { SEARCHES_PROPERTY } from '../jobs/search/saved-search';
import type { Host } from '../core/ports';
import { creatorKey, parseCreator, type Creator } from '../schema/creator';
import { aPlatform, aText, entry, nothing, shape, type Entry } from './argument';
import type { Calls } from './calls';
import type { StoredDataCalls } from './stored-data-calls';

/** What people saved, and what was noted of answers, besides the answers themselves. */
const LISTS = [SEARCHES_PROPERTY, PENDING_PROPERTY, FIT_TARGETS_PROPERTY, NOT_GIVEN_PROPERTY, UNKNOWN_PROPERTY];

export const storedDataSurface = (): { [Name in keyof StoredDataCalls]: Entry } => ({
  storedData: entry<'storedData'>(nothing, ({ host }) => storedAnswers(host)),
  deleteData: entry<'deleteData'>(
    () => shape({ what: z.enum(['creator', 'tab', 'all']), platform: aPlatform(), creator: aText() }),
    ({ host }, given) => {
      const deleted = deletedOf(host, given);
      return { deleted, left: storedAnswers(host) };
    },
  ),
});

function deletedOf(host: Host, { what, platform, creator }: Calls['deleteData']['gives']): StoredAnswers {
  if (what === 'tab') return forgetTab(host);
  if (what === 'creator') return forgetCreator(host, parseCreator(platform, creator));
  const deleted = forgetAnswers(host);
  host.documentProperties.setMany(Object.fromEntries(LISTS.map((name) => [name, ''])));
  return deleted;
}

function forgetCreator(host: Host, creator: Creator): StoredAnswers {
  const deleted = forgetAnswers(host, creator);
  const own = creatorKey(creator);
  const pending = readPending(host.documentProperties.all()).filter(({ key }) => key.endsWith(own));
  if (pending.length > 0) changePending(host, [], new Set(pending.map(({ key }) => key)));
  return deleted;
}
