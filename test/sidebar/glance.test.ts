import { expect, test } from 'vitest';
import { createAddon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { started } from './enrich';
import { value } from './page';

const NO_MONEY = { selection: true, budget: null };

test('a glance says what is selected, with another figure for another selection; it reads no property and asks nobody', async () => {
  const addon = await createAddon({ standin: { creators: 200 } });
  const { spreadsheet } = addon.emulator;
  const look = async () => (await value(addon, 'glance', NO_MONEY)).selection;
  const sheet = spreadsheet.activeSheet();
  sheet.select('A2:A13');
  const column = await look();
  expect(column).toMatchObject({ area: 'A2:A13' });
  expect(await look()).toEqual(column);
  sheet.select(['A2:A13', 'C4']);
  const both = await look();
  expect(both?.area).toBe('A2:A13, C4');
  sheet.select(['C4', 'A2:A13']);
  const figures = new Set([column?.figure, both?.figure, (await look())?.figure]);
  expect(figures.size).toBe(3);
  addon.emulator.counts.reset();
  await look();
  expect(Object.keys(addon.emulator.counts.total()).filter((name) => !name.startsWith('Spreadsheet'))).toEqual([]);
  expect(addon.charged()).toBe(0);
  await addon.close();
});

test('a glance at the money reads the properties once and the cache once, and says the same as any other call', async () => {
  const addon = await createAddon();
  const handles = ordinaryHandles(addon.standin, 5);
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['username'], ...handles.slice(0, 3).map((handle) => [handle])]);
  sheet.select('A:A');
  const run = await started(addon);
  const { budget } = await value(addon, 'stepRun', { id: run.id, resume: false, cap: null });
  expect(budget).toMatchObject({ balance: { left: 100_000 - 3 }, usedToday: 3, today: budget!.dayCap - 3 });
  await addon.shown('INFLU_ENGAGEMENT', 'instagram', handles[4]);
  addon.emulator.counts.reset();
  const glance = await value(addon, 'glance', {
    selection: false,
    budget: { key: budget?.key ?? '', runs: [run.id] },
  });
  const { counts } = addon.emulator;
  expect(counts.of('PropertiesService')).toBe(1);
  expect(counts.of('CacheService')).toBeLessThanOrEqual(1);
  expect(glance.runs).toEqual({ [run.id]: { used: 3, unconfirmed: 0, underWay: 0 } });
  // A formula has spent one more meanwhile.
  expect(glance.budget).toMatchObject({ balance: { left: 100_000 - 4 }, usedToday: 4 });
  const { asOf: _, ...looked } = glance.budget!;
  expect((await value(addon, 'open', {})).account.budget).toMatchObject(looked);
  // What the formula spent is counted by now.
  counts.reset();
  const opened = await value(addon, 'open', {});
  expect(opened.account.budget).toMatchObject(looked);
  // Each store once, whatever is shown of it.
  expect(counts.of('PropertiesService')).toBe(2);
  expect(counts.of('LockService')).toBe(0);
  await addon.close();
});
