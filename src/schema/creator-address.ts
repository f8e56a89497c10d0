import { handleFault, isPageOf } from './handle-form';
import { plainText } from './plain-text';
import { PLATFORMS, type Platform } from './platform';

/** What an address names: an account, or something else, told as a part of a sentence. */
export type AddressReading =
  | { platform: Platform; by: 'username' | 'userId'; id: string }
  | { is: string; paste: string };

interface Grammar {
  domain: string;
  /** Hosts where accounts stand, without `www.`. */
  host: RegExp;
  /**
   * Paths that hold an account, the first that fits counts. NAME is a handle, `@NAME` one with its sign, ID the platform's id,
   * BARE-ID one that is no handle by its form, DASH-ID one at the end of a name, TAB a part of a profile, `*` anything, `…` whatever follows. `!` begins a path that
   * holds none although a later one would fit.
   */
  accounts: string;
  id: RegExp;
  /** What stands behind a handle that is the first word. */
  tabs?: string;
  /** First words that are something else. */
  others: readonly (readonly [is: string, words: string])[];
  account: string;
}

const SHORT_LINK = 'a short link';
const DIGITS = /^\d{4,20}$/;

/** Ids that tell their platform by their form. */
const BARE_IDS: Partial<Record<Platform, RegExp>> = {
  // A channel's id: UC and 22 characters of base64.
  youtube: /^UC[\w-]{22}$/,
  // TikTok's secUid.
  tiktok: /^MS4wLjAB[\w-]{20,}=*$/,
};

export const isBareId = (platform: Platform, text: string): boolean => BARE_IDS[platform]?.test(text) ?? false;

/** Each platform's addresses, as its own site links to them. */
const GRAMMARS: Readonly<Record<Platform, Grammar>> = {
  instagram: {
    domain: 'instagram.com',
    host: /^(m\.)?(instagram\.com|instagr\.am)$/,
    accounts: '!stories/highlights/… stories/NAME/… _u/NAME/… @NAME/… NAME NAME/TAB/…',
    id: DIGITS,
    tabs: 'reels reel p tv tagged live channel igtv guide guides feed highlights saved followers following embed related_profiles',
    others: [
      ['a post', 'p'],
      ['a video', 'reel reels tv'],
      ['a story', 'stories s'],
      ['a hashtag or a place', 'explore hashtag locations'],
      [SHORT_LINK, 'share'],
      ['a page for signing in', 'accounts login signup challenge'],
      ['a conversation', 'direct'],
    ],
    account: 'profile',
  },
  tiktok: {
    domain: 'tiktok.com',
    host: /^((m|us|lite)\.)?tiktok\.com$/,
    accounts: '@BARE-ID/… @NAME/… embed/@NAME/… share/user/ID/… h5/share/usr/ID/… …?sec_uid=ID …?sec_user_id=ID',
    id: /^(MS4wLjAB[\w-]{20,}=*|\d{6,20})$/,
    others: [
      ['a video', 'v video embed player'],
      [SHORT_LINK, 't'],
      ['a hashtag', 'tag'],
      ['a sound', 'music'],
      ['a page for signing in', 'login signup'],
    ],
    account: 'profile',
  },
  youtube: {
    domain: 'youtube.com',
    host: /^((m|music|gaming|studio|de|fr|es|it|uk|ca|jp|br)\.)?youtube\.(com|de|fr|es|it|nl|pl|ca|co\.uk|co\.jp|com\.br)$/,
    accounts:
      'channel/ID/… @NAME/… c/NAME/… user/NAME/… BARE-ID BARE-ID/TAB/… NAME NAME/TAB/… profile?user=NAME feeds/videos.xml?user=NAME ' +
      'embed/live_stream?channel=ID …?channel_id=ID',
    id: /^UC[\w-]+$/,
    tabs: 'about featured home videos shorts live streams playlists community posts channels store podcasts releases courses search join membership discussion subscriptions',
    others: [
      ['a video', 'watch live shorts embed v e clip clips watch_popup live_chat attribution_link'],
      ['a post', 'post'],
      ['a playlist', 'playlist show'],
      ['a hashtag', 'hashtag'],
      ['a page for signing in', 'signin login account'],
      [
        '',
        'w movies movie results search shared trending explore feed feeds browse oembed get_video_info iframe_api s source ' +
          'storefront oops index about upload signout logout channel channels c user profile gaming music premium kids ads creators ' +
          'howyoutubeworks yt t intl new redirect reporthistory paid_memberships playables podcasts sports news learning fashion ' +
          'culture jobs press create_channel my_videos view_all_playlists subscription_manager subscribe_widget handle verify ' +
          'tv red originals go opensearch ptracking api img static supported_browsers error analytics history library pair ' +
          'activate audiolibrary shopping courses terms privacy copyright trends live_dashboard comments',
      ],
    ],
    account: 'channel',
  },
  twitch: {
    domain: 'twitch.tv',
    host: /^((m|go|player|dashboard)\.)?twitch\.tv$/,
    accounts: 'popout/NAME/… moderator/NAME/… embed/NAME/… u/NAME/… NAME NAME/TAB/… ?channel=NAME',
    id: DIGITS,
    tabs: 'about videos video v b schedule clips clip home followers following chat squad collections profile events rewind manager',
    others: [
      ['a video', 'videos'],
      ['a clip', 'clips'],
      ['a category', 'directory'],
      ['a team', 'team'],
      ['a page for signing in', 'login signup'],
    ],
    account: 'channel',
  },
  facebook: {
    domain: 'facebook.com',
    host: /^((m|mbasic|touch|mobile|web|free|x|iphone|business|[a-z]{2}-[a-z]{2}|[a-z]{2})\.)?(facebook|fb)\.com$/,
    accounts:
      'profile.php?id=ID people/*/ID/… pages/category/*/DASH-ID/… pages/*/ID/… pages/*/*/ID/… pages/DASH-ID/… ' +
      'pg/DASH-ID/… pg/NAME/… p/DASH-ID/… groups/*/user/ID/… ads/library?view_all_page_id=ID ' +
      'ID ID/TAB/… DASH-ID DASH-ID/TAB/… NAME NAME/TAB/…',
    id: DIGITS,
    tabs:
      'about posts photos photo photos_stream photos_albums photos_by videos video reels reel reels_tab events community reviews ' +
      'mentions followers following likes friends map music shop services live live_videos timeline info notes groups sports albums ' +
      'about_details about_contact_and_basic_info about_profile_transparency directory_contact_info page_internal',
    others: [
      ['a post', 'story.php permalink.php'],
      ['a photo', 'photo photo.php media'],
      ['a video', 'watch reel reels video.php'],
      ['a story', 'stories'],
      ['a group', 'groups'],
      ['an event', 'events'],
      ['a hashtag', 'hashtag'],
      [SHORT_LINK, 'share'],
      ['a page for signing in', 'login login.php login.html recover reg r.php checkpoint'],
    ],
    account: 'profile',
  },
  snapchat: {
    domain: 'snapchat.com',
    host: /^((m|story|add)\.)?snapchat\.com$/,
    accounts: 'add/NAME/… u/NAME/… @NAME/…',
    id: /^[0-9a-f-]{36}$/,
    others: [
      ['a video', 'spotlight'],
      ['a story', 'p s'],
      [SHORT_LINK, 't'],
      ['a lens', 'lens unlock'],
      ['a page for signing in', 'login accounts'],
    ],
    account: 'profile',
  },
};

/** Hosts that lead to one of the platforms by an address that does not say to whom. */
const OTHER_HOSTS: Readonly<Record<string, readonly [platform: Platform, is: string]>> = {
  'youtu.be': ['youtube', 'a video'],
  'youtube-nocookie.com': ['youtube', 'a video'],
  'vm.tiktok.com': ['tiktok', SHORT_LINK],
  'vt.tiktok.com': ['tiktok', SHORT_LINK],
  't.snapchat.com': ['snapchat', SHORT_LINK],
  'clips.twitch.tv': ['twitch', 'a clip'],
  'fb.watch': ['facebook', 'a video'],
  'fb.me': ['facebook', SHORT_LINK],
  'l.facebook.com': ['facebook', SHORT_LINK],
  'lm.facebook.com': ['facebook', SHORT_LINK],
  'l.instagram.com': ['instagram', SHORT_LINK],
  'ig.me': ['instagram', SHORT_LINK],
};

const LABEL = /^[\p{L}\p{N}_-]+$/u;

/** Reads what looks like an address; nothing invisible and no space is in the text. Undefined: it does not look like one. */
export function readAddress(text: string): AddressReading | undefined {
  if (!/[./:]/.test(text)) return undefined;
  const [, scheme, authority = '', path = '', query = ''] =
    /^(?:([a-z][a-z0-9+.-]*):\/+|\/\/+)?([^/?#\\]*)([^?#]*)(?:\?([^#]*))?/i.exec(text) ?? [];
  const host = authority
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\d?\./, '');
  const place = placeOf(host);
  const isHost = host.includes('.') && host.split('.').every((label) => LABEL.test(label));
  const isNamed = scheme !== undefined || /^(\/\/|www\.)/i.test(text);
  // `name.de` alone is a handle rather than a host.
  if (!isNamed && !place && !(isHost && text.length > authority.length) && !/^[^/]+[@:][^/]*\//.test(text))
    return undefined;
  if (scheme !== undefined && !/^https?$/i.test(scheme)) return other('no web address');
  if (!isHost) return other(/[@:]/.test(authority) ? 'one with a port or a sign-in in it' : 'not a whole one');
  if (!place) return other(`on ${host.slice(0, 40)}, which is none of the six platforms`);
  return place.is === undefined
    ? readPath(place.platform, segmentsOf(path), new Map(parametersOf(query)))
    : other(place.is, place.platform);
}

/** The platform that a host belongs to; `is`: no accounts stand there. */
function placeOf(host: string): { platform: Platform; is?: string } | undefined {
  const elsewhere = OTHER_HOSTS[host];
  if (elsewhere) return { platform: elsewhere[0], is: elsewhere[1] };
  for (const platform of Object.keys(GRAMMARS) as Platform[]) {
    if (GRAMMARS[platform].host.test(host)) return { platform };
    if (host.endsWith(`.${GRAMMARS[platform].domain}`)) return { platform, is: pageOf(platform) };
  }
  return undefined;
}

const pageOf = (platform: Platform): string => `a page of ${PLATFORMS[platform].label}`;

const segmentsOf = (path: string): string[] => path.split('/').flatMap((part) => decoded(part) || []);

const parametersOf = (query: string): [string, string][] =>
  query.split('&').map((part) => {
    const at = part.indexOf('=');
    return at < 0 ? [part, ''] : [part.slice(0, at), decoded(part.slice(at + 1))];
  });

function decoded(text: string): string {
  try {
    return plainText(decodeURIComponent(text));
  } catch {
    return plainText(text);
  }
}

/** A grammar as it is used, made when first needed. */
interface Compiled {
  places: { isNone: boolean; words: string[]; isOpen: boolean; parameter: string[] | undefined }[];
  tabs: ReadonlySet<string>;
  others: ReadonlyMap<string, string>;
}

const compiled = new Map<Platform, Compiled>();

function grammarOf(platform: Platform): Compiled {
  const known = compiled.get(platform);
  if (known) return known;
  const { accounts, tabs = '', others } = GRAMMARS[platform];
  const made: Compiled = {
    places: accounts.split(' ').map((written) => {
      const [path = '', parameter] = written.replace(/^!/, '').split('?');
      const words = path.split('/').filter((word) => word !== '' && word !== '…');
      return { isNone: written.startsWith('!'), words, isOpen: path.endsWith('…'), parameter: parameter?.split('=') };
    }),
    tabs: new Set(tabs.split(' ')),
    others: new Map(
      others.flatMap(([is, words]) => words.split(' ').map((word) => [word, is || pageOf(platform)] as const)),
    ),
  };
  compiled.set(platform, made);
  return made;
}

function readPath(platform: Platform, path: readonly string[], query: ReadonlyMap<string, string>): AddressReading {
  const { places, others } = grammarOf(platform);
  for (const { isNone, words, isOpen, parameter } of places) {
    if (path.length < words.length || (path.length > words.length && !isOpen)) continue;
    const found = words.map((word, at) => accountIn(platform, word, path[at] ?? '', at === 0));
    if (found.includes(false)) continue;
    if (isNone) break;
    const [name = '', word = ''] = parameter ?? [];
    const account = parameter
      ? accountIn(platform, word, query.get(name) ?? '', false)
      : found.find((each) => typeof each === 'object');
    if (typeof account === 'object') return account;
  }
  const [first = ''] = path;
  if (first === '') return other(`only the start page of ${PLATFORMS[platform].label}`, platform);
  const is = others.get(first.toLowerCase());
  const isPage = isPageOf(platform, first) || handleFault(platform, bare(first)) === undefined;
  return other(
    is ?? (isPage ? pageOf(platform) : `without a handle that ${PLATFORMS[platform].label} could have`),
    platform,
  );
}

/** Whether a segment fits that word of a place; the account that it holds, where the word stands for one. */
function accountIn(platform: Platform, word: string, segment: string, isFirst: boolean): AddressReading | boolean {
  const { id } = GRAMMARS[platform];
  const handle = bare(segment);
  switch (word) {
    case '*':
      return true;
    case 'TAB':
      return grammarOf(platform).tabs.has(segment.toLowerCase());
    case 'ID':
      return id.test(segment) && { platform, by: 'userId', id: segment };
    case 'BARE-ID':
      return isBareId(platform, segment) && { platform, by: 'userId', id: segment };
    case '@BARE-ID':
      return isBareId(platform, handle) && { platform, by: 'userId', id: handle };
    case 'DASH-ID': {
      const digits = /-(\d{6,20})$/.exec(segment)?.[1];
      return digits !== undefined && { platform, by: 'userId', id: digits };
    }
    case '@NAME':
      return segment.startsWith('@') && accountIn(platform, 'NAME', segment, false);
    case 'NAME': {
      const isPage = isFirst && !segment.startsWith('@') && grammarOf(platform).others.has(handle.toLowerCase());
      return !isPage && handleFault(platform, handle) === undefined && { platform, by: 'username', id: handle };
    }
    default:
      return word === segment.toLowerCase();
  }
}

const bare = (text: string): string => text.replace(/^@+/, '');

function other(is: string, platform?: Platform): AddressReading {
  if (is === SHORT_LINK) return { is, paste: 'Open it and paste the address that it leads to.' };
  const account = platform ? GRAMMARS[platform].account : 'profile';
  return { is, paste: `Paste the address of the ${account} itself, or its handle.` };
}
