import { lazy } from '../core/lazy';
import { PRICES, type AnswerKind } from './price';

/** One custom function: what is typed, what comes of it, and what that may have to buy. */
export interface FormulaRow {
  name: string;
  /** Its arguments; those in brackets may be left out. */
  takes: readonly string[];
  gives: string;
  /** Its worst case; `none` makes no call. */
  buys: AnswerKind | 'none';
  /** What the price is for. */
  per?: 'creator' | 'page' | 'post';
  /** The arguments of an example that works as it stands. */
  example: readonly (string | number)[];
  /** So many times the price, for the example. */
  times?: number;
}

const CREATOR = ['platform', 'handle'];
const ADIDAS = ['instagram', 'adidas'];
const FILTERS = 'country=Germany; followerMin=10000';

/** In the order of the documents and of Help. */
export const formulaRows = lazy((): readonly FormulaRow[] => [
  { name: 'INFLU_FOLLOWERS', takes: CREATOR, gives: 'a number', buys: 'profile', per: 'creator', example: ADIDAS },
  {
    name: 'INFLU_ENGAGEMENT',
    takes: CREATOR,
    gives: 'a number in percent: 4.2 means 4.2 %',
    buys: 'profile',
    per: 'creator',
    example: ADIDAS,
  },
  {
    name: 'INFLU_GROWTH',
    takes: CREATOR,
    gives: 'a number in percent per month',
    buys: 'profile',
    per: 'creator',
    example: ADIDAS,
  },
  {
    name: 'INFLU_PROFILE',
    takes: [...CREATOR, '[fields]', '[headers]'],
    gives: 'a value for one field; a row per creator for several',
    buys: 'profile',
    per: 'creator',
    example: [...ADIDAS, 'followers, engagement, country'],
  },
  {
    name: 'INFLU_TIMELINE',
    takes: [...CREATOR, '[metric]'],
    gives: 'rows of date and value, for SPARKLINE and charts',
    buys: 'profile',
    example: ADIDAS,
  },
  {
    name: 'INFLU_STATUS',
    takes: [...CREATOR, '[fields]'],
    gives: '`ready`, `no audience data`, `queued`, `private`, `not found`; or the fields',
    buys: 'status',
    example: ADIDAS,
  },
  {
    name: 'INFLU_AUDIENCE',
    takes: [...CREATOR, '[section]'],
    gives: 'rows of section, label and share from 0 to 1',
    buys: 'audience',
    example: [...ADIDAS, 'gender'],
  },
  {
    name: 'INFLU_SEARCH',
    takes: ['platform', 'filters', '[pages]', '[fields]'],
    gives: 'a row per creator who matches, 20 per page',
    buys: 'search',
    per: 'page',
    example: ['instagram', FILTERS],
  },
  {
    name: 'INFLU_COUNT',
    takes: ['platform', 'filters'],
    gives: 'how many creators match',
    buys: 'search',
    example: ['instagram', FILTERS],
  },
  {
    name: 'INFLU_CONTENT',
    takes: ['filters', '[posts]'],
    gives: 'rows of platform, handle, type, uploaded, reach, likes, comments, caption, link',
    buys: 'content',
    per: 'post',
    example: ['platform=tiktok; tags=fashion', 5],
    times: 5,
  },
  { name: 'INFLU_BALANCE', takes: [], gives: 'requests left on the key', buys: 'balance', example: [] },
  {
    name: 'INFLU_CITIES',
    takes: ['country'],
    gives: 'names of cities, one per row',
    buys: 'cities',
    example: ['Germany'],
  },
  { name: 'INFLU_CATEGORIES', takes: [], gives: 'rows of key and label', buys: 'none', example: [] },
]);

/** `INFLU_PROFILE(platform, handle, [fields], [headers])`. */
export const signatureOf = ({ name, takes }: FormulaRow): string => `${name}(${takes.join(', ')})`;

/** At most, in requests. */
export const priceOfFormula = ({ buys }: FormulaRow): number => (buys === 'none' ? 0 : PRICES[buys]);

/** `separator` as the spreadsheet's locale has it. */
export const exampleOf = ({ name, example }: FormulaRow, separator: ',' | ';'): string =>
  `=${name}(${example.map((value) => (typeof value === 'number' ? String(value) : `"${value}"`)).join(`${separator} `)})`;
