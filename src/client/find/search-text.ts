import { PLATFORMS } from '../../schema/platform';
import type { Search } from '../../schema/search';
import { SEARCH_FILTERS } from '../../schema/search-filter';
import { FILTER_TEXTS, optionsOf, rate, summaryParts, type FilterTexts, type SummaryPart } from '../form/filter-text';

export const SORT_LABELS: Record<string, string> = {
  profileScore: 'Profile score',
  relevance: 'Relevance',
  followers: 'Followers',
  engagementMean: 'Engagement',
  growthRate: 'Growth',
  viewsPost: 'Average views',
  username: 'Handle',
  totalViews: 'Total views',
  averageViewers: 'Average viewers',
};

/** How the page calls the filters of `schema/search-filter`. */
export const SEARCH_TEXTS: FilterTexts = {
  ...FILTER_TEXTS,
  keywordFields: {
    label: 'Look for them in',
    // All that a platform can lack of it.
    word: 'look in website',
    options: optionsOf({ bio: 'Bio', hashtags: 'Hashtags', content: 'Content', website: 'Website' }),
    said: (text) => 'in ' + text.toLowerCase(),
  },
  engagementRate: { label: 'Engagement, at least', word: 'engagement', suffix: '%', said: rate('engagement') },
  growthRate: { label: 'Growth, at least', word: 'growth', suffix: '% a month', said: rate('growth') },
  businessSearch: { label: 'Business accounts', said: () => 'business accounts' },
  ageMin: { label: 'Age', noun: 'years' },
  reelPlaysMin: { label: 'Reel plays' },
  averageViewersMin: { label: 'Average viewers', noun: 'viewers' },
  sorting: { label: 'Sort by', word: 'this sorting', said: (text) => 'by ' + sortingText(text) },
};

function sortingText(value: string): string {
  const field = value.replace(/^(?:asc|desc)/, '');
  const label = SORT_LABELS[field.slice(0, 1).toLowerCase() + field.slice(1)] ?? field;
  return label.toLowerCase() + (value.startsWith('asc') ? ', lowest first' : '');
}

/** A search in a few words. */
export const summaryOf = ({ filters }: Search): SummaryPart[] => summaryParts(filters, SEARCH_FILTERS, SEARCH_TEXTS);

/** A search in one line: "Instagram · Germany · 10K+ followers". */
export const summaryLine = (search: Search): string =>
  [PLATFORMS[search.platform].label, ...summaryOf(search).map(({ text }) => text)].join(' · ');
