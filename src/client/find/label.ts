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

/** Two-letter codes of the earlier edition's list; what discovery cannot take (three letters) is left out. */
const LANGUAGE_CODES =
  'en es fr de it pt ru ja ko zh zh-TW ar hi th vi id ms tl tr pl nl sv da no fi cs sk hu ro bg hr sr sl et lv lt el he fa ur bn ta te ml kn gu pa mr ne si my km lo ka am sw zu af is mt eu ca gl cy ga gd br co lb rm sc';

let names: Intl.DisplayNames | undefined;

export function languageName(code: string): string {
  try {
    names ??= new Intl.DisplayNames(['en'], { type: 'language' });
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

export const languages = (): { value: string; label: string }[] =>
  // Ukrainian is missing in that list, and spoken by too many to leave out; the server takes any two letters.
  [...LANGUAGE_CODES.split(' '), 'uk']
    .map((value) => ({ value, label: languageName(value) }))
    .sort((one, other) => one.label.localeCompare(other.label));
