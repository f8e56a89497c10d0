import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AlikeReply } from '../../src/sidebar/alike-calls';
import type { SearchView } from '../../src/sidebar/find-calls';
import { createAddon, type Addon } from '../setup/addon';
import { enriched } from './enrich';
import { drivenRun, refusal, value } from './page';
import { reported, select } from './report';

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ standin: { creators: 300 } });
});
afterEach(() => addon.close());

const alike = (pays = false): Promise<AlikeReply> => value(addon, 'alikeSelected', { platform: 'instagram', pays });
const sheet = (name = 'Sheet1') => addon.emulator.spreadsheet.sheet(name);

const ADIDAS = {
  handle: 'adidas',
  price: 0,
  found: {
    handle: 'adidas',
    search: {
      platform: 'instagram',
      filters: {
        categories: 'sports,fashion',
        country: 'Germany',
        language: 'de',
        followerMin: '15100000',
        followerMax: '60400000',
      },
    },
    gaps: [],
    without: ['instagram/adidas', expect.stringMatching(/^id:./) as unknown],
  },
};

async function searched(filters: Record<string, string>, without?: string[]): Promise<SearchView> {
  const form = {
    platform: 'instagram',
    filters,
    from: 1,
    to: 1,
    sheetId: null,
    known: 'skip',
    pictures: false,
  } as const;
  const started = await value(addon, 'startSearch', {
    ...form,
    picks: [],
    again: false,
    cap: null,
    ...(without && { without }),
  });
  return drivenRun(addon, started);
}

test('from a row of a list: free where its profile is saved, else its price first, and bought once', async () => {
  select(addon, ['adidas', 'nike']);
  sheet().select('A2');
  await enriched(addon);
  expect(addon.charged()).toBe(1);
  sheet().select('A2');
  expect(await alike()).toEqual(ADIDAS);
  addon.forgetCache();
  expect(await alike(true)).toEqual(ADIDAS);
  expect(addon.charged()).toBe(1);

  sheet().select('A3');
  expect(await alike()).toEqual({ handle: 'nike', price: 1 });
  expect(addon.charged()).toBe(1);
  const paid = await alike(true);
  expect(paid).toMatchObject({
    price: 0,
    found: { handle: 'nike', search: { filters: { country: 'United States' } } },
  });
  expect(addon.charged()).toBe(2);
  expect(await alike(true)).toEqual(paid);
  expect(addon.charged()).toBe(2);

  sheet().select('A2:A3');
  expect(await refusal(addon, 'alikeSelected', { platform: 'instagram', pays: false })).toMatch(/^Select one creator/);
});

test('from a row of a result sheet and from a search: what was found says country and followers, free', async () => {
  const { sheet: name } = await searched({ country: 'Germany', followerMin: '1000000' });
  const [headers = [], first = []] = sheet(name).values();
  const at = (header: string): unknown => first[headers.indexOf(header)];
  const [id, username, followers] = [String(at('influData id')), String(at('Handle')), Number(at('Followers'))];
  const found = {
    handle: username,
    search: {
      platform: 'instagram',
      filters: {
        country: 'Germany',
        followerMin: String(Math.floor(followers / 2)),
        followerMax: String(followers * 2),
      },
    },
    gaps: ['categories', 'language'].map((filter) => ({ name: filter, why: 'unknown' })),
    without: [`instagram/${username.toLowerCase()}`, `id:${id}`],
  };
  // Whichever cell of the row.
  sheet(name).select('E2');
  expect(await alike()).toEqual({ handle: username, price: 0, found });
  const view = { platform: 'instagram', id, username, country: 'Germany', followers } as const;
  expect(await value(addon, 'alikeFound', view)).toEqual({ handle: username, price: 0, found });
  sheet(name).select('E2:E3');
  expect(await refusal(addon, 'alikeSelected', { platform: 'instagram', pays: false })).toMatch(/^Select one creator/);
  expect(addon.charged()).toBe(1);
});

test('from the sheet of a report, whichever cell is selected', async () => {
  select(addon, ['adidas']);
  const { sheets } = await reported(addon);
  const charged = addon.charged();
  sheet(sheets[0]).select('A7');
  expect(await alike()).toEqual(ADIDAS);
  expect(addon.charged()).toBe(charged);
});

test('the creator is not written, neither by its handle nor by its id, nor are those of other result sheets', async () => {
  const filters = { country: 'Germany', followerMin: '1000000' };
  const first = await searched(filters);
  const idsIn = (name: string): string[] => {
    const [names = [], ...rows] = sheet(name).values();
    return rows.map((row) => String(row[names.indexOf('influData id')]));
  };
  const all = idsIn(first.sheet);
  expect(all.length).toBeGreaterThan(3);
  const [headers = [], , second = []] = sheet(first.sheet).values();
  const handle = String(second[headers.indexOf('Handle')]);
  // With its sheet, nobody is left; without it, all but those two.
  const none = await searched(filters, ['instagram/adidas']);
  expect(idsIn(none.sheet)).toEqual([]);
  const others = await drivenRun<SearchView>(
    addon,
    await value(addon, 'startSearch', {
      platform: 'instagram',
      filters,
      from: 1,
      to: 1,
      sheetId: null,
      known: 'mark',
      pictures: false,
      picks: [],
      again: false,
      cap: null,
      without: [`id:${all[0] ?? ''}`, `instagram/${handle}`],
    }),
  );
  expect(idsIn(others.sheet)).toEqual(all.slice(2));
  // Its next pages go without them too.
  sheet(others.sheet).select('A1');
  expect(await value(addon, 'resultSheet', {})).toMatchObject({
    without: [`id:${all[0] ?? ''}`, `instagram/${handle}`],
  });
});

test('whom influData does not have is said, and costs nothing again', async () => {
  select(addon, ['nobody.is.called.so']);
  sheet().select('A2');
  expect(await alike()).toMatchObject({ price: 1 });
  const charged = addon.charged();
  addon.setSettings({ version: 1, paused: true });
  const paused = await refusal(addon, 'alikeSelected', { platform: 'instagram', pays: true });
  expect(paused).toBe('Spending is paused. Resume spending under Account.');
  addon.setSettings({ version: 1 });
  const said = await refusal(addon, 'alikeSelected', { platform: 'instagram', pays: true });
  expect(said).toMatch(/nobody\.is\.called\.so/);
  expect(await refusal(addon, 'alikeSelected', { platform: 'instagram', pays: false })).toBe(said);
  expect(addon.charged() - charged).toBeLessThanOrEqual(1);
});
