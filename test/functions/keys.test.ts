import { describe, expect, test } from 'vitest';
import { DEMO_TRIAL_CLIENT_ID, DEMO_TRIAL_KEY } from '../../dev/standin/standin';
import { KEY } from '../setup/addon';
import { addon, corner, handles, sent, shareAddon } from './shared-addon';

shareAddon();

const ownersProperties = () => addon.emulator.stores.properties('user', addon.emulator.users.owner);
const withoutSpreadsheetKey = (): void => {
  for (const name of ['INFLUDATA_API_KEY', 'INFLUDATA_CLIENT_ID'])
    addon.emulator.stores.properties('document').delete(name);
};
const payers = (): unknown[] => [...new Set(addon.standin.charges.list.map(({ key }) => key))];

const ABOUT_ONE: [name: string, ...args: unknown[]][] = [
  ['INFLU_FOLLOWERS', 'instagram', 'adidas'],
  ['INFLU_ENGAGEMENT', 'instagram', 'adidas'],
  ['INFLU_GROWTH', 'instagram', 'adidas'],
  ['INFLU_PROFILE', 'instagram', 'adidas', 'followers, country'],
  ['INFLU_TIMELINE', 'instagram', 'adidas'],
  ['INFLU_STATUS', 'instagram', 'adidas'],
  ['INFLU_AUDIENCE', 'instagram', 'adidas'],
  ['INFLU_BALANCE'],
  ['INFLU_CITIES', 'Germany'],
];

describe.each(ABOUT_ONE)('%s', (name, ...args) => {
  test('without a key: one sentence says where to put it, and nothing is sent', async () => {
    withoutSpreadsheetKey();
    addon.setSettings({ audienceInFormulas: true });
    expect(corner(await addon.shown(name, ...args))).toMatch(
      /^Connect influData first: Extensions › influData › API key/,
    );
    expect(sent()).toBe(0);
  });

  test('with a wrong key: one sentence shows its last four characters and no more of it', async () => {
    addon.setProperty('INFLUDATA_API_KEY', 'wrong-key-of-somebody-wxyz');
    addon.setSettings({ audienceInFormulas: true });
    const shown = String(corner(await addon.shown(name, ...args)));
    expect(shown).toMatch(/refused the API key ending in wxyz/);
    expect(shown).not.toContain('somebody');
    expect(addon.charged()).toBe(0);
  });
});

test('INFLU_CATEGORIES needs no key and no call', async () => {
  withoutSpreadsheetKey();
  const rows = (await addon.shown('INFLU_CATEGORIES')) as unknown[][];
  expect(rows.length).toBe(26);
  expect(rows).toContainEqual(['fashion', 'Fashion & Style']);
  expect(sent()).toBe(0);
});

test("the owner's key pays where the spreadsheet has none, whoever calculates", async () => {
  withoutSpreadsheetKey();
  ownersProperties().set('INFLUDATA_API_KEY', KEY);
  const [result] = await addon.emulator.cells([
    { name: 'INFLU_GROWTH', args: ['instagram', handles[0]], user: 'editor@example.com' },
  ]);
  expect(result?.value).toEqual(expect.any(Number));
  expect(payers()).toEqual([KEY]);
});

test("the spreadsheet's key goes before the owner's", async () => {
  ownersProperties().set('INFLUDATA_API_KEY', DEMO_TRIAL_KEY);
  ownersProperties().set('INFLUDATA_CLIENT_ID', DEMO_TRIAL_CLIENT_ID);
  await addon.shown('INFLU_GROWTH', 'instagram', handles[0]);
  expect(payers()).toEqual([KEY]);
});

test('a key with spaces around works', async () => {
  addon.setProperty('INFLUDATA_API_KEY', `  ${KEY}\n`);
  expect(await addon.shown('INFLU_GROWTH', 'instagram', handles[0])).toEqual(expect.any(Number));
});

test('a wrong key is not tried again for ten minutes by other cells, and a right one works at once', async () => {
  addon.setProperty('INFLUDATA_API_KEY', 'wrong-key-of-somebody-wxyz');
  for (const handle of handles.slice(0, 4))
    expect(await addon.shown('INFLU_GROWTH', 'instagram', handle)).toMatch(/ending in wxyz/);
  expect(sent('getUserData')).toBeLessThanOrEqual(1);
  addon.setProperty('INFLUDATA_API_KEY', KEY);
  expect(await addon.shown('INFLU_GROWTH', 'instagram', handles[0])).toEqual(expect.any(Number));
});

test('the balance needs a client id, and the cell says where it goes', async () => {
  addon.emulator.stores.properties('document').delete('INFLUDATA_CLIENT_ID');
  expect(await addon.shown('INFLU_BALANCE')).toMatch(
    /we need your client id, which came with your key\. Add it under Extensions › influData › API key and account/,
  );
  expect(addon.standin.charges.requests().length).toBe(0);
  // Everything else works without.
  expect(await addon.shown('INFLU_GROWTH', 'instagram', handles[0])).toEqual(expect.any(Number));
});

test("a client id of another key's is refused in one sentence", async () => {
  addon.setProperty('INFLUDATA_CLIENT_ID', 'somebody-else');
  expect(await addon.shown('INFLU_BALANCE')).toMatch(/refused this: .*clientId does not belong to this API key/);
});

test('the balance goes down by what formulas have bought, without being read again', async () => {
  const before = (await addon.shown('INFLU_BALANCE')) as number;
  await addon.shown('INFLU_GROWTH', 'instagram', [[handles[0]], [handles[1]]]);
  expect(await addon.shown('INFLU_BALANCE')).toBe(before - 2);
  expect(sent('getClientInfo')).toBe(1);
  addon.emulator.clock.advance(11 * 60_000);
  expect(await addon.shown('INFLU_BALANCE')).toBe(before - 2);
  expect(sent('getClientInfo')).toBe(2);
});

test('the key is in no cell, log, ledger line or cache entry', async () => {
  addon.standin.faults.add({ creator: handles[1] as string, status: 403, message: 'Forbidden' });
  const shown = await addon.shown('INFLU_PROFILE', 'instagram', [[handles[0]], [handles[1]]], 'followers, bio');
  expect(JSON.stringify(shown)).not.toContain(KEY);
  for (const [name, value] of Object.entries(addon.emulator.stores.properties('document').all()))
    if (name !== 'INFLUDATA_API_KEY') expect(value).not.toContain(KEY);
  expect(JSON.stringify(addon.emulator.logs)).not.toContain(KEY);
  for (const { query } of addon.standin.charges.requests()) expect(JSON.stringify(query)).not.toContain(KEY);
});
