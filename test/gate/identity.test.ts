import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';

let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ standin: { creators: 2000 } });
});
afterEach(() => addon.close());

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

const found = (handle: string) => addon.standin.creators.find('instagram', handle);

/** Handle, influData id and the platform's own. */
const threeOf = (handle: string): [handle: string, id: string, uid: string] => {
  const creator = found(handle);
  if (!creator) throw new Error(`no creator ${handle}`);
  return [handle, `id:${creator.creatorId}`, `uid:${addon.standin.creators.text(creator).userId}`];
};
const orders = [
  [0, 1, 2],
  [1, 2, 0],
  [2, 0, 1],
] as const;
const inOrder = (handle: string, order: readonly number[]): string[] =>
  order.map((index) => threeOf(handle)[index] ?? '');

describe('one creator under several names', () => {
  test.each(orders)('is paid for once in the order %i, %i, %i, also when the cache has forgotten', async (...order) => {
    const [handle] = ordinaryHandles(addon.standin, 1) as [string];
    const shown: unknown[] = [];
    for (const name of inOrder(handle, order)) {
      shown.push(await names(name));
      addon.forgetCache();
    }
    expect(shown).toEqual(Array.from(shown, () => [[handle, 'instagram', found(handle)?.followers]]));
    expect(addon.charged()).toBe(1);
  });

  test.each(orders)('has one audience report in the order %i, %i, %i, which holds the profile', async (...order) => {
    addon.setSettings({ audienceInFormulas: true });
    const [handle] = ordinaryHandles(addon.standin, 1) as [string];
    const shown: unknown[] = [];
    for (const name of inOrder(handle, order)) shown.push(await addon.shown('INFLU_AUDIENCE', 'instagram', name));
    for (const name of inOrder(handle, order))
      expect(await names(name)).toEqual([[handle, 'instagram', expect.any(Number)]]);
    expect(shown[0]).toEqual(expect.any(Array));
    expect(shown).toEqual([shown[0], shown[0], shown[0]]);
    addon.forgetCache();
    // The report itself is gone then, and that it was paid for is not.
    for (const name of inOrder(handle, order))
      expect(String(await addon.shown('INFLU_AUDIENCE', 'instagram', name))).toMatch(/^Paid on 23 Nov/);
    expect(addon.charged()).toBe(20);
  });

  test('a report that is under way is waited for by whoever wants the profile, by any name that is known', async () => {
    addon.setSettings({ audienceInFormulas: true });
    const [first, second] = ordinaryHandles(addon.standin, 2) as [string, string];
    const [, firstId, firstUid] = threeOf(first);
    await names(first);
    const shown = await addon.shownAll([
      ['INFLU_AUDIENCE', 'instagram', firstId],
      ['INFLU_AUDIENCE', 'instagram', firstUid],
      ['INFLU_AUDIENCE', 'instagram', first],
      ['INFLU_AUDIENCE', 'instagram', second],
      ['INFLU_FOLLOWERS', 'instagram', second],
      ['INFLU_ENGAGEMENT', 'instagram', second],
    ]);
    expect(shown[0]).toEqual(expect.any(Array));
    expect([shown[1], shown[2]]).toEqual([shown[0], shown[0]]);
    expect(shown.slice(4)).toEqual([found(second)?.followers, expect.any(Number)]);
    expect(addon.charged()).toBe(1 + 20 + 20);
  });

  test('what an id was known by is over with the answer: a handle can go to somebody else', async () => {
    const [handle] = ordinaryHandles(addon.standin, 1) as [string];
    const [, id] = threeOf(handle);
    await names(handle);
    addon.emulator.clock.advance(8 * 24 * 60 * 60_000);
    await names(id);
    expect(addon.charged()).toBe(2);
  });
});
