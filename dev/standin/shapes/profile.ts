import { asPercents, figures, iso, percent, withBlanks, type Body, type ProfileFacts } from './fields';

export function profile(facts: ProfileFacts): Body {
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
      score: facts.relevance,
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
