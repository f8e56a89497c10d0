import { lazy } from '../core/lazy';
import { entryOf, isRecord, nearest } from '../core/text';
import { isNoShare, scalesOf, type Scale } from './audience-scale';
import { linesIn, type Line } from './breakdown';
import { countryName, languageName } from './place-name';
import { homesIn } from './wire';

/** One line of a breakdown. The share is from 0 to 1 as the API sent it, and never adjusted to add up. */
export interface Share {
  label: string;
  share: number;
  /** People, where the answer has them too. */
  count?: number;
}

/** The collective line at the end of a breakdown (others) does not count as its largest. */
export const isRest = (label: string): boolean => /^(others?|rest|unknown|undefined|null)$/i.test(label.trim());

/** One line that is no share, as it came; without a value it is an entry of a list. */
export interface Given {
  label: string;
  value?: number | string;
}

/**
 * Why a section, or a part of it, is shown as it came: it has `counts` or is a `list`; its scale is `untold`; or this
 * version does not know it.
 */
export type GivenAs = 'counts' | 'list' | 'untold' | 'unknown';

export interface AudienceSection {
  name: string;
  label: string;
  shares: Share[];
  given?: Given[];
  as?: GivenAs;
}

/** The sections that are shares, in the order in which reports show them, by the names that answers may give them. */
const SECTIONS: readonly (readonly [name: string, label: string, ...stems: string[]])[] = [
  ['gender', 'Gender', 'gender', 'genders', 'gendersplit', 'genderdistribution'],
  ['age', 'Age', 'age', 'ages', 'agegroups', 'ageranges', 'agedistribution'],
  ['ageGender', 'Age by gender', 'agegender', 'genderage', 'agebygender', 'gendersperage', 'genderperage'],
  ['countries', 'Countries', 'countries', 'country', 'geocountries', 'topcountries'],
  ['cities', 'Cities', 'cities', 'city', 'geocities', 'topcities'],
  ['languages', 'Languages', 'languages', 'language', 'toplanguages'],
  ['interests', 'Interests', 'interests', 'interest', 'topinterests'],
  ['quality', 'Follower quality', 'followerquality', 'quality', 'types', 'credibility', 'followertypes'],
];
const stems = lazy(
  () => new Map(SECTIONS.flatMap(([name, , ...spellings]) => spellings.map((stem) => [stem, name] as const))),
);

/** `audience_genders` and `audienceGenders` are `genders`. */
const flat = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]/g, '');
const stemOf = (key: string): string => flat(key).replace(/^audience(?=.)/, '');
const sectionOf = (key: string): string | undefined => stems().get(stemOf(key));

/** The section that a person named, by any name that answers give it; and one that is spelled almost so. */
export const sectionNamed = (text: string): string | undefined => sectionOf(text);
export const sectionLike = (text: string): string | undefined =>
  nearest(
    text,
    SECTIONS.map(([name]) => name),
    0,
  );

/** Whether a key of an answer is what an audience is wrapped in, or a section of it. */
export const audienceKey = (key: string): 'wrapper' | 'section' | undefined =>
  WRAPPER.test(flat(key)) ? 'wrapper' : sectionOf(key) !== undefined || /^audience/i.test(key) ? 'section' : undefined;

/** What an audience may be wrapped in, one in another. */
const WRAPPER =
  /^(audience(report|data|demographics|insights|followers?|geo)?|report|demographics|followers?|data|result|geo|location)$/;
const DEEPEST = 4;

/** At the top level these are the creator's own. */
const OWN = new Set(['gender', 'age', 'country', 'city', 'language', 'interest', 'quality', 'types', 'credibility']);

/** Every section that an answer has. Unknown ones below an audience wrapper keep their own name and form. */
export const parseAudience = (body: Record<string, unknown>): AudienceSection[] =>
  sectionsIn(body).map(({ section }) => section);

/** The same with what each was read from. */
export function sectionsIn(body: Record<string, unknown>): { section: AudienceSection; wire: unknown }[] {
  const homes = audienceHomesIn(body);
  // A wrapper is no breakdown, although its name may begin like one.
  const taken = new Set<unknown>(homes.map(({ home }) => home));
  const known: { name: string; label: string; lines: Line[]; aside: Line[]; wire: unknown }[] = [];
  for (const [name, label] of SECTIONS)
    for (const { wire, lines } of homes.flatMap((home) => candidates(home, name))) {
      if (taken.has(wire)) continue;
      // Women and men of each age, under the name of either.
      const isBoth = (name === 'age' || name === 'gender') && lines.every(({ isSplit }) => isSplit);
      const actual = isBoth ? 'ageGender' : name;
      if (known.some((other) => other.name === actual)) continue;
      taken.add(wire);
      const shares = lines.filter((line) => !isNoShare(line));
      const [read, aside] = shares.length > 0 ? [shares, lines.filter(isNoShare)] : [lines, []];
      known.push({ name: actual, label: isBoth ? 'Age by gender' : label, lines: read, aside, wire });
    }
  known.sort((left, right) => orderOf(left.name) - orderOf(right.name));
  const scales = scalesOf(known);
  const found = known.map(({ name, label, lines, aside, wire }, index) => ({
    section: knownSection(name, label, lines, aside, scales[index] ?? 'untold'),
    wire,
  }));
  for (const { home, isAudience } of homes)
    for (const [name, wire] of Object.entries(home)) {
      if (taken.has(wire) || !(isAudience || /^audience/i.test(name))) continue;
      const given = unknownLines(name, wire);
      if (given.length > 0) found.push({ section: { name, label: name, shares: [], given, as: 'unknown' }, wire });
      if (typeof wire === 'object') taken.add(wire);
    }
  return found;
}

const orderOf = (name: string): number => SECTIONS.findIndex(([each]) => each === name);

const BY: Record<'fraction' | 'percent', number> = { fraction: 1, percent: 100 };

function knownSection(
  name: string,
  label: string,
  lines: readonly Line[],
  aside: readonly Line[],
  scale: Scale,
): AudienceSection {
  const named = lines.map((line) => ({ ...line, label: nameOf(name, line.label) }));
  if (scale === 'fraction' || scale === 'percent') {
    const shares = named.map(({ label: each, value, count }) => ({
      label: each,
      share: Number(value) / BY[scale],
      ...(count === undefined ? {} : { count }),
    }));
    return { name, label, shares, ...(aside.length > 0 ? { given: aside.map(givenOf), as: 'counts' as const } : {}) };
  }
  const isList = lines.every(({ value }) => value === undefined);
  const as = isList ? 'list' : scale === 'count' || lines.every(isNoShare) ? 'counts' : 'untold';
  return { name, label, shares: [], given: [...named, ...aside].map(givenOf), as };
}

const givenOf = ({ label, value }: Line): Given => ({ label, ...(value === undefined ? {} : { value }) });

const NAMES: Readonly<Record<string, (text: string) => string>> = {
  countries: countryName,
  languages: languageName,
  gender: (text) =>
    /^(f|w|females?|woman|women)$/i.test(text) ? 'female' : /^(m|males?|man|men)$/i.test(text) ? 'male' : text,
};

/** The name for a code; anything else as it came. */
const nameOf = (section: string, label: string): string => entryOf(NAMES, section)?.(label) ?? label;

/** A breakdown; a number by itself; not a text, a flag or a date. An age by itself is the creator's. */
function unknownLines(name: string, wire: unknown): Given[] {
  if (typeof wire === 'number') return flat(name) === 'age' ? [] : [{ label: '', value: wire }];
  return linesIn(wire).map(givenOf);
}

interface Home {
  home: Record<string, unknown>;
  isAudience: boolean;
}

/** What a home has of a section. At the top level only what cannot be the creator's own; interests beside other sections. */
const candidates = ({ home, isAudience }: Home, name: string): { wire: unknown; lines: Line[] }[] =>
  Object.entries(home).flatMap(([key, wire]) => {
    if (typeof wire !== 'object' || sectionOf(key) !== name) return [];
    const lines = linesIn(wire);
    const isTold = isAudience || /^audience/i.test(key);
    const isBeside = name === 'interests' && Object.keys(home).some((other) => /^audience./i.test(other));
    const isOwn = OWN.has(flat(key)) || !(isBeside || lines.some(({ value }) => typeof value === 'number'));
    return lines.length === 0 || (!isTold && isOwn) ? [] : [{ wire, lines }];
  });

/** A wrapper by a section in it; some by their name, unless it holds nothing but numbers. */
const isHome = (key: string, value: Record<string, unknown>): boolean =>
  (/^audience(report|data|demographics)?$/.test(flat(key)) &&
    Object.values(value).some((wire) => typeof wire === 'object')) ||
  Object.entries(value).some(
    ([inner, wire]) =>
      (sectionOf(inner) !== undefined && linesIn(wire).length > 0) ||
      (isRecord(wire) && WRAPPER.test(flat(inner)) && isHome(inner, wire)),
  );

/** Audience wrappers first: at the top level `gender` and `country` are the creator's own. */
function audienceHomesIn(body: Record<string, unknown>): Home[] {
  const tops = homesIn(body);
  const homes = new Map<Record<string, unknown>, boolean>(tops.map((home) => [home, false]));
  const descend = (home: Record<string, unknown>, depth: number): void => {
    for (const [key, value] of Object.entries(home)) {
      if (!isRecord(value) || depth > DEEPEST || !WRAPPER.test(flat(key))) continue;
      if (homes.get(value) !== true && !isHome(key, value)) continue;
      if (!homes.has(value)) homes.set(value, true);
      descend(value, depth + 1);
    }
  };
  for (const top of tops) descend(top, 1);
  return [...homes]
    .map(([home, isAudience]) => ({ home, isAudience }))
    .sort((left, right) => Number(right.isAudience) - Number(left.isAudience));
}
