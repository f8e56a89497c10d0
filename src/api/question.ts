import { badInput } from '../core/error';
import { hashText } from '../core/text';
import { creatorKey, creatorQuery, type Creator } from '../schema/creator';
import { platformsWith, PLATFORMS, supports, type Feature } from '../schema/platform';
import { PRICES } from '../spend/price';
import type { AnswerKind } from '../store/answer';
import type { Call } from './endpoint';

/** Something to be learnt from the API, whoever asks: its answer's key, its call, its worst-case price. */
export interface Question {
  key: string;
  kind: AnswerKind;
  call: Call;
  requests: number;
  creator?: Creator;
  /** The compact part of an answer is enough. */
  brief?: boolean;
}

function demand(creator: Creator, feature: Feature, what: string): void {
  if (supports(creator.platform, feature)) return;
  const label = PLATFORMS[creator.platform].label;
  throw badInput(`${label} has no ${what} at influData. Use it with ${platformsWith(feature)}.`);
}

const aboutCreator = (kind: AnswerKind, creator: Creator, call: Call): Question => ({
  key: `${kind}:${creatorKey(creator)}`,
  kind,
  call,
  requests: PRICES[kind],
  creator,
});

/** Scores cost nothing extra where the platform has them, and are then never bought again (notes, item 12). */
const scores = (creator: Creator): Record<string, string> =>
  supports(creator.platform, 'scores') ? { showDatalogAndScore: 'true' } : {};

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
  demand(creator, 'audience', 'audience reports');
  const query = { ...creatorQuery(creator), includeAudienceReport: 'true', ...scores(creator) };
  return aboutCreator('audience', creator, { endpoint: 'getUserData', query });
}

/** checkDataStatus, free. Throws `badInput` where the platform has none. */
export function statusQuestion(creator: Creator, { weekly = false } = {}): Question {
  demand(creator, 'status', 'data status');
  const query = { ...creatorQuery(creator), ...(weekly ? { addToWeeklyEnrichment: 'true' } : {}) };
  return aboutCreator('status', creator, { endpoint: 'checkDataStatus', query });
}

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
