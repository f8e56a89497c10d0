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
];

export const audienceField = (name: string): AudienceField | undefined =>
  AUDIENCE_FIELDS.find((field) => field.name.toLowerCase() === name.trim().toLowerCase());

/** The sections of an answer that has the report; empty for one that does not. */
export const audienceSections = (body: unknown): AudienceSection[] =>
  typeof body === 'object' && body !== null ? parseAudience(body as Record<string, unknown>) : [];
