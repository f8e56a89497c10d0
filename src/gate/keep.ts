import { freshMs } from '../api/freshness';
import type { Host } from '../core/ports';
import { isRecord } from '../core/text';
import { compactContent } from '../schema/content';
import { compactPage, parseDiscovery } from '../schema/discovery';
import { parseProfile, type Profile } from '../schema/profile';
import type { Settings } from './settings';
import { kindOf, type Answer } from '../api/answer';
import type { AnswerKind } from '../api/price';
import { readCached, writeCached } from './answer-cache';
import { namesOf, type DurableRecord } from './durable-record';
import { compactProfile, expandProfile, type CompactProfile } from './compact-profile';
import { filing } from '../api/answer-names';

type Keeping = Pick<DurableRecord, 'state' | 'kept' | 'series'>;

/** What a run's pages of content are filed under. */
export const RUN_PAGE = 'content:run/';

const LARGEST_KEPT_LIST = 6_000;

/** What outlives the cache, by kind. A kind without a row leaves a receipt if it was paid, else nothing. */
const KEEPERS: Partial<Record<AnswerKind, (body: unknown, key: string) => Keeping | undefined>> = {
  profile: (body, key) => {
    const { scalars, weeks } = compactProfile(parseProfile(body), key);
    return { state: 'compact', kept: scalars, ...(weeks ? { series: weeks } : {}) };
  },
  search: (body, key) =>
    pageOf(key) <= KEPT_PAGES ? { state: 'full', kept: [compactPage(parseDiscovery(body))] } : undefined,
  // A run's pages are in its sheet.
  content: (body, key) => (key.startsWith(RUN_PAGE) ? undefined : { state: 'full', kept: [compactContent(body)] }),
  cities: (body) => (JSON.stringify(body).length <= LARGEST_KEPT_LIST ? { state: 'full', kept: [body] } : undefined),
};

/** As many pages as INFLU_SEARCH shows. The rest of a larger search is in its result sheet. */
export const KEPT_PAGES = 10;

const pageOf = (key: string): number => Number(key.slice(key.lastIndexOf('#') + 1));

/** The durable part of an answer, if it has one. */
export function durableRecord(answer: Answer): DurableRecord | undefined {
  const { state, atMs, requests, body } = answer;
  if (state === 'failed') return undefined;
  if (state !== 'full') return { key: answer.key, atMs, requests, state };
  const { key, names } = filing(answer);
  const keeping = KEEPERS[kindOf(key)]?.(body, key) ?? (requests > 0 ? { state: 'receipt' as const } : undefined);
  if (!keeping) return undefined;
  const record = { key, atMs, requests, ...keeping };
  const told = namesOf(record);
  const others = names.filter((name) => !told.includes(name));
  return others.length > 0 ? { ...record, names: others } : record;
}

/** `key` is what was asked for, which may be another name of the creator. */
export const answerOfRecord = (record: DurableRecord, settings: Settings, key = record.key): Answer =>
  renamed(
    {
      key: record.key,
      state: record.state,
      atMs: record.atMs,
      freshUntilMs: record.atMs + freshMs(kindOf(record.key), record.state, settings),
      requests: record.requests,
      ...(record.kept === undefined ? {} : { body: bodyOf(record) }),
    },
    key,
  );

/** Answers from records, by the keys that were asked for. The cache may have the whole of a receipt, under its own key. */
export function answersOf(
  { cache, zip, clock }: Host,
  records: ReadonlyMap<string, DurableRecord>,
  settings: Settings,
): Answer[] {
  const receipts = [...records.values()].flatMap(({ key, state }) => (state === 'receipt' ? [key] : []));
  const cached = receipts.length === 0 ? undefined : readCached(cache, zip, receipts, clock.now());
  return [...records].map(([key, record]) => {
    const whole = record.state === 'receipt' ? cached?.get(record.key) : undefined;
    return whole && whole.state !== 'failed' ? renamed(whole, key) : answerOfRecord(record, settings, key);
  });
}

/** Copies of what the durable store has, for those who ask next. */
export const cacheCopies = ({ cache, zip }: Host, answers: readonly Answer[]): void =>
  writeCached(cache, zip, answers, briefAnswer, true);

/** An answer under another name of the same creator. A compact one keeps its own key too, because it rests on that. */
export function renamed(answer: Answer, key: string): Answer {
  if (key === answer.key) return answer;
  const { body } = answer;
  const isCompact = answer.state === 'compact' && isRecord(body);
  return { ...answer, key, ...(isCompact ? { body: { of: answer.key, ...body } } : {}) };
}

/** The part of a whole answer that most formulas need: every scalar at full length, and the weekly timeline. */
export function briefAnswer(answer: Answer): Answer | undefined {
  if (answer.state !== 'full') return answer;
  if (kindOf(answer.key) !== 'profile') return undefined;
  return { ...answer, state: 'compact', body: compactProfile(parseProfile(answer.body), answer.key, true) };
}

const bodyOf = ({ state, kept, series }: DurableRecord): unknown =>
  state === 'compact' ? { scalars: kept, ...(series ? { weeks: series } : {}) } : kept?.[0];

/** The profile in an answer, if it has one. `body` is missing where only the compact part is kept. */
export function profileOf(
  answer: Answer,
): (Pick<Profile, 'scalars' | 'timeline'> & Partial<Profile> & { lost?: ReadonlySet<string> }) | undefined {
  if (answer.state === 'compact' && isRecord(answer.body))
    return expandProfile(answer.body as unknown as CompactProfile, answer.key);
  return answer.state === 'full' ? parseProfile(answer.body) : undefined;
}
