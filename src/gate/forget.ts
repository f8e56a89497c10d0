import type { Host } from '../core/ports';
import { kindOf } from '../api/answer';
import { hashedName, nameOf } from '../api/answer-names';
import type { AnswerKind } from '../api/price';
import { creatorKey, type Creator } from '../schema/creator';
import { maskCached } from './answer-cache';
import { ARCHIVE_PROPERTY, hashedKey } from './archived';
import { foldedValues, openBook, writeFitting, type Book } from './book';
import { allRecords, withoutRecords } from './durable-answers';
import { namesOf, type DurableRecord } from './durable-record';
import { isStale, looseValue } from './fold';
import { locked } from './locked';

/** What is saved of answers, and what it would cost to have it again. */
export interface StoredAnswers {
  creators: number;
  reports: number;
  /** Pages of searches and of posts. */
  pages: number;
  /** Paid for what is still fresh. */
  requests: number;
  hasDataTab: boolean;
}

/** The answers of this kind that are about a creator. */
const OF_CREATOR: readonly AnswerKind[] = ['profile', 'audience', 'status'];
const LISTS: ReadonlySet<AnswerKind> = new Set(['search', 'content']);

function recordsIn({ folded }: Book, { zip }: Host): DurableRecord[] {
  const all = [...allRecords(folded.properties, zip), ...folded.records];
  return [...new Map(all.map((record) => [record.key, record])).values()];
}

/** One property call, and one to the spreadsheet. */
export function storedAnswers(host: Host): StoredAnswers {
  const book = openBook(host);
  return counted(recordsIn(book, host), book, host.archive.exists());
}

function counted(records: readonly DurableRecord[], { settings, context }: Book, hasDataTab: boolean): StoredAnswers {
  const stale = isStale(settings, context.nowMs);
  const ofKind = (kind: AnswerKind): DurableRecord[] => records.filter(({ key }) => kindOf(key) === kind);
  const names = new Set(records.flatMap(({ key }) => (OF_CREATOR.includes(kindOf(key)) ? [nameOf(key)] : [])));
  return {
    creators: names.size,
    reports: ofKind('audience').length,
    pages: records.filter(({ key }) => LISTS.has(kindOf(key))).length,
    requests: records.reduce((sum, record) => sum + (stale(record) ? 0 : record.requests), 0),
    hasDataTab,
  };
}

/**
 * Deletes the answers about a creator, or all of them: in the properties, in the data tab, and in the cache as far as
 * their keys are known; Google forgets the rest of that within six hours. What was spent stays counted. Killed in the
 * middle it can be done again. Returns what was deleted.
 */
export function forgetAnswers(host: Host, creator?: Creator): StoredAnswers {
  const gone: DurableRecord[] = [];
  let deleted: StoredAnswers | undefined;
  locked(host, () =>
    writeFitting((budget) => {
      const book = openBook(host, undefined, budget);
      const records = recordsIn(book, host);
      gone.splice(0, Infinity, ...(creator ? aboutCreator(records, creator) : records));
      deleted ??= counted(gone, book, host.archive.exists());
      const keys = new Set(gone.map(({ key }) => key));
      if (creator) host.archive.remove(tabKeys(gone, creator));
      else host.archive.remove();
      book.folded.records = book.folded.records.filter(({ key }) => !keys.has(key));
      book.folded.loose = creator ? book.folded.loose.filter((key) => !keys.has(key)) : [];
      const values = foldedValues(host, book);
      const stored = { ...book.folded.properties, ...values };
      host.documentProperties.setMany({
        ...values,
        ...looseValue(book.folded.loose),
        ...withoutRecords(stored, host.zip, ({ key }) => keys.has(key)),
        ...(creator ? {} : { [ARCHIVE_PROPERTY]: '' }),
      });
    }),
  );
  maskCached(host, [...gone.map(({ key }) => key), ...(creator ? keysOf(creator) : [])]);
  return deleted ?? storedAnswers(host);
}

/** Deletes the data tab alone: what stood only there still shows as paid, until it is no longer fresh. */
export function forgetTab(host: Host): StoredAnswers {
  const deleted = storedAnswers(host);
  locked(host, () => {
    host.archive.remove();
    host.documentProperties.setMany({ [ARCHIVE_PROPERTY]: '' });
  });
  return deleted;
}

const keysOf = (creator: Creator): string[] => OF_CREATOR.map((kind) => `${kind}:${creatorKey(creator)}`);

/** By any of the creator's names, and pages of searches and posts in which one of them stands. */
function aboutCreator(records: readonly DurableRecord[], creator: Creator): DurableRecord[] {
  const own = new Set(keysOf(creator));
  const hash = hashedName(creatorKey(creator));
  const about = records.filter((record) => own.has(record.key) || namesOf(record).includes(hash));
  const texts = new Set([creator.id, ...about.flatMap(({ key, kept }) => [bareName(key), ...idsIn(kept)])]);
  const quoted = [...texts].filter((text) => text !== '').map((text) => JSON.stringify(text).toLowerCase());
  const pages = records.filter(({ key, kept }) => {
    if (!LISTS.has(kindOf(key)) || kept === undefined) return false;
    const text = JSON.stringify(kept).toLowerCase();
    return quoted.some((each) => text.includes(each));
  });
  return [...about, ...pages];
}

/** `profile:instagram/adidas` → `adidas`. */
const bareName = (key: string): string => nameOf(key).replace(/^.*[/:]/, '');

/** influData's id stands first in what is kept of a profile. */
const idsIn = (kept: DurableRecord['kept']): string[] => (typeof kept?.[0] === 'string' ? [kept[0]] : []);

/** Every key by which the data tab may know these answers. */
function tabKeys(gone: readonly DurableRecord[], creator: Creator): string[] {
  const keys = [...keysOf(creator), ...gone.map(({ key }) => key)];
  const kinds = OF_CREATOR.map((kind) => hashedKey(`${kind}:`, hashedName(creatorKey(creator))));
  return [...new Set([...keys, ...kinds, ...keys.map((key) => key.replace(/^profile:/, 'audience:'))])];
}
