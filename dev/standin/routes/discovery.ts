import { ApiError } from '../api-error';
import { numberOf, platformOf, requireBalance, type Answer, type KeyedCall } from '../call';
import type { Hit } from '../discovery-sorting';
import { keywordFieldsOf, type DiscoverySearch } from '../discovery-search';
import { bioOf, profilePictureOf } from '../creator-text';
import { draw } from '../draw';
import { ENDPOINTS } from '../endpoint';
import { covers } from '../platform';
import type { World } from '../world';

/** "1 request per search (20 results)": a page that finds nobody is a search too. */
const SEARCH_COST = ENDPOINTS.discovery.cost.requests;
const PAGE_SIZE = 20;

/** GET discovery: 200 (1 a page), 400, 403, 429. */
export function createDiscovery(search: DiscoverySearch) {
  return (call: KeyedCall, { seed, manners }: World): Answer => {
    const { query } = call;
    const platform = platformOf(query.platform, ENDPOINTS.discovery.feature);
    const skip = numberOf(query, 'skipCount') ?? 0;
    if (skip < 0 || skip % PAGE_SIZE !== 0)
      throw new ApiError(400, `Parameter skipCount must be a multiple of ${PAGE_SIZE}`);
    const fields = keywordFieldsOf(query.keywordFields);
    if (!fields) throw new ApiError(400, `Invalid keywordFields: ${query.keywordFields}`);
    const namesWebsite = (query.keywordFields ?? '') !== '' && fields.includes('website');
    if (namesWebsite && !covers('websiteKeywords', platform))
      throw new ApiError(400, `keywordFields website is not available for platform ${platform}`);
    requireBalance(call.key, SEARCH_COST);

    const usable = fields.filter((field) => field !== 'website' || covers('websiteKeywords', platform));
    const hits = search(query, platform, usable, call.atMs);
    const start = Math.max(0, skip - (skip > 0 ? manners.pageOverlap : 0));
    const drift =
      manners.countDrift === 0 ? 0 : (draw(seed, skip, 1001) % (2 * manners.countDrift + 1)) - manners.countDrift;
    return {
      status: 200,
      body: {
        users: hits.slice(start, start + PAGE_SIZE).map((hit) => itemOf(seed, hit)),
        count: Math.max(0, hits.length + drift),
        dataSuccess: true,
      },
      charge: { requests: SEARCH_COST, what: `${platform} search, from ${skip}` },
    };
  };
}

/** `score` is the relevance, where keywords were given (contract, discovery). */
function itemOf(seed: number, { creator, relevance }: Hit): Record<string, unknown> {
  return {
    _id: creator.creatorId,
    username: creator.username,
    displayName: creator.displayName,
    followers: creator.followers,
    platform: creator.platform,
    country: creator.country,
    city: creator.city,
    language: creator.language,
    gender: creator.gender,
    verified: creator.verified,
    engagementMean: creator.engagementMean,
    growthRate: creator.growthRate,
    medianViewCountPosts: creator.medianViewCountPosts,
    bio: bioOf(seed, creator),
    profilePicUrl: profilePictureOf(seed, creator),
    profileScore: creator.profileScore,
    ...(relevance === undefined ? {} : { score: relevance }),
  };
}
