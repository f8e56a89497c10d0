import { expect, test } from 'vitest';
import {
  onPlatform,
  parseSearchForm,
  readSearchForm,
  type SearchForm,
  searchFormOf,
} from '../../src/client/find/search-form';
import { summaryLine, summaryOf } from '../../src/client/find/search-text';
import { filtersIn } from '../../src/client/form/filter-text';
import { rejoined, withValue } from '../../src/client/form/filter-values';
import { filterText } from '../../src/schema/search';

const form = (filters: SearchForm['filters'], platform: SearchForm['platform'] = 'instagram'): SearchForm => ({
  platform,
  filters,
});

test('blank fields are no filters, and a city goes with its country', () => {
  expect(withValue(form({ country: 'Germany' }), 'country', '').filters).toEqual({});
  expect(withValue(form({ keywords: ['yoga'] }), 'keywords', []).filters).toEqual({});
  expect(withValue(form({ country: 'Germany', city: 'Berlin' }), 'country', 'Spain').filters).toEqual({
    country: 'Spain',
  });
  expect(withValue(form({ country: 'Germany', city: 'Berlin' }), 'country', 'Germany').filters).toHaveProperty('city');
});

test('another platform drops what it lacks, parts of lists too, and gives it back', () => {
  const before = form({
    country: 'Germany',
    city: 'Berlin',
    gender: 'w',
    keywords: ['yoga'],
    keywordFields: ['bio', 'website'],
    sorting: 'descFollowers',
  });
  const { form: after, dropped } = onPlatform(before, 'twitch');
  expect(after).toEqual({
    platform: 'twitch',
    filters: { country: 'Germany', keywords: ['yoga'], keywordFields: ['bio'], sorting: 'descFollowers' },
  });
  expect(dropped).toEqual({ city: 'Berlin', gender: 'w', keywordFields: ['website'] });
  expect({ platform: 'instagram', filters: rejoined(after.filters, dropped) }).toEqual(before);
});

test('a sorting that only one platform has goes with it', () => {
  expect(onPlatform(form({ sorting: 'descTotalViews' }, 'tiktok'), 'youtube')).toEqual({
    form: form({}, 'youtube'),
    dropped: { sorting: 'descTotalViews' },
  });
});

test('problems stand beside their fields, in the words of the page', () => {
  const { problems } = readSearchForm(
    form({ followerMin: '10k', followerMax: '5000', viewsMin: 'many', engagementRate: '-1', ageMin: '7' }),
  );
  expect(problems).toEqual({
    followerMax: 'The minimum is larger than the maximum.',
    viewsMin: 'The minimum is not a number. Write digits only, for example 10000.',
    engagementRate: 'Engagement is negative.',
    ageMin: 'The minimum is at least 13.',
  });
});

test('a search of the server fills the form and reads back the same', () => {
  const search = {
    platform: 'instagram' as const,
    filters: {
      keywords: 'personal trainer,yoga',
      country: 'Germany',
      followerMin: '10000',
      businessSearch: 'true',
      sorting: 'ascUsername',
    },
  };
  const filled = searchFormOf(search);
  expect(filled.filters).toMatchObject({ keywords: ['personal trainer', 'yoga'], businessSearch: true });
  expect(readSearchForm(filled)).toEqual({ search, problems: {} });
});

test('a kept form is read again; anything else is not a form', () => {
  const kept = form({ country: 'Germany', keywords: ['yoga'], businessSearch: true });
  expect(parseSearchForm(JSON.stringify(kept))).toEqual(kept);
  for (const text of [
    null,
    '',
    '{',
    'null',
    '{"platform":"myspace","filters":{}}',
    '{"platform":"tiktok"}',
    '{"platform":"tiktok","filters":{"country":{"a":1}}}',
  ])
    expect(parseSearchForm(text), String(text)).toBeUndefined();
  expect(parseSearchForm('{"platform":"twitch","filters":{"gender":"w","nonsense":"x","country":"Spain"}}')).toEqual(
    form({ country: 'Spain' }, 'twitch'),
  );
});

test('a search in a few words', () => {
  const texts = summaryOf({
    platform: 'instagram',
    filters: {
      keywords: 'personal trainer,yoga',
      categories: 'fitness',
      country: 'Germany',
      language: 'de',
      gender: 'w',
      followerMin: '10000',
      followerMax: '500000',
      engagementRate: '2.5',
      viewsMax: '1000',
      businessSearch: 'true',
      sorting: 'ascFollowers',
    },
  }).map(({ text }) => text);
  expect(texts).toEqual([
    'personal trainer, yoga',
    'Fitness & Wellness',
    'Germany',
    'German',
    'Women',
    '10K–500K followers',
    '2.5%+ engagement',
    'up to 1K views',
    'business accounts',
    'by followers, lowest first',
  ]);
});

test('the text of a formula is read back as the filters that it was made of', () => {
  const filters = { keywords: 'personal trainer,a=b', country: 'Germany', followerMin: '10000' };
  expect(filtersIn(filterText({ platform: 'instagram', filters }))).toEqual(filters);
  expect(filtersIn('')).toEqual({});
  expect(summaryLine({ platform: 'tiktok', filters: { country: 'Spain' } })).toBe('TikTok · Spain');
});
