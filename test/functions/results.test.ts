import { describe, expect, test } from 'vitest';
import { SPECIAL, type SpecialKind } from '../../dev/standin/notable';
import { addon, handles, sent, shareAddon } from './shared-addon';

shareAddon();

const DAY_MS = 86_400_000;
/** Of the data, and of the answer. */
const datesOf = async (handle: string): Promise<[Date, Date]> =>
  rows(await addon.shown('INFLU_PROFILE', 'instagram', handle, 'lastRefreshDate, asOf'))[0] as [Date, Date];
const rows = (shown: unknown): unknown[][] => shown as unknown[][];
const daysPass = (days: number): void => addon.emulator.clock.advance(days * DAY_MS);

describe('text from strangers comes back as the same text', () => {
  const written = Object.entries(SPECIAL).flatMap(([kind, { platform, username, bio, displayName }]) =>
    [
      ['bio', bio],
      ['displayName', displayName],
    ].flatMap(([field, text]) => (text ? [[kind as SpecialKind, platform, username, field, text] as const] : [])),
  );
  test.each(written)('%s on %s: %s, %s', async (_, platform, username, field, text) => {
    const bare = String(text);
    expect(await addon.shown('INFLU_PROFILE', platform, username, field)).toBe(bare);
    // From the cache, and from the properties when that has forgotten.
    expect(await addon.shown('INFLU_PROFILE', platform, username, field)).toBe(bare);
    addon.forgetCache();
    const kept = Array.from(bare).length > 160 ? `${Array.from(bare).slice(0, 159).join('')}…` : bare;
    expect(await addon.shown('INFLU_PROFILE', platform, username, field)).toBe(kept);
    expect(addon.charged()).toBe(1);
  });
});

const creator = () => {
  const found = addon.standin.creators.find('instagram', handles[0] as string);
  if (!found) throw new Error('no such creator');
  return found;
};

describe('INFLU_PROFILE', () => {
  test('no field means followers', async () => {
    expect(await addon.shown('INFLU_PROFILE', 'instagram', handles[0])).toBe(creator().followers);
  });

  test.each([
    ['a text with commas', 'followers, country, verified'],
    ['a text with semicolons and other case', 'Followers;COUNTRY; Verified'],
    ['the API’s own spellings', 'followers,country,verified'],
    ['a range in a row', [['followers', 'country', 'verified']]],
    ['a range in a column with blanks', [['followers'], [''], ['country'], ['verified']]],
  ])('fields as %s', async (_, fields) => {
    const { followers, country, verified } = creator();
    expect(await addon.shown('INFLU_PROFILE', 'instagram', handles[0], fields)).toEqual([
      [followers, country ?? '', verified],
    ]);
  });

  test('headers TRUE puts the labels first, for one field too, whatever the way TRUE is written', async () => {
    for (const yes of [true, 'TRUE', 'true'])
      expect(await addon.shown('INFLU_PROFILE', 'instagram', handles[0], 'followers', yes)).toEqual([
        ['Followers'],
        [creator().followers],
      ]);
    for (const no of [false, 'FALSE', '', undefined])
      expect(await addon.shown('INFLU_PROFILE', 'instagram', handles[0], 'followers', no)).toBe(creator().followers);
    expect(addon.charged()).toBe(1);
  });

  test('with headers and a range: a row a creator, a state in the first column and blanks behind', async () => {
    const names = [[handles[0]], [''], [addon.standin.creators.nonexistent(3)], ['two words']];
    const shown = rows(await addon.shown('INFLU_PROFILE', 'instagram', names, 'username, followers', true));
    expect(shown).toEqual([
      ['Handle', 'Followers'],
      [handles[0], creator().followers],
      ['', ''],
      ['not found', ''],
      [expect.stringMatching(/is not a handle/), ''],
    ]);
  });

  test('a path outside the catalogue is read from the answer; what it lacks is blank, never an error', async () => {
    const fields = 'scores.growth, no.such.thing, dataLog, shoeSize';
    const shown = await addon.shown('INFLU_PROFILE', 'instagram', handles[0], fields);
    // A word alone is more likely a mistake than a path: it says so.
    const log = expect.stringMatching(/^\[\{"date":/);
    expect(shown).toEqual([[expect.any(Number), '', log, 'influData has no such field']]);
    expect(addon.charged()).toBe(1);
  });

  test('scores are asked for where the platform has them, and only there', async () => {
    await addon.shown('INFLU_PROFILE', [['instagram'], ['youtube']], [['adidas'], ['adidas']], 'profileScore');
    const asked = addon.standin.charges.requests('getUserData').map(({ query }) => query);
    expect(asked.map(({ platform, showDatalogAndScore }) => [platform, showDatalogAndScore])).toEqual([
      ['instagram', 'true'],
      ['youtube', undefined],
    ]);
  });

  test('dates are dates: of the data and of the answer, known or new', async () => {
    const nowMs = addon.emulator.clock.now();
    const { lastRefreshMs } = creator();
    for (const forget of [() => undefined, () => undefined, () => addon.forgetCache()]) {
      forget();
      const [refreshed, fetched] = await datesOf(handles[0] as string);
      expect(Math.abs(refreshed.getTime() - lastRefreshMs)).toBeLessThanOrEqual(30_000);
      expect(fetched.getTime()).toBeGreaterThanOrEqual(nowMs);
      expect(fetched.getTime()).toBeLessThan(nowMs + 60_000);
    }
    expect(addon.charged()).toBe(1);
  });
});

describe('INFLU_TIMELINE', () => {
  test('rows of date and value, oldest first; the newest is the profile’s', async () => {
    const shown = rows(await addon.shown('INFLU_TIMELINE', 'instagram', handles[0]));
    expect(shown.every(([date, value]) => date instanceof Date && typeof value === 'number')).toBe(true);
    expect(shown.at(-1)?.[1]).toBe(await addon.shown('INFLU_PROFILE', 'instagram', handles[0]));
    expect(addon.charged()).toBe(1);
  });

  test('every measure comes out of one purchase', async () => {
    for (const metric of [undefined, 'followers', 'Following', ' posts ', 'ENGAGEMENT'])
      expect(rows(await addon.shown('INFLU_TIMELINE', 'instagram', handles[0], metric))[0]?.[0]).toBeInstanceOf(Date);
    expect(addon.charged()).toBe(1);
  });

  test('a creator without a timeline says so; a blank cell is blank', async () => {
    expect(await addon.shown('INFLU_TIMELINE', 'instagram', 'special.private')).toEqual([['no timeline']]);
    expect(await addon.shown('INFLU_TIMELINE', 'instagram', '')).toEqual([['']]);
  });
});

describe('INFLU_STATUS', () => {
  test.each([
    ['adidas', 'ready'],
    ['special.private', 'private'],
    ['special.noaudience', 'no audience data'],
    ['newcomer_5x', 'queued'],
    ['nosuch_5x', 'not found'],
  ])('%s is %s, for nothing', async (handle, word) => {
    expect(await addon.shown('INFLU_STATUS', 'instagram', handle)).toBe(word);
    expect(addon.charged()).toBe(0);
  });

  test('fields are what checkDataStatus says, dates as dates, in any case; what is no field says so, and what is missing is blank', async () => {
    const fields = 'status, hasaudiencedata, TimelineDatapoints, lastRefreshDate, firstTimelineDate, nothing';
    expect(await addon.shown('INFLU_STATUS', 'instagram', 'adidas', fields)).toEqual([
      ['ready', true, expect.any(Number), expect.any(Date), expect.any(Date), 'influData has no such field'],
    ]);
    expect(await addon.shown('INFLU_STATUS', 'instagram', 'adidas', 'isBeingProcessed')).toBe('');
    expect(await addon.shown('INFLU_STATUS', 'instagram', 'adidas', 'lastRefreshDate')).toBeInstanceOf(Date);
    expect(sent()).toBe(1);
  });

  test('a range with fields: a row a creator', async () => {
    const names = [['adidas'], [''], ['nosuch_5x']];
    expect(await addon.shown('INFLU_STATUS', 'instagram', names, [['username', 'followers']])).toEqual([
      ['adidas', expect.any(Number)],
      ['', ''],
      ['not found', ''],
    ]);
  });
});

describe('INFLU_AUDIENCE and its switch', () => {
  test('an audience report serves as the profile: nothing is bought for it again', async () => {
    addon.setSettings({ audienceInFormulas: true });
    await addon.shown('INFLU_AUDIENCE', 'instagram', handles[0]);
    await addon.shown('INFLU_GROWTH', 'instagram', handles[0]);
    await addon.shown('INFLU_TIMELINE', 'instagram', handles[0]);
    expect(addon.charged()).toBe(20);
  });

  test('a blank cell is blank and costs nothing', async () => {
    addon.setSettings({ audienceInFormulas: true });
    expect(await addon.shown('INFLU_AUDIENCE', 'instagram', '')).toEqual([['']]);
    expect(sent()).toBe(0);
  });
});

describe('INFLU_CITIES', () => {
  test.each(['Germany', 'germany', '  GERMANY '])('%j lists one city a row', async (country) => {
    const shown = rows(await addon.shown('INFLU_CITIES', country));
    expect(shown).toContainEqual(['Berlin']);
    expect(shown.every((row) => row.length === 1)).toBe(true);
    expect(addon.charged()).toBe(0);
  });

  test('a country that the list of names has not is asked for as it is', async () => {
    expect(await addon.shown('INFLU_CITIES', 'Atlantis')).toEqual([['no cities found']]);
    expect(addon.standin.charges.requests('getCitiesForCountry')[0]?.query['country']).toBe('Atlantis');
  });

  test('a list is kept for a month, whatever the cache forgets', async () => {
    await addon.shown('INFLU_CITIES', 'Germany');
    daysPass(29);
    addon.forgetCache();
    await addon.shown('INFLU_CITIES', 'Germany');
    expect(sent()).toBe(1);
    daysPass(2);
    await addon.shown('INFLU_CITIES', 'Germany');
    expect(sent()).toBe(2);
  });
});

describe('freshness', () => {
  test.each([
    ['INFLU_ENGAGEMENT', {}, 7, 1],
    ['INFLU_ENGAGEMENT', { profileFreshDays: 2 }, 2, 1],
    ['INFLU_TIMELINE', { profileFreshDays: 3 }, 3, 1],
    ['INFLU_PROFILE', { profileFreshDays: 30 }, 30, 1],
    ['INFLU_AUDIENCE', { audienceFreshDays: 5 }, 5, 20],
  ] as const)('%s with %j: bought again after %i days and not before', async (name, settings, days, price) => {
    addon.setSettings({ ...settings, audienceInFormulas: true });
    await addon.shown(name, 'instagram', handles[0]);
    daysPass(days - 0.1);
    await addon.shown(name, 'instagram', handles[0]);
    expect(addon.charged()).toBe(price);
    daysPass(0.2);
    await addon.shown(name, 'instagram', handles[0]);
    expect(addon.charged()).toBe(2 * price);
  });

  test('profileFreshDays 0 buys each time it is calculated', async () => {
    addon.setSettings({ profileFreshDays: 0 });
    await addon.shown('INFLU_GROWTH', 'instagram', handles[0]);
    addon.emulator.clock.advance(60_000);
    await addon.shown('INFLU_GROWTH', 'instagram', handles[0]);
    expect(addon.charged()).toBe(2);
  });

  test('a queued creator shows its value once a day has passed and it has arrived', async () => {
    const handle = addon.standin.creators.unlisted(77);
    expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', handle)).toBe('queued');
    daysPass(1.1);
    expect(await addon.shown('INFLU_PROFILE', 'instagram', handle, 'username')).toBe(handle);
    expect(addon.charged()).toBe(1);
  });
});
