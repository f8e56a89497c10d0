import type { Audience, Slice } from './audience';
import type { Creator } from './creator';
import type { TimelinePoint } from './timeline';

/**
 * The body of getUserData is not published, so several are served:
 * `flat` (all at top level, breakdowns as {label: share of 0..1}), `wrapped` (under `user`, figures in `user.stats`,
 * breakdowns as arrays with percent of 0..100), `profile` (under `profile` and `metrics` with other spellings, history
 * newest first), `earlier` (under `data` beside `dataSuccess`, timeline by date, breakdowns with weights).
 */
export type ProfileShape = 'flat' | 'wrapped' | 'profile' | 'earlier';

export const PROFILE_SHAPES: readonly ProfileShape[] = ['flat', 'wrapped', 'profile', 'earlier'];

export interface ProfileFacts {
  creator: Creator;
  bio: string;
  website: string;
  profilePicUrl: string;
  userId: string;
  timeline: TimelinePoint[];
  audience?: Audience | 'none';
  /** With showDatalogAndScore, where the platform has it. */
  scores?: { audience: number; content: number; growth: number; engagement: number };
  dataLog?: { date: string; event: string }[];
}

type Body = Record<string, unknown>;

const iso = (ms: number): string => new Date(ms).toISOString();
const isoOrNothing = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : iso(ms));

/** Writes facts that are not known the way this creator's record does: no key, null, or an empty text. */
function withBlanks(creator: Creator, fields: Body): Body {
  const body: Body = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && value !== '') body[name] = value;
    else if (creator.blankStyle === 'null') body[name] = null;
    else if (creator.blankStyle === 'empty') body[name] = '';
  }
  return body;
}

const asShares = (slices: readonly Slice[]): Body => Object.fromEntries(slices.map(({ name, share }) => [name, share]));
const percent = (share: number): number => Math.round(share * 10_000) / 100;
const asPercents = (slices: readonly Slice[], label: string, value: string): Body[] =>
  slices.map(({ name, code, share }) => ({
    [label]: name,
    ...(code === undefined ? {} : { code }),
    [value]: percent(share),
  }));
const asWeights = (slices: readonly Slice[]): Body[] =>
  slices.map(({ name, code, share }) => (code === undefined ? { name, weight: share } : { code, weight: share }));

function flat(facts: ProfileFacts): Body {
  const { creator, audience } = facts;
  return {
    _id: creator.creatorId,
    platform: creator.platform,
    username: creator.username,
    userId: facts.userId,
    followers: creator.followers,
    following: creator.following,
    posts: creator.posts,
    verified: creator.verified,
    isPrivate: creator.isPrivate,
    isBusiness: creator.isBusiness,
    categories: creator.categories,
    score: creator.profileScore,
    lastRefreshDate: iso(creator.lastRefreshMs),
    ...withBlanks(creator, {
      displayName: creator.displayName,
      bio: facts.bio,
      website: facts.website,
      profilePicUrl: facts.profilePicUrl,
      country: creator.country,
      city: creator.city,
      language: creator.language,
      gender: creator.gender,
      age: creator.age,
      ...figures(creator),
      lastAudienceDataRefresh: isoOrNothing(creator.lastAudienceMs),
    }),
    growthTimeline: facts.timeline,
    ...(facts.scores ? { profileScore: creator.profileScore, scores: facts.scores, dataLog: facts.dataLog } : {}),
    ...(audience === undefined
      ? {}
      : audience === 'none'
        ? { hasAudienceData: false, audienceGender: {}, audienceAge: {}, audienceCountries: {} }
        : {
            hasAudienceData: true,
            audienceGender: asShares(audience.gender),
            audienceAge: asShares(audience.age),
            audienceAgeGender: Object.fromEntries(
              audience.ageByGender.map(({ age, male, female }) => [age, { male, female }]),
            ),
            audienceCountries: asShares(audience.countries),
            audienceCities: asShares(audience.cities),
            audienceLanguages: asShares(audience.languages),
            audienceInterests: asShares(audience.interests),
            audienceQuality: audience.quality,
          }),
  };
}

/** Figures that private accounts do not show. */
function figures(creator: Creator): Body {
  const {
    engagementMean,
    growthRate,
    medianViewCountPosts,
    avgLikes,
    avgComments,
    viewsPost,
    averageViewers,
    totalViews,
    reelPlays,
  } = creator;
  if (creator.isPrivate)
    return {
      engagementMean: undefined,
      growthRate,
      medianViewCountPosts: undefined,
      avgLikes: undefined,
      avgComments: undefined,
      avgViews: undefined,
    };
  return {
    engagementMean,
    growthRate,
    medianViewCountPosts,
    avgLikes,
    avgComments,
    avgViews: viewsPost,
    ...(averageViewers > 0 ? { averageViewers } : {}),
    ...(totalViews > 0 ? { totalViews } : {}),
    ...(reelPlays > 0 ? { reelPlays } : {}),
  };
}

function wrapped(facts: ProfileFacts): Body {
  const { creator, audience } = facts;
  const { engagementMean, growthRate, medianViewCountPosts, ...averages } = figures(creator);
  return {
    success: true,
    user: {
      _id: creator.creatorId,
      id: facts.userId,
      platform: creator.platform,
      username: creator.username,
      followers: creator.followers,
      following: creator.following,
      posts: creator.posts,
      verified: creator.verified,
      isPrivate: creator.isPrivate,
      categories: creator.categories.map((key) => ({ key })),
      score: creator.profileScore,
      lastRefreshDate: iso(creator.lastRefreshMs),
      ...withBlanks(creator, {
        displayName: creator.displayName,
        biography: facts.bio,
        externalUrl: facts.website,
        profilePicUrl: facts.profilePicUrl,
        country: creator.country,
        city: creator.city,
        language: creator.language,
        gender: creator.gender,
        estimatedAge: creator.age,
        engagementMean,
        growthRate,
        medianViewCountPosts,
      }),
      stats: withBlanks(creator, averages),
      timeline: facts.timeline.map(({ date, engagement, collaborations, ...rest }) => ({
        date: `${date}T00:00:00.000Z`,
        ...rest,
        engagementMean: engagement ?? null,
        mentions: collaborations,
      })),
      ...(facts.scores ? { profileScore: creator.profileScore, scores: facts.scores, dataLog: facts.dataLog } : {}),
      ...(audience === undefined
        ? {}
        : audience === 'none'
          ? { audience: null }
          : {
              audience: {
                audienceGender: asPercents(audience.gender, 'name', 'percent'),
                audienceAge: asPercents(audience.age, 'age', 'percent'),
                audienceAgeGender: audience.ageByGender.map(({ age, male, female }) => ({
                  age,
                  male: percent(male),
                  female: percent(female),
                })),
                audienceCountries: asPercents(audience.countries, 'country', 'percent'),
                audienceCities: asPercents(audience.cities, 'city', 'percent'),
                audienceLanguages: asPercents(audience.languages, 'language', 'percent'),
                audienceInterests: asPercents(audience.interests, 'name', 'percent'),
                audienceQuality: Object.entries(audience.quality).map(([name, share]) => ({
                  name,
                  percent: percent(share),
                })),
              },
            }),
    },
  };
}

function profile(facts: ProfileFacts): Body {
  const { creator, audience } = facts;
  const { engagementMean, growthRate, ...averages } = figures(creator);
  return {
    profile: {
      _id: creator.creatorId,
      platformId: facts.userId,
      platform: creator.platform,
      username: creator.username,
      verified: creator.verified,
      isPrivate: creator.isPrivate,
      category: creator.categories.join(', '),
      lastRefreshDate: iso(creator.lastRefreshMs),
      ...withBlanks(creator, {
        fullName: creator.displayName,
        description: facts.bio,
        url: facts.website,
        profilePicUrl: facts.profilePicUrl,
        language: creator.language,
        gender: creator.gender,
        age: creator.age,
      }),
      location: withBlanks(creator, { country: creator.country, city: creator.city }),
    },
    metrics: {
      followers: creator.followers,
      following: creator.following,
      posts: creator.posts,
      score: creator.profileScore,
      ...withBlanks(creator, { engagementMean, growthRate, ...averages }),
    },
    history: facts.timeline.toReversed(),
    ...(facts.scores ? { profileScore: creator.profileScore, scores: facts.scores, dataLog: facts.dataLog } : {}),
    ...(audience === undefined
      ? {}
      : audience === 'none'
        ? {}
        : {
            audience: {
              gender: asPercents(audience.gender, 'label', 'value'),
              age: asPercents(audience.age, 'label', 'value'),
              ageByGender: audience.ageByGender.map(({ age, male, female }) => ({
                label: age,
                male: percent(male),
                female: percent(female),
              })),
              countries: asPercents(audience.countries, 'label', 'value'),
              cities: asPercents(audience.cities, 'label', 'value'),
              languages: asPercents(audience.languages, 'label', 'value'),
              interests: asPercents(audience.interests, 'label', 'value'),
              quality: Object.fromEntries(
                Object.entries(audience.quality).map(([name, share]) => [name, percent(share)]),
              ),
            },
          }),
  };
}

function earlier(facts: ProfileFacts): Body {
  const { growthTimeline: _, ...data } = flat({
    ...facts,
    ...(facts.audience === undefined ? {} : { audience: 'none' as const }),
  });
  const { audience } = facts;
  return {
    dataSuccess: true,
    data: {
      ...data,
      userId: /^\d{1,15}$/.test(facts.userId) ? Number(facts.userId) : facts.userId,
      timeline: Object.fromEntries(facts.timeline.map(({ date, ...rest }) => [date, rest])),
      ...(audience === undefined || audience === 'none'
        ? {}
        : {
            hasAudienceData: true,
            audienceGender: asWeights(audience.gender),
            audienceAge: asWeights(audience.age),
            audienceAgeGender: audience.ageByGender,
            audienceCountries: asWeights(audience.countries),
            audienceCities: asWeights(audience.cities),
            audienceLanguages: asWeights(audience.languages),
            audienceInterests: asWeights(audience.interests),
            audienceQuality: audience.quality,
          }),
    },
  };
}

const SHAPES: Record<ProfileShape, (facts: ProfileFacts) => Body> = { flat, wrapped, profile, earlier };

export function shapeProfile(shape: ProfileShape, facts: ProfileFacts): Body {
  return SHAPES[shape](facts);
}
