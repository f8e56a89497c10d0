import { badInput } from '../core/error';
import { hasHalfCharacter, isBlank, nearest } from '../core/text';
import { DAY_MS } from '../core/time';
import { CATEGORIES } from './category';
import { isFiller } from './cell-value';
import { nearestCountry } from './country';
import { doubtAbout, readHandle } from './creator';
import type { Feature, Platform } from './platform';

/** One parameter of a query, as a row of a table. */
export interface Filter {
  name: string;
  /** `date`: `2026-05-01`, or an instant, kept as `2026-05-01T10:30:00Z`. */
  type: 'text' | 'list' | 'number' | 'flag' | 'date';
  /** Only platforms with this feature have it. */
  feature?: Feature;
  /** Only this platform has it. */
  only?: Platform;
  /** What it can be; any other value is refused. */
  choices?: readonly string[];
  /** Smallest and largest value of a number; 0 and any when left out. */
  bounds?: readonly [least: number, most: number];
  /** The filter that must not be smaller. */
  max?: string;
  /** Known from an earlier edition of the documentation: offered, not guaranteed (notes, item 6). */
  earlier?: true;
  /** The API's own default, where that surprises people: always sent and shown. */
  fallback?: string;
  /** Another name that the API has for it. */
  also?: string;
  /** Characters; 400 when left out. */
  longest?: number;
}

/** The filters that one kind of query has. */
export interface FilterTable {
  /** In the order in which they are sent. */
  filters: readonly Filter[];
  /** What a filter can be; undefined: anything. */
  choicesOf: (filter: Filter) => readonly string[] | undefined;
  /** Why there is no filter of that name, where more is to be said than that. */
  lacks?: (name: string) => string | undefined;
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

export const isNamed =
  (given: string) =>
  ({ name, also }: Filter): boolean =>
    [name, also].some((each) => each?.toLowerCase() === given.trim().toLowerCase());

/** Reads filters by their table, blanks left out: each a text, and every problem for its field. */
export function readFilters(
  table: FilterTable,
  values: Readonly<Record<string, unknown>>,
): { filters: Record<string, string>; problems: FilterProblem[] } {
  const filters: Record<string, string> = {};
  const problems: FilterProblem[] = [];
  const read = new Map<string, string>();
  for (const [given, value] of Object.entries(values)) {
    if (isBlank(value) || (Array.isArray(value) && value.length === 0)) continue;
    try {
      const filter = filterNamed(given, table);
      if (read.has(filter.name)) throw badInput(`The filter ${filter.name} stands there twice.`);
      const text = readValue(filter, value, table);
      if (text !== '') read.set(filter.name, text);
    } catch (error) {
      problems.push({ name: given, message: (error as Error).message });
    }
  }
  for (const { name, type, max, fallback } of table.filters) {
    const text = read.get(name) ?? fallback;
    if (text === undefined) continue;
    filters[name] = text;
    const most = max === undefined ? undefined : read.get(max);
    if (most === undefined) continue;
    const isOver = type === 'date' ? dateMs(text, false) > dateMs(most, true) : Number(text) > Number(most);
    if (isOver)
      problems.push({
        name: String(max),
        message: `${name} is ${type === 'date' ? 'later' : 'larger'} than ${String(max)}.`,
      });
  }
  if (encodeURIComponent(JSON.stringify(filters)).length > LONGEST_QUERY)
    problems.push({ name: 'keywords', message: 'The filters are too long for one search. Use fewer keywords.' });
  return { filters, problems };
}

function filterNamed(given: string, { filters, lacks }: FilterTable): Filter {
  const filter = filters.find(isNamed(given));
  if (filter) return filter;
  const names = filters.map(({ name }) => name);
  const guess = nearest(given, names);
  throw badInput(
    lacks?.(given) ??
      `"${given.slice(0, 40)}" is not a filter${guess ? `; did you mean "${guess}"?` : '.'} There are ${names.join(', ')}.`,
  );
}

function readValue(filter: Filter, value: unknown, table: FilterTable): string {
  const { name, type, longest = LONGEST_VALUE } = filter;
  if (type === 'number') return readNumber(filter, value);
  if (type === 'date') return readDate(name, value);
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
  const read = [...new Set(texts.map((text) => readText(filter, text, table)))].join(',');
  if (read.length > longest) throw badInput(`${name} is too long: at most ${longest} characters.`);
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

/** An instant without a zone is UTC's. A cell gives its day as midnight in the spreadsheet's zone. */
function readDate(name: string, value: unknown): string {
  const text = value instanceof Date ? cellDate(value) : String(value).trim();
  const [, day = '', time = '', zone = 'Z'] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text) ?? [];
  const dayMs = Date.parse(day);
  // The 30th of February would be read as a day in March.
  const isDay = !Number.isNaN(dayMs) && new Date(dayMs).toISOString().slice(0, 10) === day;
  const ms = isDay && time !== '' ? Date.parse(`${day}T${time}${zone.toUpperCase()}`) : dayMs;
  if (!isDay || Number.isNaN(ms)) throw badInput(`${name} is not a date. Write it as 2026-05-31.`);
  return time === '' ? day : instantText(ms);
}

function cellDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  if (date.getHours() + date.getMinutes() + date.getSeconds() > 0) return date.toISOString();
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => `0${part}`.slice(-2));
  return `${date.getFullYear()}-${month}-${day}`;
}

export const instantText = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** A date as an instant: a day alone begins, or ends, in UTC. */
export const dateMs = (text: string, isEnd: boolean): number =>
  Date.parse(text) + (isEnd && text.length === 10 ? DAY_MS - 1 : 0);

/** Other words that people use. */
const WORDS: Record<string, Record<string, string>> = {
  gender: { male: 'm', man: 'm', men: 'm', f: 'w', female: 'w', woman: 'w', women: 'w' },
  categories: Object.fromEntries(CATEGORIES.map(([key, label]) => [label.toLowerCase(), key])),
};

/** Values that are read in a way of their own, by their filter. */
const READERS: Record<string, (text: string) => string> = {
  country: nearestCountry,
  language: (text) => {
    // pt-BR as well: influData knows the language without its country (contract, discovery), and would find nobody.
    if (!/^[a-z]{2}([-_][a-z]{2,4})?$/i.test(text))
      throw badInput('language is a 2-letter code, for example en or de.');
    return text.slice(0, 2).toLowerCase();
  },
  tags: (text) => text.replace(/^#+|[,;\s]/g, ''),
  username: (text) => {
    const reading = readHandle(text);
    if (reading.kind !== 'creator') throw badInput(reading.kind === 'blank' ? 'username is blank.' : reading.why);
    if (reading.doubt) throw badInput(doubtAbout(reading));
    if (reading.creator.by !== 'username')
      throw badInput(`"${text.slice(0, 80)}" is an id. Content is found by handles.`);
    // The sign says that it is an account: it stays for whoever reads the filter again.
    return `${isFiller(reading.creator.id) ? '@' : ''}${reading.creator.id}`;
  },
};

function readText(filter: Filter, text: string, { choicesOf }: FilterTable): string {
  const { name } = filter;
  const reader = READERS[name];
  if (reader) return reader(text);
  const choices = choicesOf(filter);
  // Both part values where filters are written as one text.
  if (!choices) return text.replace(/ ?[,;] ?/g, ' ').trim();
  const word = WORDS[name]?.[text.toLowerCase()] ?? text.toLowerCase();
  const choice = choices.find((each) => each.toLowerCase() === word);
  if (choice !== undefined) return choice;
  const guess = nearest(text, choices);
  throw badInput(
    `"${text.slice(0, 40)}" is not one of ${name}${guess ? `; did you mean "${guess}"?` : '.'} There are ${choices.join(', ')}.`,
  );
}
