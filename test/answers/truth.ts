import type { ProfileShape } from '../../dev/standin/profile-shape';
import type { Truth } from '../../dev/standin/truth';
import type { Addon } from '../setup/addon';
import type { Creator } from '../../dev/standin/creator';

/** Sections whose numbers fit both scales, because they are small and stand beside others in percent: shown as they came. */
export const UNTOLD: Partial<Record<ProfileShape, readonly string[]>> = {
  labelled: ['Cities', 'Interests', 'Follower quality'],
};
/** Sections that come without any number. */
export const LISTS: Partial<Record<ProfileShape, readonly string[]>> = { grouped: ['Interests'] };

export type Lines = [label: string, share: number][];

const lines = (slices: readonly { name: string; share: number }[]): Lines =>
  slices.map(({ name, share }) => [name, share]);

/** Each section's shares, whatever the shape. */
export function sharesOf({ audience }: Truth): Record<string, Lines> {
  if (!audience) throw new Error('no audience');
  return {
    Gender: lines(audience.gender),
    Age: lines(audience.age),
    'Age by gender': audience.ageByGender.flatMap(({ age, male, female }): Lines => [
      [`${age} male`, male],
      [`${age} female`, female],
    ]),
    Countries: lines(audience.countries),
    Cities: lines(audience.cities),
    Languages: lines(audience.languages),
    Interests: lines(audience.interests),
    'Follower quality': Object.entries(audience.quality),
  };
}

/** An ordinary creator of each shape, as a database of all shapes has them. */
export function creatorByShape({ standin }: Addon): Map<ProfileShape, Creator> {
  const found = new Map<ProfileShape, Creator>();
  for (const creator of standin.creators.listed('instagram')) {
    if (creator.audience !== 'ready' || creator.engagementMean === undefined || creator.followers < 10_000) continue;
    const { shape } = standin.creators.truth(creator);
    if (!found.has(shape) && !creator.username.startsWith('special')) found.set(shape, creator);
  }
  return found;
}
