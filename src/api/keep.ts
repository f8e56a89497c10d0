import { compactProfile, expandProfile, type CompactProfile } from './compact-profile';
import type { Answer, AnswerKind } from '../store/answer';
import type { DurableRecord } from '../store/durable-answers';
import { kindOf } from '../store/answer';
import { parseProfile, type Profile } from '../schema/profile';
import { freshMs, type Settings } from '../spend/settings';

interface Keeping {
  state: 'compact' | 'receipt' | 'full';
  kept?: unknown;
}

const LARGEST_KEPT_LIST = 6_000;

/** What outlives the cache, by kind. What is not listed leaves a receipt if it was paid, and nothing if it was free. */
const KEEPERS: Partial<Record<AnswerKind, (body: unknown) => Keeping | undefined>> = {
  profile: (body) => ({ state: 'compact', kept: compactProfile(parseProfile(body)) }),
  cities: (body) => (JSON.stringify(body).length <= LARGEST_KEPT_LIST ? { state: 'full', kept: body } : undefined),
};

/** The durable part of an answer, if it has one. */
export function durableRecord({ key, state, atMs, requests, body }: Answer): DurableRecord | undefined {
  const record = { key, atMs, requests };
  if (state === 'failed') return undefined;
  if (state !== 'full') return { ...record, state };
  const keeping = KEEPERS[kindOf(key)]?.(body);
  if (keeping) return { ...record, ...keeping };
  return requests > 0 ? { ...record, state: 'receipt' } : undefined;
}

export const answerOfRecord = (record: DurableRecord, settings: Settings): Answer => ({
  key: record.key,
  state: record.state,
  atMs: record.atMs,
  freshUntilMs: record.atMs + freshMs(kindOf(record.key), record.state, settings),
  requests: record.requests,
  ...(record.kept === undefined ? {} : { body: record.kept }),
});

/** The profile in an answer; `body` is missing where only the compact part is kept. Undefined: the answer has none. */
export function profileOf(answer: Answer): (Pick<Profile, 'scalars' | 'timeline'> & Partial<Profile>) | undefined {
  if (answer.state === 'compact') return expandProfile(answer.body as CompactProfile);
  return answer.state === 'full' ? parseProfile(answer.body) : undefined;
}
