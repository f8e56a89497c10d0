import type { Said } from '../core/said';
import { grammars, isBareId, otherHosts } from './address-grammar';
import { handleFault, isPageOf } from './handle-form';
import { plainText } from './plain-text';
import { PLATFORMS, type Platform } from './platform';
import { ADDRESS } from './said-text';

/** What an address names: an account, or something else, described as part of a sentence. */
export type AddressReading =
  | { platform: Platform; by: 'username' | 'userId'; id: string }
  | { is: Said; account: Said };

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
  if (scheme !== undefined && !/^https?$/i.test(scheme)) return other(ADDRESS.notWeb);
  if (!isHost) return other(/@|:\d/.test(authority) ? ADDRESS.withPort : ADDRESS.notWhole);
  if (!place) return other(ADDRESS.elsewhere(host.slice(0, 40)));
  return place.is === undefined
    ? readPath(place.platform, segmentsOf(path), new Map(parametersOf(query)))
    : other(place.is, place.platform);
}

/** The platform that a host belongs to; `is`: the host has no accounts. */
function placeOf(host: string): { platform: Platform; is?: Said } | undefined {
  const elsewhere = otherHosts().get(host);
  if (elsewhere) return { platform: elsewhere[0], is: ADDRESS[elsewhere[1]] };
  for (const platform of Object.keys(grammars()) as Platform[]) {
    if (grammars()[platform].host.test(host)) return { platform };
    if (host.endsWith(`.${grammars()[platform].domain}`)) return { platform, is: pageOf(platform) };
  }
  return undefined;
}

const pageOf = (platform: Platform): Said => ADDRESS.pageOf(PLATFORMS[platform].label);

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
  others: ReadonlyMap<string, Said>;
}

const compiled = new Map<Platform, Compiled>();

function grammarOf(platform: Platform): Compiled {
  const known = compiled.get(platform);
  if (known) return known;
  const { accounts, tabs = '', others } = grammars()[platform];
  const made: Compiled = {
    places: accounts.split(' ').map((written) => {
      const [path = '', parameter] = written.replace(/^!/, '').split('?');
      const words = path.split('/').filter((word) => word !== '' && word !== '…');
      return { isNone: written.startsWith('!'), words, isOpen: path.endsWith('…'), parameter: parameter?.split('=') };
    }),
    tabs: new Set(tabs.split(' ')),
    others: new Map(
      others.flatMap(([is, words]) =>
        words.split(' ').map((word) => [word, is === 'page' ? pageOf(platform) : ADDRESS[is]] as const),
      ),
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
  if (first === '') return other(ADDRESS.startPage(PLATFORMS[platform].label), platform);
  const is = others.get(first.toLowerCase());
  const isPage = isPageOf(platform, first) || handleFault(platform, bare(first)) === undefined;
  return other(is ?? (isPage ? pageOf(platform) : ADDRESS.noHandle(PLATFORMS[platform].label)), platform);
}

/** Whether a segment fits that word of a place; the account that it holds, where the word stands for one. */
function accountIn(platform: Platform, word: string, segment: string, isFirst: boolean): AddressReading | boolean {
  const { id } = grammars()[platform];
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

const other = (is: Said, platform?: Platform): AddressReading => ({
  is,
  account: ADDRESS.account[platform ? grammars()[platform].account : 'profile'],
});
