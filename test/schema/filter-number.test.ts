import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFilters } from '../../src/schema/filter';
import { problemText } from '../../src/schema/filter-problem';
import { NO_SHEET } from '../../src/schema/reading';
import { choicesOf, SEARCH_FILTERS } from '../../src/schema/search-filter';
import { examples } from '../setup/examples';

const table = {
  filters: SEARCH_FILTERS,
  choicesOf: (filter: (typeof SEARCH_FILTERS)[number]) => choicesOf(filter, 'instagram'),
};

/** What is sent, or the sentence that says why nothing is. */
function read(locale: string, name: string, value: unknown): string {
  const { filters, problems } = readFilters(table, { [name]: value }, { ...NO_SHEET, locale: () => locale });
  return problems[0] ? problemText(problems[0]) : (filters[name] ?? '');
}

describe('counts, by the locale of the spreadsheet', () => {
  test.each([
    ['de_DE', '10.000', '10000'],
    ['de_DE', '1.250.000', '1250000'],
    ['de_DE', '2 Mio', '2000000'],
    ['de_DE', '2 Mio.', '2000000'],
    ['de_DE', '1,5 Mio', '1500000'],
    ['de_DE', '3 Mrd', '3000000000'],
    ['de_DE', '10 Tsd', '10000'],
    ['de_DE', '10 Tsd.', '10000'],
    ['de_DE', '250 Tausend', '250000'],
    ['de_DE', '1.500k', '1500000'],
    ['de_AT', '75.000', '75000'],
    ['de_CH', "10'000", '10000'],
    ['de_CH', '10’000', '10000'],
    ['de_CH', '1 Mio.', '1000000'],
    ['es_ES', '10.000', '10000'],
    ['es_ES', '10 mil', '10000'],
    ['es_AR', '25 mil', '25000'],
    ['es_ES', '2 millones', '2000000'],
    ['es_MX', '10,000', '10000'],
    ['pt_BR', '10.000', '10000'],
    ['pt_BR', '10 mil', '10000'],
    ['pt_BR', '1,5 mi', '1500000'],
    ['pt_BR', '3 milhões', '3000000'],
    ['fr_FR', '10 000', '10000'],
    ['fr_FR', '10\u00a0000', '10000'],
    ['fr_FR', '1\u202f250\u202f000', '1250000'],
    ['fr_FR', '2,5 millions', '2500000'],
    ['fr_FR', '50 mille', '50000'],
    ['it_IT', '15 mila', '15000'],
    ['it_IT', '10.000', '10000'],
    ['pl_PL', '20 tys.', '20000'],
    ['pl_PL', '1,2 mln', '1200000'],
    ['tr_TR', '10.000', '10000'],
    ['tr_TR', '10 bin', '10000'],
    ['tr_TR', '1,5 milyon', '1500000'],
    ['ru_RU', '10 тыс.', '10000'],
    ['ru_RU', '2 млн', '2000000'],
    ['id_ID', '50 rb', '50000'],
    ['id_ID', '2 jt', '2000000'],
    ['en_US', '10,000', '10000'],
    ['en_US', '1,250,000', '1250000'],
    ['en_US', '10000.00', '10000'],
    ['en_US', '1.5M', '1500000'],
    ['en_US', '2 million', '2000000'],
    ['en_US', '1B', '1000000000'],
    ['en_GB', '10 thousand', '10000'],
    ['en_IN', '1,20,000', '120000'],
    ['en_IN', '1,00,00,000', '10000000'],
    ['en_IN', '1 lakh', '100000'],
    ['en_IN', '2.5 lakhs', '250000'],
    ['en_IN', '2 crore', '20000000'],
    ['en_IN', '1.5 Cr', '15000000'],
    ['ja', '10万', '100000'],
    ['ja', '１２００', '1200'],
    ['ja', '1億', '100000000'],
    ['ko', '5만', '50000'],
    ['zh_CN', '3千', '3000'],
    ['ar_EG', '١٠٠٠٠', '10000'],
    ['hi_IN', '१०००', '1000'],
    // No other locale reads these otherwise.
    ['', '10k', '10000'],
    ['', '10K', '10000'],
    ['', ' 10 k ', '10000'],
    ['', '1.5m', '1500000'],
    ['', '1,5M', '1500000'],
    ['', '1.234,5k', '1234500'],
    ['', '1,234.5k', '1234500'],
    ['', '1.250.000', '1250000'],
    ['', '1_000_000', '1000000'],
    ['', '10 000 000', '10000000'],
    ['', '+500', '500'],
    ['', '1e4', '10000'],
    ['', '2.5E+05', '250000'],
    ['', '\u200b10000\ufeff', '10000'],
    ['', '007', '7'],
    ['', 0, '0'],
    ['', 10_000, '10000'],
    ['', 1e6, '1000000'],
  ])('%s: %j is %s', (locale, text, sent) => expect(read(locale, 'followerMin', text)).toBe(sent));

  test.each([
    ['en_US', '10.000', /could be 10000 or 10\. Write/],
    ['de_DE', '10,000', /could be 10000 or 10\./],
    ['', '10.000', /could be 10000 or 10\./],
    ['', '10,000', /could be 10000 or 10\./],
    ['', '1,000', /could be 1000 or 1\./],
    ['de_CH', '25.000', /could be 25000 or 25\./],
    ['es_MX', '25.000', /could be 25000 or 25\./],
    ['en_ZA', '25,000', /could be 25000 or 25\./],
    ['en_US', '1.500k', /could be 1500000 or 1500\./],
    ['en_US', '10 mil', /could be 10000 or 10000000\./],
    ['', '10 mil', /could be 10000 or 10000000\./],
    ['de_DE', '1 Billion', /could be 1000000000 or 1000000000000\./],
  ])('%s: %j is refused with both readings', (locale, text, says) => {
    expect(read(locale, 'followerMin', text)).toMatch(says);
  });

  test.each([
    'many',
    '≥10000',
    '>10k',
    '10k+',
    '10000+',
    '<5',
    '~10k',
    'ca. 10k',
    '10-20k',
    '10 to 20',
    '10 00',
    '5%',
    '1,2,3',
    '10 followers',
    '10k followers',
    '1.2.3,4',
    'k',
    '.',
    '-',
    '∞',
    'NaN',
    'Infinity',
    '1e400',
    '#REF!',
    '½',
    '10²',
    '(5)',
    true,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '10k m',
    '$10',
    '10 €',
    '1,000,00',
    '12.34.56',
    "1'0",
    'e4',
  ])('%j is no count', (value) => {
    expect(read('en_US', 'followerMin', value)).toMatch(/^followerMin is not a number\. Write digits only/);
  });

  test.each([
    ['-5', /can't be negative/],
    [-5, /can't be negative/],
    ['−5', /can't be negative/],
    ['10.5', /must be a whole number/],
    [10.5, /must be a whole number/],
    ['1e20', /must be at most/],
    [new Date(Date.UTC(2026, 4, 10)), /^Sheets turned .* into a date.*plain text/],
  ])('%j is refused', (value, says) => expect(read('en_US', 'followerMin', value)).toMatch(says));
});

describe('shares, in percent', () => {
  test.each([
    ['', '3%', '3'],
    ['', '3 %', '3'],
    ['', '3', '3'],
    ['', 3, '3'],
    ['', '%3', '3'],
    ['de_DE', '3,5 %', '3.5'],
    ['en_US', '3.5%', '3.5'],
    ['', '0.5', '0.5'],
    ['', '0.500', '0.5'],
    ['', '.5', '0.5'],
    ['', '3 percent', '3'],
    ['de_DE', '3 Prozent', '3'],
    ['es_ES', '3 por ciento', '3'],
    ['en_US', '2.375', '2.3750'],
    ['de_DE', '2,375 %', '2.3750'],
    ['', 1.234, '1.2340'],
    ['', 0, '0'],
  ])('%s: %j is %s', (locale, value, sent) => expect(read(locale, 'engagementRate', value)).toBe(sent));

  test.each([
    ['de_DE', '2.375', /2375% or 2.375%/],
    ['', '2,375', /2375% or 2.375%/],
    // A cell with 3% holds this.
    ['', 0.03, /could be 3% or 0.03%.* as text/],
  ])('%s: %j is refused with both readings', (locale, value, says) => {
    expect(read(locale, 'engagementRate', value)).toMatch(says);
  });

  test('a loss is a share too', () => {
    expect(read('', 'growthRate', '−2,5 %')).toBe('-2.5');
    expect(read('', 'engagementRate', '-1')).toMatch(/can't be negative/);
  });
});

const LOCALES = ['', 'de_DE', 'en_US', 'fr_FR', 'en_IN', 'tr_TR'];
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      '1',
      '23',
      '000',
      '.',
      ',',
      ' ',
      "'",
      '-',
      '+',
      '%',
      'k',
      'M',
      'mil',
      'Mio',
      'lakh',
      'e',
      '万',
      '\u00a0',
      '１',
    ),
    fc.string({ maxLength: 3 }),
  ),
  { maxLength: 8 },
);

test('any text is a finite number, nothing, or one sentence; what is sent reads the same in every locale', () => {
  const isNumber = /^-?\d+(\.\d+)?(e-\d+)?$/;
  fc.assert(
    fc.property(
      pieces,
      fc.constantFrom(...LOCALES),
      fc.constantFrom('followerMin', 'growthRate'),
      (parts, locale, name) => {
        const sent = read(locale, name, parts.join(''));
        if (sent === '') return parts.join('').trim() === '';
        if (!isNumber.test(sent))
          return (
            /^(followerMin|growthRate) (is|must be|can't be) /.test(sent) &&
            !/NaN|Infinity|undefined/.test(sent.replace(/"[^]*"/, ''))
          );
        return LOCALES.every((other) => read(other, name, sent) === sent);
      },
    ),
    examples(3_000, 20261130),
  );
});
