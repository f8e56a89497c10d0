import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { refusal, value } from './page';
import { asUser, EDITOR } from './traces';

const HOUR_MS = 3_600_000;

let addon: Addon;
beforeEach(async () => (addon = await createAddon()));
afterEach(() => addon.close());

type Filters = Record<string, string | number | string[]>;
const save = (name: string, filters: Filters = { country: 'Germany' }, at = addon) =>
  value(at, 'saveSearch', { name, platform: 'instagram', filters });
const rename = (name: string, to: string) => value(addon, 'renameSearch', { name, to });
const list = async (at = addon) => (await value(at, 'open', {})).searches;
const names = async (at = addon): Promise<string[]> => (await list(at)).map(({ name }) => name);
const prices = async (): Promise<Record<string, number>> =>
  Object.fromEntries((await list()).map(({ name, price }) => [name, price]));
const run = (filters: Filters, again = false) => value(addon, 'search', { platform: 'instagram', filters, again });

describe('saving', () => {
  test('keeps a search as it was understood, in the order of the names, and charges nothing', async () => {
    await save('  Berlin trainers ', {
      country: 'germany',
      city: 'Berlin',
      keywords: ['personal trainer'],
      followerMin: '10k',
    });
    const saved = await save('All of France', { country: 'France' });
    expect(saved).toEqual([
      {
        name: 'All of France',
        platform: 'instagram',
        filters: { country: 'France' },
        text: 'country=France',
        price: 1,
      },
      {
        name: 'Berlin trainers',
        platform: 'instagram',
        filters: { keywords: 'personal trainer', country: 'Germany', city: 'Berlin', followerMin: '10000' },
        text: 'keywords=personal trainer; country=Germany; city=Berlin; followerMin=10000',
        price: 1,
      },
    ]);
    expect(await list()).toEqual(saved);
    expect(addon.charged()).toBe(0);
  });

  test('under a name that is there replaces the search', async () => {
    await save('mine', { country: 'Germany' });
    expect(await save(' mine', { country: 'France' })).toMatchObject([{ name: 'mine', text: 'country=France' }]);
  });

  test('names are texts: what a formula or the language has by that name stays theirs', async () => {
    const strange = ['=1+1', '__proto__', 'constructor', '<b>', 'länge "ü" 日本', '{}'];
    for (const name of strange) await save(name);
    expect(await names()).toEqual([...strange].sort());
    for (const name of strange) await value(addon, 'deleteSearch', { name });
    expect(await list()).toEqual([]);
  });

  test('what was saved runs as it stands: its text in a formula asks the same, and is not paid twice', async () => {
    const [saved] = await save('mine', {
      country: 'Germany',
      keywords: ['yoga', 'personal trainer'],
      followerMin: 5000,
    });
    const found = await run(saved?.filters ?? {});
    expect(found.charged).toBe(1);
    expect(await addon.shown('INFLU_COUNT', 'instagram', saved?.text)).toBe(found.count);
    expect(addon.charged()).toBe(1);
  });

  test('at most 40: the 41st is refused, and one of the 40 can still be replaced, renamed and deleted', async () => {
    for (let index = 0; index < 40; index++) await save(`search ${index}`);
    const before = addon.property('searches');
    expect(await refusal(addon, 'saveSearch', { name: 'one more', platform: 'instagram', filters: {} })).toBe(
      'At most 40 searches can be saved. Delete one first.',
    );
    expect(addon.property('searches')).toBe(before);
    await save('search 7', { country: 'France' });
    await rename('search 8', 'renamed');
    expect((await names()).length).toBe(40);
    await value(addon, 'deleteSearch', { name: 'renamed' });
    expect(await save('one more')).toHaveLength(40);
  });

  test.each([
    ['of letters', 'a'],
    ['of signs of three bytes', '日'],
    ['of signs of four bytes', '😀'],
  ])(
    'as many as one property takes, with keywords %s: then it is refused in words, and none is lost',
    async (_what, sign) => {
      const keywords = Array.from({ length: 4 }, (_, index) => sign.repeat(sign === 'a' ? 95 : 18) + index);
      let saved: string[] = [];
      let said = '';
      for (let index = 0; index < 40 && said === ''; index++) {
        const given = {
          name: sign.repeat(sign === 'a' ? 55 : 25) + index,
          platform: 'instagram',
          filters: { keywords },
        } as const;
        const answer = await addon.emulator.serve('influSidebar', ['saveSearch', given]);
        expect(answer.ok).toBe(true);
        const {
          ok,
          message,
          value: now,
        } = (answer as { value: { ok: boolean; message: string; value: { name: string }[] } }).value;
        if (ok) saved = now.map(({ name }) => name);
        else said = message;
      }
      expect(said).toBe('There is no room for another search. Delete one first.');
      expect(saved.length).toBeGreaterThan(8);
      expect(await names()).toEqual(saved);
      await value(addon, 'deleteSearch', { name: saved[0] ?? '' });
      await save('short');
    },
  );
});

describe('the price of running it', () => {
  test('is 1, and 0 as long as its first page is fresh and there', async () => {
    addon.setSettings({ searchFreshDays: 0.125 });
    await save('France', { country: 'France' });
    await save('Germany', { country: 'Germany' });
    expect(await prices()).toEqual({ France: 1, Germany: 1 });
    expect((await run({ country: 'Germany' })).charged).toBe(1);
    expect(await prices()).toEqual({ France: 1, Germany: 0 });
    expect((await run({ country: 'Germany' })).charged).toBe(0);
    addon.emulator.clock.advance(3 * HOUR_MS);
    expect(await prices()).toEqual({ France: 1, Germany: 1 });
    expect((await run({ country: 'Germany' })).charged).toBe(1);
    expect(addon.charged()).toBe(2);
  });

  test('stays 0 for a week though the cache has forgotten the page', async () => {
    await save('Germany');
    await run({ country: 'Germany' });
    for (let day = 1; day < 7; day++) {
      addon.forgetCache();
      addon.emulator.clock.advance(24 * HOUR_MS);
      expect(await prices()).toEqual({ Germany: 0 });
      expect((await run({ country: 'Germany' })).charged).toBe(0);
    }
    addon.emulator.clock.advance(24 * HOUR_MS);
    expect(await prices()).toEqual({ Germany: 1 });
    expect(addon.charged()).toBe(1);
  });

  test('is 1 where only a later page is known', async () => {
    await save('Germany');
    const { id } = await value(addon, 'startSearch', {
      platform: 'instagram',
      filters: { country: 'Germany' },
      from: 2,
      to: 2,
      sheetId: null,
      known: 'skip',
      pictures: false,
      picks: [],
      again: false,
      cap: null,
    });
    await value(addon, 'stepRun', { id, resume: false, cap: null });
    expect(addon.charged()).toBe(1);
    expect(await prices()).toEqual({ Germany: 1 });
  });

  test('a formula that asked the same makes it 0 too', async () => {
    await save('Germany');
    await addon.shown('INFLU_COUNT', 'instagram', 'country=Germany');
    expect(await prices()).toEqual({ Germany: 0 });
  });
});

describe('renaming and deleting', () => {
  test('a new name, the same search, its place by the name', async () => {
    await save('a', { country: 'France' });
    await save('b', { country: 'Germany' });
    expect((await rename('a', ' c ')).map(({ name, text }) => `${name}: ${text}`)).toEqual([
      'b: country=Germany',
      'c: country=France',
    ]);
    expect(await names()).toEqual(['b', 'c']);
    expect((await rename('c', 'c')).map(({ name }) => name)).toEqual(['b', 'c']);
  });

  test('onto a name that is there: refused, both stay', async () => {
    await save('a', { country: 'France' });
    const both = await save('b', { country: 'Germany' });
    expect(await refusal(addon, 'renameSearch', { name: 'a', to: 'b ' })).toBe(
      'There is a saved search "b" already. Choose another name.',
    );
    expect(await list()).toEqual(both);
  });

  test('one that somebody has deleted meanwhile: renaming says so, deleting is done', async () => {
    await save('kept');
    expect(await refusal(addon, 'renameSearch', { name: 'gone', to: 'new' })).toMatch(
      /^The saved search "gone" no longer exists\. Open the sidebar again/,
    );
    expect((await value(addon, 'deleteSearch', { name: 'gone' })).map(({ name }) => name)).toEqual(['kept']);
    expect((await value(addon, 'deleteSearch', { name: 'kept' })).length).toBe(0);
    expect(await list()).toEqual([]);
  });
});

describe('everybody in the spreadsheet', () => {
  test('has the same searches', async () => {
    const page = asUser(addon, EDITOR);
    await save('of the owner');
    await save('of the editor', { country: 'France' }, page);
    expect(await names()).toEqual(['of the editor', 'of the owner']);
    expect(await list(page)).toEqual(await list());
    await value(page, 'deleteSearch', { name: 'of the owner' });
    expect(await names()).toEqual(['of the editor']);
  });

  test('may save at once: none is lost', async () => {
    const page = asUser(addon, EDITOR);
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        save(`search ${index}`, { country: 'France' }, index % 2 ? page : addon),
      ),
    );
    expect((await names()).length).toBe(10);
  });
});

describe('a list that cannot be read', () => {
  test.each([
    '{',
    '{}',
    'null',
    '"a"',
    '[1]',
    '[{}]',
    '[{"filters":{}}]',
    '[{"name":"a","platform":"myspace","filters":{}}]',
    '[{"name":"a","platform":"instagram","filters":{"country":5}}]',
    '[{"name":7,"platform":"instagram","filters":{}}]',
  ])('(%s) is said, not started anew, and keeps nobody from the account', async (text) => {
    addon.setProperty('searches', text);
    const opening = await value(addon, 'open', {});
    expect(opening.searches).toEqual([]);
    expect(opening.searchesStopped).toMatch(
      /^We can't read the saved searches\. Delete the document property searches\.$/,
    );
    expect(opening.account.spreadsheet?.end).toBe('0001');
    const said = [
      await refusal(addon, 'saveSearch', { name: 'b', platform: 'instagram', filters: {} }),
      await refusal(addon, 'renameSearch', { name: 'a', to: 'b' }),
      await refusal(addon, 'deleteSearch', { name: 'a' }),
    ];
    expect(new Set(said)).toEqual(new Set([opening.searchesStopped]));
    expect(addon.property('searches')).toBe(text);
    await value(addon, 'account', { again: true });
    expect((await run({ country: 'Germany' })).count).toBeGreaterThan(0);
  });

  test('there is no such word where it can be read', async () => {
    await save('a');
    expect(await value(addon, 'open', {})).not.toHaveProperty('searchesStopped');
  });
});
