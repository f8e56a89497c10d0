import { isRecord } from '../core/text';
import { PROFILE_WRAPPERS } from './profile-field';
import { labelOf, valueAt } from './wire';

/** One line of a breakdown; the share is in 0..1 as the API gave it, never made to add up. */
export interface Share {
  label: string;
  share: number;
}

export interface AudienceSection {
  name: string;
  label: string;
  shares: Share[];
}

const WRAPPERS = [
  '',
  'audience',
  'audienceReport',
  'audienceData',
  'audience_report',
  'audienceDemographics',
  'report',
  'demographics',
];

/** Sections by the names that an answer may give them, in the order in which reports show them. */
const SECTIONS: readonly (readonly [name: string, label: string, ...paths: string[]])[] = [
  ['gender', 'Gender', 'audienceGender', 'audienceGenders', 'gender', 'genders', 'genderSplit'],
  ['age', 'Age', 'audienceAge', 'audienceAges', 'age', 'ages', 'ageGroups'],
  [
    'ageGender',
    'Age by gender',
    'audienceAgeGender',
    'audienceGenderAge',
    'audienceAgeByGender',
    'audienceGendersPerAge',
    'ageGender',
    'ageByGender',
    'genderAge',
    'gendersPerAge',
  ],
  [
    'countries',
    'Countries',
    'audienceCountries',
    'audienceCountry',
    'countries',
    'country',
    'geoCountries',
    'geo.countries',
  ],
  ['cities', 'Cities', 'audienceCities', 'audienceCity', 'cities', 'city', 'geoCities', 'geo.cities'],
  ['languages', 'Languages', 'audienceLanguages', 'audienceLanguage', 'languages', 'language'],
  ['interests', 'Interests', 'audienceInterests', 'interests', 'interest'],
  [
    'quality',
    'Follower quality',
    'followerQuality',
    'audienceQuality',
    'audienceTypes',
    'audienceCredibility',
    'quality',
    'followerTypes',
    'types',
  ],
];

const SHARE_NAMES = ['share', 'percent', 'percentage', 'value', 'weight', 'ratio'];
const PERCENT_NAMES = new Set(['percent', 'percentage']);

/** Every section that an answer has. Unknown breakdowns below an audience wrapper keep their own name. */
export function parseAudience(body: Record<string, unknown>): AudienceSection[] {
  const homes = homesIn(body);
  const found: { name: string; label: string; entries: Entry[] }[] = [];
  // A wrapper is no breakdown, although its name may begin like one.
  const taken = new Set<unknown>(homes.map(({ home }) => home));
  for (const [name, label, ...paths] of SECTIONS) {
    for (const wire of homes.flatMap(({ home }) => paths.map((path) => valueAt(home, path)))) {
      const entries = taken.has(wire) ? [] : entriesOf(wire);
      if (entries.length === 0) continue;
      taken.add(wire);
      found.push({ name, label, entries });
      break;
    }
  }
  for (const { home, isAudience } of homes)
    for (const [name, wire] of Object.entries(home)) {
      if (taken.has(wire) || !(isAudience || /^audience/i.test(name))) continue;
      const entries = entriesOf(wire);
      if (entries.length > 0) found.push({ name, label: name, entries });
      taken.add(wire);
    }
  // One report has one scale. A section alone does not tell: its shares may overlap and add up to more than 1.
  const isPercent = found.some(({ entries }) => inPercent(entries));
  return found.map(({ name, label, entries }) => ({ name, label, shares: sharesOf(entries, isPercent) }));
}

interface Home {
  home: Record<string, unknown>;
  isAudience: boolean;
}

/** Audience wrappers first: at the top level `gender` and `country` are the creator's own. */
function homesIn(body: Record<string, unknown>): Home[] {
  const homes: Home[] = [];
  for (const outer of PROFILE_WRAPPERS)
    for (const inner of WRAPPERS) {
      const home = valueAt(valueAt(body, outer), inner);
      if (isRecord(home) && !homes.some((known) => known.home === home)) homes.push({ home, isAudience: inner !== '' });
    }
  return homes.sort((left, right) => Number(right.isAudience) - Number(left.isAudience));
}

/** `{label: share}`, arrays of labelled objects, and one level of either inside the other (age by gender). */
export function parseShares(wire: unknown): Share[] {
  const entries = entriesOf(wire);
  return sharesOf(entries, inPercent(entries));
}

const inPercent = (entries: readonly Entry[]): boolean =>
  entries.some(({ share, isPercentName }) => isPercentName || share > 1);

const sharesOf = (entries: readonly Entry[], isPercent: boolean): Share[] =>
  entries.map(({ label, share }) => ({ label, share: isPercent ? share / 100 : share }));

interface Entry extends Share {
  isPercentName?: boolean;
}

function entriesOf(wire: unknown): Entry[] {
  if (Array.isArray(wire)) return wire.flatMap((item) => (isRecord(item) ? entriesOfItem(item) : []));
  if (!isRecord(wire)) return [];
  return Object.entries(wire).flatMap(([label, value]) => {
    if (typeof value === 'number' && Number.isFinite(value)) return [{ label, share: value }];
    return entriesOf(value).map((entry) => ({ ...entry, label: `${label} ${entry.label}` }));
  });
}

/** Age by gender reads "13-17 female" in every style. */
function entriesOfItem(item: Record<string, unknown>): Entry[] {
  const label = labelOf(item);
  if (label === '') return [];
  const name = SHARE_NAMES.find((candidate) => typeof item[candidate] === 'number');
  if (name !== undefined) {
    const gender = typeof item['gender'] === 'string' && item['gender'] !== label ? ` ${item['gender']}` : '';
    return [{ label: `${label}${gender}`, share: item[name] as number, isPercentName: PERCENT_NAMES.has(name) }];
  }
  return Object.entries(item).flatMap(([key, value]) =>
    typeof value === 'number' && String(value) !== label ? [{ label: `${label} ${key}`, share: value }] : [],
  );
}
