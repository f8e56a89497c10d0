import { badInput, InfluError } from '../core/error';
import type { Said } from '../core/said';
import { isBlank } from '../core/text';
import { isBareId } from './address-grammar';
import { isFiller, isNoHandle, valueFault, wholeDigits } from './cell-value';
import { readAddress, type AddressReading } from './creator-address';
import { handleFault } from './handle-form';
import { plainText } from './plain-text';
import { PLATFORM_NAMES, PLATFORMS, supports, type Feature, type Platform } from './platform';
import { isOtherNetwork, parsePlatform, platformOfText } from './platform-alias';
import { ADDRESS, CREATOR_TEXT } from './said-text';

/** A person's account on one platform, as the user named it. Exactly one identifier (contract, getUserData). */
export type Creator =
  | { platform: Platform; by: 'username' | 'userId'; id: string }
  /** influData's own id works without the platform (notes, item 9). */
  | { platform?: Platform; by: '_id'; id: string };

/** What a cell, an argument or a field names. */
export type CreatorReading =
  | { kind: 'blank' }
  /** `filler`: it could be an account, but people write it where there is none (`none`, `tbd`, `NA`). */
  | { kind: 'creator'; creator: Creator; key: string; doubt?: 'filler' }
  /** `text` is cut to 80 characters; `why` is a sentence that says what to paste instead. */
  | { kind: 'unreadable'; text: string; why: Said };

export const PLATFORM_LABELS = PLATFORM_NAMES.map((name) => PLATFORMS[name].label);
const LONGEST_IDENTIFIER = 200;
/** More than any address of a profile has; a cell holds 50,000 characters. */
const LONGEST_TEXT = 4_000;
const LONGEST_SHOWN = 80;
/** Shorter ones are the numbers of somebody's own list. */
export const SHORTEST_ID = 6;

/**
 * Reads a handle, @handle, profile URL, `id:<influData _id>`, `uid:<platform id>` or a bare platform id, with or without the
 * platform's name before it (`IG: name`). What names its platform itself wins over the argument. `isId`: the column's
 * header says that its numbers are the platform's own ids. Source: notes, item 9.
 */
export function readCreator(platform: unknown, value: unknown, { isId = false } = {}): CreatorReading {
  if (isBlank(value)) return { kind: 'blank' };
  const text = unquoted(plainText(typeof value === 'object' ? '' : String(value).slice(0, LONGEST_TEXT + 1)));
  if (text === '' && typeof value === 'string') return { kind: 'blank' };
  try {
    const creator = creatorIn(platform, value, text, isId);
    // With its sign, or in an address, somebody is called so.
    const isDoubtful = creator.by === 'username' && isFiller(creator.id) && !/[@/]/.test(text);
    const doubt = isDoubtful ? ({ doubt: 'filler' } as const) : {};
    return { kind: 'creator', creator, key: creatorKey(creator), ...doubt };
  } catch (error) {
    if (!(error instanceof InfluError)) throw error;
    return { kind: 'unreadable', text: text.slice(0, LONGEST_SHOWN), why: error.said };
  }
}

/** The same where there must be a creator, and no doubt about it. Throws `badInput`. */
export function parseCreator(platform: unknown, value: unknown): Creator {
  const reading = readCreator(platform, value);
  if (reading.kind === 'blank') throw badInput(CREATOR_TEXT.none);
  if (reading.kind === 'unreadable') throw badInput(reading.why);
  if (reading.doubt) throw badInput(doubtAbout(reading));
  return reading.creator;
}

/**
 * A handle of whichever platform, where handles stand by themselves. YouTube's come first: they may hold most, and capitals
 * stay as they are.
 */
export function readHandle(value: unknown): CreatorReading {
  const readings = ANY_PLATFORM.map((platform) => readCreator(platform, value));
  return readings.find(({ kind }) => kind !== 'unreadable') ?? (readings[0] as CreatorReading);
}

const ANY_PLATFORM: readonly Platform[] = ['youtube', 'instagram', 'tiktok'];

export const doubtAbout = ({ creator: { id } }: { creator: Creator }): Said => CREATOR_TEXT.doubtful(id);

/** As handles are named where nobody typed them: in an answer, in a key. */
export const creatorOfHandle = (platform: Platform, handle: string): Creator => {
  const id = handle.replace(/^@+/, '');
  return { platform, by: 'username', id: PLATFORMS[platform].keepsCase ? id : id.toLowerCase() };
};

const tooLong = (): InfluError => badInput(CREATOR_TEXT.tooLong);

function creatorIn(platform: unknown, value: unknown, text: string, isId: boolean): Creator {
  if (text.length > LONGEST_TEXT) throw tooLong();
  const digits = isId ? wholeDigits(value, text) : undefined;
  if (digits !== undefined) return creatorOfDigits(parsePlatform(platform), digits);
  const fault = valueFault(value, text);
  if (fault !== undefined) throw badInput(fault);
  const [, prefix, named = ''] = /^(id|uid):\s*(\S+)$/i.exec(text) ?? [];
  if (prefix !== undefined) {
    if (named.length > LONGEST_IDENTIFIER) throw badInput(CREATOR_TEXT.longId);
    if (prefix.toLowerCase() === 'uid') return { platform: parsePlatform(platform), by: 'userId', id: named };
    return { ...(isBlank(platform) ? {} : { platform: parsePlatform(platform) }), by: '_id', id: named };
  }
  const [, word = '', rest = ''] = NAMED_BEFORE.exec(text) ?? [];
  const own = platformOfText(word);
  if (own) return creatorAfter(own, rest);
  if (isOtherNetwork(word.toLowerCase())) throw badInput(CREATOR_TEXT.otherNetwork(shown(text), word, PLATFORM_LABELS));
  if (/https?:\/\/.*(\s|https?:\/\/)|\s.*\.[a-z]{2,}\//i.test(text))
    throw badInput(CREATOR_TEXT.severalAddresses(shown(text)));
  const address = /\s/.test(text) ? undefined : readAddress(text);
  if (address && 'is' in address) throw badInput(notOfProfile(shown(text), address));
  if (address) return address.by === 'userId' ? address : creatorOfHandle(address.platform, address.id);
  return bareIdIn(platform, text) ?? handleIn(platform, text);
}

function creatorOfDigits(platform: Platform, id: string): Creator {
  if (platform === 'youtube') throw badInput(CREATOR_TEXT.channelId);
  if (id.length < SHORTEST_ID) throw badInput(CREATOR_TEXT.shortId(id, PLATFORMS[platform].label));
  return { platform, by: 'userId', id };
}

/** `IG: name`, `YT @name`, `TikTok - name`. */
const NAMED_BEFORE = /^([^:@/.]{1,20}?)(?::\s*|\s+[-–—|]\s+|\s+(?=@))(?!\/\/)(\S.*)$/;

function creatorAfter(platform: Platform, rest: string): Creator {
  const creator = creatorIn(platform, rest, rest, false);
  if (creator.platform === platform) return creator;
  throw badInput(CREATOR_TEXT.twoPlatforms(PLATFORMS[platform].label));
}

/** An id of one platform is never taken for a handle of another. */
function bareIdIn(given: unknown, text: string): Creator | undefined {
  const platform = platformOfId(text);
  if (platform === undefined) return undefined;
  if (isBlank(given) || parsePlatform(given) === platform) return { platform, by: 'userId', id: text };
  throw badInput(CREATOR_TEXT.idOfPlatform(shown(text), PLATFORMS[platform].label));
}

/** The platform whose own ids look like this. */
export const platformOfId = (text: string): Platform | undefined =>
  PLATFORM_NAMES.find((platform) => isBareId(platform, text));

function handleIn(given: unknown, text: string): Creator {
  if (text.length > LONGEST_IDENTIFIER) throw tooLong();
  const handle = text.replace(/^@+/, '').trim();
  if (isNoHandle(text)) throw badInput(CREATOR_TEXT.noHandle(text));
  if (/^@?[^\s@]+[\s,;&|+/]+@|[,;&|\n]/.test(text)) throw badInput(CREATOR_TEXT.severalHandles(shown(text)));
  // In no platform's alphabet.
  if (!/^[\p{L}\p{M}\p{N}_.·-]+$/u.test(handle)) throw badInput(CREATOR_TEXT.spaces(shown(text)));
  const platform = parsePlatform(given);
  const fault = handleFault(platform, handle);
  if (fault !== undefined) throw badInput(CREATOR_TEXT.faulty(shown(text), fault));
  return creatorOfHandle(platform, handle);
}

const notOfProfile = (text: string, { is, account }: Extract<AddressReading, { is: Said }>): Said =>
  is.code === ADDRESS.shortLink.code ? CREATOR_TEXT.shortLink(text, is) : CREATOR_TEXT.otherAddress(text, is, account);

const shown = (text: string): string => text.slice(0, LONGEST_SHOWN);

/** Without what people put around a name or leave behind it. */
function unquoted(text: string): string {
  const bare = text.replace(/[,;\s]+$/, '');
  const [, inside = bare] = /^[([{]([^()[\]{}]*)[)\]}]$/.exec(bare) ?? [];
  // No backtick as itself: the page has this, too, and HtmlService would read it.
  const opened = inside.replace(/^["'\x60“„‘‚«»‹›<]+/, '');
  return (opened === inside ? inside : opened.replace(/["'\x60“”’‘»«›‹>]+$/, '')).replace(/[,;\s]+$/, '').trim();
}

/** One text for one creator, however the handle is spelled: what answers, leases and receipts are filed under. */
export function creatorKey({ platform, by, id }: Creator): string {
  if (by === '_id') return `id:${id}`;
  return by === 'userId' ? `${platform}/uid:${id}` : `${platform}/${id.toLowerCase()}`;
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
