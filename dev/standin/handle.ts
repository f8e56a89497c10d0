import { textNumber } from './draw';
import type { Platform } from './platform';

type Form = (given: string, family: string, index: number) => string;

/** Handles end in the index, so that a look-up needs no list; the forms are those that people choose. */
const FORMS: readonly Form[] = [
  (given, family, index) => `${given}.${family}${index}`,
  (given, family, index) => `${given}_${family}_${index}`,
  (given, _family, index) => `the${given}${index}`,
  (given, family, index) => `${given}${family}.${index}`,
  (given, _family, index) => `_${given}${index}`,
  (given, family, index) => `${family}.${given.charAt(0)}${index}`,
];

const YOUTUBE_FORMS: readonly Form[] = [
  (given, family, index) => `${capital(given)}${capital(family)}${index}`,
  (given, _family, index) => `${capital(given)}TV${index}`,
  (given, _family, index) => `its${capital(given)}-${index}`,
];

/**
 * What a platform allows besides: TikTok 24 characters, Twitch 25 and no dot, Facebook no underscore, Snapchat 15 that begin
 * with a letter (the platforms' help pages on usernames).
 */
const ALLOWED: Partial<Record<Platform, (handle: string) => string>> = {
  twitch: (handle) => handle.replaceAll('.', '_').replace(/^_/, ''),
  facebook: (handle) => handle.replaceAll('_', '.').replace(/^\./, ''),
  snapchat: (handle) => handle.replace(/^_/, ''),
};
const LONGEST: Partial<Record<Platform, number>> = { tiktok: 24, twitch: 25, snapchat: 15 };

/** The handle of an index; `form` is any whole number and chooses among the forms. */
export function handleOf(platform: Platform, index: number, form: number, given: string, family: string): string {
  const forms = platform === 'youtube' ? YOUTUBE_FORMS : FORMS;
  const drawn = (forms[form % forms.length] as Form)(given, family, index);
  const handle = ALLOWED[platform]?.(drawn) ?? drawn;
  return handle.length <= (LONGEST[platform] ?? Infinity) ? handle : `${given.slice(0, 8)}${index}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export function indexInHandle(username: string): number {
  const digits = /(\d{1,7})$/.exec(username);
  return digits ? Number(digits[1]) : -1;
}

export function nameKey(platform: Platform, username: string): string {
  return `${platform}:${username.toLowerCase()}`;
}

/** Handles of all platforms: letters of any script (YouTube), digits, dot, underscore, hyphen. */
export const HANDLE_FORM = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._·-]{0,63}$/u;

/** Handles come with and without the at sign ("adidas", "@MrBeast") and in any case. */
export function bareHandle(username: string): string {
  return username.replace(/^@/, '').toLowerCase();
}

/**
 * Whether the platform knows a handle that the database does not: `nosuch…` never, `newcomer…` always, of the others
 * four in five. Queued arrivals of test handles rest on these two prefixes.
 */
export function existsOnPlatform(platform: Platform, handle: string): boolean {
  if (handle.startsWith('nosuch')) return false;
  return handle.startsWith('newcomer') || textNumber(`${platform}/${handle}`) % 5 !== 0;
}
