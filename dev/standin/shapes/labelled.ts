import type { Slice } from '../audience';
import { figures, listed, percent, withBlanks, type Body, type ProfileFacts } from './fields';

/** At the top level, the main sections in percent by code with the rest as `Other`, the long tails as fractions. */
export function labelled(facts: ProfileFacts): Body {
  const { creator, audience } = facts;
  return {
    ...listed(facts),
    ...withBlanks(creator, {
      displayName: creator.displayName,
      bio: facts.bio,
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
    ...(audience === undefined || audience === 'none'
      ? {}
      : {
          audienceGender: Object.fromEntries(audience.gender.map(({ name, share }) => [name, percent(share)])),
          audienceAge: percents(audience.age),
          audienceAgeGender: audience.ageByGender.flatMap(({ age, male, female }) => [
            { age, gender: 'male', percentage: percent(male) },
            { age, gender: 'female', percentage: percent(female) },
          ]),
          audienceCountries: { ...percents(audience.countries), Other: percent(restOf(audience.countries)) },
          audienceCities: fractions(audience.cities),
          audienceLanguages: fractions(audience.languages),
          audienceInterests: fractions(audience.interests),
          audienceQuality: audience.quality,
          ...Object.fromEntries(
            Object.entries(facts.further).map(([name, value]) => [
              `audience${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
              value,
            ]),
          ),
        }),
  };
}

const byCode = (slices: readonly Slice[], scaled: (share: number) => number): Body =>
  Object.fromEntries(slices.map(({ name, code, share }) => [code ?? name, scaled(share)]));
const percents = (slices: readonly Slice[]): Body => byCode(slices, percent);
const fractions = (slices: readonly Slice[]): Body => byCode(slices, (share) => share);
const restOf = (slices: readonly Slice[]): number => Math.max(0, 1 - slices.reduce((sum, { share }) => sum + share, 0));
