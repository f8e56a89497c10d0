import { isRest, parseAudience, type AudienceSection, type Share } from './audience';
import type { Scalar } from './wire';

/** A single value out of an audience report, for a column. Costs 20 requests a creator. */
export interface AudienceField {
  name: string;
  label: string;
  /** Shares are in 0..1. */
  type: 'text' | 'share';
  read: (sections: readonly AudienceSection[]) => Scalar | undefined;
}

const sharesOf = (sections: readonly AudienceSection[], name: string): Share[] =>
  sections.find((section) => section.name === name)?.shares ?? [];

const largest = (sections: readonly AudienceSection[], name: string): Share | undefined =>
  sharesOf(sections, name)
    .filter(({ label }) => !isRest(label))
    .sort((left, right) => right.share - left.share)[0];

/** The largest line is the same on any scale. A list says nothing about sizes, so it is shown whole. */
function largestLabel(sections: readonly AudienceSection[], name: string): string | undefined {
  const share = largest(sections, name);
  if (share) return share.label;
  const { given = [], as } = sections.find((section) => section.name === name) ?? {};
  if (as === 'list') return given.map(({ label }) => label).join(', ');
  return given
    .filter(({ label, value }) => typeof value === 'number' && !isRest(label))
    .sort((left, right) => Number(right.value) - Number(left.value))[0]?.label;
}

const shareOf = (name: string, label: RegExp) => (sections: readonly AudienceSection[]) =>
  sharesOf(sections, name).find((each) => label.test(each.label))?.share;

/** Sums of floating numbers would miss a threshold by a hair. */
const exact = (share: number): number => Math.round(share * 1e6) / 1e6;

/** What is suspicious and what is inactive, as parts of all followers; unknown where a report doesn't say what is suspicious. */
function suspicious(sections: readonly AudienceSection[]): number | undefined {
  const found = sharesOf(sections, 'quality').filter(({ label }) => /suspicious|inactive/i.test(label));
  if (!found.some(({ label }) => /suspicious/i.test(label))) return undefined;
  return exact(found.reduce((sum, { share }) => sum + share, 0));
}

const MOST_COUNTRIES = 60;
/** These stand between countries and before their shares. */
const plain = (label: string): string => label.replace(/[,:]+/g, ' ').replace(/\s+/g, ' ').trim();

/** `Germany: 55.2%, Austria: 10.0%`, the largest first: formulas find a country and its share in it. */
function countryList(sections: readonly AudienceSection[]): string | undefined {
  const shares = sharesOf(sections, 'countries').filter(({ label }) => !isRest(label) && plain(label) !== '');
  const sorted = [...shares].sort((left, right) => right.share - left.share).slice(0, MOST_COUNTRIES);
  const text = sorted.map(({ label, share }) => `${plain(label)}: ${(share * 100).toFixed(1)}%`).join(', ');
  return text === '' ? undefined : text;
}

export const AUDIENCE_FIELDS: readonly AudienceField[] = [
  { name: 'audienceFemale', label: 'Audience female', type: 'share', read: shareOf('gender', /^(f|w|female|women)$/i) },
  { name: 'audienceMale', label: 'Audience male', type: 'share', read: shareOf('gender', /^(m|male|men)$/i) },
  { name: 'audienceAge', label: 'Audience age', type: 'text', read: (all) => largestLabel(all, 'age') },
  { name: 'audienceAgeShare', label: 'Audience age share', type: 'share', read: (all) => largest(all, 'age')?.share },
  { name: 'audienceCountry', label: 'Audience country', type: 'text', read: (all) => largestLabel(all, 'countries') },
  {
    name: 'audienceCountryShare',
    label: 'Audience country share',
    type: 'share',
    read: (all) => largest(all, 'countries')?.share,
  },
  { name: 'audienceCity', label: 'Audience city', type: 'text', read: (all) => largestLabel(all, 'cities') },
  {
    name: 'audienceLanguage',
    label: 'Audience language',
    type: 'text',
    read: (all) => largestLabel(all, 'languages'),
  },
  {
    name: 'audienceInterest',
    label: 'Audience interest',
    type: 'text',
    read: (all) => largestLabel(all, 'interests'),
  },
  { name: 'audienceSuspicious', label: 'Audience suspicious', type: 'share', read: suspicious },
  { name: 'audienceCountries', label: 'Audience countries', type: 'text', read: countryList },
];

export const audienceField = (name: string): AudienceField | undefined =>
  AUDIENCE_FIELDS.find((field) => field.name.toLowerCase() === name.trim().toLowerCase());

/** The sections of an answer that has the report; empty for one that does not. */
export const audienceSections = (body: unknown): AudienceSection[] =>
  typeof body === 'object' && body !== null ? parseAudience(body as Record<string, unknown>) : [];
