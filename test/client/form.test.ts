import { expect, test } from 'vitest';
import {
  onPlatform,
  parseSearchForm,
  readSearchForm,
  type SearchDraft,
  searchFormOf,
} from '../../src/client/find/search-form';
import { CONTENT_TEXTS } from '../../src/client/content/content-text';
import { SEARCH_TEXTS, summaryLine, summaryOf } from '../../src/client/find/search-text';
import { fieldProblems, filtersIn } from '../../src/client/form/filter-text';
import { rejoined, withValue } from '../../src/client/form/filter-values';
import { CONTENT_FILTERS } from '../../src/schema/content-filter';
import { readContentFilters } from '../../src/schema/content-search';
import { filterText, readSearch } from '../../src/schema/search';
import { filtersOf } from '../../src/schema/search-filter';

const form = (filters: SearchDraft['filters'], platform: SearchDraft['platform'] = 'instagram'): SearchDraft => ({
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
    engagementRate: "Engagement can't be negative.",
    ageMin: 'The minimum must be at least 13.',
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

test('the page says what is wrong in its own words: no name of the API stands in them', () => {
  const tables = [
    [
      filtersOf('instagram'),
      SEARCH_TEXTS,
      (values: Record<string, unknown>) => readSearch('instagram', values).problems,
    ],
    [CONTENT_FILTERS, CONTENT_TEXTS, (values: Record<string, unknown>) => readContentFilters(values).problems],
  ] as const;
  const wrong = ['-101', 'many', '1.5', '1e16', 'x'.repeat(2_000), 'a\ud83d', 'two words', '31.31.2026'];
  for (const [filters, texts, read] of tables)
    for (const { name, max } of filters)
      for (const value of wrong) {
        const problems = read(max === undefined ? { [name]: value } : { [name]: value, [max]: '1' });
        // Choices are laid out there: nothing else can be typed.
        const typed = problems.filter(({ code }) => code !== 'choice');
        for (const said of Object.values(fieldProblems(typed, filters, texts)))
          expect(said, name).not.toMatch(/\b[a-z]+[A-Z]\w+/);
      }
});
