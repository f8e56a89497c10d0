import { audienceOf, type Audience } from './audience';
import type { Creator } from './creator';
import { userIdOf } from './creator-text';
import { shapeOf, type ProfileShape } from './profile-shape';
import type { World } from './world';

/** What is true of a creator at an instant, whatever shape its answers have. */
export interface Truth {
  shape: ProfileShape;
  followers: number;
  /** Percent. */
  engagement?: number;
  /** 1 to 10. */
  profileScore: number;
  platformId: string;
  /** Shares of 0 to 1, with names and codes. */
  audience?: Audience;
}

export function truthOf({ seed, manners }: Pick<World, 'seed' | 'manners'>, creator: Creator): Truth {
  return {
    shape: shapeOf(manners.shape, seed, creator.index),
    followers: creator.followers,
    ...(creator.engagementMean === undefined || creator.isPrivate ? {} : { engagement: creator.engagementMean }),
    profileScore: creator.profileScore,
    platformId: userIdOf(seed, creator),
    ...(creator.audience === 'ready' ? { audience: audienceOf(seed, creator) } : {}),
  };
}
