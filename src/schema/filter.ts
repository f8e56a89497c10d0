import { lazy } from '../core/lazy';
import type { Said } from '../core/said';
import { entryOf, hasHalfCharacter, isBlank, nearest } from '../core/text';
import { DAY_MS } from '../core/time';
import { CATEGORIES } from './category';
import { isFiller } from './cell-value';
import { foldName, namesAndCodes, readCountry } from './country';
import { doubtAbout, readHandle } from './creator';
import { daysIn } from './date-text';
import { readNumber } from './filter-number';
import { badFilter, FilterError, type FilterProblem } from './filter-problem';
import { dateOrderOf } from './locale';
import type { Feature, Platform } from './platform';
import { NO_SHEET, type Reading } from './reading';

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
  /** A number that is a share: `3%` and `3`. Others are counts. */
  isPercent?: true;
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
  /** What is wrong with a name that no filter has, where more is to be said than that. */
  lacks?: (given: string) => FilterProblem | undefined;
}

const LONGEST_VALUE = 400;
/** UrlFetchApp takes a URL of about 2 KB; what is left after host, paging and percent signs. */
const LONGEST_QUERY = 1_500;

export const isNamed =
  (given: string) =>
  ({ name, also }: Filter): boolean =>
    [name, also].some((each) => each?.toLowerCase() === given.trim().toLowerCase());

/** Reads filters by their table, blanks left out: each a text, and every problem. */
export function readFilters(
  table: FilterTable,
  values: Readonly<Record<string, unknown>>,
  reading: Reading = NO_SHEET,
): { filters: Record<string, string>; problems: FilterProblem[] } {
  const filters: Record<string, string> = {};
  const problems: FilterProblem[] = [];
  const read = new Map<string, string>();
  for (const [given, value] of Object.entries(values)) {
    if (isBlank(value) || (Array.isArray(value) && value.length === 0)) continue;
    try {
      const filter = filterNamed(given, table);
      if (read.has(filter.name)) throw badFilter({ name: filter.name, code: 'twice' });
      const text = readValue(filter, value, table, reading);
      if (text !== '') read.set(filter.name, text);
    } catch (error) {
      if (!(error instanceof FilterError)) throw error;
      problems.push(error.problem);
    }
  }
  for (const { name, type, max, fallback } of table.filters) {
    const text = read.get(name) ?? fallback;
    if (text === undefined) continue;
    filters[name] = text;
    const most = max && read.get(max);
    if (!max || most === undefined) continue;
    const isDate = type === 'date';
    const isOver = isDate ? dateMs(text, false) > dateMs(most, true) : Number(text) > Number(most);
    if (isOver) problems.push({ name: max, code: 'over', figures: { least: name, isDate, isUsual: !read.has(name) } });
  }
  if (encodeURIComponent(JSON.stringify(filters)).length > LONGEST_QUERY)
    problems.push({ name: 'keywords', code: 'queryTooLong' });
  return { filters, problems };
}

function filterNamed(given: string, { filters, lacks }: FilterTable): Filter {
  const filter = filters.find(isNamed(given));
  if (filter) return filter;
  const names = filters.map(({ name }) => name);
  throw badFilter(lacks?.(given) ?? { name: given, code: 'unknown', figures: { guess: nearest(given, names), names } });
}

function readValue(filter: Filter, value: unknown, table: FilterTable, reading: Reading): string {
  const { name, type, longest = LONGEST_VALUE } = filter;
  if (type === 'number') return readNumber(filter, value, reading);
  if (type === 'date') return readDate(name, value, reading);
  if (type === 'flag') {
    const word = String(value).trim().toLowerCase();
    if (!/^(true|false|yes|no|1|0)$/.test(word)) throw badFilter({ name, code: 'flag' });
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
  if (texts.some(hasHalfCharacter)) throw badFilter({ name, code: 'halfCharacter' });
  // Capitals make no other handle, and no other word.
  const seen = new Set<string>();
  const read = texts
    .map((text) => readText(filter, text, table, reading))
    .filter((each) => !seen.has(each.toLowerCase()) && seen.add(each.toLowerCase()))
    .join(',');
  if (read.length > longest) throw badFilter({ name, code: 'tooLong', figures: { most: longest } });
  return read;
}

/** An instant without a zone is UTC's. */
function readDate(name: string, value: unknown, reading: Reading): string {
  if (value instanceof Date) return cellDate(name, value, reading);
  const text = String(value).trim();
  const [, day = '', time = '', zone = 'Z'] =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?$/i.exec(text) ?? [];
  const days = daysIn(day || text, () => dateOrderOf(reading.locale()));
  if (days.length > 1) throw badFilter({ name, code: 'days', figures: { text, days } });
  const ms = Date.parse(time === '' ? day : `${day}T${time}${zone.toUpperCase()}`);
  if (days[0] === undefined || (time !== '' && Number.isNaN(ms))) throw badFilter({ name, code: 'date' });
  return time === '' ? days[0] : instantText(ms);
}

/** Times without a day are cells of the last day of 1899. */
const FIRST_DAY_MS = Date.UTC(1900, 0, 2);

/** A cell gives its day as the beginning of that day in the spreadsheet's zone; some nights no clock shows midnight. */
function cellDate(name: string, date: Date, { wallTime }: Reading): string {
  const atMs = date.getTime();
  if (Number.isNaN(atMs) || atMs < FIRST_DAY_MS) throw badFilter({ name, code: 'date' });
  const [day = '', time] = wallTime(atMs).split(' ');
  return time === '00:00:00' || wallTime(atMs - 1).slice(0, 10) !== day ? day : instantText(atMs);
}

export const instantText = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** A date as an instant: a day alone begins, or ends, in UTC. */
export const dateMs = (text: string, isEnd: boolean): number =>
  Date.parse(text) + (isEnd && text.length === 10 ? DAY_MS - 1 : 0);

/** Other words that people use. */
const words = lazy((): Record<string, Record<string, string>> => ({
  gender: { male: 'm', man: 'm', men: 'm', f: 'w', female: 'w', woman: 'w', women: 'w' },
  categories: Object.fromEntries(CATEGORIES.map(([key, label]) => [label.toLowerCase(), key])),
}));

/** Values that are read in a way of their own, by their filter. */
const READERS: Record<string, (text: string, reading: Reading) => string> = {
  country: countryIn,
  language: (text) => {
    // pt-BR as well: influData knows the language without its country (contract, discovery), and would find nobody.
    if (!/^[a-z]{2}([-_][a-z]{2,4})?$/i.test(text)) throw badFilter({ name: 'language', code: 'language' });
    return text.slice(0, 2).toLowerCase();
  },
  tags: (text) => text.replace(/^#+|[,;\s]/g, ''),
  username: (text) => {
    const reading = readHandle(text);
    if (reading.kind === 'blank') throw badFilter({ name: 'username', code: 'blank' });
    if (reading.kind === 'unreadable') throw badHandle(reading.why);
    if (reading.doubt) throw badHandle(doubtAbout(reading));
    if (reading.creator.by !== 'username') throw badFilter({ name: 'username', code: 'handleId', figures: { text } });
    // The sign says that it is an account: it stays for whoever reads the filter again.
    return `${isFiller(reading.creator.id) ? '@' : ''}${reading.creator.id}`;
  },
};

const badHandle = (why: Said): FilterError => badFilter({ name: 'username', code: 'handle', figures: { why } });

/** The API finds nobody by a name that is not its own, and charges for it. */
export function countryIn(text: string, { countries, isSure }: Pick<Reading, 'countries' | 'isSure'>): string {
  const name = 'country';
  const read = readCountry(text, countries);
  if ('name' in read) return read.name;
  if ('several' in read) throw badFilter({ name, code: 'countries', figures: { text, several: read.several } });
  if (isSure(text)) return text;
  const isName = namesAndCodes().has(foldName(read.unknown));
  throw badFilter({ name, code: 'country', figures: { text: read.unknown, guess: read.nearest || undefined, isName } });
}

function readText(filter: Filter, text: string, { choicesOf }: FilterTable, reading: Reading): string {
  const { name } = filter;
  const reader = READERS[name];
  if (reader) return reader(text, reading);
  const choices = choicesOf(filter);
  // Both part values where filters are written as one text.
  if (!choices) return text.replace(/ ?[,;] ?/g, ' ').trim();
  const word = entryOf(entryOf(words(), name) ?? {}, text.toLowerCase()) ?? text.toLowerCase();
  const choice = choices.find((each) => each.toLowerCase() === word);
  if (choice !== undefined) return choice;
  throw badFilter({ name, code: 'choice', figures: { text, guess: nearest(text, choices), choices } });
}
