import { creatorKey, type Creator } from '../../schema/creator';
import { PLATFORMS, type Platform } from '../../schema/platform';

/** A creator as a client may see it: a handle, or the platform's own id. influData's id says nothing outside. */
export interface ShownCreator {
  /** What rows of both sheets are matched by. */
  key: string;
  text: string;
  platform: Platform;
}

/** Undefined where influData's id alone names it. */
export function shownCreator(creator: Creator): ShownCreator | undefined {
  if (creator.by === '_id') return undefined;
  const { platform, by, id } = creator;
  const text =
    by === 'username' ? `@${id}` : platform === 'youtube' ? `https://www.youtube.com/channel/${id}` : `uid:${id}`;
  return { key: creatorKey(creator), text, platform };
}

export const platformText = (platform: Platform): string => PLATFORMS[platform].label;
