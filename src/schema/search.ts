import { badInput } from '../core/error';
import { hashText, hasHalfCharacter, isBlank, nearest } from '../core/text';
import { CATEGORIES } from './category';
import { nearestCountry } from './country';
import { PLATFORMS, type Platform } from './platform';
import { choicesOf, filtersOf, SEARCH_FILTERS, type Filter } from './search-filter';

/** What somebody looks for: one platform, and filters as discovery wants them, each a text. */
export interface Search {
  platform: Platform;
  filters: Record<string, string>;
}

/** What stands in a filter: text, number, boolean, or a list of texts. */
export type FilterValue = string | number | boolean | readonly string[];

export interface FilterProblem {
  name: string;
  /** One sentence for beside the field. */
  message: string;
}

const LONGEST_VALUE = 400;
/** UrlFetchApp takes a URL of about 2 KB; what is left after host, paging and percent signs. */
const LONGEST_QUERY = 1_500;

/** Reads filters for a platform; blanks are left out. Throws `badInput` with the first problem. */
export function parseSearch(platform: Platform, values: Readonly<Record<string, unknown>>): Search {
  const { search, problems } = readSearch(platform, values);
  if (problems[0]) throw badInput(problems[0].message);
  return search;
}

/** The same with every problem, each for its field. */
export function readSearch(
  platform: Platform,
  values: Readonly<Record<string, unknown>>,
): { search: Search; problems: FilterProblem[] } {
  const filters: Record<string, string> = {};
  const problems: FilterProblem[] = [];
  const offered = filtersOf(platform);
  const read = new Map<string, string>();
  for (const [given, value] of Object.entries(values)) {
    if (isBlank(value) || (Array.isArray(value) && value.length === 0)) continue;
    try {
      const filter = filterNamed(given, platform, offered);
      if (read.has(filter.name)) throw badInput(`The filter ${filter.name} stands there twice.`);
      const text = readValue(filter, value, platform);
      if (text !== '') read.set(filter.name, text);
    } catch (error) {
      problems.push({ name: given, message: (error as Error).message });
    }
  }
  for (const { name, max } of offered) {
    const text = read.get(name);
    if (text !== undefined) filters[name] = text;
    const most = max === undefined ? undefined : read.get(max);
    if (text !== undefined && most !== undefined && Number(text) > Number(most))
      problems.push({ name: String(max), message: `${name} is larger than ${String(max)}.` });
  }
  if (encodeURIComponent(JSON.stringify(filters)).length > LONGEST_QUERY)
    problems.push({ name: 'keywords', message: 'The filters are too long for one search. Use fewer keywords.' });
  if (filters['city'] !== undefined && filters['country'] === undefined)
    problems.push({ name: 'city', message: 'A city needs its country: add the filter country.' });
  return { search: { platform, filters }, problems };
}

function filterNamed(given: string, platform: Platform, offered: readonly Filter[]): Filter {
  const isNamed = ({ name }: Filter): boolean => name.toLowerCase() === given.trim().toLowerCase();
  const filter = offered.find(isNamed);
  if (filter) return filter;
  if (SEARCH_FILTERS.some(isNamed)) throw badInput(`${PLATFORMS[platform].label} has no filter ${given.trim()}.`);
  const names = offered.map(({ name }) => name);
  const guess = nearest(given, names);
  throw badInput(
    `"${given.slice(0, 40)}" is not a filter${guess ? `; did you mean "${guess}"?` : '.'} There are ${names.join(', ')}.`,
  );
}

function readValue(filter: Filter, value: unknown, platform: Platform): string {
  const { name, type } = filter;
  if (type === 'number') return readNumber(filter, value);
  if (type === 'flag') {
    const word = String(value).trim().toLowerCase();
    if (!/^(true|false|yes|no|1|0)$/.test(word)) throw badInput(`${name} is TRUE or FALSE.`);
    return /^(true|yes|1)$/.test(word) ? 'true' : '';
  }
  const texts = (
    Array.isArray(value) ? value.map(String) : type === 'list' ? String(value).split(',') : [String(value)]
  )
    .map((text) =>
      text
        .trim()
        .replace(/\s+/g, ' ')
        .replace(/^(["“„])(.*)["”]$/, '$2'),
    )
    .filter((text) => text !== '');
  // No address can be made of it.
  if (texts.some(hasHalfCharacter)) throw badInput(`${name} has half a character in it.`);
  const read = [...new Set(texts.map((text) => readText(filter, text, platform)))].join(',');
  if (read.length > LONGEST_VALUE) throw badInput(`${name} is too long: at most ${LONGEST_VALUE} characters.`);
  return read;
}

/** `10000`, `10k`, `1.5m`. */
function readNumber({ name, bounds = [0, Infinity] }: Filter, value: unknown): string {
  const found = /^(-?\d+(?:\.\d+)?)([km]?)$/i.exec(String(value).trim());
  if (!found) throw badInput(`${name} is not a number. Write digits only, for example 10000.`);
  const number = Number(found[1]) * ({ k: 1e3, m: 1e6 }[found[2]?.toLowerCase() ?? ''] ?? 1);
  const [least, most] = bounds;
  if (number < least) throw badInput(least === 0 ? `${name} is negative.` : `${name} is at least ${least}.`);
  if (number > most) throw badInput(`${name} is at most ${most}.`);
  return String(number);
}

/** Other words that people use. */
const WORDS: Record<string, Record<string, string>> = {
  gender: { male: 'm', man: 'm', men: 'm', f: 'w', female: 'w', woman: 'w', women: 'w' },
  categories: Object.fromEntries(CATEGORIES.map(([key, label]) => [label.toLowerCase(), key])),
};

function readText(filter: Filter, text: string, platform: Platform): string {
  const { name } = filter;
  if (name === 'country') return nearestCountry(text);
  if (name === 'language') {
    if (!/^[a-z]{2}(-[a-z]{2})?$/i.test(text)) throw badInput('language is a 2-letter code, for example en or de.');
    return text.slice(0, 2).toLowerCase() + text.slice(2).toUpperCase();
  }
  const choices = choicesOf(filter, platform);
  if (!choices) return text.replace(/,/g, ' ');
  const word = WORDS[name]?.[text.toLowerCase()] ?? text.toLowerCase();
  const choice = choices.find((each) => each.toLowerCase() === word);
  if (choice !== undefined) return choice;
  const guess = nearest(text, choices);
  throw badInput(
    `"${text.slice(0, 40)}" is not one of ${name}${guess ? `; did you mean "${guess}"?` : '.'} There are ${choices.join(', ')}.`,
  );
}

/** `country=Germany; followerMin=10000`: what INFLU_SEARCH reads. */
export const filterText = ({ filters }: Search): string =>
  Object.entries(filters)
    .map(([name, value]) => `${name}=${value.replace(/,/g, ', ')}`)
    .join('; ');

const LONGEST_KEY = 120;

/** One text for one search, whatever the order in which lists were typed: what its pages are filed under. */
export function searchKey({ platform, filters }: Search): string {
  const text = Object.entries(filters)
    .map(([name, value]) => `${name}=${value.replace(/[&=%]/g, encodeURIComponent).split(',').sort().join(',')}`)
    .join('&');
  return `${platform}?${text.length > LONGEST_KEY ? hashText(text) + hashText(text, 1) : text}`;
}
