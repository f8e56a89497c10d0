import { AUDIENCE_FIELDS } from '../../schema/audience-field';
import { PROFILE_FIELDS, type ProfileField } from '../../schema/profile-field';
import { TIMELINE_FIELDS } from '../../schema/timeline-field';
import { capital, list } from '../format';
import { TEXT } from '../text/text';
import { fitting, type Option } from '../ui/option';

export interface FieldGroup {
  name: string;
  /** What a creator costs with one of these, where it is more than the 1 that any data costs. */
  note?: string;
  options: Option[];
}

/** Requests that a creator costs at most: the contract's prices of getUserData. */
export const PROFILE_PRICE = 1;
export const AUDIENCE_PRICE = 20;

export const PATH_GROUP = TEXT.enrich.advancedFields;

const inGroup = (wanted: ProfileField['group']): Option[] =>
  PROFILE_FIELDS.filter(({ group }) => group === wanted).map(({ name, label }) => ({ value: name, label }));

const GROUPS: Record<ProfileField['group'], string> = {
  Who: TEXT.enrich.groupWho,
  Reach: TEXT.enrich.groupReach,
  Quality: TEXT.enrich.groupQuality,
  Data: TEXT.enrich.groupData,
};

const CATALOGUE: readonly FieldGroup[] = [
  ...(['Who', 'Reach', 'Quality', 'Data'] as const).map((name) => ({ name: GROUPS[name], options: inGroup(name) })),
  {
    name: TEXT.enrich.groupTimeline,
    options: TIMELINE_FIELDS.map(({ name, label }) => ({ value: name, label })),
  },
  {
    name: TEXT.enrich.groupAudience,
    note: TEXT.enrich.audiencePrice(AUDIENCE_PRICE),
    // The group says "Audience" already.
    options: AUDIENCE_FIELDS.map(({ name, label }) => ({
      value: name,
      label: capital(label.replace(/^Audience /, '')),
    })),
  },
];

const CATALOGUE_NAMES: ReadonlySet<string> = new Set(
  CATALOGUE.flatMap(({ options }) => options.map(({ value }) => value)),
);
const AUDIENCE_NAMES: ReadonlySet<string> = new Set(AUDIENCE_FIELDS.map(({ name }) => name));
const LABELS = new Map(
  [...PROFILE_FIELDS, ...TIMELINE_FIELDS, ...AUDIENCE_FIELDS].map(({ name, label }) => [name, label]),
);

/** What people mostly want to know first. */
export const DEFAULT_FIELDS: readonly string[] = ['followers', 'engagement', 'country'];

/** The catalogue, then paths: those seen in an answer, and those that were typed. */
export function fieldGroups(paths: readonly string[], chosen: readonly string[]): FieldGroup[] {
  const typed = chosen.filter((name) => !CATALOGUE_NAMES.has(name) && !paths.includes(name));
  return [
    ...CATALOGUE,
    { name: PATH_GROUP, options: [...paths, ...typed].map((path) => ({ value: path, label: path })) },
  ];
}

/** What is left of the groups when only fields are shown that fit the text. */
export const groupsFitting = (groups: readonly FieldGroup[], text: string): FieldGroup[] =>
  groups
    .map((group) => ({
      ...group,
      options: group.options.filter(
        (option) => fitting([option, { ...option, label: group.name + ' ' + option.label }], text).length > 0,
      ),
    }))
    .filter(({ options }) => options.length > 0);

/** In the catalogue's order, so that columns do not stand as they happened to be clicked. */
export function withField(chosen: readonly string[], name: string, isWanted: boolean): string[] {
  const others = chosen.filter((each) => each !== name);
  if (!isWanted) return others;
  const order = [...CATALOGUE_NAMES];
  const rank = (each: string): number => (CATALOGUE_NAMES.has(each) ? order.indexOf(each) : order.length);
  return [...others, name].sort((one, other) => rank(one) - rank(other));
}

export const hasAudience = (fields: readonly string[]): boolean => fields.some((name) => AUDIENCE_NAMES.has(name));

/** What a creator costs at most with these fields. */
export const priceEach = (fields: readonly string[]): number => (hasAudience(fields) ? AUDIENCE_PRICE : PROFILE_PRICE);

/** "Followers, Engagement % and Country"; no name is broken in two. */
export const fieldNames = (fields: readonly string[]): string =>
  list(fields.map((name) => (LABELS.get(name) ?? name).replace('-', '\u2011')));
