import { ApiError } from '../api-error';
import { audienceOf, furtherSections } from '../audience';
import { flagOf, requireBalance, type Answer, type KeyedCall } from '../call';
import type { Creator } from '../creator';
import { bioOf, profilePictureOf, relevanceOf, userIdOf, websiteOf } from '../creator-text';
import { drawInteger } from '../draw';
import { ENDPOINTS } from '../endpoint';
import { covers } from '../platform';
import { shapeOf, shapeProfile } from '../profile-shape';
import type { ProfileFacts } from '../shapes/fields';
import { findOrRefuse, soughtIn } from '../sought';
import { timelineOf } from '../timeline';
import type { World } from '../world';

const { cost, feature } = ENDPOINTS.getUserData;

/**
 * GET getUserData: 200 (1, or 20), 201 queued (0), 202 audience pending (1), 400, 403, 404, 429.
 *
 * A creator who never gets audience data (private, small) answers 200 at the full 20 with an empty report: the harsh
 * reading of "use checkDataStatus to avoid spending requests on incomplete data". Where the balance is short of 20,
 * a 202 is refused as well. showDatalogAndScore is ignored where the platform has no scores.
 */
export function getUserData(call: KeyedCall, world: World): Answer {
  const { roster } = world;
  const sought = soughtIn(call.query, feature);
  const wantsAudience = flagOf(call.query, 'includeAudienceReport');
  const wantsScores = flagOf(call.query, 'showDatalogAndScore');
  if (wantsAudience && sought.by !== '_id') requireAudience(sought.platform);
  if (wantsAudience && !call.key.audienceReports)
    throw new ApiError(403, 'Audience reports are not enabled for this key');
  requireBalance(call.key, wantsAudience ? cost.withAudienceReport : cost.requests);

  const finding = findOrRefuse(roster, sought, call.atMs);
  if (finding.state === 'unlisted') {
    roster.enrich(finding.platform, finding.username, sought.by === 'userId' ? sought.userId : undefined, call.atMs);
    return {
      status: 201,
      body: {
        message: 'Creator not in database yet, queued for enrichment. Retry within 24-48h.',
        isBeingProcessed: true,
      },
    };
  }
  const { creator } = finding;
  const shape = shapeOf(call.shape, world.seed, creator.index);
  const what = `${creator.platform}/${creator.username} (${creator.creatorId})`;
  if (wantsAudience) requireAudience(creator.platform);
  if (wantsAudience && creator.audience === 'pending') {
    roster.queueAnalysis(creator, call.atMs);
    const message = 'Creator found but audience analysis is still processing. Retry later.';
    const profile =
      world.manners.pendingBody === 'profile' ? shapeProfile(shape, factsOf(world, creator, call.atMs)) : {};
    return {
      status: 202,
      body: { message, ...profile },
      charge: { requests: cost.requests, what: `${what} audience pending` },
    };
  }
  const facts = factsOf(world, creator, call.atMs);
  if (wantsAudience) facts.audience = creator.audience === 'ready' ? audienceOf(world.seed, creator) : 'none';
  if (wantsScores && covers('scores', creator.platform)) Object.assign(facts, scoresOf(world, creator));
  return {
    status: 200,
    body: shapeProfile(shape, facts),
    charge: wantsAudience
      ? { requests: cost.withAudienceReport, what: `${what} with audience` }
      : { requests: cost.requests, what },
  };
}

function requireAudience(platform: Creator['platform']): void {
  if (!covers('audience', platform))
    throw new ApiError(400, `Audience reports are not available for platform ${platform}`);
}

/** Everything about a creator but scores and audience. */
function factsOf({ seed, roster }: World, creator: Creator, atMs: number): ProfileFacts {
  const loaded = roster.at(creator.index);
  return {
    creator,
    bio: bioOf(seed, creator),
    website: websiteOf(seed, creator),
    profilePicUrl: profilePictureOf(seed, creator),
    userId: userIdOf(seed, creator),
    relevance: relevanceOf(seed, creator),
    further: furtherSections(seed, creator),
    timeline: timelineOf(seed, loaded, creator, roster.refreshesOf(loaded, atMs)),
  };
}

function scoresOf({ seed, roster }: World, creator: Creator): Required<Pick<ProfileFacts, 'scores' | 'dataLog'>> {
  const score = (field: number): number => drawInteger(seed, creator.index, 800 + field, 20, 99);
  const loadedMs = roster.at(creator.index).lastRefreshMs;
  return {
    scores: { audience: score(1), content: score(2), growth: score(3), engagement: score(4) },
    dataLog: [
      { date: new Date(loadedMs).toISOString(), event: 'profile refreshed' },
      { date: new Date(creator.lastRefreshMs).toISOString(), event: 'posts refreshed' },
    ],
  };
}
