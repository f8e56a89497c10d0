import { InfluError } from '../core/error';
import type { Host } from '../core/ports';
import { kindOf } from '../api/answer';
import { hashedName, nameOf } from '../api/answer-names';
import type { AnswerKind } from '../api/price';
import { creatorKey, type Creator } from '../schema/creator';
import { GATE } from '../schema/said-text';
import { maskCached } from './answer-cache';
import { DATA_TAB_PROPERTY, hashedKey } from './data-tab-answers';
import { foldedValues, openBook, writeFitting, type Book } from './book';
import { allRecords, withoutRecords } from './durable-answers';
import { namesOf, type DurableRecord } from './durable-record';
import { isStale, looseValue } from './fold';
import { withoutWaiting } from './history-store';
import { locked } from './locked';
import type { PropertyValues } from './property-pieces';

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
  return counted(recordsIn(book, host), book, host.dataTab.exists());
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
 * middle it can be done again, and keeps nobody from buying meanwhile. Returns what was deleted.
 */
export function forgetAnswers(host: Host, creator?: Creator): StoredAnswers {
  let gone: DurableRecord[] = [];
  const deleted = locked(host, () => {
    const book = openBook(host);
    const records = recordsIn(book, host);
    gone = creator ? aboutCreator(records, creator) : records;
    const counts = counted(gone, book, host.dataTab.exists());
    // Rows are found by what the records say, so they go first.
    if (creator) host.dataTab.remove(tabKeys(gone, creator));
    const keys = new Set(gone.map(({ key }) => key));
    const isWritten = writeFitting((budget) => host.documentProperties.setMany(without(host, keys, creator, budget)));
    if (!isWritten) throw new InfluError('hostLimit', GATE.storeFull);
    // Nobody looks for a tab that the properties do not name, so it goes last.
    if (!creator) host.dataTab.remove();
    return counts;
  });
  maskCached(host, [...gone.map(({ key }) => key), ...(creator ? keysOf(creator) : [])]);
  return deleted;
}

/** What to write so that these answers are gone, and all that was folded holds. */
function without(
  host: Host,
  keys: ReadonlySet<string>,
  creator: Creator | undefined,
  budget: number | undefined,
): PropertyValues {
  const isAll = creator === undefined;
  const names = new Set([...(creator ? [creatorKey(creator)] : []), ...[...keys].map(nameOf)]);
  const { folded, ...rest } = openBook(host, undefined, budget);
  const isGone = ({ key }: { key: string }): boolean => keys.has(key);
  const loose = isAll ? [] : folded.loose.filter((key) => !keys.has(key));
  const kept = { ...folded, loose, records: folded.records.filter((record) => !isGone(record)) };
  const values = foldedValues(host, { ...rest, folded: kept });
  const stored = { ...folded.properties, ...values };
  return {
    ...values,
    ...looseValue(loose),
    ...withoutRecords(stored, host.zip, isGone),
    ...withoutWaiting(stored, host.zip, isAll ? undefined : names),
    ...(isAll ? { [DATA_TAB_PROPERTY]: '' } : {}),
  };
}

/** Deletes the data tab alone: what stood only there still shows as paid, until it is no longer fresh. */
export function forgetTab(host: Host): StoredAnswers {
  const deleted = storedAnswers(host);
  locked(host, () => {
    // First, because a tab that is named and is not there stops buying.
    host.documentProperties.setMany({ [DATA_TAB_PROPERTY]: '' });
    host.dataTab.remove();
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
