import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { columnOf, enriched } from './enrich';
import { refusal, value } from './page';

// What is saved, what it would cost to have it again, and deleting it.
const TAB = 'influData data';
let addon: Addon;
let handles: string[];
beforeEach(async () => {
  addon = await createAddon({ standin: { creators: 2000 } });
  handles = ordinaryHandles(addon.standin, 4);
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['username'], ...handles.slice(0, 3).map((handle) => [handle])]);
  sheet.select('A1:A4');
  await enriched(addon);
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', handles[3]);
});
afterEach(() => addon.close());

const shown = (handle = ''): Promise<unknown> => addon.shown('INFLU_ENGAGEMENT', 'instagram', handle);
const stored = () => value(addon, 'storedData', {});
const remove = (what: 'creator' | 'tab' | 'all', creator = '') =>
  value(addon, 'deleteData', { what, platform: 'instagram', creator });
const hasTab = (): boolean => addon.emulator.spreadsheet.hasSheet(TAB);
/** Everything that is kept anywhere, unpacked as far as it is text. */
const everything = (): string =>
  JSON.stringify([
    addon.emulator.stores.properties('document').all(),
    hasTab() ? addon.emulator.spreadsheet.sheet(TAB).values() : [],
  ]);

test('says what is saved and what it would cost again; looking is free', async () => {
  expect(await stored()).toEqual({ creators: 4, reports: 0, pages: 0, requests: 4, hasDataTab: true });
  expect(addon.charged()).toBe(4);
});

test('one creator is gone by every name, from everywhere; the others stay, and asked again only that one is bought', async () => {
  const [gone = '', stays = ''] = handles;
  const creator = addon.standin.creators.find('instagram', gone);
  const id = creator?.creatorId ?? '';
  expect(everything()).toContain(gone);
  // Named by influData's id, it is the same creator.
  const { deleted, left } = await remove('creator', `id:${id}`);
  expect(deleted).toMatchObject({ creators: 1, requests: 1 });
  expect(left).toMatchObject({ creators: 3, requests: 3 });
  expect(columnOf(addon, 'Key', TAB).filter((key) => String(key).includes(gone))).toEqual([]);
  expect(columnOf(addon, 'Key', TAB)).toHaveLength(2);
  expect(await Promise.all([shown(stays), shown(handles[3])])).toEqual([expect.any(Number), expect.any(Number)]);
  expect(addon.charged()).toBe(4);
  expect(await shown(gone)).toEqual(expect.any(Number));
  expect(addon.charged()).toBe(5);
});

test('a page of a search in which the creator stands goes too', async () => {
  const [found] = (await value(addon, 'search', { platform: 'instagram', filters: {}, again: false })).creators;
  const before = addon.charged();
  expect((await stored()).pages).toBe(1);
  const { deleted, left } = await remove('creator', found?.username ?? '');
  expect([deleted.pages, left.pages]).toEqual([1, 0]);
  expect(addon.charged()).toBe(before);
});

test('the data tab alone: what was paid for is not bought again in silence', async () => {
  const { left } = await remove('tab');
  expect([hasTab(), left.hasDataTab]).toEqual([false, false]);
  addon.forgetCache();
  for (const handle of handles.slice(0, 3)) await shown(handle);
  expect(addon.charged()).toBe(4);
});

test('everything: nothing of a creator is left, the caps still know what was spent, and formulas buy anew', async () => {
  await value(addon, 'saveSearch', { name: 'Mine', platform: 'instagram', filters: { country: 'Germany' } });
  const { deleted, left } = await remove('all');
  expect(deleted).toMatchObject({ creators: 4, requests: 4 });
  expect(left).toEqual({ creators: 0, reports: 0, pages: 0, requests: 0, hasDataTab: false });
  for (const handle of handles) expect(everything()).not.toContain(handle);
  const answers = Object.entries(addon.emulator.stores.properties('document').all()).filter(
    ([name, text]) => /^a\/|^loose$/.test(name) && text !== '',
  );
  expect(answers).toEqual([]);
  const opening = await value(addon, 'open', {});
  expect(opening.searches).toEqual([]);
  expect(opening.account.today).toMatchObject({ charged: 4 });
  expect(opening.account.spreadsheet).toBeDefined();
  expect(await shown(handles[0])).toEqual(expect.any(Number));
  expect(addon.charged()).toBe(5);
});

/** After such a call, things stand as they did before it. */
const READS = /^(\w+\.)?(get|is|has)/;
/** Dead after the `nth` call of the page that leaves something; says whether it came so far. */
function killedAfter({ emulator }: Addon, nth: number): () => boolean {
  let calls = 0;
  emulator.faults.intercept = ({ name, method, phase }) => {
    if (name !== 'influSidebar' || phase !== 'after' || READS.test(method)) return undefined;
    return calls++ === nth ? { kill: true } : undefined;
  };
  return () => {
    delete emulator.faults.intercept;
    return calls > nth;
  };
}

test('killed anywhere, it can be done again, and then all of it is gone', async () => {
  let at = 0;
  for (let isKilled = true; isKilled; at += 1) {
    const wasKilled = killedAfter(addon, at);
    await addon.emulator.serve('influSidebar', [
      'deleteData',
      { what: 'creator', platform: 'instagram', creator: handles[0] },
    ]);
    isKilled = wasKilled();
    // A lock of the dead is given back.
    addon.emulator.clock.advance(60_000);
    await remove('creator', handles[0]);
    expect((await stored()).creators).toBe(3);
    expect(columnOf(addon, 'Key', TAB).filter((key) => String(key).includes(handles[0] ?? ''))).toEqual([]);
    await shown(handles[0]);
  }
  expect(at).toBeGreaterThan(4);
});

test.each(['tab', 'all'] as const)(
  'killed anywhere while it deletes “%s”, formulas go on, and it can be done again',
  async (what) => {
    // Each instant, until the call comes to its end.
    let at = 0;
    for (let isKilled = true; isKilled; at += 1) {
      const each = await createAddon({ standin: { creators: 2000 } });
      const sheet = each.emulator.spreadsheet.sheet('Sheet1');
      sheet.set('A1', [['username'], [handles[0]]]);
      sheet.select('A1:A2');
      await enriched(each);
      const wasKilled = killedAfter(each, at);
      await each.emulator.serve('influSidebar', ['deleteData', { what, platform: 'instagram', creator: '' }]);
      isKilled = wasKilled();
      each.emulator.clock.advance(60_000);
      each.forgetCache();
      const said = await each.shown('INFLU_ENGAGEMENT', 'instagram', handles[1]);
      expect([at, said]).toEqual([at, expect.any(Number)]);
      await value(each, 'deleteData', { what, platform: 'instagram', creator: '' });
      expect([at, each.emulator.spreadsheet.hasSheet(TAB)]).toEqual([at, false]);
      await each.close();
    }
    expect(at).toBeGreaterThan(4);
  },
);

test('what names nobody is refused', async () => {
  expect(await refusal(addon, 'deleteData', { what: 'creator', platform: 'instagram', creator: ' ' })).toMatch(
    /Name a creator/,
  );
  expect((await stored()).creators).toBe(4);
});
