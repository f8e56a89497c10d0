import { CONTENT_FILTERS, CONTENT_PLATFORMS } from '../../schema/content-filter';
import { PLATFORMS } from '../../schema/platform';
import { FILTER_TEXTS, optionsOf, summaryParts, type FilterTexts } from '../form/filter-text';
import { addHandles, addTags } from '../form/words';
import { day, inSentence, number } from '../format';
import { TEXT } from '../text/text';

/** With the year, since campaigns are compared over years. */
const dayText = (text = ''): string => day(text.slice(0, 10)) + ' ' + text.slice(0, 4);

/** More than so many handles are counted. */
const NAMED = 2;

const handlesText = (text: string): string => {
  const all = text.split(', ');
  const named = all.slice(0, NAMED).join(', ');
  return all.length > NAMED ? TEXT.content.handlesAndMore(named, all.length - NAMED) : named;
};

/** What the API takes when no minimum is said: it surprises people. */
export const USUAL_MINIMUM = number(Number(CONTENT_FILTERS.find(({ name }) => name === 'followerMin')?.fallback));

/** How the page calls the filters of `schema/content-filter`. */
export const CONTENT_TEXTS: FilterTexts = {
  ...FILTER_TEXTS,
  platform: {
    label: TEXT.content.platforms,
    options: CONTENT_PLATFORMS.map((value) => ({ value, label: PLATFORMS[value].label })),
  },
  contentTypes: {
    label: TEXT.content.types,
    options: optionsOf({
      post: TEXT.content.posts,
      reel: TEXT.content.reels,
      story: TEXT.content.stories,
      video: TEXT.content.videos,
      short: TEXT.content.shorts,
    }),
    said: inSentence,
  },
  username: {
    label: TEXT.content.creators,
    add: addHandles,
    sign: '@',
    placeholders: [TEXT.content.creatorsExample],
    said: handlesText,
  },
  keywords: {
    ...FILTER_TEXTS.keywords,
    label: TEXT.content.keywords,
    placeholders: [TEXT.content.keywordsExample],
  },
  tags: { label: TEXT.content.hashtags, add: addTags, sign: '#', placeholders: ['#fashion #style'] },
  uploadedFrom: {
    label: TEXT.content.uploaded,
    hint: TEXT.content.uploadedHint,
    between: (first, last) =>
      first === undefined
        ? TEXT.content.until(dayText(last))
        : last === undefined
          ? TEXT.content.since(dayText(first))
          : dayText(first) + ' – ' + dayText(last),
  },
  followerMin: {
    label: TEXT.content.followers,
    placeholders: [USUAL_MINIMUM, TEXT.content.noLimit],
    hint: TEXT.content.followersHint(USUAL_MINIMUM),
  },
  viewsMin: {
    label: TEXT.content.reachOrViews,
    placeholders: [TEXT.content.from, TEXT.content.noLimit],
    noun: TEXT.content.views,
  },
  gender: { ...FILTER_TEXTS.gender, said: inSentence },
  sorting: {
    label: TEXT.content.sortBy,
    // The API's default.
    none: TEXT.content.newestFirst,
    options: optionsOf({ reach: TEXT.content.largestReachFirst, viral: TEXT.content.mostViralFirst }),
    said: (text) => (text === 'uploaded' ? '' : inSentence(text)),
  },
};

/** Filters of content in one line: "Instagram, TikTok · #fashion · 10K+ followers". */
export const contentSummary = (filters: Readonly<Record<string, string>>): string =>
  summaryParts(filters, CONTENT_FILTERS, CONTENT_TEXTS)
    .map(({ text }) => text)
    .join(' · ');
