import { badInput, InfluError } from '../core/error';
import { hasHalfCharacter, isBlank } from '../core/text';
import { parsePlatform, PLATFORMS, supports, type Feature, type Platform } from './platform';

/** A person's account on one platform, as the user named it. Exactly one identifier (contract, getUserData). */
export type Creator =
  | { platform: Platform; by: 'username' | 'userId'; id: string }
  /** influData's own id works without the platform (notes, item 9). */
  | { platform?: Platform; by: '_id'; id: string };

interface UrlRule {
  host: RegExp;
  platform: Platform;
  /** First matching path wins. */
  paths: readonly { path: RegExp; by: 'username' | 'userId' }[];
}

const HANDLE = /^\/@?([^/?#]+)/;

const URL_RULES: readonly UrlRule[] = [
  {
    host: /(^|\.)instagram\.com$/,
    platform: 'instagram',
    paths: [{ path: /^\/(?:stories\/)?@?([^/?#]+)/, by: 'username' }],
  },
  { host: /(^|\.)tiktok\.com$/, platform: 'tiktok', paths: [{ path: /^\/@([^/?#]+)/, by: 'username' }] },
  {
    host: /(^|\.)youtube\.com$/,
    platform: 'youtube',
    paths: [
      { path: /^\/channel\/(UC[^/?#]+)/, by: 'userId' },
      { path: /^\/(?:c\/|user\/)?(@?[^/?#]+)/, by: 'username' },
    ],
  },
  { host: /(^|\.)twitch\.tv$/, platform: 'twitch', paths: [{ path: HANDLE, by: 'username' }] },
  { host: /(^|\.)snapchat\.com$/, platform: 'snapchat', paths: [{ path: /^\/(?:add\/)?@?([^/?#]+)/, by: 'username' }] },
  {
    host: /(^|\.)(facebook|fb)\.com$/,
    platform: 'facebook',
    paths: [
      { path: /^\/profile\.php\?(?:[^#]*&)?id=(\d+)/, by: 'userId' },
      { path: HANDLE, by: 'username' },
    ],
  },
];

/** First path words that are pages of the platform and never a creator: a pasted link to a post is refused, not bought. */
const NOT_HANDLES =
  /^(p|reel|reels|explore|tv|watch|shorts|playlist|feed|results|videos|groups|events|hashtag|tag|discover|directory|share|spotlight|t|add|channel|user|stories|pages|people|profile\.php)$/i;

const LONGEST_IDENTIFIER = 200;

/**
 * Reads a handle, @handle, profile URL, `id:<influData _id>` or `uid:<platform id>`; case and spaces around are forgiven.
 * A URL names its platform itself and wins over the argument. Throws `badInput`. Source: notes, item 9.
 */
export function parseCreator(platform: unknown, username: unknown): Creator {
  const text = String(username ?? '').trim();
  if (text === '') throw badInput('Name a creator: a handle, a profile URL, id:<influData id> or uid:<platform id>.');
  if (text.length > LONGEST_IDENTIFIER)
    throw badInput('That is too long for a handle. Give a handle or a profile URL.');
  const url = /^(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})(\/[^\s]*)$/i.exec(text);
  if (url) return creatorOfUrl(url[1] ?? '', url[2] ?? '', text);
  const prefixed = /^(id|uid):\s*(\S+)$/i.exec(text);
  if (prefixed) {
    const id = prefixed[2] ?? '';
    if (prefixed[1]?.toLowerCase() === 'uid') return { platform: parsePlatform(platform), by: 'userId', id };
    return { ...(isBlank(platform) ? {} : { platform: parsePlatform(platform) }), by: '_id', id };
  }
  return creatorOfHandle(parsePlatform(platform), text);
}

/** What a cell, an argument or a field names. */
export type CreatorReading =
  | { kind: 'blank' }
  /** `filler`: it could be an account, but people write it where there is none (`none`, `tbd`, `n/a`). */
  | { kind: 'creator'; creator: Creator; key: string; doubt?: 'filler' }
  /** `text` is cut to 80 characters, `why` is one sentence that says what to paste instead. */
  | { kind: 'unreadable'; text: string; why: string };

const FILLER =
  /^(none|null|nil|nan|n\/?a|n\.a\.|tbd|tba|tbc|todo|unknown|unbekannt|keine?r?|k\.?a\.?|xxx*|test|pending|deleted|private)$/i;

/** Cells that would be bought as somebody's handle though no person wrote one. */
const NO_HANDLES: readonly (readonly [why: string, is: (value: unknown) => boolean])[] = [
  ['the cell is TRUE or FALSE', (value) => typeof value === 'boolean'],
  [
    'Sheets has rounded this number. Format the cells as plain text and put the ids in again',
    (value) => typeof value === 'number' && !Number.isSafeInteger(value),
  ],
  ['the cell shows an error or is loading', (value) => /^(#|Loading\.\.\.$)/.test(String(value))],
  // No address can be made of it, and the whole wave would fail with it.
  ['half a character was cut off', (value) => hasHalfCharacter(String(value))],
];

/** `isId`: the column's header says that its numbers are the platform's own ids. */
export function readCreator(platform: unknown, value: unknown, { isId = false } = {}): CreatorReading {
  if (isBlank(value)) return { kind: 'blank' };
  const text = String(value).trim();
  const unreadable = (why: string): CreatorReading => ({ kind: 'unreadable', text: text.slice(0, 80), why });
  const [why] = NO_HANDLES.find(([, is]) => is(value)) ?? [];
  if (why !== undefined) return unreadable(why);
  try {
    const creator = parseCreator(platform, isId && /^\d{1,20}$/.test(text) ? `uid:${text}` : text);
    const doubt = FILLER.test(text) ? ({ doubt: 'filler' } as const) : {};
    return { kind: 'creator', creator, key: creatorKey(creator), ...doubt };
  } catch (error) {
    if (!(error instanceof InfluError)) throw error;
    return unreadable(error.message);
  }
}

function creatorOfUrl(host: string, path: string, text: string): Creator {
  const rule = URL_RULES.find((candidate) => candidate.host.test(host.toLowerCase()));
  for (const { path: pattern, by } of rule?.paths ?? []) {
    const found = pattern.exec(path)?.[1];
    if (!rule || found === undefined || NOT_HANDLES.test(found)) continue;
    const id = decodeUri(found);
    return by === 'username' ? creatorOfHandle(rule.platform, id) : { platform: rule.platform, by, id };
  }
  throw badInput(`"${text.slice(0, 80)}" is not the address of a profile. Paste the profile's own URL or its handle.`);
}

function creatorOfHandle(platform: Platform, text: string): Creator {
  const handle = text.replace(/^@+/, '').trim();
  // Half a character, as LEFT() leaves it of an emoji, cannot be sent: the whole wave would fail.
  if (handle === '' || /[\s,;"'<>/\\=]/.test(handle) || hasHalfCharacter(handle))
    throw badInput(`"${text.slice(0, 80)}" is not a handle. Give one handle without spaces, or a profile URL.`);
  return { platform, by: 'username', id: PLATFORMS[platform].caseSensitive ? handle : handle.toLowerCase() };
}

function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** One text for one creator: what answers, leases and receipts are filed under. */
export function creatorKey({ platform, by, id }: Creator): string {
  if (by === '_id') return `id:${id}`;
  return `${platform}/${by === 'userId' ? 'uid:' : ''}${id}`;
}

/** YouTube handles go out with their @ (contract, getUserData examples). */
export const wireHandle = (platform: Platform, handle: string): string =>
  platform === 'youtube' ? `@${handle}` : handle;

/** The identifier as the API wants it. With `_id` the platform is sent all the same where it is known. */
export const creatorQuery = ({ platform, by, id }: Creator): Record<string, string> => ({
  ...(platform ? { platform } : {}),
  [by]: by === 'username' ? wireHandle(platform, id) : id,
});

/** False also where the platform is not known. */
export const creatorHas = ({ platform }: Creator, feature: Feature): boolean =>
  platform !== undefined && supports(platform, feature);

/** An influData id alone may be on any platform: only the API can tell. */
export const creatorMayHave = ({ platform }: Creator, feature: Feature): boolean =>
  platform === undefined || supports(platform, feature);
