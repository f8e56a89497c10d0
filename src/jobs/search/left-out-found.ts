import type { Tools } from '../../core/ports';
import { creatorKey, creatorOfHandle } from '../../schema/creator';
import type { FoundCreator } from '../../schema/discovery';
import type { Platform } from '../../schema/platform';
import { parseProfile } from '../../schema/profile';
import { leftOut, type LeftOut } from '../pipeline/left-out';
import type { PipelineRow } from '../pipeline/pipeline-sheet';

/** Those of the found creators whose status leaves them out, by influData's id. */
export const leftOutFound = (
  tools: Tools,
  platform: Platform,
  creators: readonly FoundCreator[],
  left: LeftOut = leftOut(tools),
): Map<string, PipelineRow> => left.find(new Map(creators.map((creator) => [creator._id, namesOf(platform, creator)])));

/** A search tells influData's id and the handle. */
function namesOf(platform: Platform, creator: FoundCreator): string[] {
  const { username } = parseProfile({ platform, ...creator }).scalars;
  const id = creatorKey({ by: '_id', id: creator._id });
  return typeof username === 'string' && username !== '' ? [creatorKey(creatorOfHandle(platform, username)), id] : [id];
}
