import { describe, expect, test } from 'vitest';
import { filterArgument } from '../../src/functions/filter-argument';
import { CONTENT_FILTERS, contentTypesOf } from '../../src/schema/content-filter';
import { contentQueryOf, contentText, parseContentFilters, readContentFilters } from '../../src/schema/content-search';
import { problemText } from '../../src/schema/filter-problem';

const read = (filters: Record<string, unknown>): Record<string, string> => {
  const { platform: _platform, followerMin: _followerMin, ...others } = parseContentFilters(filters).filters;
  return others;
};
const problem = (filters: Record<string, unknown>): string =>
  readContentFilters(filters)
    .problems.map((each) => `${each.name}: ${problemText(each)}`)
    .join('\n');

test('the defaults of the API are always there, so that forms show them and the call names them', () => {
  expect(parseContentFilters({}).filters).toEqual({ platform: 'instagram,tiktok', followerMin: '10000' });
  expect(parseContentFilters({ platform: 'youtube', followerMin: 0 }).filters).toEqual({
    platform: 'youtube',
    followerMin: '0',
  });
});

describe('filters are read as people write them', () => {
  test.each([
    [{ tags: '#fashion, Style' }, { tags: 'fashion,Style' }],
    [{ username: '@anna, https://www.instagram.com/Bert/' }, { username: 'anna,bert' }],
    [{ username: ['anna', '@anna'] }, { username: 'anna' }],
    [{ contentTypes: 'Reel, story' }, { contentTypes: 'reel,story' }],
    [{ contentTypes: 'short', platform: 'YouTube' }, { contentTypes: 'short' }],
    [{ username: '@MrBeast, nike, mrbeast, MRBEAST' }, { username: 'MrBeast,nike' }],
    [{ uploadedFrom: '2026-05-01' }, { uploadedFrom: '2026-05-01' }],
    [{ created_at_gte: '2026-05-01 10:30' }, { uploadedFrom: '2026-05-01T10:30:00Z' }],
    [{ uploadedTo: '2026-05-01T10:30:00.5+02:00' }, { uploadedTo: '2026-05-01T08:30:00.500Z' }],
    [{ uploadedFrom: new Date('2026-05-01T00:00:00Z') }, { uploadedFrom: '2026-05-01' }],
    [{ min_followers: '5k', keywords: 'a;b' }, { keywords: 'a b' }],
    [
      { gender: 'female', country: 'germany', city: 'Berlin', language: 'DE' },
      { country: 'Germany', city: 'Berlin', gender: 'w', language: 'de' },
    ],
    [
      { uploadedFrom: '2026-05-01T23:00', uploadedTo: '2026-05-01' },
      { uploadedFrom: '2026-05-01T23:00:00Z', uploadedTo: '2026-05-01' },
    ],
    [
      { sorting: 'Viral', viewsMin: '1k', viewsMax: 1000 },
      { viewsMin: '1000', viewsMax: '1000', sorting: 'viral' },
    ],
  ])('%j', (given, filters) => {
    expect(read(given)).toEqual(filters);
  });
});

describe('what cannot be used is told beside its field', () => {
  test.each([
    [{ platform: 'twitch' }, /^platform: "twitch" is not one of platform.*instagram, tiktok, youtube/],
    [{ contentTypes: 'video', platform: 'instagram' }, /^contentTypes: video is a type of TikTok and YouTube/],
    [{ contentTypes: 'film' }, /^contentTypes: "film" is not one of/],
    [{ uploadedFrom: '2026-02-30' }, /^uploadedFrom: .*(not a date|could be 2026-05-01 or 2026-01-05)/],
    [{ uploadedFrom: '1.5.2026' }, /^uploadedFrom: .*(not a date|could be 2026-05-01 or 2026-01-05)/],
    [{ uploadedFrom: '2026-05-02', uploadedTo: '2026-05-01' }, /^uploadedTo: uploadedFrom is later/],
    [{ viewsMin: 5, viewsMax: 4 }, /^viewsMax: viewsMin is larger/],
    [{ followerMax: 5 }, /^followerMax: followerMin is larger/],
    [{ username: 'two words' }, /^username: .*not a handle/],
    [{ username: 'id:5' }, /^username: .*by handle:/],
    [{ tag: 'x' }, /^tag: "tag" is not a filter; did you mean "tags"/],
    [{ followerMin: 1, min_followers: 2 }, /is there twice/],
  ])('%j', (given, says) => {
    expect(problem(given)).toMatch(says);
  });
});

test('the text is read by the formula as the same filters', () => {
  const { filters } = parseContentFilters({
    username: ['anna', 'bert'],
    keywords: ['summer dress', 'a; b'],
    uploadedFrom: '2026-05-01T10:30:00Z',
    uploadedTo: '2026-05-03',
    contentTypes: 'reel',
    sorting: 'reach',
  });
  expect(parseContentFilters(filterArgument(contentText(filters))).filters).toEqual(filters);
});

test('days are sent as instants of UTC: from their start, to their end', () => {
  expect(contentQueryOf({ tags: 'x', uploadedFrom: '2026-05-01', uploadedTo: '2026-05-01' })).toEqual({
    tags: 'x',
    created_at_gte: '2026-05-01T00:00:00Z',
    created_at_lte: '2026-05-01T23:59:59.999Z',
  });
});

test('every filter of the contract is in the table', () => {
  expect(CONTENT_FILTERS.map(({ name }) => name).sort()).toEqual(
    'city contentTypes country followerMax followerMin gender keywords language platform sorting tags uploadedFrom uploadedTo username viewsMax viewsMin'.split(
      ' ',
    ),
  );
  expect(contentTypesOf(['instagram'])).toEqual(['post', 'reel', 'story']);
  expect(contentTypesOf(['tiktok', 'youtube'])).toEqual(['video', 'short']);
});
