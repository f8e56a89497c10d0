import { asPercents, figures, iso, percent, withBlanks, type Body, type ProfileFacts } from './fields';

export function wrapped(facts: ProfileFacts): Body {
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
      score: facts.relevance,
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
