import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { zip } from '../setup/zip';
import { allRecords, writeDurable } from '../../src/gate/durable-answers';
import { createAddon, type Addon } from '../setup/addon';
import { column } from '../setup/creators';
import { columnOf, enriched } from '../sidebar/enrich';

const TAB = 'influData data';
const DAY_MS = 24 * 60 * 60_000;

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ container: 'addon', standin: { creators: 2000 } });
  await addon.emulator.open();
});
afterEach(() => addon.close());

const SPELLINGS = [
  '@MrBeast',
  'mrbeast',
  '@MRBEAST',
  'https://www.youtube.com/@MrBeast',
  'youtube.com/c/mrBeast/about',
];
const shown = (name: string, platform = 'youtube'): Promise<unknown> =>
  addon.shown('INFLU_PROFILE', platform, name, 'username, followers');
const followers = (handle: string, platform: 'youtube' | 'facebook' = 'youtube'): number =>
  addon.standin.creators.find(platform, handle)?.followers ?? 0;
const asked = (): unknown[] => addon.standin.charges.requests('getUserData').map(({ query }) => query['username']);
const sheet = (name = 'Sheet1') => addon.emulator.spreadsheet.sheet(name);

describe('a handle in several spellings', () => {
  test('is asked for as the first is typed, and paid for once', async () => {
    const value = addon.standin.creators.find('youtube', 'MrBeast')?.engagementMean;
    expect(await addon.shown('INFLU_ENGAGEMENT', 'youtube', column(SPELLINGS))).toEqual(SPELLINGS.map(() => [value]));
    for (const spelling of SPELLINGS) expect(await addon.shown('INFLU_ENGAGEMENT', 'youtube', spelling)).toBe(value);
    expect(asked()).toEqual(['@MrBeast']);
    expect(addon.charged()).toBe(1);
  });

  test('shows its own capitals, also when the cache has forgotten', async () => {
    await shown('@MRBEAST');
    addon.forgetCache();
    for (const spelling of SPELLINGS) expect(await shown(spelling)).toEqual([['MrBeast', followers('MrBeast')]]);
    expect(addon.charged()).toBe(1);
  });

  test('a run over rows pays once and says so in every row', async () => {
    sheet().set('A1', [['handle'], ...SPELLINGS.map((each) => [each])]);
    sheet().select(`A1:A${SPELLINGS.length + 1}`);
    await enriched(addon, { platform: 'youtube' });
    expect(addon.charged()).toBe(1);
    expect(columnOf(addon, 'influData status')).toEqual(SPELLINGS.map(() => 'done'));
  });
});

/** What this version keeps of a creator, under the spelling that the version before told apart. */
function asBefore(handle: string, platform = 'youtube'): void {
  addon.forgetCache();
  const properties = addon.emulator.stores.properties('document');
  const records = allRecords(properties.all(), zip).map((record) => ({
    ...record,
    key: record.key.replace(`${platform}/${handle.toLowerCase()}`, `${platform}/${handle}`),
  }));
  expect(records.map(({ key }) => key)).toContain(`profile:${platform}/${handle}`);
  for (const name of Object.keys(properties.all())) if (name.startsWith('a/')) properties.delete(name);
  for (const [name, value] of Object.entries(writeDurable({}, zip, records, () => false))) properties.set(name, value);
}

describe('what the version before bought under a spelling of its own', () => {
  test.each([
    ['youtube', 'MrBeast', ['@MrBeast', 'mrbeast', 'MRBEAST']],
    ['facebook', 'CocaCola', ['CocaCola', 'cocacola', 'fb.com/COCACOLA']],
  ] as const)('in the properties, %s', async (platform, handle, spellings) => {
    await shown(handle, platform);
    // Whoever asks next writes what was settled.
    await shown('mkbhd');
    asBefore(handle, platform);
    for (const spelling of spellings)
      expect(await shown(spelling, platform)).toEqual([[expect.any(String), followers(handle, platform)]]);
    expect(addon.charged()).toBe(2);
  });

  test('of a report only that it was paid', async () => {
    addon.setSettings({ audienceInFormulas: true });
    await addon.shown('INFLU_AUDIENCE', 'youtube', 'MrBeast');
    await shown('mkbhd');
    const charged = addon.charged();
    asBefore('MrBeast');
    expect(String(await addon.shown('INFLU_AUDIENCE', 'youtube', '@mrbeast'))).toMatch(/^Paid on /);
    expect(addon.charged()).toBe(charged);
  });

  test('in the data tab, and in the rows of a run', async () => {
    sheet().set('A1', [['handle'], ['MrBeast'], ['mkbhd']]);
    sheet().select('A1:A3');
    await enriched(addon, { platform: 'youtube' });
    await shown('kurzgesagt');
    const charged = addon.charged();
    const at = sheet().values()[0]?.indexOf('influData creator') ?? -1;
    sheet().set(`${String.fromCharCode(65 + at)}2`, [['youtube/MrBeast']]);
    const keys = columnOf(addon, 'Key', TAB).map((key) => [String(key).replace('youtube/mrbeast', 'youtube/MrBeast')]);
    sheet(TAB).set('A2', keys);
    addon.forgetCache();
    const properties = addon.emulator.stores.properties('document');
    for (const name of Object.keys(properties.all())) if (name.startsWith('a/')) properties.delete(name);
    addon.emulator.clock.advance(DAY_MS);
    expect(await shown('@mrbeast')).toEqual([['MrBeast', followers('MrBeast')]]);
    sheet().activate();
    sheet().select('A3:A3');
    await enriched(addon, { platform: 'youtube', mode: 'overwrite' });
    expect(columnOf(addon, 'influData status')).toEqual(['done', 'cached']);
    expect(columnOf(addon, 'Followers')[0]).toBe(followers('MrBeast'));
    expect(addon.charged()).toBe(charged);
  });
});
