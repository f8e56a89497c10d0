import { isRecord } from '../core/text';
import { compactContent } from '../schema/content';
import { compactPage, parseDiscovery } from '../schema/discovery';
import { parseProfile, type Profile } from '../schema/profile';
import { freshMs, type Settings } from '../spend/settings';
import { kindOf, type Answer, type AnswerKind } from '../store/answer';
import { isStale, type FoldContext, type Folded } from '../spend/fold';
import { allRecords, type DurableRecord } from '../store/durable-answers';
import { compactProfile, expandProfile, type CompactProfile } from './compact-profile';

type Keeping = Pick<DurableRecord, 'state' | 'kept' | 'series'>;

/** What a run's pages of content are filed under. */
export const RUN_PAGE = 'content:run/';

const LARGEST_KEPT_LIST = 6_000;

/** What outlives the cache, by kind. What is not listed leaves a receipt if it was paid, and nothing if it was free. */
const KEEPERS: Partial<Record<AnswerKind, (body: unknown, key: string) => Keeping | undefined>> = {
  profile: (body, key) => {
    const { scalars, weeks } = compactProfile(parseProfile(body), key);
    return { state: 'compact', kept: scalars, ...(weeks ? { series: weeks } : {}) };
  },
  search: (body, key) =>
    pageOf(key) <= KEPT_PAGES ? { state: 'full', kept: [compactPage(parseDiscovery(body))] } : undefined,
  // A run's pages stand in its sheet.
  content: (body, key) => (key.startsWith(RUN_PAGE) ? undefined : { state: 'full', kept: [compactContent(body)] }),
  cities: (body) => (JSON.stringify(body).length <= LARGEST_KEPT_LIST ? { state: 'full', kept: [body] } : undefined),
};

/** As many as INFLU_SEARCH shows; of a larger search the result sheet has the rest. */
export const KEPT_PAGES = 10;

const pageOf = (key: string): number => Number(key.slice(key.lastIndexOf('#') + 1));

/** The durable part of an answer, if it has one. */
export function durableRecord({ key, state, atMs, requests, body }: Answer): DurableRecord | undefined {
  const record = { key, atMs, requests };
  if (state === 'failed') return undefined;
  if (state !== 'full') return { ...record, state };
  const keeping = KEEPERS[kindOf(key)]?.(body, key);
  if (keeping) return { ...record, ...keeping };
  return requests > 0 ? { ...record, state: 'receipt' } : undefined;
}

export const answerOfRecord = (record: DurableRecord, settings: Settings): Answer => ({
  key: record.key,
  state: record.state,
  atMs: record.atMs,
  freshUntilMs: record.atMs + freshMs(kindOf(record.key), record.state, settings),
  requests: record.requests,
  ...(record.kept === undefined ? {} : { body: bodyOf(record) }),
});

/** What is asked for most of a whole answer: every scalar at full length, and the weekly timeline. */
export function briefAnswer(answer: Answer): Answer | undefined {
  if (answer.state !== 'full') return answer;
  if (kindOf(answer.key) !== 'profile') return undefined;
  return { ...answer, state: 'compact', body: compactProfile(parseProfile(answer.body), answer.key, true) };
}

/** Profiles that are kept under their handle and are asked for by influData id. Reads the whole durable store. */
export function profilesById(
  { properties, records }: Folded,
  keys: readonly string[],
  context: FoldContext,
): DurableRecord[] {
  const ids = new Map(keys.flatMap((key) => (key.startsWith(BY_ID) ? [[key.slice(BY_ID.length), key] as const] : [])));
  if (ids.size === 0) return [];
  const stale = isStale(context.settings, context.nowMs);
  return [...allRecords(properties, context.zip), ...records].flatMap((record) => {
    const key = record.state === 'compact' ? ids.get(String(record.kept?.[0])) : undefined;
    return key === undefined || stale(record) ? [] : [renamed(record, key)];
  });
}

/** What the old key said of the creator is written out, since the new one does not say it. */
function renamed(record: DurableRecord, key: string): DurableRecord {
  const scalars = (record.kept ?? []) as CompactProfile['scalars'];
  const { scalars: kept } = compactProfile({ ...expandProfile({ scalars }, record.key), body: {} }, key);
  return { ...record, key, kept };
}

const BY_ID = 'profile:id:';

const bodyOf = ({ state, kept, series }: DurableRecord): unknown =>
  state === 'compact' ? { scalars: kept, ...(series ? { weeks: series } : {}) } : kept?.[0];

/** The profile in an answer; `body` is missing where only the compact part is kept. Undefined: the answer has none. */
export function profileOf(
  answer: Answer,
): (Pick<Profile, 'scalars' | 'timeline'> & Partial<Profile> & { lost?: ReadonlySet<string> }) | undefined {
  if (answer.state === 'compact' && isRecord(answer.body))
    return expandProfile(answer.body as unknown as CompactProfile, answer.key);
  return answer.state === 'full' ? parseProfile(answer.body) : undefined;
}
