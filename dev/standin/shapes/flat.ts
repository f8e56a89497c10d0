import { asShares, figures, iso, isoOrNothing, withBlanks, type Body, type ProfileFacts } from './fields';

export function flat(facts: ProfileFacts): Body {
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
    score: facts.relevance,
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
