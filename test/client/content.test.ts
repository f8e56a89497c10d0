import { describe, expect, test } from 'vitest';
import {
  type ContentDraft,
  contentForm,
  EMPTY_CONTENT,
  emptyPlatforms,
  formulaArguments,
  parseContentDraft,
  readContentDraft,
} from '../../src/client/content/content-draft';
import { postOutcomes } from '../../src/client/content/content-run-card';
import { contentSummary } from '../../src/client/content/content-text';
import { loosableOf, withoutFilters } from '../../src/client/content/no-posts';
import {
  canSync,
  EMPTY_SYNC,
  rateOf,
  syncPrice,
  readSyncSchedule,
  stepText,
  syncMax,
} from '../../src/client/content/sync-draft';
import { filtersIn } from '../../src/client/form/filter-text';
import { valuesOf, withValue } from '../../src/client/form/filter-values';
import { addHandles, addTags } from '../../src/client/form/words';
import { CONTENT_FILTERS } from '../../src/schema/content-filter';
import { contentText, readContentFilters } from '../../src/schema/content-search';
import { contentOf, contentSheetOf } from '../browser/sidebar-content-data';
import { budgetOf } from '../browser/sidebar-data';

const draft = (filters: ContentDraft['filters'], part: Partial<ContentDraft> = {}): ContentDraft => ({
  ...EMPTY_CONTENT,
  ...part,
  filters: { ...EMPTY_CONTENT.filters, ...filters },
});

test('filters that do not work on a platform are warned of: what comes from there costs', () => {
  const warning = (filters: ContentDraft['filters']): string | undefined => readContentDraft(draft(filters)).warning;
  expect(warning({ platform: ['instagram', 'youtube'], gender: 'w' })).toMatch(/gender does not work on YouTube/);
  expect(warning({ platform: ['youtube'], country: 'Spain' })).toBeUndefined();
  expect(warning({ platform: ['instagram', 'tiktok'], gender: 'w', city: 'Madrid', country: 'Spain' })).toBeUndefined();
  expect(readContentDraft(draft({ platform: ['youtube'], gender: 'w' })).problems).toEqual({});
});

const stepBy = (sorting: string, watermark?: string) =>
  stepText({ filters: { sorting }, ...(watermark ? { watermark } : {}) });

describe('what is chosen', () => {
  test('nothing chosen is the API’s own platforms and minimum, and they are said', () => {
    expect(readContentDraft(EMPTY_CONTENT)).toEqual({
      given: { platform: ['instagram', 'tiktok'] },
      text: 'platform=instagram, tiktok; followerMin=10000',
      max: 100,
      problems: {},
    });
  });

  test('problems stand beside their fields, in the words of the form', () => {
    const wrong = draft(
      {
        platform: [],
        username: ['two words'],
        followerMax: '5000',
        viewsMin: 'many',
        uploadedFrom: '2026-05-02',
        uploadedTo: '2026-05-01',
        keywords: ['x'.repeat(401)],
      },
      { max: '0', cap: 'all' },
    );
    expect(readContentDraft(wrong).problems).toEqual({
      platform: 'Choose a platform.',
      username: '"two words" is not a handle. Give one handle without spaces, or a profile URL.',
      followerMax: 'The minimum is 10,000 unless you change it. Enter a smaller one, or 0 for everyone.',
      viewsMin: 'The minimum is not a number. Write digits only, for example 10000.',
      uploadedTo: 'The first day is later than the last day.',
      keywords: 'This is too long: at most 400 characters.',
      max: 'Enter a whole number from 1 to 100,000.',
      cap: 'Enter a whole number from 1 to 100,000.',
    });
    expect(readContentDraft(draft({ followerMin: '9000', followerMax: '5000' })).problems).toEqual({
      followerMax: 'The minimum is larger than the maximum.',
    });
    expect(readContentDraft(draft({ followerMin: '0', followerMax: '5000' })).problems).toEqual({});
  });

  test('a type waits for its platform: it is neither offered nor sent, and comes back with it', () => {
    const chosen = draft({ platform: ['instagram', 'youtube'], contentTypes: ['reel', 'short'] });
    expect(readContentDraft(chosen).given['contentTypes']).toEqual(['reel', 'short']);
    const without = withValue(chosen, 'platform', ['instagram']);
    expect(readContentDraft(without)).toMatchObject({ given: { contentTypes: ['reel'] }, problems: {} });
    const back = withValue(without, 'platform', ['instagram', 'youtube']);
    expect(readContentDraft(back).given['contentTypes']).toEqual(['reel', 'short']);
  });

  test('platforms that have none of the chosen types are named', () => {
    expect(emptyPlatforms(draft({ contentTypes: ['reel'] }))).toEqual(['tiktok']);
    expect(emptyPlatforms(draft({ contentTypes: ['reel', 'video'] }))).toEqual([]);
    expect(emptyPlatforms(draft({}))).toEqual([]);
  });

  test('a city goes with its country', () => {
    const berlin = draft({ country: 'Germany', city: 'Berlin' });
    expect(withValue(berlin, 'country', 'Spain').filters).not.toHaveProperty('city');
    expect(withValue(berlin, 'country', 'Germany').filters).toHaveProperty('city');
  });

  test('what starts is what stands there: its maximum, its cap, its sheet', () => {
    const chosen = draft({ tags: ['fashion'] }, { max: '1,500', cap: '1500', thumbnails: true, appends: true });
    const wanted = {
      filters: { platform: ['instagram', 'tiktok'], tags: ['fashion'] },
      max: 1500,
      thumbnails: true,
      cap: 1500,
    };
    expect(contentForm(chosen, readContentDraft(chosen), { id: 11 }, 1500)).toEqual({ ...wanted, sheetId: 11 });
    expect(contentForm(chosen, readContentDraft(chosen), null, 1500)).toEqual({ ...wanted, sheetId: null });
    expect(contentForm(EMPTY_CONTENT, readContentDraft(EMPTY_CONTENT), { id: 11 }, 500)).toMatchObject({
      sheetId: null,
      cap: 500,
    });
  });

  test('the filters of a sheet fill the form and read back the same', () => {
    const values = {
      platform: 'youtube',
      username: 'creator.one,creator.two',
      keywords: 'summer sale,yoga',
      followerMin: '0',
      uploadedFrom: '2026-05-01',
      contentTypes: 'short',
      sorting: 'reach',
    };
    const { given, text } = readContentDraft({ ...EMPTY_CONTENT, filters: valuesOf(values, CONTENT_FILTERS) });
    expect(readContentFilters(given)).toEqual({ filters: values, problems: [] });
    expect(filtersIn(text)).toEqual(values);
    expect(contentText(values)).toBe(text);
  });

  test('a formula gets the limit that was chosen, at most 100, and none where it is the usual one', () => {
    const limits = ['20', '7', '100', '500'].map((max) =>
      formulaArguments(readContentDraft({ ...EMPTY_CONTENT, max })).slice(1),
    );
    expect(limits).toEqual([[], [7], [100], [100]]);
  });
});

describe('what is kept', () => {
  test('filters, maximum and thumbnails are read again', () => {
    const kept = draft({ tags: ['yoga'], country: 'Spain', platform: ['youtube'] }, { max: '7', thumbnails: true });
    expect(parseContentDraft(JSON.stringify(kept))).toEqual(kept);
  });

  test.each([null, '', '{', 'null', '7', '{"filters":7}', '{"filters":{"platform":["myspace"],"tags":"x"},"max":7}'])(
    'anything else is no form: %s',
    (text) => expect(parseContentDraft(text)).toEqual(EMPTY_CONTENT),
  );
});

describe('words', () => {
  test('handles are read from what people paste, each once', () => {
    expect(
      addHandles(['lena'], '@Lena, https://www.instagram.com/Jonas_W/?hl=en youtube.com/@SophiaK;max\n@two.dots '),
    ).toEqual(['lena', 'jonas_w', 'SophiaK', 'max', 'two.dots']);
    expect(addHandles([], 'https://www.instagram.com/p/abc')).toEqual(['https://www.instagram.com/p/abc']);
  });

  test('hashtags with or without their sign, also several in one go', () => {
    expect(addTags(['yoga'], '#fashion#style Yoga, #food')).toEqual(['yoga', 'fashion', 'style', 'food']);
  });
});

test('filters in one line', () => {
  expect(
    contentSummary({
      platform: 'instagram,tiktok',
      username: 'a,b,c,d',
      tags: 'fashion,style',
      followerMin: '10000',
      followerMax: '250000',
      viewsMax: '5000',
      uploadedFrom: '2026-05-01',
      uploadedTo: '2026-05-31T10:00:00Z',
      contentTypes: 'reel',
      language: 'de',
      gender: 'w',
      sorting: 'reach',
    }),
  ).toBe(
    'Instagram, TikTok · @a, @b and 2 more · #fashion, #style · 10K–250K followers · up to 5K views · 1 May 2026 – 31 May 2026 · reels · German · women · largest reach first',
  );
  expect(contentSummary({ followerMin: '0' })).toBe('any followers');
  expect(contentSummary({ uploadedTo: '2026-05-31', sorting: 'uploaded', wholly: 'new' })).toBe(
    'until 31 May 2026 · new',
  );
});

describe('a pull that found nothing', () => {
  test('offers to take out what narrows, the narrowest first, but neither platforms nor the order', () => {
    const filters = { platform: 'tiktok', followerMin: '10000', country: 'Germany', tags: 'a,b', sorting: 'reach' };
    expect(loosableOf(filters).map(({ text }) => text)).toEqual(['#a, #b', '10K+ followers', 'Germany']);
    expect(loosableOf({ platform: 'tiktok', followerMin: '0' })).toEqual([]);
  });

  test('no minimum is 0, since without one the usual minimum counts', () => {
    expect(withoutFilters({ followerMin: '5', followerMax: '9', tags: ['a'] }, ['followerMin', 'followerMax'])).toEqual(
      {
        followerMin: '0',
        tags: ['a'],
      },
    );
    expect(withoutFilters({ followerMin: '5', tags: ['a'] }, ['tags'])).toEqual({ followerMin: '5' });
  });
});

describe('a run', () => {
  test('counts what came of the pieces', () => {
    expect(postOutcomes(contentOf({ pieces: 3, added: 3 }))).toEqual([]);
    expect(postOutcomes(contentOf({ pieces: 1, repeated: 1 }))).toEqual([{ label: 'already there', pieces: 1 }]);
    expect(
      postOutcomes(contentOf({ pieces: 6, added: 3, updated: 2, repeated: 1 })).map(({ pieces }) => pieces),
    ).toEqual([3, 2, 1]);
  });
});

describe('a sync', () => {
  const sheet = contentSheetOf();
  test('with known pieces has room for them; what was written stays', () => {
    expect(syncMax(EMPTY_SYNC, sheet)).toBe('100');
    expect(syncMax({ ...EMPTY_SYNC, refresh: true }, sheet)).toBe('580');
    expect(syncMax({ ...EMPTY_SYNC, refresh: true, max: '20' }, sheet)).toBe('20');
  });

  test('is priced by its maximum, against what may be spent; a cap of its own takes that of a run away', () => {
    const budget = budgetOf({ run: 50 });
    expect(syncPrice(EMPTY_SYNC, { ...sheet, budget })).toEqual({
      max: 100,
      agreed: 50,
      problems: {},
      shortages: [{ what: 'run', allows: 50 }],
    });
    expect(syncPrice({ ...EMPTY_SYNC, cap: '100' }, { ...sheet, budget })).toMatchObject({
      agreed: 100,
      shortages: [],
    });
    expect(syncPrice({ max: '0', refresh: false, cap: 'x' }, sheet)).toMatchObject({
      max: undefined,
      problems: { max: expect.any(String), cap: expect.any(String) },
    });
  });

  test('tells what is new by upload, and by another order once everything came', () => {
    expect(stepBy('uploaded', '2026-11-23T07:00:00Z')).toMatch(/^up to date through 23 Nov 2026 \d\d:\d\d$/);
    expect(stepBy('reach', '2026-11-23T07:00:00Z')).toMatch(/^up to date through/);
    expect([stepBy('uploaded'), stepBy('reach')]).toEqual([
      'incomplete: the next sync gets the missing posts first',
      'not all matching posts are here, so we can’t tell which are new',
    ]);
    expect(canSync({ filters: {} })).toBe(true);
  });

  test('every day has caps of its own, the month’s not below a sync’s', () => {
    expect(readSyncSchedule({ hour: '6', cap: '100', monthCap: '1,000' }).values).toEqual({
      hour: 6,
      cap: 100,
      monthCap: 1000,
    });
    expect(readSyncSchedule({ hour: '24', cap: '0', monthCap: '' }).problems).toEqual({
      hour: 'Enter a whole number from 0 to 23.',
      cap: 'Enter a whole number from 1 to 100,000.',
      monthCap: 'Enter a whole number from 1 to 100,000.',
    });
    expect(readSyncSchedule({ hour: '6', cap: '100', monthCap: '99' }).problems).toEqual({
      monthCap: 'That is less than one sync may spend.',
    });
  });

  test('a rate has decimals of either kind; what could be thousands is not guessed', () => {
    expect(['', ' ', '0', '12.50', '12,5', '7'].map(rateOf)).toEqual([null, null, 0, 12.5, 12.5, 7]);
    expect(['1,000', '-1', 'ten', '1.2.3', '5 €'].map(rateOf)).toEqual(Array.from({ length: 5 }, () => undefined));
  });
});
