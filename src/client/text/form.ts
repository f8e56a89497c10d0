import { compact, decimal, number, price } from '../format';

/** Fields of filters and daily schedules, wherever they stand. */
export const FORM = {
  wholeNumberBetween: (least: number, most: number): string =>
    'Enter a whole number from ' + number(least) + ' to ' + number(most) + '.',
  dailyTitle: (verb: 'refresh' | 'sync'): string => (verb === 'sync' ? 'Sync every day' : 'Refresh every day'),
  dailyBegun: (verb: 'refresh' | 'sync'): string =>
    verb === 'sync' ? 'This sheet will be synced every day.' : 'This sheet will be refreshed every day.',
  dailyEnded: (verb: 'refresh' | 'sync'): string => 'The daily ' + verb + ' has ended.',
  endDaily: (verb: 'refresh' | 'sync'): string => 'End the daily ' + verb,
  dailyHint: 'Once a day, even with the sidebar closed. Errors appear in the log.',
  dailyAtMost: (title: string, cap: number): string => title + ' · at most ' + price(cap),
  on: 'on',
  off: 'off',
  any: 'Any',
  keywords: 'Keywords',
  keywordsExample: 'personal trainer, vegan',
  categories: 'Categories',
  country: 'Country',
  city: 'City',
  language: 'Language',
  gender: 'Gender',
  men: 'Men',
  women: 'Women',
  followers: 'Followers',
  followersExample: '10000 or 10k',
  noLimit: 'no limit',
  averageViews: 'Average views',
  views: 'views',
  /** `10K–250K followers`, `10K+ followers`, `up to 250K followers`, `any followers`. */
  range: (from: number | undefined, to: number | undefined, noun: string): string =>
    (to !== undefined
      ? from === undefined
        ? 'up to ' + compact(to)
        : compact(from) + '–' + compact(to)
      : from
        ? compact(from) + '+'
        : 'any') +
    ' ' +
    noun,
  rateAtLeast: (rate: number, noun: string): string => decimal(rate) + '%+ ' + noun,
  firstDay: 'the first day',
  lastDay: 'the last day',
  minimum: 'the minimum',
  maximum: 'the maximum',
  /** A field of words, in a problem that stands beside it. */
  thisField: 'this',
  useAnyway: 'Use it anyway',
  countryFirst: 'Country first',
  noCities: "The city list didn't load. You can type a city.",
  copyAsFormula: 'Copy as formula',
  removeFilter: (filter: string): string => 'Remove ' + filter,
  formulaCopied: 'Formula copied. Paste it into a cell.',
  copyByHand: 'Press Ctrl+C (⌘C) to copy, then paste it into a cell',
  filtersNeedFixing: 'Some filters need fixing.',
};
