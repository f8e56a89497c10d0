import { afterEach, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { value } from './page';

// The first steps select handles, and spend nothing.
let addon: Addon;
afterEach(async () => {
  expect(addon.charged()).toBe(0);
  await addon.close();
});
const EXAMPLES = 'Example creators';
const names = (): string[] => addon.emulator.spreadsheet.sheetNames();
const selectExample = (creators: 'all' | 'one') => value(addon, 'selectExample', { creators });
const read = async () =>
  await value(addon, 'readSelection', {
    platform: 'instagram',
    fields: ['followers'],
    which: 'all',
    olderThanDays: 30,
    again: false,
  });

test('handles of the sheet in front are selected where a header says that they are', async () => {
  addon = await createAddon({ standin: { creators: 50 } });
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [
    ['Campaign', 'Insta handle', 'Notes'],
    ['spring', 'adidas', 'call'],
    ['spring', 'nike', ''],
    ['summer', 'natgeo', 'mail'],
  ]);
  expect(await selectExample('all')).toEqual({ sheet: 'Sheet1' });
  expect(await read()).toMatchObject({ area: 'B2:B4', creators: 3, requests: 3 });
  expect(await selectExample('one')).toEqual({ sheet: 'Sheet1' });
  expect(await read()).toMatchObject({ area: 'B2', creators: 1, requests: 1 });
});

test('else examples get a sheet of their own, once, also where that was killed in the middle', async () => {
  addon = await createAddon({ standin: { creators: 50 } });
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  const mine = [['Status'], ['done'], ['open']];
  sheet.set('A1', mine);
  for (const at of ['setValues', 'setFrozenRows']) {
    addon.emulator.faults.intercept = ({ method, phase }) =>
      method === at && phase === 'before' ? { kill: true } : undefined;
    await selectExample('all').catch(() => undefined);
    expect(names()).toContain(EXAMPLES);
    sheet.select('A1');
  }
  delete addon.emulator.faults.intercept;
  for (const creators of ['all', 'all', 'one'] as const)
    expect(await selectExample(creators)).toEqual({ sheet: EXAMPLES });
  expect(names().filter((name) => name.startsWith(EXAMPLES))).toEqual([EXAMPLES]);
  expect(await read()).toMatchObject({ sheet: EXAMPLES, area: 'B2', creators: 1 });
  await selectExample('all');
  expect(await read()).toMatchObject({ area: 'B2:B6', creators: 5, requests: 5, unreadable: [] });
  expect(sheet.values('A1:A3')).toEqual(mine);
});
