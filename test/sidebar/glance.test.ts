import { expect, test } from 'vitest';
import { createAddon } from '../setup/addon';
import { value } from './page';

test('a glance says what is selected, with another figure for another selection; it reads no property and asks nobody', async () => {
  const addon = await createAddon({ standin: { creators: 200 } });
  const { spreadsheet } = addon.emulator;
  const look = async () => (await value(addon, 'glance', {})).selection;
  const sheet = spreadsheet.activeSheet();
  sheet.select('A2:A13');
  const column = await look();
  expect(column).toMatchObject({ area: 'A2:A13' });
  expect(await look()).toEqual(column);
  sheet.select(['A2:A13', 'C4']);
  const both = await look();
  expect(both.area).toBe('A2:A13, C4');
  sheet.select(['C4', 'A2:A13']);
  const figures = new Set([column.figure, both.figure, (await look()).figure]);
  expect(figures.size).toBe(3);
  addon.emulator.counts.reset();
  await look();
  expect(Object.keys(addon.emulator.counts.total()).filter((name) => !name.startsWith('Spreadsheet'))).toEqual([]);
  expect(addon.charged()).toBe(0);
  await addon.close();
});
