import { asWeights, type Body, type ProfileFacts } from './fields';
import { flat } from './flat';

export function earlier(facts: ProfileFacts): Body {
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
