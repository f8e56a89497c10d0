import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { createAddon, KEY, type Addon } from '../setup/addon';
import { column, ordinaryHandles } from '../setup/creators';
import { expectLedgerToAgree, ledgerOf } from '../setup/ledger';
import { reply, value } from '../sidebar/page';

const MINUTE_MS = 60_000;

let addon: Addon;
afterEach(() => addon.close());

const engagement = (handles: readonly (string | undefined)[]): Promise<unknown> =>
  addon.shown('INFLU_ENGAGEMENT', 'instagram', column(handles as string[]));

describe('a reading of the balance', () => {
  test('releases nothing from a cap: what was lost had been charged, and as much was bought since', async () => {
    addon = await createAddon({ balance: 1_000 });
    addon.setSettings({ maxRequestsPerDay: 30, maxFormulaRequestsPerDay: 30 });
    const handles = ordinaryHandles(addon.standin, 50);
    await engagement(handles.slice(0, 1));
    const fault = addon.standin.faults.add({ endpoint: 'getUserData', lost: 'after-charge' });
    await engagement(handles.slice(1, 5));
    fault.remove();
    const lost = addon.charged() - 1;
    expect(lost).toBeGreaterThan(3);
    addon.standin.keys.setBalance(KEY, 999);
    for (let from = 5; from < 50; from += 15) {
      addon.emulator.clock.advance(12 * MINUTE_MS);
      await engagement(handles.slice(from, from + 15));
    }
    expect(addon.charged()).toBeLessThanOrEqual(30);
    expectLedgerToAgree(addon);
  });

  test('does not turn into charged what an execution reserved and never sent', async () => {
    addon = await createAddon();
    const [first, second, third, ...more] = ordinaryHandles(addon.standin, 6);
    await engagement([first]);
    addon.emulator.faults.intercept = ({ method, phase }) =>
      method === 'fetchAll' && phase === 'before' ? { kill: true } : undefined;
    await engagement([second]);
    delete addon.emulator.faults.intercept;
    await engagement([third]);
    addon.emulator.clock.advance(12 * MINUTE_MS);
    for (const handle of more) await engagement([handle]);
    await value(addon, 'account', { again: true });
    expect(addon.charged()).toBe(5);
    expect(ledgerOf(addon)).toEqual({ charged: 5, unknown: 1 });
  });

  test('says nothing of drift when something overlapped it, and finds it when nothing did', async () => {
    addon = await createAddon();
    const handles = ordinaryHandles(addon.standin, 12);
    await engagement(handles.slice(0, 1));
    addon.standin.latencyMs = 3_000;
    addon.emulator.clock.advance(11 * MINUTE_MS);
    await addon.shownAll(handles.slice(1, 9).map((handle) => ['INFLU_ENGAGEMENT', 'instagram', handle] as const));
    addon.emulator.clock.advance(11 * MINUTE_MS);
    await engagement(handles.slice(9, 10));
    expect((await value(addon, 'account', { again: true })).drift).toBe(0);
    addon.standin.keys.setBalance(KEY, (addon.standin.keys.get(KEY)?.balance ?? 0) - 70);
    addon.emulator.clock.advance(11 * MINUTE_MS);
    expect((await value(addon, 'account', { again: true })).drift).toBe(70);
  });
});

test('what clicks have lost makes no room for formulas', async () => {
  addon = await createAddon();
  addon.setSettings({ maxFormulaRequestsPerDay: 6 });
  const handles = ordinaryHandles(addon.standin, 30);
  await engagement(handles.slice(0, 4));
  const fault = addon.standin.faults.add({ endpoint: 'discovery', lost: 'before-charge' });
  await reply(addon, 'search', { platform: 'instagram', filters: {}, again: false });
  fault.remove();
  addon.emulator.clock.advance(12 * MINUTE_MS);
  for (let at = 4; at < 30; at += 2) {
    addon.emulator.clock.advance(2 * MINUTE_MS);
    await engagement(handles.slice(at, at + 2));
  }
  expect(addon.standin.charges.requests('getUserData').length).toBe(6);
  expect(addon.charged()).toBe(6);
});

describe('a property write that took effect and still threw', () => {
  test.each([1, 2, 3, 4])('the %ith: each request is counted once', async (nth) => {
    addon = await createAddon();
    const handles = ordinaryHandles(addon.standin, 8);
    await engagement(handles.slice(0, 2));
    let writes = 0;
    addon.emulator.faults.intercept = ({ method, phase }) =>
      method === 'setProperties' && phase === 'after' && ++writes === nth
        ? { throw: 'Service error: Properties' }
        : undefined;
    await engagement(handles.slice(2, 4));
    await engagement(handles.slice(4, 6));
    delete addon.emulator.faults.intercept;
    await engagement(handles);
    addon.emulator.clock.advance(MINUTE_MS);
    await value(addon, 'account', { again: true });
    expect(addon.charged()).toBe(8);
    expect(ledgerOf(addon)).toEqual({ charged: 8, unknown: 0 });
  });
});

test('a document of the first version goes on: what it had spent, what was settled, what had died, what it knows', async () => {
  const { atMs, charged, handles, properties } = JSON.parse(
    readFileSync(new URL('../fixtures/document-v1.json', import.meta.url), 'utf8'),
  ) as { atMs: number; charged: number; handles: string[]; properties: Record<string, string> };
  addon = await createAddon({ startAt: new Date(atMs + MINUTE_MS).toISOString(), balance: 1_000 - charged });
  for (const [name, text] of Object.entries(properties)) addon.setProperty(name, text);
  addon.setSettings({ maxFormulaRequestsPerDay: 9 });
  const { today } = await value(addon, 'account', { again: false });
  expect(today).toEqual({ charged: 5, unknown: 3, formula: 8 });
  const bought = handles.filter((_, at) => at < 4 || at === 6);
  for (const shown of ((await engagement(bought)) as unknown[][]).flat()) expect(shown).toBeTypeOf('number');
  expect(addon.charged()).toBe(0);
  // One more, and the cap is reached.
  await engagement(handles.slice(4, 6));
  expect(addon.charged()).toBe(1);
  expect(JSON.parse(addon.property('gate') ?? '{}')).toMatchObject({ version: 2 });
  expect((await value(addon, 'account', { again: false })).today).toEqual({ charged: 6, unknown: 3, formula: 9 });
  // The stand-in of this test has charged one only.
  addon.setProperty('gate', '');
});
