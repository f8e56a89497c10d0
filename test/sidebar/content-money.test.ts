import { afterEach, beforeEach, expect, test } from 'vitest';
import { columnLetters } from '../../src/core/text';
import { createAddon, type Addon } from '../setup/addon';
import { cells, driven, pulled, sheetIdOf, synced } from './content';
import { filesWithTriggers, log, night, post } from './nights';
import { refusal, value } from './page';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const QUERY = { platform: 'instagram', username: 'adidas', followerMin: '0' };
const schedule = { hour: 6, cap: 10, monthCap: 25 };

let addon: Addon;
let sheet: string;
let sheetId: number;
beforeEach(async () => {
  addon = await createAddon({ standin: { creators: 300 }, files: filesWithTriggers() });
  ({ sheet } = await pulled(addon, { filters: QUERY }));
  sheetId = sheetIdOf(addon, sheet);
});
afterEach(() => addon.close());

/** Whether a run has noted that it was charged at least so much. */
const hasNoted = (requests: number): boolean =>
  requests > 0 &&
  Object.values(addon.emulator.stores.properties('document').all()).some(
    (text) => /"action":"sync"/.test(text) && Number(/"charged":(\d+)/.exec(text)?.[1] ?? 0) >= requests,
  );

test('nights that die in the middle count for the month all the same', async () => {
  await value(addon, 'scheduleContent', { sheetId, schedule });
  const paid = addon.charged();
  post(addon, 90);
  addon.standin.manners.cursorTtlMs = 30 * DAY_MS;
  // A person's own, which goes on at night: its maximum is no limit.
  await synced(addon, sheetId, { cap: 5 });
  for (let nights = 0; nights < 5; nights++) {
    const before = addon.charged();
    // Behind the checkpoint, and before the sync has counted what it was charged.
    addon.emulator.faults.intercept = ({ method, phase }) =>
      /etadata/.test(method) && phase === 'before' && hasNoted(addon.charged() - before) ? { kill: true } : undefined;
    addon.emulator.clock.advance(DAY_MS);
    await addon.emulator.triggers.runDue();
    delete addon.emulator.faults.intercept;
  }
  expect(addon.charged() - paid).toBeGreaterThan(10);
  expect(addon.charged() - paid).toBeLessThanOrEqual(schedule.monthCap);
});

test('a record of syncs that can.t read is said and not written over, and nothing is bought meanwhile', async () => {
  await value(addon, 'scheduleContent', { sheetId, schedule });
  addon.setProperty(`sync/${sheetId}`, '{"version":1}');
  const paid = addon.charged();
  post(addon, 3);
  await night(addon);
  expect(log(addon)).toMatch(/can.t read/);
  expect(await refusal(addon, 'startSync', { sheetId, max: 10, refresh: false, cap: null })).toMatch(/can.t read/);
  expect(await refusal(addon, 'scheduleContent', { sheetId, schedule })).toMatch(/can.t read/);
  expect(addon.property(`sync/${sheetId}`)).toBe('{"version":1}');
  expect(addon.charged()).toBe(paid);
});

test('a run of this sheet that cannot be read is no reason to begin anew: that would buy again', async () => {
  post(addon, 20);
  const run = await value(addon, 'startSync', { sheetId, max: 100, refresh: false, cap: 5 });
  await driven(addon, run);
  const stored = addon.property(`run/${run.id}`) ?? '';
  addon.setProperty(`run/${run.id}`, stored.replace('"version":1', '"version":0'));
  const paid = addon.charged();
  expect(await refusal(addon, 'startSync', { sheetId, max: 100, refresh: false, cap: null })).toMatch(
    new RegExp(`We can't read.*run/${run.id}`),
  );
  expect(addon.charged()).toBe(paid);
  // Other sheets do not wait for that.
  expect(await pulled(addon, { filters: QUERY, max: 1 })).toMatchObject({ state: 'done' });
});

test('a summary that is made while a sync ends does not set back what the sheet knows', async () => {
  post(addon, 20);
  const run = await value(addon, 'startSync', { sheetId, max: 100, refresh: false, cap: null });
  let syncing: Promise<unknown> | undefined;
  addon.emulator.faults.intercept = ({ method, phase }) => {
    if (!syncing && /insertSheet/.test(method) && phase === 'before') syncing = driven(addon, run);
  };
  await value(addon, 'summarizeContent', { sheetId, rate: null });
  await syncing;
  delete addon.emulator.faults.intercept;
  const paid = addon.charged();
  await synced(addon, sheetId);
  expect(addon.charged() - paid).toBeLessThanOrEqual(1);
  expect((await value(addon, 'summarizeContent', { sheetId, rate: null })).sheet).toBe(`Summary ${sheet}`);
});

test('a sync that ends after a summary was made remembers whose that is', async () => {
  post(addon, 20);
  const run = await value(addon, 'startSync', { sheetId, max: 100, refresh: false, cap: null });
  let making: Promise<unknown> | undefined;
  addon.standin.faults.add({ endpoint: 'getContent', latencyMs: 14_000 });
  addon.emulator.faults.intercept = ({ method, phase }) => {
    if (!making && /fetchAll/.test(method) && phase === 'before')
      making = value(addon, 'summarizeContent', { sheetId, rate: null });
  };
  await driven(addon, run);
  await making;
  delete addon.emulator.faults.intercept;
  expect(await value(addon, 'summarizeContent', { sheetId, rate: null })).toEqual(await making);
});

function renamed(header: string, to: string): void {
  const headers = cells(addon, sheet)[0] ?? [];
  addon.emulator.spreadsheet.sheet(sheet).set(`${columnLetters(headers.indexOf(header) + 1)}1`, to);
}

test.each([
  ['protected from this person', () => addon.emulator.spreadsheet.sheet(sheet).protect(null), /protected/],
  ['without its column of ids', () => renamed('Content id', 'My ids'), /no longer has a column/],
])('a sheet that is %s: nothing is bought for it', async (_, change, says) => {
  post(addon, 20);
  const run = await value(addon, 'startSync', { sheetId, max: 100, refresh: false, cap: null });
  change();
  addon.emulator.clock.advance(HOUR_MS);
  const paid = addon.charged();
  const served = await addon.emulator.serve('influSidebar', ['stepRun', { id: run.id, resume: false, cap: null }], {
    user: 'colleague@example.com',
  });
  expect(served).toMatchObject({ value: { ok: false } });
  expect(JSON.stringify(served)).toMatch(says);
  expect(addon.charged()).toBe(paid);
});
