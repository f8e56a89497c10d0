import { locked } from '../../gate/locked';
import { badInput, InfluError } from '../../core/error';
import type { Host } from '../../core/ports';
import { byteLength, isRecord, parseJson } from '../../core/text';
import { isPlatform } from '../../schema/platform';
import type { Search } from '../../schema/search';
import type { PropertyValues } from '../../gate/property-pieces';
import { SEARCH_TEXT } from '../../schema/said-text';

/** A search under a name, shared by everybody in the spreadsheet. */
export interface NamedSearch extends Search {
  name: string;
}

export const SEARCHES_PROPERTY = 'searches';
const MOST = 40;

/** In the order of their names. Throws `storeUnreadable`. */
export function savedSearches(properties: PropertyValues): NamedSearch[] {
  const stored = properties[SEARCHES_PROPERTY] ? parseJson(properties[SEARCHES_PROPERTY]) : [];
  if (Array.isArray(stored) && stored.every(isSearch)) return stored;
  throw new InfluError('storeUnreadable', SEARCH_TEXT.unreadable(SEARCHES_PROPERTY));
}

const isSearch = (value: unknown): value is NamedSearch =>
  isRecord(value) &&
  typeof value['name'] === 'string' &&
  isPlatform(String(value['platform'])) &&
  isRecord(value['filters']) &&
  Object.values(value['filters']).every((text) => typeof text === 'string');

/** Adds one, or replaces the one of that name. */
export const saveSearch = (host: Host, name: string, { platform, filters }: Search): void =>
  change(host, (list) => [...list.filter((each) => each.name !== name), { name, platform, filters }]);

export const deleteSearch = (host: Host, name: string): void =>
  change(host, (list) => list.filter((each) => each.name !== name));

export const renameSearch = (host: Host, name: string, to: string): void =>
  change(host, (list) => {
    if (!list.some((each) => each.name === name)) throw badInput(SEARCH_TEXT.gone(name));
    if (name !== to && list.some((each) => each.name === to)) throw badInput(SEARCH_TEXT.nameTaken(to));
    return list.map((each) => (each.name === name ? { ...each, name: to } : each));
  });

function change(host: Host, next: (list: NamedSearch[]) => NamedSearch[]): void {
  locked(host, () => {
    const list = next(savedSearches(host.documentProperties.all()));
    if (list.length > MOST) throw badInput(SEARCH_TEXT.most(MOST));
    list.sort((left, right) => (left.name < right.name ? -1 : 1));
    const text = JSON.stringify(list);
    if (byteLength(text) > LARGEST) throw badInput(SEARCH_TEXT.noRoom);
    host.documentProperties.setMany({ [SEARCHES_PROPERTY]: text });
  });
}

/** Under the 9 KB of one property. */
const LARGEST = 9_000;
