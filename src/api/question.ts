import { badInput, InfluError } from '../core/error';
import { hashText } from '../core/text';
import { BULK_LIMIT } from '../schema/bulk-enrich';
import { CONTENT_MIN_FOLLOWERS, CONTENT_PAGE_SIZE } from '../schema/content-page';
import { creatorKey, creatorMayHave, creatorQuery, wireHandle, type Creator } from '../schema/creator';
import { platformsWith, PLATFORMS, supports, type Feature, type Platform } from '../schema/platform';
import { parsePlatform } from '../schema/platform-alias';
import { PRICES, type AnswerKind } from './price';
import type { ApiCall } from './endpoint';
import { REPLY } from '../schema/said-text';

/** Something to ask the API, whoever asks: the key of its answer, its call, and its price at most. */
export interface Question {
  key: string;
  kind: AnswerKind;
  call: ApiCall;
  requests: number;
  /** The compact part of an answer is enough. */
  brief?: boolean;
}

/** An influData id works without a platform (contract, getUserData). Then the API says what the platform lacks. */
function demand(platform: Platform | undefined, feature: Feature, what: keyof typeof REPLY.data): void {
  if (platform && !supports(platform, feature))
    throw badInput(REPLY.lackingPlatform(PLATFORMS[platform].label, REPLY.data[what], platformsWith(feature)));
}

const aboutCreator = (kind: AnswerKind, creator: Creator, call: ApiCall): Question => ({
  key: `${kind}:${creatorKey(creator)}`,
  kind,
  call,
  requests: PRICES[kind],
});

/**
 * Scores cost nothing extra where the platform has them, so they are always asked for and never bought later (notes,
 * item 12). That holds for an id alone too: its platform is not known, and its answer serves the handle as well.
 */
const scores = (creator: Creator): Record<string, string> =>
  creatorMayHave(creator, 'scores') ? { showDatalogAndScore: 'true' } : {};

/**
 * One question for each creator, under the same keys. If a platform lacks this, only that creator is refused.
 */
export function questionsFor(
  creators: ReadonlyMap<string, Creator>,
  questionOf: (creator: Creator) => Question,
): { questions: Map<string, Question>; refused: Map<string, InfluError> } {
  const questions = new Map<string, Question>();
  const refused = new Map<string, InfluError>();
  for (const [key, creator] of creators) {
    try {
      questions.set(key, questionOf(creator));
    } catch (error) {
      if (!(error instanceof InfluError)) throw error;
      refused.set(key, error);
    }
  }
  return { questions, refused };
}

/** getUserData, 1 request. */
export const profileQuestion = (creator: Creator): Question =>
  aboutCreator('profile', creator, {
    endpoint: 'getUserData',
    query: { ...creatorQuery(creator), ...scores(creator) },
  });

/** The same where a number or a short text is wanted. */
export const briefProfileQuestion = (creator: Creator): Question => ({ ...profileQuestion(creator), brief: true });

/** getUserData with the audience report, 20 requests (a 202: 1). Throws `badInput` where the platform has none. */
export function audienceQuestion(creator: Creator): Question {
  demand(creator.platform, 'audience', 'reports');
  const query = { ...creatorQuery(creator), includeAudienceReport: 'true', ...scores(creator) };
  return aboutCreator('audience', creator, { endpoint: 'getUserData', query });
}

/** checkDataStatus, free; `weekly` is an action and not for trial keys. Throws `badInput` where the platform has none. */
export function statusQuestion(creator: Creator, { weekly = false } = {}): Question {
  demand(creator.platform, 'status', 'status');
  const query = { ...creatorQuery(creator), ...(weekly ? { addToWeeklyEnrichment: 'true' } : {}) };
  return aboutCreator(weekly ? 'weekly' : 'status', creator, { endpoint: 'checkDataStatus', query });
}

export interface CreatorList {
  /** Handles without @. */
  usernames?: readonly string[];
  userIds?: readonly string[];
  /** Adds them to the weekly refresh too: only who is in the database, and not with a trial key. */
  weekly?: boolean;
  /** A trial key takes 10 at once, not 100. */
  keyKind?: keyof typeof BULK_LIMIT;
}

/** bulkAddToEnrich, free; an action. Throws `badInput` for too many or none, and where the platform has no status. */
export function queueQuestion(
  platform: Platform,
  { usernames = [], userIds = [], weekly = false, keyKind = 'organization' }: CreatorList,
): Question {
  demand(platform, 'status', 'enrichment');
  const count = usernames.length + userIds.length;
  const most = BULK_LIMIT[keyKind];
  if (count < 1 || count > most) throw badInput(REPLY.queueSize(most, count));
  const body = {
    platform,
    usernames: usernames.map((handle) => wireHandle(platform, handle)),
    userIds,
    addToWeeklyEnrichment: weekly,
  };
  return {
    key: `queue:${shortly(JSON.stringify(body))}`,
    kind: 'queue',
    call: { endpoint: 'bulkAddToEnrich', body },
    requests: PRICES.queue,
  };
}

/**
 * getContent, 1 request for each post that comes, so its price at most is that of `limit` (1 to 100) posts. A further
 * page is asked for with the same query, and sends only its cursor (notes, item 5). Throws `badInput` for a platform
 * without content.
 */
export function contentQuestion(
  query: Readonly<Record<string, string>>,
  { limit = CONTENT_PAGE_SIZE, cursor }: { limit?: number; cursor?: string } = {},
): Question {
  if (!Number.isInteger(limit) || limit < 1 || limit > CONTENT_PAGE_SIZE)
    throw badInput(REPLY.postsAtOnce(CONTENT_PAGE_SIZE));
  const given: Record<string, string> = Object.fromEntries(Object.entries(query).filter(([, text]) => text !== ''));
  const { platform, followerMin = CONTENT_MIN_FOLLOWERS, min_followers = followerMin, ...others } = given;
  const filters = {
    ...others,
    ...(platform === undefined ? {} : { platform: platform.split(',').map(contentPlatform).join(',') }),
    // Readers of the form need the sign to tell that `none` is an account; the API does not.
    ...(others['username'] === undefined ? {} : { username: others['username'].replace(/@/g, '') }),
    min_followers,
  };
  const page = { limit: String(limit) };
  return {
    key: `content:${shortly(JSON.stringify([Object.entries(filters).sort(), limit, cursor]))}`,
    kind: 'content',
    call: cursor
      ? { endpoint: 'getContent', query: page, headers: { 'X-Cursor': cursor } }
      : { endpoint: 'getContent', query: { ...filters, ...page } },
    requests: limit * PRICES.content,
  };
}

function contentPlatform(name: string): Platform {
  const platform = parsePlatform(name);
  demand(platform, 'content', 'posts');
  return platform;
}

const LONGEST_KEY = 120;

/** CacheService takes keys of 250 characters. Two hashes, because a collision would show a wrong page. */
const shortly = (text: string): string => (text.length > LONGEST_KEY ? hashText(text) + hashText(text, 1) : text);

/** getCitiesForCountry, free. */
export const citiesQuestion = (country: string): Question => ({
  key: `cities:${country.length > 60 ? hashText(country) : country}`,
  kind: 'cities',
  call: { endpoint: 'getCitiesForCountry', query: { country } },
  requests: PRICES.cities,
});

/** getClientInfo, free. Its answer goes into the budget, not into the stores. */
export const balanceQuestion = (clientId: string): Question => ({
  key: 'balance:',
  kind: 'balance',
  call: { endpoint: 'getClientInfo', query: { clientId } },
  requests: PRICES.balance,
});
