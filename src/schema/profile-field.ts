import { lazy } from '../core/lazy';

/** How a field's value goes into a cell. */
export type FieldType = 'text' | 'number' | 'boolean' | 'date';

export interface ProfileField {
  name: string;
  label: string;
  group: 'Who' | 'Reach' | 'Quality' | 'Data';
  type: FieldType;
  /** Ordered places to look in an answer, each also below the wrappers. Empty: we make the value ourselves. */
  paths: () => readonly string[];
}

/** Paths are parted by spaces; `stats|metrics.likes` is `stats.likes` and `metrics.likes`. */
type Row = readonly [name: string, label: string, type: FieldType, paths?: string];

const WHO: readonly Row[] = [
  ['id', 'influData id', 'text', '_id id creatorId influDataId'],
  ['username', 'Handle', 'text', 'username handle userName screenName'],
  ['displayName', 'Name', 'text', 'displayName fullName display_name full_name name title'],
  ['platform', 'Platform', 'text', 'platform network'],
  ['bio', 'Bio', 'text', 'bio biography description about signature'],
  ['verified', 'Verified', 'boolean', 'verified isVerified is_verified'],
  ['private', 'Private', 'boolean', 'isPrivate private is_private'],
  ['business', 'Business account', 'boolean', 'isBusiness isBusinessAccount businessAccount is_business'],
  ['country', 'Country', 'text', 'country countryName location|geo|demographics.country'],
  ['city', 'City', 'text', 'city cityName location|geo|demographics.city'],
  ['language', 'Language', 'text', 'language lang languageCode demographics.language'],
  ['gender', 'Gender', 'text', 'gender sex demographics.gender'],
  ['age', 'Estimated age', 'number', 'age estimatedAge ageEstimate estimated_age demographics.age|estimatedAge'],
  ['categories', 'Categories', 'text', 'categories category topics'],
  ['email', 'E-mail', 'text', 'email contactEmail businessEmail contact.email'],
  ['website', 'Website', 'text', 'website externalUrl external_url url link'],
  ['profileUrl', 'Profile link', 'text'],
  [
    'pictureUrl',
    'Picture link',
    'text',
    'profilePicUrl profilePictureUrl profilePicture pictureUrl profile_pic_url avatarUrl avatar picture',
  ],
];

const REACH: readonly Row[] = [
  [
    'followers',
    'Followers',
    'number',
    'followers followerCount followersCount follower_count subscribers subscriberCount stats|metrics|counts.followers',
  ],
  ['following', 'Following', 'number', 'following followingCount following_count stats|metrics|counts.following'],
  ['posts', 'Posts', 'number', 'posts postCount postsCount mediaCount videoCount stats|metrics|counts.posts'],
  [
    'engagement',
    'Engagement %',
    'number',
    'engagementMean engagementRate engagement engagement_rate stats|metrics.engagementMean|engagementRate|engagement',
  ],
  ['growth', 'Growth % a month', 'number', 'growthRate growth growth_rate stats|metrics.growthRate|growth'],
  [
    'medianViews',
    'Median views',
    'number',
    'medianViewCountPosts medianViews stats|metrics.medianViewCountPosts|medianViews',
  ],
  ['avgLikes', 'Average likes', 'number', 'avgLikes averageLikes likesMean stats|metrics.avgLikes|averageLikes'],
  [
    'avgComments',
    'Average comments',
    'number',
    'avgComments averageComments commentsMean stats|metrics.avgComments|averageComments',
  ],
];

/** Two different scores, never mixed up: a profile's, 1 to 10, and a search hit's relevance, 0 to 100. */
const QUALITY: readonly Row[] = [
  [
    'profileScore',
    'Profile score',
    'number',
    'profileScore profile_score scores.profileScore|profile quality|stats|metrics.profileScore',
  ],
  [
    'score',
    'Relevance score',
    'number',
    'score relevance relevanceScore scores.score|total|overall quality|stats|metrics.score',
  ],
];

const DATA: readonly Row[] = [
  [
    'lastRefreshDate',
    'Data of',
    'date',
    'lastRefreshDate lastRefresh refreshedAt last_refresh_date updatedAt meta.lastRefreshDate',
  ],
  ['asOf', 'Fetched', 'date'],
];

/**
 * New fields go at the end, whatever their group: profiles are kept by position (gate/compact-profile.ts). `id` is the
 * platform's where it is not influData's.
 */
const WHO_LATER: readonly Row[] = [
  [
    'platformId',
    'Platform id',
    'text',
    'userId platformId user_id platform_id instagramId secTikTokId tiktokId secUserId channelId twitchId facebookId snapchatId id',
  ],
];

const pathsIn = (written: string): string[] =>
  written.split(' ').flatMap((each) => {
    const [homes = [], names] = each.split('.').map((words) => words.split('|'));
    return names ? homes.flatMap((home) => names.map((name) => `${home}.${name}`)) : homes;
  });

/** Paths are taken apart when they are first asked for: all global code runs before every formula. */
const grouped = (group: ProfileField['group'], rows: readonly Row[]): ProfileField[] =>
  rows.map(([name, label, type, written]) => ({
    name,
    label,
    group,
    type,
    paths: lazy(() => (written === undefined ? [] : pathsIn(written))),
  }));

/** Every profile field by name, in the order in which pickers and tables show them. */
export const PROFILE_FIELDS: readonly ProfileField[] = [
  ...grouped('Who', WHO),
  ...grouped('Reach', REACH),
  ...grouped('Quality', QUALITY),
  ...grouped('Data', DATA),
  ...grouped('Who', WHO_LATER),
];

const byName = lazy(() => new Map(PROFILE_FIELDS.map((field) => [field.name.toLowerCase(), field])));

/** A catalogue field by its name or one of the API's own spellings, case forgiven. */
export function profileField(name: string): ProfileField | undefined {
  const wanted = name.trim().toLowerCase();
  return (
    byName().get(wanted) ?? PROFILE_FIELDS.find(({ paths }) => paths().some((path) => path.toLowerCase() === wanted))
  );
}
