import type { Creator } from './creator';
import { BASE64_URL, DIGITS, drawFrom, drawInteger, drawStream, drawText, drawToken, drawUnit, HEX } from './draw';
import type { Platform } from './platform';
import { CATEGORIES, EMOJI, TONGUES, wordsOf } from './vocabulary';

const F = { bio: 301, picture: 302, userId: 303, website: 304, relevance: 305 } as const;

/** Platforms' own limits lie between 80 (TikTok) and 1,000 (YouTube); most bios of the database are this short. */
const BIO_MAX_CHARACTERS = 300;

/** 0 to 300 characters in the creator's script: lines, emoji, mentions, hashtags, addresses, line breaks. */
export function bioOf(seed: number, creator: Creator): string {
  if (creator.bio !== undefined) return creator.bio;
  const next = drawStream(seed, creator.index, F.bio);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  if (next() < 0.07) return '';
  const tongue = TONGUES[creator.language ?? 'en'] ?? TONGUES.en;
  const words = wordsOf(creator.categories);
  const pieces: string[] = [];
  const count = next() < 0.12 ? 8 + Math.floor(next() * 8) : 1 + Math.floor(next() * 5);
  for (let i = 0; i < count; i += 1) {
    const kind = next();
    if (kind < 0.35) pieces.push(pick(tongue?.lines ?? []));
    else if (kind < 0.6) pieces.push(`${pick(EMOJI)} ${pick(words)}`);
    else if (kind < 0.75) pieces.push(`#${pick(words).replaceAll(' ', '')} #${pick(words).replaceAll(' ', '')}`);
    else if (kind < 0.87)
      pieces.push(`📩 hello@${creator.username.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}.example`);
    else pieces.push(`@${pick(words).replaceAll(' ', '.')} ${pick(EMOJI)}${pick(EMOJI)}`);
  }
  const bio = pieces.join(next() < 0.6 ? '\n' : ' | ');
  return bio.length <= BIO_MAX_CHARACTERS ? bio : [...bio].slice(0, BIO_MAX_CHARACTERS).join('');
}

export function websiteOf(seed: number, creator: Creator): string {
  if (creator.website !== undefined) return creator.website;
  if (drawUnit(seed, creator.index, F.website) < 0.45) return '';
  const word = drawFrom(CATEGORIES[creator.categories[0] ?? 'lifestyle'] ?? ['shop'], seed, creator.index, F.website);
  return `https://www.${creator.username.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}.example/${word.replaceAll(' ', '-')}`;
}

/** Long and signed, as a CDN's: new tokens whenever the profile was refreshed. */
export function profilePictureOf(seed: number, creator: Creator): string {
  const token = (length: number, field: number): string =>
    drawToken(length, seed ^ Math.floor(creator.lastRefreshMs / 1000), creator.index, F.picture + field);
  const expires = Math.floor(creator.lastRefreshMs / 1000 + 30 * 86_400).toString(16);
  return (
    `https://scontent-fra3-1.cdn.example/v/t51.2885-19/${drawText(DIGITS, 9, seed, creator.index, F.picture)}_` +
    `${drawText(DIGITS, 16, seed, creator.index, F.picture + 1)}_${drawText(DIGITS, 19, seed, creator.index, F.picture + 2)}_n.jpg` +
    `?stp=dst-jpg_s320x320&efg=${token(72, 3)}&_nc_ht=scontent-fra3-1.cdn.example&_nc_cat=1&_nc_oc=${token(60, 4)}` +
    `&_nc_ohc=${token(24, 5)}&_nc_gid=${token(22, 6)}&oh=00_${token(32, 7)}&oe=${expires.toUpperCase()}&_nc_sid=8b3546`
  );
}

/** Platform-native ids: digits (some beyond 2^53), TikTok's secUserId, YouTube's channelId, Snapchat's uuid. */
const USER_ID: Record<Platform, (seed: number, index: number) => string> = {
  instagram: (seed, index) =>
    index % 7 === 3
      ? `17841${numeric(seed, index, 12)}`
      : `${drawInteger(seed, index, F.userId, 1, 9)}${numeric(seed, index, 9)}`,
  tiktok: (seed, index) => `MS4wLjABAAAA${drawText(BASE64_URL, 64, seed, index, F.userId)}`,
  youtube: (seed, index) => `UC${drawText(BASE64_URL, 22, seed, index, F.userId)}`,
  twitch: (seed, index) => `${drawInteger(seed, index, F.userId, 1, 9)}${numeric(seed, index, 7)}`,
  facebook: (seed, index) => `1000${numeric(seed, index, 11)}`,
  snapchat: (seed, index) => [8, 4, 4, 4, 12].map((n, i) => drawText(HEX, n, seed, index, F.userId + i)).join('-'),
};

function numeric(seed: number, index: number, length: number): string {
  return drawText(DIGITS, length, seed, index, F.userId);
}

export function userIdOf(seed: number, creator: Creator): string {
  return creator.userId ?? USER_ID[creator.platform](seed, creator.index);
}

/** The bare `score` of an answer, 0 to 100: no text says of what, but it is not the profile score. */
export const relevanceOf = (seed: number, creator: Creator): number =>
  drawInteger(seed, creator.index, F.relevance, 100, 999) / 10;

/** What a well-formed platform-native id looks like; others are refused. */
export const USER_ID_FORM: Record<Platform, RegExp> = {
  instagram: /^\d{1,20}$/,
  tiktok: /^MS4wLjABAAAA[\w-]{20,80}$/,
  youtube: /^UC[\w-]{22}$/,
  twitch: /^\d{1,12}$/,
  facebook: /^\d{1,20}$/,
  snapchat: /^[\w-]{8,40}$/,
};
