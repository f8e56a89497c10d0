import { PLATFORMS, type Platform } from '../../schema/platform';
import { languageName } from '../form/language';
import { rangeText } from '../form/range-text';
import { day } from '../format';
import { SORTINGS, TYPE_LABELS } from './content-label';

const listed = (value: string, labelOf: (each: string) => string = String): string =>
  value.split(',').map(labelOf).join(', ');

const upTo = (first: string | undefined, last: string | undefined): string =>
  first === undefined
    ? 'until ' + dayText(last)
    : last === undefined
      ? 'since ' + dayText(first)
      : dayText(first) + ' – ' + dayText(last);

/** With the year, since campaigns are compared over years. */
const dayText = (text = ''): string => day(text.slice(0, 10)) + ' ' + text.slice(0, 4);

/** More than so many handles are counted. */
const NAMED = 2;

const handles = (value: string): string => {
  const all = value.split(',');
  const named = all.slice(0, NAMED).map((each) => '@' + each);
  return all.length > NAMED ? named.join(', ') + ' and ' + (all.length - NAMED) + ' more' : named.join(', ');
};

const GENDERS: Record<string, string> = { m: 'men', w: 'women' };

const PARTS: Record<string, (filters: Readonly<Record<string, string>>, value: string) => string> = {
  platform: (_all, value) => listed(value, (each) => PLATFORMS[each as Platform]?.label ?? each),
  username: (_all, value) => handles(value),
  keywords: (_all, value) => listed(value),
  tags: (_all, value) => listed(value, (each) => '#' + each),
  followerMin: ({ followerMax }, value) =>
    (value === '0' && followerMax === undefined ? 'any' : rangeText(value, followerMax)) + ' followers',
  viewsMin: ({ viewsMax }, value) => rangeText(value, viewsMax) + ' views',
  viewsMax: ({ viewsMin }, value) => (viewsMin === undefined ? rangeText(undefined, value) + ' views' : ''),
  uploadedFrom: ({ uploadedTo }, value) => upTo(value, uploadedTo),
  uploadedTo: ({ uploadedFrom }, value) => (uploadedFrom === undefined ? upTo(undefined, value) : ''),
  contentTypes: (_all, value) => listed(value, (each) => TYPE_LABELS[each] ?? each).toLowerCase(),
  followerMax: ({ followerMin }, value) =>
    followerMin === undefined ? rangeText(undefined, value) + ' followers' : '',
  language: (_all, value) => languageName(value),
  gender: (_all, value) => GENDERS[value] ?? value,
  sorting: (_all, value) =>
    value === SORTINGS[0].value ? '' : (SORTINGS.find((each) => each.value === value)?.label ?? value).toLowerCase(),
};

/** Filters of content in one line: "Instagram, TikTok · #fashion · 10K+ followers". */
export const contentSummary = (filters: Readonly<Record<string, string>>): string =>
  Object.entries(filters)
    .map(([name, value]) => PARTS[name]?.(filters, value) ?? value)
    .filter(Boolean)
    .join(' · ');
