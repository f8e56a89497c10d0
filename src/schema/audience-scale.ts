import type { Line } from './breakdown';

/**
 * What the numbers of a section are. `untold`: nobody can say; they are shown as they came.
 * `count`: people or points, of which no share is made.
 */
export type Scale = 'fraction' | 'percent' | 'count' | 'untold';

/** In these nobody is in two lines, so shares add up to at most 100 %. Women and men may be shares of each age. */
const DISJOINT = new Set(['gender', 'age', 'countries', 'cities']);
/** How far rounding may take a list beyond 100 %. */
const SLACK = 1.05;

const NO_SHARE = /^(n|sum|number|users|followers|accounts|sample|score|count|size|total|index)$/i;
/** `qualityScore`, `sample_size`; not the interests `Discount` and `Plus size`. */
const ENDS_AS_NO_SHARE = /[a-z](Score|Count|Size|Total|Index)$|_(score|count|size|total|index)$/;

/** Lines of a section of shares that are none, whatever the others are: `{realPeople: 0.8, score: 78}`. */
export const isNoShare = ({ label, named, isSplit }: Line): boolean =>
  named === 'count' ||
  NO_SHARE.test(label) ||
  ENDS_AS_NO_SHARE.test(label) ||
  (isSplit === true && NO_SHARE.test(label.slice(label.lastIndexOf(' ') + 1)));

const isNamedPercent = (lines: readonly Line[]): boolean => lines.some(({ named }) => named === 'percent');

/**
 * A section's scale by its own numbers and names. It rests on one thing that is no guess: the largest line of a breakdown
 * is more than 1 %. So a section with no number above 1 is in fractions, unless it adds up to more than 100 %.
 */
function scaleOf(section: string, lines: readonly Line[]): Scale {
  // Several numbers for one country cannot be shares of countries.
  if (section !== 'ageGender' && lines.some(({ isSplit }) => isSplit)) return 'untold';
  const numbers = lines.map(({ value }) => value);
  if (!numbers.every((value) => typeof value === 'number')) return 'untold';
  const largest = Math.max(...numbers);
  const sum = numbers.reduce((total, each) => total + each, 0);
  if (Math.min(...numbers) < 0) return 'untold';
  // Called percent, yet no number is above 1: the name and the numbers contradict each other.
  if (isNamedPercent(lines)) return largest > 1 && largest <= 100 * SLACK ? 'percent' : 'untold';
  if (largest <= 1) return section === 'cities' && sum > SLACK ? 'untold' : 'fraction';
  if (largest <= 100 && (!DISJOINT.has(section) || sum <= 100 * SLACK)) return 'percent';
  return numbers.every(Number.isInteger) ? 'count' : 'untold';
}

const isUpTo1 = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;

/** Sections whose largest line may be below 1 % after all, in a report that is in percent: a star's cities. */
const LONG_TAILS = new Set(['cities', 'interests', 'quality']);

/**
 * The same beside the other known sections. Beside one in percent, a long tail of numbers up to 1 fits both scales, unless
 * it is called percent itself. Others never change a scale to the other one; they only raise this doubt.
 */
export const scalesOf = (sections: readonly { name: string; lines: readonly Line[] }[]): Scale[] => {
  const own = sections.map(({ name, lines }) => scaleOf(name, lines));
  const isDoubtful = own.includes('percent');
  return own.map((scale, index) => {
    const { name = '', lines = [] } = sections[index] ?? {};
    const isSmall = scale === 'fraction' || (scale === 'untold' && lines.every(({ value }) => isUpTo1(value)));
    if (!isDoubtful || !isSmall || !LONG_TAILS.has(name)) return scale;
    return isNamedPercent(lines) ? 'percent' : 'untold';
  });
};
