import { CONTENT_FILTERS, CONTENT_PLATFORMS } from '../../schema/content-filter';
import { PLATFORMS } from '../../schema/platform';
import { FILTER_TEXTS, optionsOf, summaryParts, type FilterTexts } from '../form/filter-text';
import { addHandles, addTags } from '../form/words';
import { day, number } from '../format';

/** With the year, since campaigns are compared over years. */
const dayText = (text = ''): string => day(text.slice(0, 10)) + ' ' + text.slice(0, 4);

/** More than so many handles are counted. */
const NAMED = 2;

const handlesText = (text: string): string => {
  const all = text.split(', ');
  const named = all.slice(0, NAMED).join(', ');
  return all.length > NAMED ? named + ' and ' + (all.length - NAMED) + ' more' : named;
};

const small = (text: string): string => text.toLowerCase();

/** What the API takes when no minimum is said: it surprises people. */
export const USUAL_MINIMUM = number(Number(CONTENT_FILTERS.find(({ name }) => name === 'followerMin')?.fallback));

/** How the page calls the filters of `schema/content-filter`. */
export const CONTENT_TEXTS: FilterTexts = {
  ...FILTER_TEXTS,
  platform: {
    label: 'Platforms',
    options: CONTENT_PLATFORMS.map((value) => ({ value, label: PLATFORMS[value].label })),
  },
  contentTypes: {
    label: 'Types · all, if none is chosen',
    options: optionsOf({ post: 'Posts', reel: 'Reels', story: 'Stories', video: 'Videos', short: 'Shorts' }),
    said: small,
  },
  username: {
    label: 'Creators',
    add: addHandles,
    sign: '@',
    placeholders: ['Anyone, or @handle'],
    said: handlesText,
  },
  keywords: {
    ...FILTER_TEXTS.keywords,
    label: 'Keywords in caption, hashtags, mentions',
    placeholders: ['summer sale, skincare'],
  },
  tags: { label: 'Hashtags', add: addTags, sign: '#', placeholders: ['#fashion #style'] },
  uploadedFrom: {
    label: 'Uploaded',
    hint: 'Whole days, in UTC.',
    between: (first, last) =>
      first === undefined
        ? 'until ' + dayText(last)
        : last === undefined
          ? 'since ' + dayText(first)
          : dayText(first) + ' – ' + dayText(last),
  },
  followerMin: {
    label: 'Followers',
    placeholders: [USUAL_MINIMUM, 'no limit'],
    hint: 'Minimum followers ' + USUAL_MINIMUM + ' unless you change it. Write 0 for everyone.',
  },
  viewsMin: { label: 'Reach or views', placeholders: ['from', 'no limit'], noun: 'views' },
  gender: { ...FILTER_TEXTS.gender, said: small },
  sorting: {
    label: 'Sort by',
    // The API's default.
    none: 'Newest first',
    options: optionsOf({ reach: 'Largest reach first', viral: 'Most viral first' }),
    said: (text) => (text === 'uploaded' ? '' : small(text)),
  },
};

/** Filters of content in one line: "Instagram, TikTok · #fashion · 10K+ followers". */
export const contentSummary = (filters: Readonly<Record<string, string>>): string =>
  summaryParts(filters, CONTENT_FILTERS, CONTENT_TEXTS)
    .map(({ text }) => text)
    .join(' · ');
