import { counted, figure } from './count';

/** What the conflict check says in its sheets. */
export const conflictTextEn = () => ({
  brandsTitle: 'Brands',
  brandsHint:
    'One brand a row. “Counts as” takes what people write, separated by commas: words (just do it), @handles, #hashtags. Blank: the brand’s name.',
  brandsSigns: 'A word counts as a word, as @handle and as #hashtag. With @ or # in front it counts as that alone.',
  brand: 'Brand',
  countsAs: 'Counts as',
  whose: 'Whose',
  competitor: 'Competitor',
  yours: 'Yours',

  title: 'Conflict check',
  about: (sheet: string, day: string): string => `Creators of “${sheet}”, ${day}.`,
  legend:
    'Mentions and the last date, from collaborations in the timeline and from posts. “none” means that we looked; “unknown” that nobody has.',
  competitors: 'Competitors',
  own: 'Yours',
  lookedAt: 'Looked at',
  creator: 'Creator',
  platform: 'Platform',
  conflicts: 'Conflicts',
  timeline: 'Timeline',
  posts: 'Posts',
  unknown: 'unknown',
  none: 'none',
  noneInTimeline: 'none in timeline',
  noneInPosts: 'none in posts',
  mentions: (times: number, day: string): string => figure(times) + (day === '' ? '' : ` · ${day}`),
  span: (from: string, to: string): string => (from === to ? from : `${from} to ${to}`),
  postsRead: (posts: number, span: string): string => counted(posts, 'post') + (span === '' ? '' : `, ${span}`),
  /** Behind *unknown*. */
  whyUnknown: {
    unsaved: 'not saved',
    noMentions: 'influData gave no collaborations',
    notFound: 'not found',
    queued: 'influData is collecting it',
    unreadable: 'reply not readable',
    noPosts: 'not fetched',
    nonePosts: 'influData had none',
  },
  becauseOf: (why: string): string => `unknown: ${why}`,
});
