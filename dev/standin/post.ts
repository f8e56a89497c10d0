import type { Creator } from './creator';
import { draw, drawInteger, drawStream, drawText, drawToken, drawUnit, HEX, DIGITS } from './draw';
import { covers } from './platform';
import { BRANDS, CAPTION_OPENERS, EMOJI, wordsOf } from './vocabulary';

export type ContentType = 'post' | 'reel' | 'story' | 'video' | 'short';

/** One piece of content. */
export interface Post {
  /** Its number in this stand-in: creator index and place, or counted for those added. */
  ref: number;
  /** `IG_`, `TT_` or `YT_` and 17 digits, the last ten being the ref. */
  contentId: string;
  /** The database's own id, seen only as a watermark's last_id. */
  hexId: string;
  creator: Creator;
  contentType: ContentType;
  uploadedMs: number;
  reach: number;
  likes: number;
  comments: number;
  caption: string;
  /** Without the hash sign. */
  hashtags: string[];
  /** With the at sign. */
  mentions: string[];
}

/** Room for the posts of one creator in a ref. */
export const POSTS_PER_CREATOR = 64;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** The oldest piece in the database. */
const HISTORY_DAYS = 540;
const CAPTION_MAX_CHARACTERS = 2200;

const F = {
  count: 1101,
  age: 1102,
  schedule: 1103,
  reach: 1104,
  type: 1105,
  likes: 1106,
  comments: 1107,
  text: 1108,
  id: 1109,
} as const;

const TYPES: Partial<Record<Creator['platform'], readonly ContentType[]>> = {
  instagram: ['post', 'reel', 'reel', 'story'],
  tiktok: ['video'],
  youtube: ['video', 'video', 'short'],
};

/** What creators of a platform publish, each once. */
export const contentTypesOn = (platform: Creator['platform']): ContentType[] => [...new Set(TYPES[platform] ?? [])];

/** 2 to 12 pieces, seven on average; private accounts and platforms without content data have none. */
export function postCount(seed: number, creator: Creator): number {
  return creator.isPrivate || creator.posts === 0 || !covers('content', creator.platform)
    ? 0
    : drawInteger(seed, creator.index, F.count, 2, 12);
}

export function refOf(creator: Creator, place: number): number {
  return creator.index * POSTS_PER_CREATOR + place;
}

/** Recent times are denser; two in five pieces were scheduled for a full hour, so that many share their instant. */
export function uploadedMsOf(seed: number, anchorMs: number, ref: number): number {
  const age = drawUnit(seed, ref, F.age) ** 2 * HISTORY_DAYS * DAY_MS;
  const grain = drawUnit(seed, ref, F.schedule) < 0.4 ? HOUR_MS : 1000;
  return Math.floor((anchorMs - age) / grain) * grain;
}

/** People reached: mostly under the creator's average, rarely a multiple. */
export function reachOf(seed: number, creator: Creator, ref: number): number {
  const luck = drawUnit(seed, ref, F.reach);
  return Math.round(creator.viewsPost * (0.15 + luck + 12 * luck ** 16));
}

export function contentTypeOf(seed: number, creator: Creator, ref: number): ContentType {
  const types = TYPES[creator.platform] ?? ['post'];
  return types[draw(seed, ref, F.type) % types.length] as ContentType;
}

function contentIdOf(seed: number, creator: Creator, ref: number): string {
  const prefix = { instagram: 'IG', tiktok: 'TT', youtube: 'YT' }[
    creator.platform as 'instagram' | 'tiktok' | 'youtube'
  ];
  return `${prefix}_1${drawText(DIGITS, 6, seed, ref, F.id)}${String(ref).padStart(10, '0')}`;
}

export function refInContentId(contentId: string): number {
  return /^(?:IG|TT|YT)_\d{17}$/.test(contentId) ? Number(contentId.slice(-10)) : -1;
}

/** All of a piece. `uploadedMs` is given for those added by tests. */
export function makePost(seed: number, anchorMs: number, creator: Creator, ref: number): Post {
  const uploadedMs = uploadedMsOf(seed, anchorMs, ref);
  const reach = reachOf(seed, creator, ref);
  const likes = Math.round(reach * (0.01 + drawUnit(seed, ref, F.likes) * 0.11));
  return {
    ref,
    contentId: contentIdOf(seed, creator, ref),
    hexId: Math.floor(uploadedMs / 1000).toString(16) + drawText(HEX, 16, seed, ref, F.id),
    creator,
    contentType: contentTypeOf(seed, creator, ref),
    uploadedMs,
    reach,
    likes,
    comments: Math.round(likes * drawUnit(seed, ref, F.comments) * 0.08),
    ...textOf(seed, creator, ref),
  };
}

/** Caption with its hashtags and mentions in it, one to many lines, sometimes none at all, sometimes very long. */
export function textOf(seed: number, creator: Creator, ref: number): Pick<Post, 'caption' | 'hashtags' | 'mentions'> {
  const next = drawStream(seed, ref, F.text);
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] as string;
  if (next() < 0.04) return { caption: '', hashtags: [], mentions: [] };
  const words = wordsOf(creator.categories);
  const hashtags = [...new Set(Array.from({ length: Math.floor(next() * 7) }, () => pick(words).replaceAll(' ', '')))];
  const mentions = next() < 0.2 ? [`@${pick(BRANDS)}`] : [];
  const lines = [`${pick(CAPTION_OPENERS)} ${pick(words)} ${pick(EMOJI)}`];
  const more = next() < 0.03 ? 40 : Math.floor(next() * 4);
  for (let i = 0; i < more; i += 1)
    lines.push(`${pick(words)} – ${pick(CAPTION_OPENERS).toLowerCase()} ${pick(words)}.`);
  if (mentions.length > 0) lines.push(`w/ ${mentions.join(' ')}`);
  if (hashtags.length > 0) lines.push(hashtags.map((tag) => `#${tag}`).join(' '));
  return { caption: lines.join('\n').slice(0, CAPTION_MAX_CHARACTERS), hashtags, mentions };
}

/** "24h-valid signed media URLs": each answer signs anew. */
const MEDIA_URL_HOURS = 24;

export function mediaUrlOf(seed: number, post: Post, file: 'cover.jpg' | 'video.mp4', atMs: number): string {
  const expires = Math.floor(atMs / 1000) + MEDIA_URL_HOURS * 3600;
  return (
    `https://media.cdn.example/${post.creator.platform}/${post.contentId}/${file}?Expires=${expires}` +
    `&Signature=${drawToken(256, seed ^ expires, post.ref, F.id)}&Key-Pair-Id=K${drawText(DIGITS, 13, seed, 0, F.id)}`
  );
}
