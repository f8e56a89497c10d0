import { DAY_MS } from '../core/time';
import { CONTENT_PLATFORMS } from './content-filter';
import { isDisclosed } from './disclosure';
import type { Platform } from './platform';
import { eitherPattern, expressionOf, hashtagPattern, mentionPattern, postText, type PostWords } from './post-text';

/** Types of getContent (contract), and any of them. */
export const DELIVERABLE_TYPES = ['post', 'reel', 'story', 'video', 'short', 'any'] as const;
export type DeliverableType = (typeof DELIVERABLE_TYPES)[number];

/** What a person writes instead of a post's id: nothing that was found is this deliverable. */
export const NO_POST = 'none';

/** One thing that a creator is to publish. */
export interface Deliverable {
  platform: Platform;
  /** `creatorKey`. */
  creator: string;
  type: DeliverableType;
  /** ISO day in the spreadsheet's time zone; `''`: none agreed. */
  dueDay: string;
  /** Required, with their sign or without. */
  hashtags: readonly string[];
  mentions: readonly string[];
  needsDisclosure: boolean;
  /** A person's choice: a post's id, `NO_POST`, or `''` if the add-on is to find it. */
  chosen: string;
}

export interface CampaignPost extends PostWords {
  id: string;
  creator: string;
  type: string;
  /** In ms, and its ISO day in the spreadsheet's time zone. */
  postedMs: number;
  postedDay: string;
}

/** What is asked for and not there. */
export interface Lacks {
  hashtags: string[];
  mentions: string[];
  disclosure: boolean;
}

/** Days before and after the due day in which a post may be meant for it. Tagged: it names something that was asked for. */
const WINDOW_DAYS = { tagged: { before: 30, after: 60 }, untagged: { before: 7, after: 7 } } as const;

/** Whether influData has posts of the platform at all. */
export const isSeen = ({ platform }: Pick<Deliverable, 'platform'>): boolean => CONTENT_PLATFORMS.includes(platform);

/** Days from the due day to the post's; 0 where none was agreed. */
export const daysLate = (
  { dueDay }: Pick<Deliverable, 'dueDay'>,
  { postedDay }: Pick<CampaignPost, 'postedDay'>,
): number => (dueDay === '' ? 0 : Math.round((Date.parse(postedDay) - Date.parse(dueDay)) / DAY_MS));

export const asksForNames = ({ hashtags, mentions }: Deliverable): boolean => hashtags.length + mentions.length > 0;

/** Reads posts' texts: each once, whatever number of deliverables ask. */
export interface PostReader {
  lacks: (deliverable: Deliverable, post: CampaignPost) => Lacks;
  /**
   * Whether the post may be meant: its type fits, it was posted about then, and it names a required hashtag or account, under
   * either sign. Where none is required, type and days decide, so there must be a due day. An advertisement for somebody
   * else is never taken: a disclosure alone is no sign of this campaign.
   */
  fits: (deliverable: Deliverable, post: CampaignPost) => boolean;
}

const kept = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const value = map.has(key) ? (map.get(key) as V) : make();
  map.set(key, value);
  return value;
};

export function postReader(): PostReader {
  const expressions = new Map<string, RegExp>();
  const texts = new Map<CampaignPost, string>();
  const disclosed = new Map<CampaignPost, boolean>();
  const textOf = (post: CampaignPost): string => kept(texts, post, () => postText(post));
  const has = (post: CampaignPost, pattern: string): boolean =>
    kept(expressions, pattern, () => expressionOf(pattern)).test(textOf(post));
  return {
    lacks: ({ hashtags, mentions, needsDisclosure }, post) => ({
      hashtags: hashtags.filter((each) => !has(post, hashtagPattern(each))),
      mentions: mentions.filter((each) => !has(post, mentionPattern(each))),
      disclosure: needsDisclosure && !kept(disclosed, post, () => isDisclosed(textOf(post))),
    }),
    fits: (deliverable, post) => {
      const { type, dueDay, hashtags, mentions } = deliverable;
      if (type !== 'any' && type !== post.type) return false;
      const isTagged = asksForNames(deliverable);
      const { before, after } = WINDOW_DAYS[isTagged ? 'tagged' : 'untagged'];
      const late = daysLate(deliverable, post);
      if (late < -before || late > after) return false;
      return isTagged ? has(post, eitherPattern([...hashtags, ...mentions])) : dueDay !== '';
    },
  };
}
