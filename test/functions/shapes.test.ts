import { beforeEach, describe, expect, test } from 'vitest';
import { PROFILE_SHAPES, type ProfileShape } from '../../dev/standin/profile-shape';
import { PROFILE_FIELDS } from '../../src/schema/profile-field';
import { addon, handles, shareAddon } from './shared-addon';

shareAddon();
beforeEach(() => addon.setSettings({ audienceInFormulas: true, followersFromStatus: false }));

/** Whose reports have the same sections, all as shares; test/answers compares those of every shape with the truth. */
const ALIKE = ['flat', 'wrapped', 'profile', 'earlier'] as const;

const FIELDS = PROFILE_FIELDS.filter(({ name }) => name !== 'asOf').map(({ name }) => name);

/** The same formula in each shape, with nothing remembered in between. */
async function inEachShape(...call: [string, ...unknown[]]): Promise<Record<ProfileShape, unknown>> {
  const shown: Partial<Record<ProfileShape, unknown>> = {};
  const settings = addon.property('INFLUDATA_SETTINGS') ?? '';
  const key = addon.property('INFLUDATA_API_KEY') ?? '';
  for (const shape of PROFILE_SHAPES) {
    addon.forgetCache();
    addon.emulator.stores.properties('document').clear();
    addon.standin.charges.clear();
    addon.setProperty('INFLUDATA_SETTINGS', settings);
    addon.setProperty('INFLUDATA_API_KEY', key);
    addon.standin.shape = shape;
    shown[shape] = await addon.shown(...call);
    // Without a client id the pace is a trial's, and the new document knows of no calls before its own.
    addon.emulator.clock.advance(2 * 60_000);
  }
  return shown as Record<ProfileShape, unknown>;
}

const expectSame = (shown: Record<ProfileShape, unknown>): void => {
  for (const shape of PROFILE_SHAPES) expect({ [shape]: shown[shape] }).toEqual({ [shape]: shown.flat });
};

const rows = (shown: unknown): unknown[][] => shown as unknown[][];

describe('every shape of getUserData gives the same', () => {
  test('followers, and those that the API means', async () => {
    const shown = await inEachShape('INFLU_FOLLOWERS', 'instagram', handles[1]);
    expectSame(shown);
    expect(shown.flat).toBe(addon.standin.creators.find('instagram', handles[1] ?? '')?.followers);
  });

  test('engagement and growth', async () => {
    const creator = addon.standin.creators.find('instagram', handles[1] ?? '');
    for (const [name, value] of [
      ['INFLU_ENGAGEMENT', creator?.engagementMean],
      ['INFLU_GROWTH', creator?.growthRate],
    ] as const) {
      const shown = await inEachShape(name, 'instagram', handles[1]);
      expectSame(shown);
      expect(shown.flat).toBe(value);
    }
  });

  test.each([
    ['instagram', 'adidas'],
    ['tiktok', 'khaby.lame'],
    ['youtube', 'MrBeast'],
    ['twitch', 'ninja'],
    ['facebook', 'cocacola'],
    ['snapchat', 'djkhaled305'],
    ['instagram', 'special.private'],
    ['instagram', 'special.null'],
    ['instagram', 'special.empty'],
    ['instagram', 'special.missing'],
  ])('scalars of the catalogue: %s/%s', async (platform, handle) => {
    const shown = await inEachShape('INFLU_PROFILE', platform, handle, FIELDS.join(','));
    const named = (row: unknown): Record<string, unknown> =>
      Object.fromEntries(FIELDS.map((name, index) => [name, rows(row)[0]?.[index]]));
    const flat = named(shown.flat);
    // Whether it is a business account, only the flat and the earlier shape say.
    const { business: _, ...facts } = flat;
    for (const shape of PROFILE_SHAPES) {
      const { business, ...fields } = named(shown[shape]);
      expect(['', flat['business']]).toContain(business);
      expect({ shape, ...fields }).toEqual({ shape, ...facts });
    }
    expect(flat['username']).toBe(handle);
    expect(flat['profileUrl']).toMatch(/^https:\/\/www\./);
  });

  test.each(['followers', 'following', 'posts', 'engagement'])('timeline of %s', async (metric) => {
    const shown = await inEachShape('INFLU_TIMELINE', 'instagram', handles[2], metric);
    expectSame(shown);
    const dates = rows(shown.flat).map(([date]) => (date as Date).getTime());
    expect(dates.length).toBeGreaterThan(20);
    expect(dates).toEqual(dates.toSorted((left, right) => left - right));
  });

  test('audience: the same sections and shares, the labels as far as the shape has them', async () => {
    const shown = await inEachShape('INFLU_AUDIENCE', 'instagram', handles[3]);
    const flat = rows(shown.flat);
    expect(new Set(flat.map(([section]) => section))).toEqual(
      new Set(['Gender', 'Age', 'Age by gender', 'Countries', 'Cities', 'Languages', 'Interests', 'Follower quality']),
    );
    for (const shape of ALIKE) {
      const table = rows(shown[shape]);
      expect(table.map(([section]) => section)).toEqual(flat.map(([section]) => section));
      table.forEach(([, , share], index) => expect(share).toBeCloseTo(flat[index]?.[2] as number, 6));
      expect(table.map(([, label]) => label)).toEqual(flat.map(([, label]) => label));
    }
  });

  test.each(['gender', 'Age', 'COUNTRIES', 'quality', 'Follower quality'])('audience section %s', async (section) => {
    const shown = await inEachShape('INFLU_AUDIENCE', 'instagram', handles[3], section);
    const sums = ALIKE.map((shape) => rows(shown[shape]).reduce((sum, [, , share]) => sum + (share as number), 0));
    for (const sum of sums) expect(sum).toBeCloseTo(sums[0] ?? 0, 5);
    // Gender and age are complete.
    if (/^(gender|age)$/i.test(section)) expect(sums[0]).toBeCloseTo(1, 2);
  });

  test('a report without audience data says so', async () => {
    const { username } = addon.standin.creators.special('noAudience');
    expectSame(await inEachShape('INFLU_AUDIENCE', 'instagram', username));
    expect(await addon.shown('INFLU_AUDIENCE', 'instagram', username)).toEqual([['no audience data']]);
  });
});
