import { afterEach, describe, expect, test } from 'vitest';
import { PROPERTIES } from '../../dev/emulator/limits';
import type { SearchView } from '../../src/sidebar/find-calls';
import { readDurable, writeDurable } from '../../src/gate/durable-answers';
import type { DurableRecord } from '../../src/gate/durable-record';
import { createAddon, type Addon } from '../setup/addon';
import { column, ordinaryHandles, tally } from '../setup/creators';
import { value } from '../sidebar/page';

const MINUTE_MS = 60_000;
const PAID = 'Paid on 23 Nov; details no longer stored. Enrich the row to get them (1 request).';

const plain = { pack: (text: string) => text, unpack: (text: string) => text };
const key = (index: number): string => `profile:instagram/creator_${index}`;

test('a detail that an earlier version stored without its body is a receipt', () => {
  const search: DurableRecord = { key: 'search:x#1', state: 'full', atMs: 5_000, requests: 1 };
  const cities: DurableRecord = { key: 'cities:DE', state: 'full', atMs: 5_000, requests: 0 };
  const properties = writeDurable({}, plain, [search, cities], () => false);
  const read = readDurable(properties, plain, [search.key, cities.key]);
  expect([...read.values()]).toEqual([{ ...search, state: 'receipt' }]);
});

test('where room runs out, details go, and that something was paid never does', () => {
  const records = Array.from({ length: 40 }, (_, index): DurableRecord => ({
    key: key(index),
    state: 'compact',
    atMs: 1000 * index,
    requests: 1,
    kept: ['x'],
  }));
  const properties = writeDurable({}, plain, records, () => false, 500);
  const read = readDurable(
    properties,
    plain,
    records.map((record) => record.key),
  );
  expect([...read.values()].map(({ state }) => state)).toEqual(records.map(() => 'receipt'));
});

let addon: Addon;

const stored = (): [string, string][] => Object.entries(addon.emulator.stores.properties('document').all());

/** Another script takes all the room that is left. */
function fill(): void {
  let left = PROPERTIES.maxStoreBytes - stored().reduce((size, [name, text]) => size + name.length + text.length, 0);
  for (let piece = 0; left > 20; piece++) {
    const name = `other/${piece}`;
    const text = 'x'.repeat(Math.min(9_000, left) - name.length);
    addon.setProperty(name, text);
    left -= name.length + text.length;
  }
}

function removeOthers(): void {
  for (const [name] of stored())
    if (name.startsWith('other/')) addon.emulator.stores.properties('document').delete(name);
}

/** The store fills up while the first paid calls are under way. */
function fillDuringCalls(): void {
  let isFull = false;
  addon.emulator.faults.intercept = ({ method, phase }) => {
    if (isFull || method !== 'fetchAll' || phase !== 'after' || addon.charged() === 0) return;
    isFull = true;
    fill();
  };
}

/** The cache forgets, time passes, and another script may have cleared up. */
function later(isRoomAgain: boolean): void {
  delete addon.emulator.faults.intercept;
  addon.forgetCache();
  addon.emulator.clock.advance(MINUTE_MS);
  if (isRoomAgain) removeOthers();
}

describe('a property store that others fill during a call', () => {
  afterEach(async () => {
    await addon.close();
  });

  test.each([1, 20, 70])('%i creators: what was paid is known, and never bought again in silence', async (count) => {
    addon = await createAddon({ standin: { creators: 2000 } });
    const handles = ordinaryHandles(addon.standin, count);
    const shown = async (): Promise<Record<string, number>> =>
      tally(((await addon.shown('INFLU_PROFILE', 'instagram', column(handles), 'engagement')) as unknown[][]).flat());
    fillDuringCalls();
    expect(await shown()).toEqual({ number: count });
    for (const isRoomAgain of [false, true]) {
      later(isRoomAgain);
      expect(await shown()).toEqual({ [PAID]: count });
    }
    expect(addon.charged()).toBe(count);
  });

  test.each([
    ['full, counted in bytes', 'ü'.repeat(4_400), /store is full, so nothing more is bought/],
    ['half full', 'x'.repeat(4_400), /store isn't answering/],
  ])('a refusal in another language is understood where the store is %s', async (_, text, said) => {
    addon = await createAddon();
    for (let piece = 0; piece < 57; piece++) addon.setProperty(`other/${piece}`, text);
    addon.emulator.faults.intercept = ({ method, phase }) =>
      method === 'setProperties' && phase === 'before' ? { throw: 'Speicherkontingent erreicht.' } : undefined;
    expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', 'adidas')).toMatch(said);
    expect(addon.charged()).toBe(0);
  });

  test('a search says that it was paid, and another click buys it again', async () => {
    addon = await createAddon();
    fillDuringCalls();
    expect(await addon.shown('INFLU_COUNT', 'instagram', '')).toBeTypeOf('number');
    for (const isRoomAgain of [false, true, true]) {
      later(isRoomAgain);
      expect(await addon.shown('INFLU_COUNT', 'instagram', '')).toMatch(/^Paid on 23 Nov; .* Search in the sidebar/);
    }
    expect(addon.charged()).toBe(1);
    await value(addon, 'search', { platform: 'instagram', filters: {}, again: true });
    later(true);
    expect(await addon.shown('INFLU_COUNT', 'instagram', '')).toBeTypeOf('number');
    expect(addon.charged()).toBe(2);
  });

  test('a search run whose step died then says what is lost, and comes to its end when it is resumed', async () => {
    addon = await createAddon({ container: 'addon' });
    await addon.emulator.open();
    await value(addon, 'search', { platform: 'instagram', filters: {}, again: false });
    const { id } = await value(addon, 'startSearch', {
      platform: 'instagram',
      filters: {},
      from: 1,
      to: 4,
      sheetId: null,
      known: 'skip',
      pictures: false,
      picks: [],
      again: false,
      cap: null,
    });
    const step = (resume: boolean): Promise<SearchView> => value(addon, 'stepRun', { id, resume, cap: null });
    let isFull = false;
    addon.emulator.faults.intercept = ({ service, method, phase }) => {
      if (method === 'fetchAll' && phase === 'after' && addon.charged() === 4 && !isFull) {
        isFull = true;
        fill();
      }
      return isFull && service.startsWith('Spreadsheet') && phase === 'before' ? { kill: true } : undefined;
    };
    await expect(step(false)).rejects.toThrow();
    expect(addon.charged()).toBe(4);
    later(true);
    addon.emulator.clock.advance(3 * MINUTE_MS);
    expect(await step(false)).toMatchObject({
      state: 'stopped',
      message: expect.stringMatching(/paid for/) as unknown,
    });
    expect(addon.charged()).toBe(4);
    expect(await step(true)).toMatchObject({ state: 'done', donePages: 4 });
    expect(addon.charged()).toBe(7);
  });
});
