/** How a problem calls a filter of `schema/content-filter`, beside whose field it stands. */
const PROBLEM_WORDS: Record<string, string> = {
  followerMin: 'the minimum',
  followerMax: 'the maximum',
  viewsMin: 'the minimum',
  viewsMax: 'the maximum',
  uploadedFrom: 'the first day',
  uploadedTo: 'the last day',
  username: 'the creators',
  tags: 'the hashtags',
  contentTypes: 'the types',
};

const NAMES = new RegExp('\\b(?:' + Object.keys(PROBLEM_WORDS).join('|') + ')\\b', 'g');
const TOO_LONG = /^\w+ is too long: (.*)$/;

/** The server's sentence about a filter, in the words of the form. */
export const problemText = (message: string): string =>
  message.replace(TOO_LONG, 'That is too much: $1').replace(NAMES, (name) => PROBLEM_WORDS[name] ?? name);

export const TYPE_LABELS: Record<string, string> = {
  post: 'Posts',
  reel: 'Reels',
  story: 'Stories',
  video: 'Videos',
  short: 'Shorts',
};

/** The first is the API's default. */
export const SORTINGS = [
  { value: 'uploaded', label: 'Newest first' },
  { value: 'reach', label: 'Largest reach first' },
  { value: 'viral', label: 'Most viral first' },
] as const;
