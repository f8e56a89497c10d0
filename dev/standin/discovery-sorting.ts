import { ApiError } from './api-error';
import type { Creator } from './creator';
import { covers, type Feature, type Platform } from './platform';

/** A creator found, with its relevance of 0 to 100 where keywords were given. */
export interface Hit {
  creator: Creator;
  relevance?: number;
}

type Figure = (hit: Hit) => number | string;

const FIELDS: Record<string, { figure: Figure; needs?: Feature }> = {
  relevance: { figure: ({ creator, relevance }) => relevance ?? creator.profileScore },
  username: { figure: ({ creator }) => creator.username.toLowerCase() },
  profileScore: { figure: ({ creator }) => creator.profileScore },
  followers: { figure: ({ creator }) => creator.followers },
  viewsPost: { figure: ({ creator }) => creator.viewsPost },
  engagementMean: { figure: ({ creator }) => creator.engagementMean ?? -1 },
  growthRate: { figure: ({ creator }) => creator.growthRate ?? -1000 },
  totalViews: { figure: ({ creator }) => creator.totalViews, needs: 'totalViews' },
  averageViewers: { figure: ({ creator }) => creator.averageViewers, needs: 'averageViewers' },
};

/** Reads `descFollowers`, `ascUsername`...; default profile score, best first. Ties go by creatorId, so that pages are stable. */
export function discoveryOrder(sorting: string | undefined, platform: Platform): (a: Hit, b: Hit) => number {
  const [, direction, capitalised] =
    /^(asc|desc)([A-Z]\w*)$/.exec((sorting ?? '') === '' ? 'descProfileScore' : (sorting as string)) ?? [];
  const name = capitalised === undefined ? '' : capitalised.charAt(0).toLowerCase() + capitalised.slice(1);
  const field = FIELDS[name];
  if (!field) throw new ApiError(400, `Invalid sorting: ${sorting}`);
  if (field.needs && !covers(field.needs, platform))
    throw new ApiError(400, `Sorting by ${name} is not available for platform ${platform}`);
  const sign = direction === 'asc' ? 1 : -1;
  return (a, b) => {
    const x = field.figure(a);
    const y = field.figure(b);
    if (x !== y) return x < y ? -sign : sign;
    return a.creator.creatorId < b.creator.creatorId ? -1 : 1;
  };
}
