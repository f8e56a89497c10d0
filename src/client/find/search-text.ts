import { PLATFORMS } from '../../schema/platform';
import type { Search } from '../../schema/search';
import { SEARCH_FILTERS } from '../../schema/search-filter';
import { FILTER_TEXTS, optionsOf, rate, summaryParts, type FilterTexts, type SummaryPart } from '../form/filter-text';
import { TEXT } from '../text/text';

export const SORT_LABELS: Record<string, string> = {
  profileScore: TEXT.find.profileScore2,
  relevance: TEXT.find.relevance,
  followers: TEXT.find.followers3,
  engagementMean: TEXT.find.engagement,
  growthRate: TEXT.find.growth,
  viewsPost: TEXT.find.averageViews,
  username: TEXT.find.handle,
  totalViews: TEXT.find.totalViews,
  averageViewers: TEXT.find.averageViewers,
};

/** How the page calls the filters of `schema/search-filter`. */
export const SEARCH_TEXTS: FilterTexts = {
  ...FILTER_TEXTS,
  keywordFields: {
    label: TEXT.find.lookForThemIn,
    // All that a platform can lack of it.
    word: TEXT.find.lookInWebsite,
    options: optionsOf({
      bio: TEXT.find.bio,
      hashtags: TEXT.find.hashtags,
      content: TEXT.find.content,
      website: TEXT.find.website,
    }),
    said: (text) => TEXT.find.in(text.toLowerCase()),
  },
  engagementRate: { label: TEXT.find.engagementAtLeast, word: 'engagement', suffix: '%', said: rate('engagement') },
  growthRate: { label: TEXT.find.growthAtLeast, word: 'growth', suffix: '% a month', said: rate('growth') },
  businessSearch: { label: TEXT.find.businessAccounts, said: () => TEXT.find.businessAccounts2 },
  ageMin: { label: TEXT.find.age, noun: 'years' },
  reelPlaysMin: { label: TEXT.find.reelPlays },
  averageViewersMin: { label: TEXT.find.averageViewers, noun: 'viewers' },
  sorting: { label: TEXT.find.sortBy, word: TEXT.find.thisSorting, said: (text) => TEXT.find.by(sortingText(text)) },
};

function sortingText(value: string): string {
  const field = value.replace(/^(?:asc|desc)/, '');
  const label = SORT_LABELS[field.slice(0, 1).toLowerCase() + field.slice(1)] ?? field;
  return label.toLowerCase() + (value.startsWith('asc') ? TEXT.find.lowestFirst2 : '');
}

/** A search in a few words. */
export const summaryOf = ({ filters }: Search): SummaryPart[] => summaryParts(filters, SEARCH_FILTERS, SEARCH_TEXTS);

/** A search in one line: "Instagram · Germany · 10K+ followers". */
export const summaryLine = (search: Search): string =>
  [PLATFORMS[search.platform].label, ...summaryOf(search).map(({ text }) => text)].join(' · ');
