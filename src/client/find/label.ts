import { CATEGORIES } from '../../schema/category';

/** How the page calls each filter of `schema/search-filter`. */
export const FILTER_LABELS: Record<string, string> = {
  keywords: 'keywords',
  keywordFields: 'look in website',
  categories: 'categories',
  country: 'country',
  city: 'city',
  language: 'language',
  gender: 'gender',
  followerMin: 'followers',
  followerMax: 'followers',
  engagementRate: 'engagement',
  growthRate: 'growth',
  viewsMin: 'average views',
  viewsMax: 'average views',
  businessSearch: 'business accounts',
  ageMin: 'age',
  ageMax: 'age',
  reelPlaysMin: 'reel plays',
  reelPlaysMax: 'reel plays',
  averageViewersMin: 'average viewers',
  averageViewersMax: 'average viewers',
  sorting: 'this sorting',
};

/** How a problem calls a filter, beside whose field it stands. */
export const problemWord = (name: string): string =>
  name.endsWith('Min') ? 'the minimum' : name.endsWith('Max') ? 'the maximum' : (FILTER_LABELS[name] ?? name);

export const LOOK_IN_LABELS: Record<string, string> = {
  bio: 'Bio',
  hashtags: 'Hashtags',
  content: 'Content',
  website: 'Website',
};

export const GENDER_LABELS: Record<string, string> = { m: 'Men', w: 'Women' };

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

export const CATEGORY_LABELS: Record<string, string> = Object.fromEntries(CATEGORIES);
