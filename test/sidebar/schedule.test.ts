import { afterEach, beforeEach, expect, test } from 'vitest';
import { SPECIAL } from '../../dev/standin/notable';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { columnOf, enriched, selected } from './enrich';
import { filesWithTriggers } from './nights';
import { refusal, value } from './page';

const DAY_MS = 24 * 3_600_000;
let addon: Addon;
let handles: string[];
beforeEach(async () => {
  addon = await createAddon({ standin: { creators: 2000 }, files: filesWithTriggers() });
  handles = ordinaryHandles(addon.standin, 6);
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['username'], ...handles.map((handle) => [handle])]);
  sheet.select('A1:A7');
});
afterEach(() => addon.close());

const form = { sheetId: 0, platform: 'instagram' as const, olderThanDays: 7, hour: 6, cap: 4 };
const log = (): string[] =>
  addon.emulator.spreadsheet.hasSheet('influData log') ? columnOf(addon, 'Detail', 'influData log').map(String) : [];
const night = async () => {
  addon.emulator.clock.advance(DAY_MS);
  const [execution] = await addon.emulator.triggers.runDue();
  expect(execution?.outcome).toBe('returned');
};

test('nothing runs by itself until it is set; then old rows are refreshed every day, within the cap, and what is left goes on the next day', async () => {
  await enriched(addon);
  expect(addon.emulator.triggers.list()).toEqual([]);
  expect((await selected(addon)).schedule).toBeNull();
  expect(await value(addon, 'setSchedule', { schedule: form })).toEqual({ schedule: { ...form, sheet: 'Sheet1' } });
  expect(addon.emulator.triggers.list()).toHaveLength(1);
  await night();
  // Not old yet.
  expect(addon.charged()).toBe(6);
  addon.emulator.clock.advance(7 * DAY_MS);
  await night();
  expect(addon.charged()).toBe(6 + form.cap);
  expect(log()).toContainEqual(expect.stringMatching(/This run has reached its cap of 4 requests/));
  expect(columnOf(addon, 'influData status').filter((status) => status === 'waiting')).toHaveLength(2);
});

test('set again it replaces the one before; ended it leaves no trigger', async () => {
  await enriched(addon);
  await value(addon, 'setSchedule', { schedule: form });
  await value(addon, 'setSchedule', { schedule: { ...form, hour: 20, cap: 100 } });
  expect(addon.emulator.triggers.list()).toHaveLength(1);
  expect((await selected(addon)).schedule).toMatchObject({ hour: 20 });
  expect(await value(addon, 'setSchedule', { schedule: null })).toEqual({ schedule: null });
  expect(addon.emulator.triggers.list()).toEqual([]);
});

test('failures stand in the log, and nothing is thrown at nobody', async () => {
  await enriched(addon);
  await value(addon, 'setSchedule', { schedule: { ...form, cap: 100 } });
  addon.standin.faults.add({ endpoint: 'getUserData', status: 401 });
  addon.emulator.clock.advance(9 * DAY_MS);
  await night();
  expect(log()).toContainEqual(expect.stringMatching(/refused the API key/));
  expect(columnOf(addon, 'Followers').every((followers) => typeof followers === 'number')).toBe(true);
  addon.emulator.spreadsheet.insertSheet('Other');
  addon.emulator.spreadsheet.sheet('Sheet1').delete();
  await night();
  await night();
  expect(log()).toContainEqual(expect.stringMatching(/column of handles is gone. Set the schedule again/));
});

test('that nothing is old is told to nobody; what a run cannot be planned with is', async () => {
  await enriched(addon);
  await value(addon, 'setSchedule', { schedule: form });
  await night();
  expect(log().filter((text) => text !== '')).toEqual([]);
  addon.emulator.spreadsheet.sheet('Sheet1').deleteColumns('B', 3);
  addon.emulator.clock.advance(8 * DAY_MS);
  await night();
  expect(log().filter((text) => text !== '')).toEqual([expect.stringMatching(/fields/)]);
  expect(addon.charged()).toBe(6);
});

test('too many triggers: told by its own sentence, not as a missing right; nothing is kept', async () => {
  await enriched(addon);
  addon.emulator.faults.intercept = ({ service, method, phase }) =>
    service === 'ScriptApp' && method === 'newTrigger' && phase === 'before'
      ? {
          throw:
            'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
        }
      : undefined;
  expect(await refusal(addon, 'setSchedule', { schedule: form })).toMatch(
    /allows 20 triggers per account and script\. Delete/,
  );
  expect(addon.property('schedule')).toBeUndefined();
  delete addon.emulator.faults.intercept;
  expect(await value(addon, 'setSchedule', { schedule: form })).toMatchObject({ schedule: form });
});

test('a report that is still being made is not paid for night after night', async () => {
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['username'], [SPECIAL.pendingAudience.username], [handles[0]]]);
  sheet.clear('A4:A7');
  sheet.select('A1:A3');
  await enriched(addon, { fields: ['audienceCountry'] });
  await value(addon, 'setSchedule', { schedule: { ...form, cap: 100 } });
  const charged = addon.charged();
  for (let each = 0; each < 5; each++) await night();
  expect(addon.charged()).toBe(charged);
  expect(addon.standin.charges.requests('getUserData').filter(({ status }) => status === 202)).toEqual([]);
});

test('a sheet without a run, or a script without the right, gets none: said in one sentence, and nothing is kept', async () => {
  expect(await refusal(addon, 'setSchedule', { schedule: form })).toMatch(/Enrich this sheet once first/);
  const plain = await createAddon({ standin: { creators: 2000 } });
  const sheet = plain.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['username'], [handles[0]]]);
  sheet.select('A1:A2');
  await enriched(plain);
  expect(await refusal(plain, 'setSchedule', { schedule: form })).toMatch(/may not schedule anything/);
  expect(plain.property('schedule')).toBeUndefined();
  await plain.close();
});
