import { figures, iso, percent, platformIdName, withBlanks, type Body, type ProfileFacts } from './fields';

/** Each section in a scale and a form of its own: groups, ranges, counts beside shares, a list without numbers. */
export function grouped(facts: ProfileFacts): Body {
  const { creator, audience } = facts;
  return {
    creator: {
      _id: creator.creatorId,
      [platformIdName(creator.platform)]: facts.userId,
      platform: creator.platform,
      username: creator.username,
      followerCount: creator.followers,
      followingCount: creator.following,
      mediaCount: creator.posts,
      isVerified: creator.verified,
      isPrivate: creator.isPrivate,
      categories: creator.categories,
      score: facts.relevance,
      lastRefreshDate: iso(creator.lastRefreshMs),
      ...withBlanks(creator, {
        displayName: creator.displayName,
        biography: facts.bio,
        website: facts.website,
        profilePictureUrl: facts.profilePicUrl,
        country: creator.country,
        city: creator.city,
        language: creator.language,
        gender: creator.gender,
        age: creator.age,
        ...figures(creator),
      }),
      dataLog: facts.timeline,
      ...(facts.scores ? { profileScore: creator.profileScore, scores: facts.scores } : {}),
    },
    ...(audience === undefined
      ? {}
      : {
          audienceReport:
            audience === 'none'
              ? {}
              : {
                  gender: audience.gender.map(({ name, share }) => ({ gender: name, percent: percent(share) })),
                  age: audience.age.map(({ name, share }) => ({ range: name, value: share })),
                  ageByGender: Object.fromEntries(
                    audience.ageByGender.map(({ age, male, female }) => [
                      age,
                      { male: percent(male), female: percent(female) },
                    ]),
                  ),
                  countries: Object.fromEntries(
                    audience.countries.map(({ name, code, share }) => [
                      code ?? name,
                      { percent: percent(share), count: Math.round(share * creator.followers) },
                    ]),
                  ),
                  cities: audience.cities.map(({ name, share }) => ({ city: name, percent: percent(share) })),
                  languages: audience.languages.map(({ name, code, share }) => ({ group: code ?? name, share })),
                  interests: audience.interests.map(({ name }) => name),
                  quality: Object.fromEntries(
                    Object.entries(audience.quality).map(([name, share]) => [name, percent(share)]),
                  ),
                  ...facts.further,
                },
        }),
  };
}
