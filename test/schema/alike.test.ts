import { expect, test } from 'vitest';
import { alikeSearch, type AlikeFacts } from '../../src/schema/alike';
import { PLATFORM_NAMES } from '../../src/schema/platform';
import { parseSearch, searchTable } from '../../src/schema/search';
import { filtersOf } from '../../src/schema/search-filter';

const FACTS: AlikeFacts = {
  platform: 'instagram',
  country: 'Germany',
  language: 'German',
  categories: 'fitness, Food & Drink, diet',
  followers: 25_001,
};

const gaps = (facts: Partial<AlikeFacts>) => alikeSearch({ ...FACTS, ...facts }).gaps;

test('half to twice the followers, and the same country, language and categories', () => {
  expect(alikeSearch(FACTS)).toEqual({
    search: {
      platform: 'instagram',
      filters: {
        categories: 'fitness,food,diet',
        country: 'Germany',
        language: 'de',
        followerMin: '12500',
        followerMax: '50002',
      },
    },
    gaps: [],
  });
});

test('every platform gets filters that it has, and goes without the others by name', () => {
  for (const platform of PLATFORM_NAMES) {
    const { search, gaps: none } = alikeSearch({ ...FACTS, platform });
    const has = new Set(filtersOf(platform).map(({ name }) => name));
    expect(
      Object.keys(search.filters).filter((name) => !has.has(name)),
      platform,
    ).toEqual([]);
    expect(none, platform).toEqual([]);
    // What the form would send.
    expect(parseSearch(platform, search.filters)).toEqual(search);
    for (const lacking of ['categories', 'country', 'language', 'followerMin']) {
      const table = searchTable(platform);
      const filters = table.filters.filter(({ name }) => name !== lacking);
      const without = alikeSearch({ ...FACTS, platform }, undefined, { ...table, filters });
      expect(without.gaps, `${platform} ${lacking}`).toEqual([{ name: lacking, why: 'lacking' }]);
      expect(Object.keys(without.search.filters)).not.toContain(lacking);
    }
  }
});

test('what is not known of the creator is left out and named, and so is what the search cannot take', () => {
  expect(alikeSearch({ platform: 'twitch' })).toEqual({
    search: { platform: 'twitch', filters: {} },
    gaps: ['categories', 'country', 'language', 'followerMin'].map((name) => ({ name, why: 'unknown' })),
  });
  expect(gaps({ categories: 'Knitting' })).toEqual([{ name: 'categories', why: 'unread' }]);
  expect(gaps({ categories: 'Knitting, fitness' })).toEqual([]);
  expect(gaps({ country: 'Atlantis' })).toEqual([{ name: 'country', why: 'unread' }]);
  expect(gaps({ language: 'Klingon' })).toEqual([{ name: 'language', why: 'unread' }]);
  expect(gaps({ followers: 0 })).toEqual([{ name: 'followerMin', why: 'unknown' }]);
});
