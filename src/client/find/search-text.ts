import { PLATFORMS } from '../../schema/platform';
import type { Search } from '../../schema/search';
import { SEARCH_FILTERS } from '../../schema/search-filter';
import { FILTER_TEXTS, optionsOf, rate, summaryParts, type FilterTexts, type SummaryPart } from '../form/filter-text';
import { inSentence } from '../format';
import { TEXT } from '../text/text';

export const SORT_LABELS: Record<string, string> = {
  profileScore: TEXT.find.profileScore,
  relevance: TEXT.find.relevance,
  followers: TEXT.find.followers,
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
    label: TEXT.find.lookIn,
    // All that a platform can lack of it.
    word: TEXT.find.lookInWebsite,
    options: optionsOf({
      bio: TEXT.find.bio,
      hashtags: TEXT.find.hashtags,
      content: TEXT.find.posts,
      website: TEXT.find.website,
    }),
    said: (text) => TEXT.find.lookedIn(text),
  },
  engagementRate: {
    label: TEXT.find.engagementMin,
    word: TEXT.find.engagementNoun,
    suffix: '%',
    said: rate(TEXT.find.engagementNoun),
  },
  growthRate: {
    label: TEXT.find.growthMin,
    word: TEXT.find.growthNoun,
    suffix: TEXT.find.growthUnit,
    said: rate(TEXT.find.growthNoun),
  },
  businessSearch: { label: TEXT.find.businessAccounts, said: () => TEXT.find.businessAccountsNoun },
  ageMin: { label: TEXT.find.age, noun: TEXT.find.years },
  reelPlaysMin: { label: TEXT.find.reelPlays },
  averageViewersMin: { label: TEXT.find.averageViewers, noun: TEXT.find.viewers },
  sorting: { label: TEXT.find.sortBy, word: TEXT.find.sortOrder, said: sortingText },
};

function sortingText(value: string): string {
  const field = value.replace(/^(?:asc|desc)/, '');
  const label = SORT_LABELS[field.slice(0, 1).toLowerCase() + field.slice(1)] ?? field;
  return TEXT.find.sortedBy(inSentence(label), value.startsWith('asc'));
}

/** A search in a few words. */
export const summaryOf = ({ filters }: Search): SummaryPart[] => summaryParts(filters, SEARCH_FILTERS, SEARCH_TEXTS);

/** A search in one line: "Instagram · Germany · 10K+ followers". */
export const summaryLine = (search: Search): string =>
  [PLATFORMS[search.platform].label, ...summaryOf(search).map(({ text }) => text)].join(' · ');
