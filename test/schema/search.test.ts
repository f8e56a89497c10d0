import { describe, expect, test } from 'vitest';
import { PLATFORM_NAMES } from '../../src/schema/platform';
import { filterText, parseSearch, readSearch, searchKey } from '../../src/schema/search';
import { problemText } from '../../src/schema/filter-problem';
import { filtersOf } from '../../src/schema/search-filter';
import { filterArgument } from '../../src/functions/filter-argument';

const read = (filters: Record<string, unknown>) => parseSearch('instagram', filters).filters;
const keyOf = (filters: Record<string, unknown>): string => searchKey(parseSearch('instagram', filters));
const problem = (filters: Record<string, unknown>, platform: 'instagram' | 'youtube' = 'instagram') =>
  readSearch(platform, filters).problems.map((each) => `${each.name}: ${problemText(each)}`);

describe('filters are read as people write them', () => {
  test.each([
    [{ country: 'germany' }, { country: 'Germany' }],
    [{ COUNTRY: ' Germany ' }, { country: 'Germany' }],
    [{ country: 'Atlantis' }, { country: 'Atlantis' }],
    [{ followerMin: '10k' }, { followerMin: '10000' }],
    [
      { followerMin: 1e6, followerMax: '1.5m' },
      { followerMin: '1000000', followerMax: '1500000' },
    ],
    [{ growthRate: '-2.5' }, { growthRate: '-2.5' }],
    [{ gender: 'Female' }, { gender: 'w' }],
    [{ categories: 'Fashion & Style, fitness' }, { categories: 'fashion,fitness' }],
    [{ categories: ['fitness', 'fitness'] }, { categories: 'fitness' }],
    [{ keywords: 'personal trainer, "fitness coach"' }, { keywords: 'personal trainer,fitness coach' }],
    [{ language: 'DE' }, { language: 'de' }],
    [{ language: 'zh-TW' }, { language: 'zh' }],
    [{ language: 'pt_br' }, { language: 'pt' }],
    [{ businessSearch: 'TRUE' }, { businessSearch: 'true' }],
    [{ businessSearch: false, country: '' }, {}],
    [{ sorting: 'descfollowers' }, { sorting: 'descFollowers' }],
    [{ keywords: 'personal\n  trainer' }, { keywords: 'personal trainer' }],
    [{ keywords: [], city: undefined, viewsMin: '' }, {}],
  ])('%j', (given, filters) => {
    expect(read(given)).toEqual(filters);
  });
});

describe('what cannot be used is told beside its field', () => {
  test.each([
    [{ follwerMin: 5 }, /^follwerMin: "follwerMin" is not a filter; did you mean "followerMin"\?/],
    [{ followerMin: 'many' }, /^followerMin: followerMin is (ambiguous|not a number)/],
    [{ followerMin: '1,000' }, /^followerMin: followerMin is (ambiguous|not a number)/],
    [{ followerMin: -5 }, /^followerMin: followerMin can't be negative/],
    [{ followerMin: 10, followerMax: 5 }, /^followerMax: followerMin is larger than followerMax/],
    [{ ageMin: 12 }, /^ageMin: ageMin must be at least 13/],
    [{ ageMax: 81 }, /^ageMax: ageMax must be at most 80/],
    [{ gender: 'x' }, /^gender: "x" is not one of gender.* There are m, w/],
    [{ categories: 'fitnes' }, /did you mean "fitness"\?/],
    [{ language: 'German' }, /2-letter code/],
    [{ sorting: 'followers' }, /is not one of sorting/],
    [{ city: 'Berlin' }, /^city: A city needs its country/],
    [{ country: 'Germany', Country: 'France' }, /is there twice/],
    [{ keywords: 'x'.repeat(500) }, /too long/],
    [{ keywords: 'a\ud83d' }, /middle of a character/],
  ])('%j', (given, says) => {
    expect(problem(given).join('\n')).toMatch(says);
  });

  test('every problem is told, not the first alone', () => {
    expect(problem({ followerMin: 'x', viewsMin: 'y', nonsense: 1 })).toHaveLength(3);
  });

  test('what a platform lacks is refused there', () => {
    for (const name of ['city', 'gender', 'ageMin', 'businessSearch', 'reelPlaysMin', 'averageViewersMin'])
      expect(problem({ [name]: 20, country: 'Germany' }, 'youtube').join()).toMatch(`YouTube has no filter ${name}`);
    expect(problem({ keywordFields: 'website' }, 'youtube')).toEqual([]);
    expect(readSearch('twitch', { keywordFields: 'website' }).problems).toHaveLength(1);
    expect(readSearch('tiktok', { sorting: 'descTotalViews' }).problems).toEqual([]);
    expect(problem({ sorting: 'descTotalViews' })).toHaveLength(1);
  });
});

const key = (filters: Record<string, unknown>): string => searchKey(parseSearch('instagram', filters));

test('the order of filters and of lists makes no other search; another value does', () => {
  expect(key({ country: 'Germany', keywords: 'a, b' })).toBe(key({ keywords: ['b', 'a'], country: 'germany' }));
  expect(key({ country: 'Germany' })).not.toBe(keyOf({ country: 'France' }));
  expect(key({ keywords: 'a'.repeat(300) })).not.toBe(keyOf({ keywords: 'b'.repeat(300) }));
  for (const keywords of ['a', 'ä'.repeat(150)]) expect(key({ keywords }).length).toBeLessThan(160);
});

test('the text of a search, read again, is the same search', () => {
  for (const platform of PLATFORM_NAMES) {
    const names = new Set(filtersOf(platform).map(({ name }) => name));
    const all: Record<string, unknown> = {
      keywords: 'personal trainer, coach',
      categories: 'food,travel',
      country: 'Bosnia and Herzegovina',
      followerMin: 10_000,
      gender: 'w',
      sorting: 'ascUsername',
    };
    const search = parseSearch(platform, Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name))));
    expect(parseSearch(platform, filterArgument(filterText(search)))).toEqual(search);
  }
});

describe('the filters of a formula', () => {
  test.each([
    ['a text', 'country=Germany; followerMin=10000; keywords=personal trainer, fitness coach'],
    ['lines', 'country = Germany\nfollowerMin=10000\nkeywords=personal trainer, fitness coach'],
    [
      'two columns',
      [
        ['country', 'Germany'],
        ['followerMin', 10_000],
        ['', ''],
        ['keywords', 'personal trainer, fitness coach'],
        ['gender', ''],
      ],
    ],
    ['one column', [['country=Germany; followerMin=10000'], [''], ['keywords=personal trainer, fitness coach']]],
  ])('%s', (_, given) => {
    expect(read(filterArgument(given))).toEqual({
      keywords: 'personal trainer,fitness coach',
      country: 'Germany',
      followerMin: '10000',
    });
  });

  test.each([
    ['Germany', /"Germany" is not a filter. Write name=value/],
    ['=Germany', /is not a filter/],
    ['country=Germany; COUNTRY=France', /is there twice/],
  ])('%s is refused', (given, says) => {
    expect(() => filterArgument(given)).toThrow(says);
  });
});

test('two searches never share a key, whatever stands in their words', () => {
  expect(keyOf({ keywords: 'fitness&country=Germany' })).not.toBe(keyOf({ keywords: 'fitness', country: 'Germany' }));
  expect(keyOf({ keywords: 'a%26b' })).not.toBe(keyOf({ keywords: 'a&b' }));
});
