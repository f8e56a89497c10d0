import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { contentForm, idsIn, matching, pulled, sheetIdOf, synced } from './content';
import { enriched, selected } from './enrich';
import { filesWithTriggers, log, night, post } from './nights';
import { refusal, value } from './page';

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

const view = async () => {
  addon.emulator.spreadsheet.sheet(sheet).activate();
  return value(addon, 'contentSheet', {});
};
const missing = (): string[] => {
  const there = new Set(idsIn(addon, sheet));
  return matching(addon, QUERY).filter((id) => !there.has(id));
};

test('off until it is set; then every night brings what is new; ended it leaves no trigger', async () => {
  expect((await view())?.schedule).toBeNull();
  expect(addon.emulator.triggers.list()).toEqual([]);
  expect(await value(addon, 'scheduleContent', { sheetId, schedule })).toMatchObject({ schedule, monthCharged: 0 });
  expect(addon.emulator.triggers.list()).toHaveLength(1);
  const paid = addon.charged();
  post(addon, 4);
  await night(addon);
  expect(missing()).toEqual([]);
  expect(addon.charged() - paid).toBeLessThanOrEqual(4 + 1);
  expect((await view())?.monthCharged).toBe(addon.charged() - paid);
  expect(log(addon)).not.toMatch(/scheduled sync/);
  expect(await value(addon, 'scheduleContent', { sheetId, schedule: null })).toMatchObject({ schedule: null });
  expect(addon.emulator.triggers.list()).toEqual([]);
});

test('the caps of a night and of the month hold; what is left goes on later, and the month that is used up stands in the log', async () => {
  await value(addon, 'scheduleContent', { sheetId, schedule });
  const paid = addon.charged();
  post(addon, 40);
  await night(addon);
  expect(addon.charged() - paid).toBe(10);
  // A sync by hand counts too.
  await synced(addon, sheetId, { max: 6 });
  expect((await view())?.monthCharged).toBe(16);
  await night(addon);
  expect(addon.charged() - paid).toBe(25);
  await night(addon);
  expect(addon.charged() - paid).toBe(25);
  expect(log(addon)).toMatch(/This sheet has reached its monthly cap of 25 requests/);
  expect(missing().length).toBeGreaterThan(0);
  // December.
  for (let nights = 0; nights < 9; nights++) await night(addon);
  expect((await view())?.monthCharged).toBeLessThanOrEqual(25);
  expect(missing()).toEqual([]);
});

test('a sync of a person that goes on by night keeps to the cap of the night, and has its own again by day', async () => {
  post(addon, 40);
  const { id } = await value(addon, 'startSync', { sheetId, max: 1000, refresh: false, cap: 60 });
  await value(addon, 'pauseRun', { id });
  await value(addon, 'scheduleContent', { sheetId, schedule });
  const paid = addon.charged();
  await night(addon);
  expect(addon.charged() - paid).toBe(10);
  expect((await value(addon, 'open', {})).runs.content).toMatchObject({ id, cap: 60 });
});

test('a sync whose place in the list is lost by the night goes on in that same night, within its cap', async () => {
  post(addon, 40);
  expect(await synced(addon, sheetId, { cap: 5 })).toMatchObject({ state: 'stopped', used: 5 });
  const before = missing().length;
  await value(addon, 'scheduleContent', { sheetId, schedule });
  const paid = addon.charged();
  await night(addon);
  expect(addon.charged() - paid).toBe(10);
  expect(missing().length).toBeLessThanOrEqual(before - 9);
});

test('failures stand in the log, and the next night goes on', async () => {
  await value(addon, 'scheduleContent', { sheetId, schedule });
  post(addon, 3);
  addon.standin.faults.add({ endpoint: 'getContent', status: 401, times: 1 });
  await night(addon);
  expect(log(addon)).toMatch(/refused the API key/);
  expect(missing()).toHaveLength(3);
  await night(addon);
  expect(missing()).toEqual([]);
  addon.emulator.spreadsheet.sheet(sheet).delete();
  await night(addon);
  expect(log(addon)).toMatch(/deleted, so its schedule ended/);
});

test('a pull of a person that is not finished is left alone', async () => {
  await value(addon, 'scheduleContent', { sheetId, schedule });
  const run = await value(addon, 'startContent', contentForm({ filters: QUERY, sheetId }));
  const paid = addon.charged();
  await night(addon);
  expect(addon.charged()).toBe(paid);
  expect(log(addon)).toMatch(/first fetch is not finished/);
  expect((await value(addon, 'open', {})).runs.content).toMatchObject({ id: run.id, pieces: 0 });
});

test('one trigger for all: the hour set last is that of all, and it goes with the last of them', async () => {
  const list = addon.emulator.spreadsheet.sheet('Sheet1');
  list.activate();
  list.set('A1', [['username'], ['adidas']]);
  list.select('A1:A2');
  await enriched(addon);
  await value(addon, 'scheduleContent', { sheetId, schedule });
  const rows = {
    sheetId: sheetIdOf(addon, 'Sheet1'),
    platform: 'instagram' as const,
    olderThanDays: 7,
    hour: 9,
    cap: 4,
  };
  await value(addon, 'setSchedule', { schedule: rows });
  expect((await view())?.schedule).toEqual({ ...schedule, hour: 9 });
  await value(addon, 'scheduleContent', { sheetId, schedule: { ...schedule, hour: 20 } });
  list.activate();
  expect((await selected(addon)).schedule).toMatchObject({ hour: 20 });
  expect(addon.emulator.triggers.list()).toHaveLength(1);
  await value(addon, 'setSchedule', { schedule: null });
  expect(addon.emulator.triggers.list()).toHaveLength(1);
  await value(addon, 'scheduleContent', { sheetId, schedule: null });
  expect(addon.emulator.triggers.list()).toEqual([]);
});

test('without the right to triggers, or for a sheet that cannot be kept in step, it is refused and nothing is set', async () => {
  const partial = await pulled(addon, { filters: { ...QUERY, sorting: 'reach' }, max: 1 });
  const other = sheetIdOf(addon, partial.sheet);
  expect(await refusal(addon, 'scheduleContent', { sheetId: other, schedule })).toMatch(/first posts by reach/);
  await addon.close();
  addon = await createAddon({ standin: { creators: 300 } });
  ({ sheet } = await pulled(addon, { filters: QUERY }));
  expect(await refusal(addon, 'scheduleContent', { sheetId: sheetIdOf(addon, sheet), schedule })).toMatch(
    /one more permission/,
  );
  expect((await view())?.schedule).toBeNull();
});
