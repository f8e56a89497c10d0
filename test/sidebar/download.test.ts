import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CrossingCell } from '../../src/jobs/download/sheet-rows';
import { createAddon, type Addon } from '../setup/addon';
import { refusal, value } from './page';

let addon: Addon;
beforeAll(async () => {
  addon = await createAddon({ container: 'addon', timeZone: 'Europe/Berlin', standin: { creators: 30 } });
  await addon.emulator.open();
});
afterAll(() => addon.close());
const sheet = () => addon.emulator.spreadsheet.activeSheet();
const block = (from: number, sheetId: number | null = null) => value(addon, 'sheetRows', { sheetId, from });

test('values as they are: whole numbers, instants, addresses of pictures, errors as they show; the header of a list is told', async () => {
  sheet().set('A1', [
    ['My list', '', '', '', ''],
    ['', '', '', '', ''],
    ['Handle', 'Followers', 'When', 'Picture', 'Sum'],
    ['nike', 4.213_456_789_012, new Date('2026-11-22T23:00:00Z'), '=IMAGE("https://p.example/a.jpg")', '=1+1'],
    ["'=1+1", true, '', '=IMAGE(A1)', '=1/0'],
  ]);
  await addon.emulator.recalculate();
  expect(await block(1)).toEqual({
    sheetId: sheet().id,
    sheet: 'Sheet1',
    timeZone: 'Europe/Berlin',
    headerRow: 3,
    from: 1,
    lastRow: 5,
    rows: [
      ['My list', '', '', '', ''],
      ['', '', '', '', ''],
      ['Handle', 'Followers', 'When', 'Picture', 'Sum'],
      ['nike', 4.213_456_789_012, { at: Date.parse('2026-11-22T23:00:00Z') }, 'https://p.example/a.jpg', 2],
      ['=1+1', true, '', '', '#DIV/0!'],
    ],
  });
  expect(await refusal(addon, 'sheetRows', { sheetId: null, from: 6 })).toMatch(/deleted meanwhile/);
  expect(await refusal(addon, 'sheetRows', { sheetId: 999_999, from: 1 })).toMatch(/was deleted/);
});

test('ten thousand rows come in blocks of a size that goes over, two calls each; rows of long texts in smaller ones', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => [
    `anna.k${at}`,
    at + 0.5,
    'x'.repeat(at % 150 === 0 ? 40_000 : 20),
    '',
  ]);
  addon.emulator.spreadsheet.insertSheet('Long');
  sheet().set('A1', [['Handle', 'Followers', 'Bio', 'Note'], ...rows]);
  const whole: CrossingCell[][] = [];
  let calls = 0;
  for (let from = 1; whole.length < 10_001; calls++) {
    addon.emulator.counts.reset();
    const { rows: got, lastRow } = await block(from);
    expect(lastRow).toBe(10_001);
    expect(JSON.stringify(got).length).toBeLessThan(1_100_000);
    if (from > 1) expect(addon.emulator.counts.of('SpreadsheetApp', 'Range.getValues')).toBe(1);
    whole.push(...got.slice(from === 1 ? 0 : 1));
    from = whole.length;
  }
  expect(JSON.stringify(whole.slice(1)) === JSON.stringify(rows)).toBe(true);
  expect(calls).toBeLessThan(10);
});
