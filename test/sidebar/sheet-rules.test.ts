import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { cells, pulled, sheetIdOf } from './content';
import { enriched } from './enrich';
import { refusal, value } from './page';
import { check, select, start, toReport } from './report';

// Rules of Google Sheets that one would not guess, met by what people do to their sheets.
let addon: Addon;
beforeEach(async () => {
  addon = await createAddon({ container: 'addon', standin: { creators: 400 } });
  await addon.emulator.open();
});
afterEach(() => addon.close());

const { sheet, names } = {
  sheet: (name: string) => addon.emulator.spreadsheet.sheet(name),
  names: () => addon.emulator.spreadsheet.sheetNames(),
};

describe('names of tabs that differ in case only', () => {
  test('a new sheet gets a name beside them', async () => {
    addon.emulator.spreadsheet.insertSheet('INSTAGRAM germany');
    addon.emulator.spreadsheet.insertSheet('instagram Germany 2');
    const run = await value(addon, 'startSearch', {
      platform: 'instagram',
      filters: { country: 'Germany' },
      from: 1,
      to: 1,
      sheetId: null,
      known: 'skip',
      pictures: false,
      picks: [],
      again: false,
      cap: null,
    });
    expect(run.sheet).toBe('Instagram Germany 3');
  });

  test('the log tab is the log tab, however it is written', async () => {
    await addon.shown('INFLU_ENGAGEMENT', 'instagram', ordinaryHandles(addon.standin, 1)[0]);
    addon.emulator.spreadsheet.insertSheet('InfluData LOG');
    await addon.emulator.menu.click('Usage');
    expect(sheet('InfluData LOG').lastRow).toBe(1);
    expect(names()).toEqual(['Sheet1', 'InfluData LOG']);
  });

  test('so is the data tab: what it holds is served, and what comes goes there', async () => {
    const [first = '', second = ''] = ordinaryHandles(addon.standin, 2);
    select(addon, [first]);
    await enriched(addon);
    sheet('influData data').rename('InfluData Data');
    addon.forgetCache();
    expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', first)).toEqual(expect.any(Number));
    sheet('Sheet1').clear('A1:Z9');
    select(addon, [second]);
    await enriched(addon);
    expect(sheet('InfluData Data').lastRow).toBe(3);
    expect(addon.charged()).toBe(2);
  });
});

describe('a sheet that is laid out anew', () => {
  test('is not held up by validations that a person put there', async () => {
    const filters = { platform: 'instagram', username: 'adidas', followerMin: '0' };
    const id = sheetIdOf(addon, (await pulled(addon, { filters, max: 20 })).sheet);
    const { sheet: name } = await value(addon, 'summarizeContent', { sheetId: id, rate: 5 });
    const before = cells(addon, name);
    sheet(name).validate('A1:F20', {
      criteria: 'NUMBER_GREATER_THAN',
      values: [1_000_000],
      allowInvalid: false,
      helpText: null,
    });
    await value(addon, 'summarizeContent', { sheetId: id, rate: null });
    expect(cells(addon, name)).toEqual(before);
    expect(sheet(name).get('A1').validation).toBeNull();
  });

  test('is not held up by lines that a person froze', async () => {
    select(addon, ordinaryHandles(addon.standin, 1));
    const { id } = await start(addon, toReport(await check(addon)));
    // Killed when the sheet stands and its first cells are merged.
    addon.emulator.faults.intercept = ({ method, phase }) =>
      method === 'Range.merge' && phase === 'after' ? { kill: true } : undefined;
    await addon.emulator.serve('influSidebar', ['stepRun', { id, resume: true, cap: null }]);
    delete addon.emulator.faults.intercept;
    const report = names().find((name) => sheet(name).data.merges.length > 0) ?? '';
    expect(report).toMatch(/\w/);
    sheet(report).freeze(0, 1);
    addon.emulator.clock.advance(7 * 60_000);
    const done = await value(addon, 'stepRun', { id, resume: true, cap: null });
    expect(done).toMatchObject({ state: 'done', sheets: [report] });
    expect(sheet(report).data.merges).toHaveLength(3);
    expect(addon.charged()).toBe(20);
  });
});

test('numbers of ours show as numbers, whatever format a person gave the empty cells below', async () => {
  const filters = { country: 'Germany' };
  const form = { platform: 'instagram', filters, from: 1, to: 1, known: 'skip', pictures: false, picks: [] } as const;
  const options = { ...form, picks: [], again: false, cap: null };
  const run = await value(addon, 'startSearch', { ...options, sheetId: null });
  sheet(run.sheet).format('A2:Z900', { numberFormat: 'yyyy-mm-dd' });
  await value(addon, 'stepRun', { id: run.id, resume: false, cap: null });
  const [headers = []] = cells(addon, run.sheet);
  const column = String.fromCharCode(65 + headers.indexOf('Page'));
  expect(sheet(run.sheet).displays(`${column}2:${column}3`).flat()).toEqual(['1', '1']);
});

test('more gaps than can be remembered: nothing is fetched, and the sentence says where to go on', async () => {
  const filters = { platform: 'instagram', username: 'adidas', followerMin: '0' };
  const id = sheetIdOf(addon, (await pulled(addon, { filters, max: 5 })).sheet);
  const charged = addon.charged();
  const memo = addon.emulator.spreadsheet.book.metadata.find(({ sheetId }) => sheetId === id);
  const open = Array.from({ length: 400 }, (_, at) => ({ from: 1.7e12 + at * 1000, to: 1.7e12 + at * 1000 + 1 }));
  if (memo) memo.value = JSON.stringify({ ...(JSON.parse(memo.value) as object), open });
  const before = memo?.value;
  expect(await refusal(addon, 'startSync', { sheetId: id, max: 10, refresh: false, cap: null })).toMatch(
    /more gaps than a run can remember \(400\), so nothing was bought.*new sheet/,
  );
  expect(addon.charged()).toBe(charged);
  expect(memo?.value).toBe(before);
});
