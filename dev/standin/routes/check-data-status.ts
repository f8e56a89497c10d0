import { ApiError } from '../api-error';
import { flagOf, platformOf, type Answer, type KeyedCall } from '../call';
import { ENDPOINTS } from '../endpoint';
import { findOrRefuse, soughtIn } from '../sought';
import { timelineSpan } from '../timeline';
import type { World } from '../world';

/** GET checkDataStatus: free; each call queues a refresh, or the enrichment of a creator who is not in the database. 200, 400, 403, 404. */
export function checkDataStatus(call: KeyedCall, { roster }: World): Answer {
  const sought = soughtIn(call.query, ENDPOINTS.checkDataStatus.feature);
  const weekly = flagOf(call.query, 'addToWeeklyEnrichment');
  if (weekly && call.key.kind === 'trial') throw new ApiError(403, 'Weekly enrichment is not available for trial keys');
  const finding = findOrRefuse(roster, sought, call.atMs);
  if (finding.state === 'unlisted') {
    const { platform, username } = finding;
    roster.enrich(platform, username, sought.by === 'userId' ? sought.userId : undefined, call.atMs);
    return {
      status: 200,
      body: { isInDatabase: false, isBeingProcessed: true, username, platform, isAddedToRefresh: true },
    };
  }
  const { creator } = finding;
  platformOf(creator.platform, ENDPOINTS.checkDataStatus.feature);
  const loaded = roster.at(creator.index);
  const timeline = timelineSpan(loaded, roster.refreshesOf(loaded, call.atMs));
  roster.queueRefresh(creator, call.atMs);
  if (weekly) roster.setWeekly(creator, call.atMs);
  return {
    status: 200,
    body: {
      isInDatabase: true,
      creatorId: creator.creatorId,
      username: creator.username,
      platform: creator.platform,
      displayName: creator.displayName,
      followers: creator.followers,
      following: creator.following,
      posts: creator.posts,
      isPrivate: creator.isPrivate,
      lastRefreshDate: new Date(creator.lastRefreshMs).toISOString(),
      lastAudienceDataRefresh:
        creator.lastAudienceMs === undefined ? null : new Date(creator.lastAudienceMs).toISOString(),
      hasAudienceData: creator.audience === 'ready',
      timelineDatapoints: timeline.points,
      firstTimelineDate: timeline.first ?? null,
      recentTimelineDate: timeline.last ?? null,
      isAddedToRefresh: true,
      isAddedToWeeklyRefresh: roster.isWeekly(creator),
    },
  };
}
