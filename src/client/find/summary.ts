import { PLATFORMS } from '../../schema/platform';
import type { Search } from '../../schema/search';
import { languageName } from '../form/language';
import { rangeText } from '../form/range-text';
import { decimal } from '../format';
import { CATEGORY_LABELS, GENDER_LABELS, LOOK_IN_LABELS, SORT_LABELS } from './label';

/** A part of a search in a few words, and the filters that it stands for. */
export interface SummaryPart {
  names: string[];
  text: string;
}

const listed = (value: string, labels: Record<string, string> = {}): string =>
  value
    .split(',')
    .map((each) => labels[each] ?? each)
    .join(', ');

const RANGES: readonly [first: string, last: string, noun: string][] = [
  ['followerMin', 'followerMax', 'followers'],
  ['viewsMin', 'viewsMax', 'views'],
  ['ageMin', 'ageMax', 'years'],
  ['reelPlaysMin', 'reelPlaysMax', 'reel plays'],
  ['averageViewersMin', 'averageViewersMax', 'viewers'],
];

const WORDED: Record<string, (value: string) => string> = {
  keywords: (value) => listed(value),
  keywordFields: (value) => 'in ' + listed(value, LOOK_IN_LABELS).toLowerCase(),
  categories: (value) => listed(value, CATEGORY_LABELS),
  country: (value) => value,
  city: (value) => value,
  language: languageName,
  gender: (value) => GENDER_LABELS[value] ?? value,
  engagementRate: (value) => decimal(Number(value)) + '%+ engagement',
  growthRate: (value) => decimal(Number(value)) + '%+ growth',
  businessSearch: () => 'business accounts',
  sorting: (value) => 'by ' + sortWord(value),
};

function sortWord(value: string): string {
  const field = value.replace(/^(?:asc|desc)/, '');
  const label = SORT_LABELS[field.slice(0, 1).toLowerCase() + field.slice(1)] ?? field;
  return label.toLowerCase() + (value.startsWith('asc') ? ', lowest first' : '');
}

/** A search in a few words, in the order in which its filters stand. */
export function summaryOf({ filters }: Search): SummaryPart[] {
  return Object.entries(filters).flatMap(([name, value]): SummaryPart[] => {
    const ends = RANGES.find(([first, last]) => name === first || name === last);
    if (!ends) return [{ names: [name], text: (WORDED[name] ?? String)(value) }];
    const [first, last, noun] = ends;
    if (name === last && filters[first] !== undefined) return [];
    return [{ names: [first, last], text: rangeText(filters[first], filters[last]) + ' ' + noun }];
  });
}

/** A search in one line: "Instagram · Germany · 10K+ followers". */
export const summaryLine = (search: Search): string =>
  [PLATFORMS[search.platform].label, ...summaryOf(search).map(({ text }) => text)].join(' · ');
