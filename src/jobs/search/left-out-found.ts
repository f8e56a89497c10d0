import type { Tools } from '../../core/ports';
import { foundNames } from '../../schema/alike';
import type { FoundCreator } from '../../schema/discovery';
import type { Platform } from '../../schema/platform';
import { leftOut, type LeftOut } from '../pipeline/left-out';
import type { PipelineRow } from '../pipeline/pipeline-sheet';

/** Those of the found creators whose status leaves them out, by influData's id. */
export const leftOutFound = (
  tools: Tools,
  platform: Platform,
  creators: readonly FoundCreator[],
  left: LeftOut = leftOut(tools),
): Map<string, PipelineRow> =>
  left.find(new Map(creators.map(({ _id, username }) => [_id, foundNames(platform, _id, username ?? '')])));
