import { codeOfCountry } from '../places';
import { asWeights, figures, listed, withBlanks, type Body, type ProfileFacts } from './fields';

/** One level deeper than others: the report under `audienceFollowers.data`, with sections that nobody has announced. */
export function nested(facts: ProfileFacts): Body {
  const { creator, audience } = facts;
  return {
    success: true,
    data: {
      ...listed(facts),
      ...withBlanks(creator, {
        fullName: creator.displayName,
        bio: facts.bio,
        website: facts.website,
        profilePictureUrl: facts.profilePicUrl,
        country: creator.country === undefined ? undefined : codeOfCountry(creator.country),
        city: creator.city,
        language: creator.language,
        gender: creator.gender,
        age: creator.age,
        ...figures(creator),
      }),
      datalog: facts.timeline,
      ...(facts.scores
        ? { scores: { ...facts.scores, profileScore: creator.profileScore }, events: facts.dataLog }
        : {}),
      ...(audience === undefined
        ? {}
        : {
            audienceFollowers:
              audience === 'none'
                ? { success: false, data: {} }
                : {
                    success: true,
                    data: {
                      audienceGenders: asWeights(audience.gender),
                      audienceAges: audience.age.map(({ name, share }) => ({ code: name, weight: share })),
                      audienceGendersPerAge: audience.ageByGender.map(({ age, ...parts }) => ({ code: age, ...parts })),
                      audienceGeo: {
                        countries: audience.countries.map(({ name, code, share }) => ({ name, code, weight: share })),
                        cities: asWeights(audience.cities),
                      },
                      audienceLanguages: asWeights(audience.languages),
                      audienceInterests: audience.interests.map(({ name, share }) => ({
                        name,
                        weight: share,
                        affinity: 1.3,
                      })),
                      audienceTypes: Object.entries(audience.quality).map(([code, weight]) => ({ code, weight })),
                      ...facts.further,
                    },
                  },
          }),
    },
  };
}
