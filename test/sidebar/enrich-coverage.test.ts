import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { columnOf, driven, enriched, selected } from './enrich';
import { value } from './page';

let addon: Addon;
let handles: string[];
beforeEach(async () => {
  addon = await createAddon({ container: 'addon', standin: { creators: 4000 } });
  handles = ordinaryHandles(addon.standin, 4);
  await addon.emulator.open();
});
afterEach(() => addon.close());

function typed(names: readonly unknown[]): void {
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['username'], ...names.map((name) => [name])]);
  sheet.select(`A1:A${names.length + 1}`);
}
const status = (): unknown[] => columnOf(addon, 'influData status');
const find = (platform: 'instagram' | 'twitch' | 'facebook', handle: string) => {
  const creator = addon.standin.creators.find(platform, handle);
  if (!creator) throw new Error(`no creator ${handle}`);
  return creator;
};
const idOf = (handle: string): string => `id:${find('instagram', handle).creatorId}`;

const names = (): string[] => ['https://www.twitch.tv/ninja', idOf(handles[1] ?? ''), 'facebook.com/cocacola'];

describe('audience fields where a platform has no reports', () => {
  test('those rows get the plain profile and say why the rest is blank; an id: alone gets its report', async () => {
    typed(names());
    const choice = { platform: '' as const, fields: ['followers', 'audienceCountry'] };
    expect(await selected(addon, choice)).toMatchObject({ creators: 3, requests: 22 });
    expect(await enriched(addon, choice)).toMatchObject({ state: 'done', used: 22 });
    expect(addon.charged()).toBe(22);
    expect(status()).toEqual([
      'no audience data: Twitch has no audience reports',
      'done',
      'no audience data: Facebook has no audience reports',
    ]);
    const followers = [find('twitch', 'ninja'), find('instagram', handles[1] ?? ''), find('facebook', 'cocacola')];
    expect(columnOf(addon, 'Followers')).toEqual(followers.map((each) => each.followers));
    expect(columnOf(addon, 'Audience country')).toEqual(['', expect.stringMatching(/./), '']);
  });

  test('nothing is bought for them where audience fields are all that was asked for', async () => {
    typed(names());
    const choice = { platform: '' as const, fields: ['audienceCountry'] };
    expect(await selected(addon, choice)).toMatchObject({ requests: 20 });
    await enriched(addon, choice);
    expect(addon.charged()).toBe(20);
    expect(status()).toEqual([
      expect.stringMatching(/^no audience data: Twitch/),
      'done',
      expect.stringMatching(/^no/),
    ]);
  });
});

describe('the weekly refresh', () => {
  test('takes influData ids, one by one, and says what became of each', async () => {
    typed([idOf(handles[0] ?? ''), idOf(handles[1] ?? ''), 'id:507f1f77bcf86cd799439011']);
    addon.standin.faults.add({
      endpoint: 'checkDataStatus',
      creator: find('instagram', handles[1] ?? '').creatorId,
      body: { text: '{"isInDatabase":true,"isAddedToRefresh":true,"isAddedToWeeklyRefresh":false}' },
    });
    expect(await enriched(addon, { action: 'weekly', platform: '' })).toMatchObject({ state: 'done' });
    expect(status()).toEqual([
      'weekly refresh',
      expect.stringMatching(/^failed: influData didn't put it on the weekly refresh/),
      'not found',
    ]);
    expect(addon.standin.creators.isWeekly(find('instagram', handles[0] ?? ''))).toBe(true);
    expect(addon.charged()).toBe(0);
  });

  test.each([
    ['guessed', 'auto', /without a client id this key counts as one\. /],
    ['set for another key', 'trial', /the setting Kind of key says that this is one\. /],
  ] as const)('a key whose kind is %s is told where to say it', async (_, keyKind, why) => {
    if (keyKind === 'auto') addon.emulator.stores.properties('document').delete('INFLUDATA_CLIENT_ID');
    addon.setSettings({ keyKind });
    typed(handles.slice(0, 1));
    const stopped = await enriched(addon, { action: 'weekly' });
    expect(stopped).toMatchObject({ state: 'stopped' });
    expect(stopped.message).toMatch(
      /^Trial keys don't have the weekly refresh, .* choose Organization .*, then resume\.$/,
    );
    expect(stopped.message).toMatch(why);
    await value(addon, 'changeSettings', { keyKind: 'organization' });
    expect(await driven(addon, stopped, { resume: true })).toMatchObject({ state: 'done' });
    expect(status()).toEqual(['weekly refresh']);
  });
});

/** By the order of the handles: new to the database, taken for an instant refresh, on the weekly one. */
type Flags = readonly [isNewUser: boolean, addedToInstant: boolean, addedToWeekly: boolean];

describe('each flag of bulkAddToEnrich says what it says', () => {
  test.each([
    [
      'queue',
      [
        [[false, true, false], 'in the database, refresh queued'],
        [[false, false, false], 'in the database, no refresh queued'],
        [[true, true, false], 'queued'],
        [[true, false, false], /^failed: not in the database, and influData didn't queue it/],
      ],
    ],
    [
      'weekly',
      [
        [[false, true, true], 'weekly refresh'],
        [[false, true, false], /^failed: influData didn't put it on the weekly refresh/],
        [[true, true, false], /^failed: not in the database yet, queued now\. .* in 24 to 48 hours\.$/],
        [[true, false, false], /^failed: not in the database yet\. Put it/],
      ],
    ],
  ] as const)('%s', async (action, cases) => {
    const processed = cases.map(([[isNewUser, addedToInstant, addedToWeekly]]: readonly [Flags, unknown], at) => ({
      identifier: handles[at],
      type: 'username',
      isNewUser,
      addedToInstant,
      addedToWeekly,
    }));
    const body = { text: JSON.stringify({ processed, failed: [] }) };
    addon.standin.faults.add({ endpoint: 'bulkAddToEnrich', body });
    typed(handles);
    await enriched(addon, { action });
    expect(status()).toEqual(
      cases.map(([, said]) => (typeof said === 'string' ? said : (expect.stringMatching(said) as string))),
    );
  });
});
