import type { AudienceSection, Share } from '../schema/audience';
import { CATEGORIES } from '../schema/category';
import { countryName, languageName } from '../schema/place-name';
import { reportText } from '../schema/sheet-text';
import { entryOf } from '../core/text';

const WOMEN = /^(f|w|females?|wom[ae]n)$/i;
const MEN = /^(m|males?|m[ae]n)$/i;

/** Whatever an answer calls women and men; other genders keep their own name. */
export const genderLabel = (text: string): string =>
  WOMEN.test(text.trim()) ? 'Women' : MEN.test(text.trim()) ? 'Men' : spelled(text);

/** `18 - 24`, `AGE_18_24` and `18–24` are `18-24`; `65+`, `65-` and `over 65` are `65+`. */
export function ageLabel(text: string): string {
  const numbers = text.match(/\d+/g) ?? [];
  if (numbers.length === 2) return `${numbers[0]}-${numbers[1]}`;
  return numbers.length === 1 && /[+\-–]\s*$|over|plus|older|>/i.test(text) ? `${numbers[0]}+` : text.trim();
}

/** `massFollowers` is `Mass followers`, `real_people` is `Real people`. */
function spelled(text: string): string {
  const trimmed = text.trim();
  if (!/^[a-z]+([A-Z][a-z]+|_[a-z]+)*$/.test(trimmed)) return trimmed;
  const words = trimmed.replace(/_/g, ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

const categoryLabel = (text: string): string => CATEGORIES.find(([key]) => key === text.trim())?.[1] ?? spelled(text);

const LABELS: Readonly<Record<string, (text: string) => string>> = {
  gender: genderLabel,
  age: ageLabel,
  countries: countryName,
  languages: languageName,
  interests: categoryLabel,
  quality: spelled,
};

/** The label of a share in a sheet, whatever code or spelling the answer had. */
export const shareLabel = (section: string, label: string): string =>
  (entryOf(LABELS, section) ?? ((text) => text))(label);

/** The same in a report: women, men and kinds of accounts in its language, names of influData's as they are. */
export function saidLabel(section: string, label: string): string {
  const { women, men, female, male, accounts } = reportText();
  if (section === 'gender') return label === 'Women' ? women : label === 'Men' ? men : label;
  if (section === 'ageGender') return label.replace(/\bfemale\b/, female).replace(/\bmale\b/, male);
  return (section === 'quality' && entryOf(accounts, label)) || label;
}

/** A section's name in a report. */
export function saidSection({ name, label }: Pick<AudienceSection, 'name' | 'label'>): string {
  const { sections } = reportText();
  return entryOf(sections, name) ?? label;
}

export interface AgeGender extends Share {
  age: string;
  gender: string;
}

const GENDER_WORD = /(^|[\s._:-])(f|w|female|women|woman|m|male|men|man)(?=$|[\s._:-])/i;

/** Reads `13-17 female` and `M.13-17` as age and gender; undefined for a label that is not both. */
export function ageGenders({ shares }: Pick<AudienceSection, 'shares'>): AgeGender[] | undefined {
  const found = shares.flatMap(({ label, share }): AgeGender[] => {
    const gender = GENDER_WORD.exec(label)?.[2];
    const age = ageLabel(label.replace(GENDER_WORD, '$1').replace(/^[\s._:-]+|[\s._:]+$/g, ''));
    return gender === undefined || !/\d/.test(age) ? [] : [{ label, share, age, gender: genderLabel(gender) }];
  });
  return found.length > 0 && found.length === shares.length ? found : undefined;
}

const firstNumber = (text: string): number => Number(/\d+/.exec(text)?.[0] ?? Infinity);
export const byAge = (left: string, right: string): number => firstNumber(left) - firstNumber(right);

const sectionOf = (sections: readonly AudienceSection[], name: string): AudienceSection | undefined =>
  sections.find((section) => section.name === name);

/** All, and what rounding adds. */
const MOST_IN_ALL = 1.05;

/**
 * A section's shares under the labels that sheets use; none where the report has none. Where age by gender is all that
 * there is, its shares stand for age and for gender: several rows then have one label.
 */
export function labelledShares(sections: readonly AudienceSection[], name: string): Share[] {
  const section = sectionOf(sections, name);
  if (section && section.shares.length > 0)
    return section.shares.map(({ label, share }) => ({ label: shareLabel(name, label), share }));
  const both = name === 'age' || name === 'gender' ? sectionOf(sections, 'ageGender') : undefined;
  // If they are shares of each age, their sum means nothing.
  const isWhole = both !== undefined && both.shares.reduce((sum, { share }) => sum + share, 0) < MOST_IN_ALL;
  return ((isWhole && ageGenders(both)) || []).map(({ age, gender, share }) => ({
    label: name === 'age' ? age : gender,
    share,
  }));
}

/** The same with one share per label: shares with the same label are added. */
export function sharesByLabel(sections: readonly AudienceSection[], name: string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { label, share } of labelledShares(sections, name)) sums.set(label, (sums.get(label) ?? 0) + share);
  return sums;
}
