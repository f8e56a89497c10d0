import { ApiError } from '../api-error';
import { platformOf, type Answer, type KeyedCall } from '../call';
import { ENDPOINTS } from '../endpoint';
import type { KeyKind } from '../keys';
import type { Sought } from '../roster';
import type { World } from '../world';

/** "Maximum 100 items per request (usernames + userIds combined); 10 for trial keys." */
const BULK_LIMITS: Record<KeyKind, number> = { organization: 100, trial: 10 };

interface Processed {
  identifier: string;
  type: 'username' | 'userId';
  isNewUser: boolean;
  creatorId: string;
  addedToInstant: boolean;
  addedToWeekly: boolean;
}

/** POST bulkAddToEnrich: free. 200 with what was processed and what failed, 400, 403 for weekly refresh on a trial key. */
export function bulkAddToEnrich(call: KeyedCall, { roster }: World): Answer {
  const body = call.body;
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new ApiError(400, 'The body must be a JSON object');
  const { platform: name, usernames, userIds, addToWeeklyEnrichment: weekly = false } = body as Record<string, unknown>;
  const platform = platformOf(name, ENDPOINTS.bulkAddToEnrich.feature);
  if (typeof weekly !== 'boolean') throw new ApiError(400, 'addToWeeklyEnrichment must be true or false');
  const items = [...itemsOf(usernames, 'username'), ...itemsOf(userIds, 'userId')];
  if (items.length === 0) throw new ApiError(400, 'usernames or userIds are required');
  const limit = BULK_LIMITS[call.key.kind];
  if (items.length > limit) throw new ApiError(400, `Maximum ${limit} items per request`);
  if (weekly && call.key.kind === 'trial') throw new ApiError(403, 'Weekly enrichment is not available for trial keys');

  const processed: Processed[] = [];
  const failed: { identifier: string; type: string; error: string }[] = [];
  for (const { identifier, type } of items) {
    const sought: Sought =
      type === 'username' ? { by: type, platform, username: identifier } : { by: type, platform, userId: identifier };
    const finding = roster.seek(sought, call.atMs);
    if (finding.state === 'malformed' || finding.state === 'nonexistent') {
      failed.push({
        identifier,
        type,
        error: finding.state === 'malformed' ? `Invalid ${type}` : 'Creator not found on platform',
      });
    } else if (finding.state === 'unlisted') {
      const { creatorId } = roster.enrich(
        platform,
        finding.username,
        type === 'userId' ? identifier : undefined,
        call.atMs,
      );
      processed.push({ identifier, type, isNewUser: true, creatorId, addedToInstant: true, addedToWeekly: false });
    } else {
      const { creator } = finding;
      roster.queueRefresh(creator, call.atMs);
      if (weekly) roster.setWeekly(creator, call.atMs);
      processed.push({
        identifier,
        type,
        isNewUser: false,
        creatorId: creator.creatorId,
        addedToInstant: true,
        addedToWeekly: weekly,
      });
    }
  }
  const newlyAdded = processed.filter(({ isNewUser }) => isNewUser).length;
  const summary = {
    total: items.length,
    existingInDatabase: processed.length - newlyAdded,
    newlyAdded,
    addedToInstant: processed.length,
    addedToWeekly: processed.filter(({ addedToWeekly }) => addedToWeekly).length,
    failed: failed.length,
  };
  return { status: 200, body: { processed, failed, summary } };
}

function itemsOf(list: unknown, type: 'username' | 'userId'): { identifier: string; type: 'username' | 'userId' }[] {
  if (list === undefined) return [];
  if (!Array.isArray(list) || !list.every((each) => typeof each === 'string'))
    throw new ApiError(400, `${type}s must be an array of strings`);
  return list.map((identifier: string) => ({ identifier, type }));
}
