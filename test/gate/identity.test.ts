import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { expectLedgerToAgree } from '../setup/ledger';

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ standin: { creators: 2000 } });
});
afterEach(async () => {
  expectLedgerToAgree(addon);
  await addon.close();
});

const names = (name: string): Promise<unknown> =>
  addon.shown('INFLU_PROFILE', 'instagram', name, 'username, platform, followers');

test('one creator is paid for once, by handle or by influData id, in either order', async () => {
  const [first, second] = ordinaryHandles(addon.standin, 2) as [string, string];
  const idOf = (handle: string): string => `id:${addon.standin.creators.find('instagram', handle)?.creatorId}`;
  const byHandle = await names(first);
  expect(await names(idOf(first))).toEqual(byHandle);
  const byId = await names(idOf(second));
  expect(await names(second)).toEqual(byId);
  expect(addon.charged()).toBe(2);
});
